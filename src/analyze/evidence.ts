import type { ClauseFrame, LanguageIndex, SentenceReading } from '../clause/index.js';
import type { Block } from '../document/index.js';
import { tell } from '../locale/index.js';
import type { Match } from '../pattern/index.js';
import type { CompiledEvidence, CompiledRule } from '../ruleset/index.js';
import { saysAny } from './frame-test.js';
import type { Pointer } from './hit.js';
import { type LinkMatches, linkReader } from './links.js';
import type { Surroundings } from './scope.js';
import type { Trigger } from './trigger.js';

/** Looks for what clears a clause of a rule; undefined if nothing does. */
export type Clear = (rule: CompiledRule, frame: Trigger) => Pointer | undefined;

/**
 * Evidence is looked for once a place (sentence, block, section …), however many clauses ask: the work grows with the
 * text, not with its square.
 */
export function clearing(around: Surroundings, indexes: Readonly<Record<string, LanguageIndex>>): Clear {
  const known = new Map<CompiledEvidence, Map<string, Pointer | undefined>>();
  const matchesOf = linkReader(around.document, indexes);
  const find = (evidence: CompiledEvidence, frame: Trigger): Pointer | undefined => {
    const place = around.placeOf(frame, evidence);
    if (place === undefined) return search(evidence, frame, around, matchesOf);
    const places = known.get(evidence) ?? new Map<string, Pointer | undefined>();
    known.set(evidence, places);
    if (!places.has(place)) places.set(place, search(evidence, frame, around, matchesOf));
    return places.get(place);
  };
  return (rule, frame) => {
    for (const evidence of rule.clearedBy) {
      if (evidence.for && !around.fits(frame, evidence.for)) continue;
      const pointer = find(evidence, frame);
      if (pointer) return pointer;
    }
    return undefined;
  };
}

function search(
  evidence: CompiledEvidence,
  frame: Trigger,
  around: Surroundings,
  matchesOf: LinkMatches,
): Pointer | undefined {
  const { within, frame: test, says, link } = evidence;
  if (test) {
    const found = around.framesIn(frame, within, test.action).find((other) => around.fits(other, test));
    return found && pointAtFrame(found, around);
  }
  if (says) {
    const among = within === 'document' ? around.saying(says) : around.readingsIn(frame, within);
    return findWords(among, says);
  }
  return (
    link &&
    findLink(
      around.blocksIn(frame, within).map((i) => around.document.blocks[i]),
      link,
      matchesOf,
    )
  );
}

function pointAtFrame(frame: ClauseFrame, { document }: Surroundings): Pointer {
  return {
    why: tell('answers'),
    quote: visibleText(document.blocks[frame.block], frame.span),
    span: frame.span,
  };
}

/** What a reader sees between two places of a block's source. */
export function visibleText(block: Block | undefined, span: { start: number; end: number }): string {
  return block ? block.text.slice(block.map.toText(span.start), block.map.toText(span.end)) : '';
}

function findWords(readings: readonly SentenceReading[], classIds: readonly number[]): Pointer | undefined {
  for (const reading of readings) {
    if (!saysAny(reading, classIds)) continue;
    const { matches, tokens, block } = reading;
    const match = matches.find((m) => classIds.includes(m.classId)) as Match;
    const text = { start: tokens[match.start]?.start ?? 0, end: tokens[match.end - 1]?.end ?? 0 };
    return {
      why: tell('answers'),
      quote: block.text.slice(text.start, text.end),
      span: block.map.toSource(text),
    };
  }
  return undefined;
}

function findLink(
  blocks: readonly (Block | undefined)[],
  classIds: readonly number[],
  matchesOf: LinkMatches,
): Pointer | undefined {
  for (const block of blocks) {
    const link = block?.links.find((one) => matchesOf(one).some((match) => classIds.includes(match.classId)));
    if (block && link)
      return { why: tell('link-answers'), quote: link.text, span: block.map.toSource(link.span) };
  }
  return undefined;
}
