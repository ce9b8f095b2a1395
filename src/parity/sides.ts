import type { Span } from '../source/index.js';
import type { Bead } from './align.js';
import { type Fact, type Kind, keyOf } from './facts.js';
import { placeOf, type Version } from './reading.js';
import type { ParityDifference } from './schema.js';

/** Told once for a whole policy, wherever it stands: named elsewhere in the other version, it is not missing there. */
const ANYWHERE: ReadonlySet<Kind> = new Set([
  'party',
  'place',
  'right',
  'choice',
  'contact',
  'age',
  'safeguard',
  'recipient',
  'data',
  'purpose',
]);
/** Characters that a paragraph has at least to be told as a passage of its own. */
const SHORTEST_PASSAGE = 12;

/** What one version says and the other does not; `links`: for each of its blocks those of the other that answer to it. */
export function missingFrom(
  other: Version,
  own: Version,
  links: readonly (readonly number[])[],
  side: 'first' | 'second',
): ParityDifference[] {
  const around = scopes(own, other, links);
  const told: ParityDifference[] = [];
  const tell = (
    kind: ParityDifference['kind'],
    block: number,
    more: { name?: string; span?: Span } = {},
  ): void => {
    const near = nearest(links, block);
    told.push({
      kind,
      ...(more.name === undefined ? {} : { name: more.name }),
      in: side,
      says: placeOf(own, own.document.blocks[block] as never, more.span),
      ...(near === undefined ? {} : { near: placeOf(other, other.document.blocks[near] as never) }),
    });
  };
  for (const passage of passages(own, links)) tell('passage', passage);
  const seen = new Set<string>();
  for (const { index, section } of own.document.blocks) {
    const scope = around(index);
    let toldUpTo = 0;
    for (const fact of own.facts[index] ?? []) {
      const key = keyOf(fact);
      const once = ANYWHERE.has(fact.kind) ? key : `${section} ${key}`;
      if (seen.has(once) || isKnown(fact, index)) continue;
      seen.add(once);
      // "partners" within "advertising partners" is no difference of its own.
      if (fact.span.end <= toldUpTo) continue;
      toldUpTo = fact.span.end;
      tell(fact.kind, index, fact);
    }
    for (const [family, { action, span }] of own.denied[index] ?? [])
      if (!scope.denied.has(family) && scope.answersDone(family))
        tell('denial', index, { name: action, span });
  }
  return told;

  function isKnown(fact: Fact, index: number): boolean {
    const key = keyOf(fact);
    if (ANYWHERE.has(fact.kind)) return other.keys.has(key);
    const scope = around(index);
    if (scope.answers.length === 0) return true;
    if (fact.kind !== 'consent') return scope.keys.has(key);
    // Consent is asked for one thing and not another: only the same clause tells.
    const alike = [...(own.done[index]?.keys() ?? [])].some((family) => scope.answersDone(family));
    return !alike || scope.answers.some((block) => other.facts[block]?.some((one) => keyOf(one) === key));
  }
}

/** What of the other version a block is held against. */
interface Scope {
  /** The blocks that answer to it. */
  readonly answers: readonly number[];
  /** What these, what stands beside them, and the sections that answer to its own name. */
  readonly keys: ReadonlySet<string>;
  readonly denied: ReadonlySet<string>;
  answersDone(family: string): boolean;
}

function scopes(
  own: Version,
  other: Version,
  links: readonly (readonly number[])[],
): (block: number) => Scope {
  const { sections, blocks } = other.document;
  const ofSection = new Map<number, { keys: Set<string>; denied: Set<string> }>();
  const gathered = (section: number) => {
    const known = ofSection.get(section);
    if (known) return known;
    const keys = new Set<string>();
    const denied = new Set<string>();
    const answering = new Set(
      own.document.blocks
        .filter((block) => block.section === section)
        .flatMap(({ index }) => links[index] ?? []),
    );
    const within = new Set<number>();
    for (const block of answering) {
      const { firstBlock = block, endBlock = block + 1 } = sections[blocks[block]?.section ?? 0] ?? {};
      for (let i = firstBlock; i < endBlock; i++) within.add(i);
      for (const beside of [block - 1, block + 1]) within.add(beside);
    }
    for (const block of within) {
      for (const fact of other.facts[block] ?? []) keys.add(keyOf(fact));
      for (const family of other.denied[block]?.keys() ?? []) denied.add(family);
    }
    ofSection.set(section, { keys, denied });
    return { keys, denied };
  };
  return (block) => {
    const answers = links[block] ?? [];
    return {
      answers,
      ...gathered(own.document.blocks[block]?.section ?? 0),
      answersDone: (family) => answers.some((one) => other.done[one]?.has(family)),
    };
  };
}

/** Of each run of blocks without an answer the first that is long enough to say something. */
function passages({ document }: Version, links: readonly (readonly number[])[]): number[] {
  const found: number[] = [];
  let told = false;
  for (const { index, text } of document.blocks) {
    if (links[index]?.length !== 0) told = false;
    else if (!told && text.length >= SHORTEST_PASSAGE) {
      told = true;
      found.push(index);
    }
  }
  return found;
}

/** The block of the other version that answers to a block, or to the last one before it that has an answer. */
function nearest(links: readonly (readonly number[])[], block: number): number | undefined {
  for (let i = block; i >= 0; i--) {
    const answer = links[i]?.at(-1);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** For each block of a side those of the other. */
export function linksOf(beads: readonly Bead[], blocks: number, from: 'first' | 'second'): number[][] {
  const links: number[][] = Array.from({ length: blocks }, () => []);
  const to = from === 'first' ? 'second' : 'first';
  for (const bead of beads) for (const block of bead[from]) links[block] = [...bead[to]];
  return links;
}
