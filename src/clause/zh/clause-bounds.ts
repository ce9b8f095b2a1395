import type { SentenceReading } from '../reading.js';

/** A stretch of a sentence between commas; brackets are not looked into. */
export interface Segment {
  readonly from: number;
  readonly to: number;
}

/** Parts a sentence at its commas and colons, by token. */
export function segmentsOf({ tokens }: SentenceReading): readonly Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  let depth = 0;
  tokens.forEach(({ word }, at) => {
    const { lower } = word;
    if (lower === '(') depth++;
    else if (lower === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (lower === '，' || lower === ':')) {
      if (at > from) segments.push({ from, to: at });
      from = at + 1;
    }
  });
  if (from < tokens.length) segments.push({ from, to: tokens.length });
  return segments;
}
