import type { Action, Polarity, SlotName } from '../clause/index.js';
import type { Clause } from '../report/index.js';
import { opposite, PRACTICES } from './scales.js';
import type { Change } from './schema.js';
import { stemsOf } from './unit.js';

/** What it means for people that a policy says something at all; the first row that fits decides. */
interface Weight {
  readonly actions: readonly Action[];
  readonly polarity?: readonly Polarity[];
  /** Some word of the slot has the class. */
  readonly has?: readonly [SlotName, prefix: string];
  /** The clause has one of these words. */
  readonly says?: readonly string[];
  readonly change: Change;
  readonly added: string;
  readonly removed: string;
}

const OPEN: readonly Action[] = ['share', 'transfer', 'sell'];

/** What people are offered to do. */
const OFFERED: readonly Action[] = ['choose', 'grant-right', 'honor-signal'];

export const WEIGHTS: readonly Weight[] = [
  {
    actions: ['consent'],
    has: ['control', 'control.take-it-or-leave-it'],
    change: 'worse',
    added: 'not agreeing means no service',
    removed: 'not agreeing no longer means no service',
  },
  {
    actions: ['consent'],
    change: 'worse',
    added: 'consent is taken for granted',
    removed: 'consent is no longer taken for granted',
  },
  {
    actions: PRACTICES,
    polarity: ['denied'],
    change: 'better',
    added: 'promise not to do so added',
    removed: 'promise not to do so gone',
  },
  {
    actions: PRACTICES,
    polarity: ['conditional'],
    has: ['condition', 'condition.consent'],
    // "Only", "unless", "not without": what else asks for consent may be one way among others.
    says: ['onli', 'unless', 'not', 'never'],
    change: 'better',
    added: 'promise to ask first added',
    removed: 'promise to ask first gone',
  },
  { actions: ['sell'], polarity: ['affirmed'], change: 'worse', added: 'sale added', removed: 'sale gone' },
  ...(['recipient.user', 'recipient.authority', 'recipient.acquirer'] as const).map(
    (prefix): Weight => ({
      actions: OPEN,
      has: ['recipient', prefix],
      change: 'other',
      added: 'sharing added',
      removed: 'sharing gone',
    }),
  ),
  ...(['condition.legal', 'condition.merger', 'condition.user-request', 'condition.consent'] as const).map(
    (prefix): Weight => ({
      actions: OPEN,
      has: ['condition', prefix],
      change: 'other',
      added: 'sharing under conditions added',
      removed: 'sharing under conditions gone',
    }),
  ),
  {
    actions: ['share', 'transfer'],
    has: ['data', 'data.non-personal'],
    change: 'other',
    added: 'sharing of other data added',
    removed: 'sharing of other data gone',
  },
  {
    actions: ['transfer', 'store'],
    has: ['place', 'place.unspecified'],
    change: 'worse',
    added: 'unnamed places added',
    removed: 'unnamed places gone',
  },
  ...(['place.country', 'place.region'] as const).map(
    (prefix): Weight => ({
      actions: ['transfer', 'store'],
      has: ['place', prefix],
      change: 'better',
      added: 'place named',
      removed: 'place no longer named',
    }),
  ),
  ...(['named', 'category', 'processor', 'affiliate', 'generic', 'public'] as const).map(
    (name): Weight => ({
      actions: ['share'],
      polarity: ['affirmed'],
      has: ['recipient', `recipient.${name}`],
      change: 'worse',
      added: 'sharing added',
      removed: 'sharing gone',
    }),
  ),
  ...(['period.number', 'period.event'] as const).map(
    (prefix): Weight => ({
      actions: ['retain'],
      has: ['period', prefix],
      change: 'better',
      added: 'period stated',
      removed: 'period no longer stated',
    }),
  ),
  {
    actions: ['retain'],
    has: ['period', 'period.vague'],
    change: 'worse',
    added: 'vague period added',
    removed: 'vague period gone',
  },
  ...(['purpose.targeted-ads', 'purpose.profiling', 'purpose.ai-training', 'purpose.vague'] as const).map(
    (prefix): Weight => ({
      actions: ['use'],
      has: ['purpose', prefix],
      change: 'worse',
      added: 'wide or intrusive use added',
      removed: 'wide or intrusive use gone',
    }),
  ),
  {
    actions: ['collect'],
    has: ['data', 'data.sensitive'],
    change: 'worse',
    added: 'sensitive data added',
    removed: 'sensitive data gone',
  },
  {
    actions: OFFERED,
    polarity: ['denied'],
    change: 'worse',
    added: 'refusal added',
    removed: 'refusal gone',
  },
  // Somebody must be told that they may, or how: else the words only speak of a choice.
  ...(
    [
      ['actor', 'actor.user'],
      ['control', 'control.means'],
      ['control', 'control.opt-in'],
    ] as const
  ).map(
    (has): Weight => ({
      actions: OFFERED,
      has,
      change: 'better',
      added: 'choice or right added',
      removed: 'choice or right gone',
    }),
  ),
  {
    actions: ['change-policy'],
    has: ['control', 'control.notice.active'],
    change: 'better',
    added: 'notice of changes added',
    removed: 'notice of changes gone',
  },
];

/** What it means that a clause is new, or gone. */
export function weigh(clause: Clause, side: 'added' | 'removed'): { change: Change; says?: string } {
  const weight = WEIGHTS.find((row) => fits(row, clause));
  if (!weight || weight.change === 'other') return { change: 'other' };
  return { change: side === 'added' ? weight.change : opposite(weight.change), says: weight[side] };
}

function fits({ actions, polarity, has, says }: Weight, clause: Clause): boolean {
  if (!actions.includes(clause.action) || !(polarity?.includes(clause.polarity) ?? true)) return false;
  if (
    has &&
    !(clause.slots[has[0]] ?? []).some(({ class: name }) => name === has[1] || name.startsWith(`${has[1]}.`))
  )
    return false;
  return !says || stemsOf(clause.quote).some((word) => says.includes(word));
}
