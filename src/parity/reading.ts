import { type ClauseFrame, type Clauses, readAllClauses } from '../clause/index.js';
import type { Block, PolicyDocument } from '../document/index.js';
import { buildRuleSet, builtin, type RuleSet } from '../ruleset/index.js';
import { chinese } from '../ruleset/zh/index.js';
import type { Span } from '../source/index.js';
import { type Fact, factsOf, keyOf } from './facts.js';
import type { ParityDifference } from './schema.js';
import { vocabulary } from './vocabulary.generated.js';

/** One version of a policy, read for what it names and what it says is done. */
export interface Version {
  readonly document: PolicyDocument;
  /** By block. */
  readonly facts: readonly (readonly Fact[])[];
  /** By block and family of actions: what says that it is done, and that it is not. */
  readonly done: readonly ReadonlyMap<string, Statement>[];
  readonly denied: readonly ReadonlyMap<string, Statement>[];
  /** What is named anywhere. */
  readonly keys: ReadonlySet<string>;
}

/** A clause's action and its sentence, as offsets in the block's text. */
export interface Statement {
  readonly action: string;
  readonly span: Span;
}

let compiled: RuleSet | undefined;

/** The lexicons of both languages and the concepts that are looked for; no rules. */
export function vocabularies(): RuleSet {
  const lexicons = [...builtin.lexicons, ...chinese.lexicons, ...vocabulary];
  compiled ??= buildRuleSet([], lexicons, [], { languages: [chinese], classes: ['concept'] });
  return compiled;
}

export function readVersion(document: PolicyDocument): Version {
  const clauses = readAllClauses(document, vocabularies().indexes);
  const facts = factsOf(document, clauses);
  const chosen = new Set(clauses.frames.flatMap(({ action, block }) => (CHOICES.has(action) ? [block] : [])));
  return {
    document,
    facts,
    done: statements(clauses, (frame) => frame.polarity !== 'denied'),
    denied: statements(clauses, (frame) => frame.polarity === 'denied' && !chosen.has(frame.block)),
    keys: new Set(facts.flatMap((own) => own.map(keyOf))),
  };
}

/** What a promise is worth something for; "sell" and "transfer" may be "share" in the other language. */
const FAMILY: Readonly<Record<string, string>> = {
  share: 'share',
  sell: 'share',
  transfer: 'share',
  collect: 'collect',
  use: 'collect',
};
/** Beside these a denial says what people may ask for, and not what is done. */
const CHOICES: ReadonlySet<string> = new Set(['choose', 'grant-right', 'consent']);

function statements(
  { frames, readings }: Clauses,
  wanted: (frame: ClauseFrame) => boolean,
): ReadonlyMap<string, Statement>[] {
  const found = readings.map(() => new Map<string, Statement>());
  for (const frame of frames) {
    const { action, block, sentence } = frame;
    const family = FAMILY[action];
    const own = found[block];
    if (family === undefined || own === undefined || own.has(family) || !wanted(frame)) continue;
    const tokens = readings[block]?.[sentence]?.tokens;
    const span = { start: tokens?.at(0)?.start ?? 0, end: tokens?.at(-1)?.end ?? 0 };
    own.set(family, { action, span });
  }
  return found;
}

/** Words of a block, all of them without a span, and where they stand. */
export function placeOf(
  { document }: Version,
  { text, map, section }: Block,
  span: Span = { start: 0, end: text.length },
): ParityDifference['says'] {
  return {
    quote: text.slice(span.start, span.end),
    section: [...(document.sections[section]?.path ?? [])],
    position: document.source.positionOf(map.toSource(span)),
  };
}
