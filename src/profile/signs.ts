import { frameMisfit, linkReader } from '../analyze/index.js';
import type { Clauses, LanguageIndex, SentenceReading } from '../clause/index.js';
import type { Block, PolicyDocument } from '../document/index.js';
import { lastAtOrBefore, type Span } from '../source/index.js';
import { fitsAround } from './surroundings.js';
import type { ByClass, Watch, Watches } from './watch.js';

type Indexes = Readonly<Record<string, LanguageIndex>>;

/** Where a sign shows: words of a block, in the source. */
export interface Sighting {
  readonly block: number;
  /** Looked up only for what is quoted. */
  span(): Span;
}

/** By sign: where it shows, by sentence. A sign counts once a sentence. */
export type Sightings = readonly ReadonlyMap<string, Sighting>[];

/** Looks for all signs in one pass: each clause, sentence and link is held against the tests that its words ask for. */
export function sightingsIn(
  document: PolicyDocument,
  clauses: Clauses,
  indexes: Indexes,
  watches: Watches,
): Sightings {
  const found = Array.from({ length: watches.signs }, () => new Map<string, Sighting>());
  const fits = fitsAround(document, clauses);
  const see: See = ({ sign, test }, block, reading, span) => {
    const sentence = `${block.index} ${reading?.number ?? 0}`;
    const places = found[sign];
    if (!places || places.has(sentence) || !fits(test, block, reading)) return;
    places.set(sentence, { block: block.index, span });
  };
  seeFrames(document, clauses, watches, see);
  seeWords(document, clauses, watches, see);
  seeLinks(document, clauses, watches, indexes, see);
  return found;
}

/** Notes a sign, if the words around it are what its test asks for. */
type See = (watch: Watch, block: Block, reading: SentenceReading | undefined, span: () => Span) => void;

function seeFrames({ blocks, sections }: PolicyDocument, clauses: Clauses, watches: Watches, see: See): void {
  for (const frame of clauses.frames) {
    const block = blocks[frame.block];
    if (block === undefined) continue;
    const reading = clauses.readings[frame.block]?.[frame.sentence];
    const audience = sections[block.section]?.audience;
    for (const watch of watches.byAction.get(frame.action) ?? []) {
      const { frame: test } = watch.test;
      if (test && frameMisfit(frame, test, reading, audience) === undefined)
        see(watch, block, reading, () => frame.span);
    }
  }
}

/** Headings give topics and say nothing themselves. */
function seeWords({ blocks }: PolicyDocument, clauses: Clauses, { bySaying }: Watches, see: See): void {
  for (const block of blocks) {
    if (block.kind === 'heading') continue;
    for (const reading of clauses.readings[block.index] ?? []) {
      for (const watch of askedFor(reading.matches, bySaying))
        see(watch, block, reading, () => spanOf(reading));
    }
  }
}

function seeLinks(
  document: PolicyDocument,
  clauses: Clauses,
  { byLink }: Watches,
  indexes: Indexes,
  see: See,
): void {
  const matchesOf = linkReader(document, indexes);
  for (const block of document.blocks) {
    if (block.links.length === 0) continue;
    const readings = clauses.readings[block.index] ?? [];
    const starts = readings.map(({ tokens }) => tokens[0]?.start ?? 0);
    for (const link of block.links) {
      const reading = readings[lastAtOrBefore(starts, link.span.start)];
      for (const watch of askedFor(matchesOf(link), byLink))
        see(watch, block, reading, () => block.map.toSource(link.span));
    }
  }
}

const NOTHING: ReadonlySet<Watch> = new Set();

/** The tests that words found ask for, each once. */
function askedFor(matches: readonly { readonly classId: number }[], watches: ByClass): ReadonlySet<Watch> {
  let asked: Set<Watch> | undefined;
  for (const { classId } of matches) {
    const found = watches[classId];
    if (found === undefined) continue;
    asked ??= new Set();
    for (const watch of found) asked.add(watch);
  }
  return asked ?? NOTHING;
}

function spanOf({ tokens, block }: SentenceReading): Span {
  return block.map.toSource({ start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 });
}
