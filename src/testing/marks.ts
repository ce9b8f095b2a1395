import type { Span } from '../source/index.js';

/** An example without its marks, and the ranges that were marked. */
export interface MarkedText {
  readonly text: string;
  /** UTF-16 offsets in `text`, in order. */
  readonly ranges: readonly Span[];
}

/** Takes the `[[…]]` out of an example. Throws when a mark is not closed or one stands in another. */
export function parseMarks(example: string): MarkedText {
  const ranges: Span[] = [];
  let text = '';
  let open: number | undefined;
  for (const part of example.split(/(\[\[|\]\])/)) {
    if (part === '[[') {
      if (open !== undefined) throw new Error('"[[" stands inside another "[["; close the first with "]]"');
      open = text.length;
    } else if (part === ']]') {
      if (open === undefined) throw new Error('"]]" closes nothing; put "[[" before the words to be found');
      ranges.push({ start: open, end: text.length });
      open = undefined;
    } else {
      text += part;
    }
  }
  if (open !== undefined) throw new Error('"[[" is not closed; put "]]" after the words to be found');
  return { text, ranges };
}
