import { type ClauseFrame, readAllClauses } from '../clause/index.js';
import type { Block, PolicyDocument } from '../document/index.js';
import { buildRuleSet, builtin, type RuleSet } from '../ruleset/index.js';
import { chinese } from '../ruleset/zh/index.js';
import { type Fact, factsOf, keyOf } from './facts.js';
import type { ParityDifference } from './schema.js';
import { vocabulary } from './vocabulary.generated.js';

/** One version of a policy, read for what it names and what it says is done. */
export interface Version {
  readonly document: PolicyDocument;
  /** By block. */
  readonly facts: readonly (readonly Fact[])[];
  /** By block: actions that are said to be done, and not to be done. */
  readonly done: readonly ReadonlySet<string>[];
  readonly denied: readonly ReadonlySet<string>[];
  /** What is named anywhere. */
  readonly keys: ReadonlySet<string>;
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
    done: actions(document, clauses.frames, (frame) => frame.polarity !== 'denied'),
    denied: actions(
      document,
      clauses.frames,
      (frame) => frame.polarity === 'denied' && !chosen.has(frame.block),
    ),
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

function actions(
  { blocks }: PolicyDocument,
  frames: readonly ClauseFrame[],
  wanted: (frame: ClauseFrame) => boolean,
): ReadonlySet<string>[] {
  const found = blocks.map(() => new Set<string>());
  for (const frame of frames) {
    const family = FAMILY[frame.action];
    if (family !== undefined && wanted(frame)) found[frame.block]?.add(family);
  }
  return found;
}

/** The words of a block, or those of a fact in it, and where they stand. */
export function placeOf(
  { document }: Version,
  { text, map, section }: Block,
  fact?: Fact,
): ParityDifference['says'] {
  const span = fact?.span ?? { start: 0, end: text.length };
  return {
    quote: text.slice(span.start, span.end),
    section: [...(document.sections[section]?.path ?? [])],
    position: document.source.positionOf(map.toSource(span)),
  };
}
