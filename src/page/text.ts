import { withoutLastWord } from '../report/index.js';

const LONGEST = 160;

/** The beginning of a quotation, cut at a space. */
export function beginning(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${withoutLastWord(text.slice(0, LONGEST))} …`;
}

/** A fragment as the beginning of a sentence. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
