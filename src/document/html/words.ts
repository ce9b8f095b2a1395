const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+/gu;

/** Number of words; in scripts without spaces each letter counts as one. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
