// The native parser and remark-parse read some rare Markdown differently. A text or block that has any of it goes to remark-parse, so
// that no report depends on the parser. test/native holds a case of each kind, and looks for more with generated texts.
import { hasTouchingMarks } from './marks.js';

interface Difference {
  readonly what: string;
  /** Linear on every text: nothing in it can begin inside its own repetition. */
  readonly pattern: { test(text: string): boolean };
}

/** Where blocks begin and end may differ. */
const IN_BLOCKS: readonly Difference[] = [
  { what: 'NUL or half a character', pattern: /\0|\p{Surrogate}/u },
  { what: 'a byte order mark inside', pattern: /\ufeff/ },
  { what: 'front matter', pattern: /^(?:---|\+\+\+)/ },
  { what: 'a box to tick', pattern: /\[[ \txX]\]\s/ },
  { what: 'a footnote', pattern: /\[\^/ },
  { what: 'raw HTML with an end of its own', pattern: /<(?:[!?](?!--)|\/?(?:pre|script|style|textarea)\b)/i },
  {
    what: 'a definition above a table',
    pattern: /^[ \t>]*\[[^\]\r\n]{1,999}\]:[^\r\n]*(?:\r\n?|\n)[ \t>]*[|:-]/m,
  },
  {
    what: 'raw HTML or a list right under a row',
    pattern: /\|[^\r\n|]*(?:\r\n?|\n)[ \t>]*(?:<|(?:[-+*]|\d{1,9}[.)])[ \t]*[|:-])/,
  },
  { what: 'a line that ends in CR alone', pattern: /\r(?!\n)/ },
];

/** Where blocks begin and end is the same, but not what stands in them. */
const WITHIN_BLOCKS: readonly Difference[] = [
  { what: 'marks of emphasis of two kinds that touch', pattern: { test: hasTouchingMarks } },
  // Between marks that are all escaped, as in `\*\*`, none is left to be read in two ways.
  { what: 'an escaped mark beside one that is not', pattern: /\\[*_~][*_~]|(?:^|[^\\]|\\\\)[*_~]\\[*_~]/ },
  {
    what: 'marks of emphasis beside a character of two units',
    pattern: /[*_~][\ud800-\udbff]|[\udc00-\udfff][*_~]/,
  },
];

/** What in a text the native parser might read in other blocks than remark-parse does; undefined if nothing is known to be. */
export function whyNotNative(text: string): string | undefined {
  return first(IN_BLOCKS, text);
}

/** What in the blocks of a text it might read otherwise. */
export function whyReread(text: string): string | undefined {
  return first(WITHIN_BLOCKS, text);
}

function first(differences: readonly Difference[], text: string): string | undefined {
  return differences.find(({ pattern }) => pattern.test(text))?.what;
}

/** What remark-parse might read as markup in an address that GFM links without any. */
const MARKUP = /[*~\\&[\]`!|<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u;

/** Whether an address without markup around it, from one offset to another, would stay as it is without GFM's links. */
export function isPlainAddress(text: string, start: number, end: number): boolean {
  return !MARKUP.test(text.slice(Math.max(0, start - 1), end + 1));
}
