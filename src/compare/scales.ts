import type { Action, SlotName } from '../clause/index.js';
import type { Change } from './schema.js';

/** How much worse one class of words is for people than another; the lower the better. */
export interface Scale {
  readonly slot: SlotName;
  readonly actions: readonly Action[];
  /** By class, narrower ones first; a class that is not listed, or without a number, says nothing and is left out. */
  readonly badness: readonly (readonly [prefix: string, badness?: number])[];
  /** Classes whose words tell one thing from another ("Acme" and "Zenith"); words of all other classes are alike. */
  readonly telling: readonly string[];
  /** What a clause without any is worth; without it nothing is concluded from silence. */
  readonly none?: number;
  /** What decides first: the worst of the words (one vague recipient is enough) or the best (one number is). */
  readonly by: 'worst' | 'best';
  /** Whether names make vague words beside them clearer. */
  readonly naming?: true;
  /** Told in words of all kinds, of which few are read: what else changed says nothing about what was. */
  readonly anyWords?: true;
  /** Whether what only came or only went is told only of clauses in which little else changed. */
  readonly alone?: true;
  /** What it is if words are only added that are neither worse nor better than those there. */
  readonly more: 'worse' | 'better' | 'other';
  readonly says: {
    readonly worse: string;
    readonly better: string;
    readonly more: string;
    readonly fewer: string;
    readonly other: string;
  };
}

const SHARING: readonly Action[] = ['share', 'sell', 'transfer'];
/** What is done with data, as against what is promised or granted. */
export const PRACTICES: readonly Action[] = [...SHARING, 'collect', 'use', 'store', 'retain'];
/** What people are promised or given. */
export const PROMISES: readonly Action[] = ['choose', 'grant-right', 'protect', 'honor-signal'];

/** What changes of a slot mean. Of a denial ("we never share …") each means its opposite. */
export const SCALES: readonly Scale[] = [
  {
    slot: 'recipient',
    alone: true,
    actions: SHARING,
    badness: [
      ['recipient.named', 0],
      ['recipient.user', 0],
      ['recipient.authority', 1],
      ['recipient.acquirer', 1],
      ['recipient.category', 1],
      ['recipient.processor', 2],
      ['recipient.affiliate', 2],
      ['recipient.generic.open', 4],
      ['recipient.generic', 3],
      ['recipient.public', 4],
    ],
    by: 'worst',
    naming: true,
    telling: ['recipient'],
    more: 'worse',
    says: {
      worse: 'recipients are vaguer or wider',
      better: 'recipients are clearer or narrower',
      more: 'recipient added',
      fewer: 'recipient dropped',
      other: 'recipients changed',
    },
  },
  {
    slot: 'purpose',
    anyWords: true,
    actions: [...SHARING, 'collect', 'use'],
    badness: [
      ['purpose.function', 0],
      ['purpose.legal', 0],
      ['purpose.stated', 0],
      ['purpose.analytics', 1],
      ['purpose.marketing', 2],
      ['purpose.improve', 2],
      ['purpose.targeted-ads', 3],
      ['purpose.profiling', 3],
      ['purpose.ai-training', 3],
      ['purpose.vague', 4],
      ['purpose.open', 4],
    ],
    by: 'worst',
    telling: ['purpose.function'],
    more: 'worse',
    says: {
      worse: 'purpose widened',
      better: 'purpose narrowed',
      more: 'purpose added',
      fewer: 'purpose dropped',
      other: 'purpose changed',
    },
  },
  {
    slot: 'data',
    alone: true,
    actions: [...SHARING, 'collect'],
    badness: [
      ['data.non-personal', 0],
      ['data.sensitive', 2],
      ['data.generic', 3],
      ...['contact', 'financial', 'identity', 'device', 'cookie', 'location', 'content'].map(
        (name): [string, number] => [`data.${name}`, 1],
      ),
    ],
    by: 'worst',
    telling: ['contact', 'financial', 'identity', 'device', 'cookie', 'location', 'content', 'sensitive'].map(
      (name) => `data.${name}`,
    ),
    more: 'worse',
    says: {
      worse: 'more, or vaguer, data',
      better: 'less, or clearer, data',
      more: 'data added',
      fewer: 'data dropped',
      other: 'data changed',
    },
  },
  {
    slot: 'condition',
    alone: true,
    actions: PRACTICES,
    badness: [
      ['condition.consent', 0],
      ['condition.user-request', 0],
    ],
    none: 2,
    by: 'best',
    telling: [],
    more: 'other',
    says: {
      worse: 'no longer only with consent or on request',
      better: 'now only with consent or on request',
      more: 'condition added',
      fewer: 'condition dropped',
      other: 'condition changed',
    },
  },
  {
    slot: 'condition',
    alone: true,
    actions: SHARING,
    badness: [['condition.discretion', 3]],
    none: 2,
    by: 'worst',
    telling: [],
    more: 'other',
    says: {
      worse: 'left to discretion',
      better: 'no longer left to discretion',
      more: 'condition added',
      fewer: 'condition dropped',
      other: 'condition changed',
    },
  },
  {
    slot: 'condition',
    alone: true,
    actions: PROMISES,
    badness: [['condition.discretion', 2]],
    none: 0,
    by: 'worst',
    telling: [],
    more: 'other',
    says: {
      worse: 'now only under conditions',
      better: 'no longer only under conditions',
      more: 'condition added',
      fewer: 'condition dropped',
      other: 'condition changed',
    },
  },
  {
    slot: 'period',
    alone: true,
    actions: ['retain', 'store'],
    badness: [
      ['period.number', 0],
      ['period.event', 0],
      ['period.legal', 2],
      // "Keep it for analytics" is a purpose first.
      ['period.vague.purpose'],
      ['period.vague', 3],
    ],
    none: 4,
    by: 'best',
    telling: ['period.number', 'period.event'],
    more: 'other',
    says: {
      worse: 'period is vaguer',
      better: 'period is clearer',
      more: 'period added',
      fewer: 'period dropped',
      other: 'period changed',
    },
  },
  {
    slot: 'place',
    alone: true,
    actions: ['transfer', 'store'],
    badness: [
      ['place.country', 0],
      ['place.region', 0],
      ['place.unspecified', 3],
    ],
    none: 2,
    by: 'best',
    telling: ['place.country', 'place.region'],
    more: 'better',
    says: {
      worse: 'places are named less',
      better: 'places are named more',
      more: 'place named',
      fewer: 'place no longer named',
      other: 'place changed',
    },
  },
  {
    slot: 'safeguard',
    actions: [...SHARING, 'store', 'protect'],
    badness: [['safeguard.instrument', 0]],
    none: 2,
    by: 'best',
    telling: ['safeguard'],
    more: 'other',
    says: {
      worse: 'safeguard is no longer named',
      better: 'safeguard is named',
      more: 'safeguard named',
      fewer: 'safeguard no longer named',
      other: 'safeguard changed',
    },
  },
  {
    slot: 'control',
    actions: ['choose', 'grant-right'],
    badness: [
      ['control.means', 0],
      ['control.channel', 0],
    ],
    none: 2,
    by: 'best',
    telling: [],
    more: 'better',
    says: {
      worse: 'way to choose is gone',
      better: 'way to choose is given',
      more: 'way to choose added',
      fewer: 'way to choose dropped',
      other: 'way to choose changed',
    },
  },
  {
    slot: 'control',
    actions: ['change-policy'],
    badness: [
      ['control.notice.active', 0],
      ['control.notice.post-only', 2],
      ['control.notice.check-back', 2],
      ['control.notice.silent', 3],
    ],
    none: 3,
    by: 'best',
    telling: [],
    more: 'other',
    says: {
      worse: 'changes are announced less',
      better: 'changes are announced better',
      more: 'notice added',
      fewer: 'notice dropped',
      other: 'notice changed',
    },
  },
];

/** What it is that a period has another length. */
export const LENGTHS = { worse: 'period lengthened', better: 'period shortened' } as const;

/** The change seen from the other text. */
export function opposite(change: Change): Change {
  if (change === 'other') return change;
  return change === 'worse' ? 'better' : 'worse';
}
