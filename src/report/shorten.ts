const LONGEST_QUOTE = 90;

/** Chinese has no spaces: the next one may be a line away. */
const FIRST_WORD = /^[^\s\p{Script=Han}]*\s+/u;
const LAST_WORD = /\s+[^\s\p{Script=Han}]*$/u;

/** Cuts a long text in the middle, at spaces where it has them, so that both ends can be recognized. */
export function shorten(text: string, longest = LONGEST_QUOTE): string {
  if (text.length <= longest) return text;
  const head = withoutLastWord(text.slice(0, Math.ceil(longest * 0.6)));
  const tail = text.slice(-Math.floor(longest * 0.3)).replace(FIRST_WORD, '');
  return `${head} … ${tail.replace(/^[\udc00-\udfff]/, '')}`;
}

/** A text that was cut at some letter, back to the end of a word; one without spaces may be cut in the middle of a pair. */
export function withoutLastWord(text: string): string {
  return text.replace(LAST_WORD, '').replace(/[\ud800-\udbff]$/, '');
}
