import type { Hit } from '../analyze/index.js';
import type { PolicyDocument } from '../document/index.js';
import { lastAtOrBefore, type Span } from '../source/index.js';
import { sentences } from '../text/index.js';
import { fingerprint, normalizeClause } from './fingerprint.js';

/** What identifies a hit and its further places across versions of a policy. */
export interface Identity {
  /** The sentence around the hit. */
  readonly context: string;
  readonly fingerprint: string;
  /** Of the further places, in their order. */
  readonly related: readonly string[];
}

/**
 * Gives hits their fingerprints. One stands for the sentence around a place, since quotes like "our partners" recur; equal sentences
 * are numbered in the order of the source, further places among them, so that a place keeps its own when it comes to stand
 * first.
 */
export function identify(hits: readonly Hit[], document: PolicyDocument): Identity[] {
  const sentenceAround = sentenceFinder(document);
  const located = hits.map(({ rule, block, span, related }) => ({
    ruleId: rule.id,
    own: sentenceAround(block, span),
    related: related.map((place) => sentenceAround(place.block, place.span)),
  }));
  const nameOf = numbering(located);
  return located.map(({ ruleId, own, related }) => ({
    context: own.text,
    fingerprint: nameOf(ruleId, own),
    related: related.map((sentence) => nameOf(ruleId, sentence)),
  }));
}

interface Sentence {
  readonly text: string;
  readonly block: number;
  /** In the block's text. */
  readonly start: number;
}

interface Located {
  readonly ruleId: string;
  readonly own: Sentence;
  readonly related: readonly Sentence[];
}

/** Fingerprints by rule and sentence. */
function numbering(located: readonly Located[]): (ruleId: string, sentence: Sentence) => string {
  const all = located.flatMap(({ ruleId, own, related }) =>
    [own, ...related].map((sentence) => ({ ruleId, sentence })),
  );
  all.sort((a, b) => a.sentence.block - b.sentence.block || a.sentence.start - b.sentence.start);
  const count = new Map<string, number>();
  const names = new Map<string, string>();
  for (const { ruleId, sentence } of all) {
    const place = placeKey(ruleId, sentence);
    if (names.has(place)) continue;
    const clause = normalizeClause(sentence.text);
    const equal = `${ruleId}\n${clause}`;
    const ordinal = count.get(equal) ?? 0;
    count.set(equal, ordinal + 1);
    names.set(place, fingerprint(ruleId, clause, ordinal));
  }
  return (ruleId, sentence) => names.get(placeKey(ruleId, sentence)) as string;
}

function placeKey(ruleId: string, { block, start }: Sentence): string {
  return `${ruleId} ${block} ${start}`;
}

/** Parts each block into sentences once, however many hits it has. */
function sentenceFinder({ blocks }: PolicyDocument): (block: number, span: Span) => Sentence {
  const cache = new Map<number, { spans: readonly Span[]; starts: readonly number[] }>();
  return (index, span) => {
    const block = blocks[index];
    if (!block) return { text: '', block: index, start: 0 };
    let parted = cache.get(index);
    if (!parted) {
      const spans = sentences(block.text);
      parted = { spans, starts: spans.map((sentence) => sentence.start) };
      cache.set(index, parted);
    }
    const around = parted.spans[lastAtOrBefore(parted.starts, block.map.toText(span.start))];
    const { start, end } = around ?? { start: 0, end: block.text.length };
    return { text: block.text.slice(start, end), block: index, start };
  };
}
