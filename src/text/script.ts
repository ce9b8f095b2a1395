import { unitAt } from '../source/index.js';
import { isHan } from './han.js';

/** So many characters of a script tell a text; fewer may be a name. */
const FEWEST_HAN = 4;
const FEWEST_LATIN = 24;
/** Chinese texts hold names in letters, English ones hold few Chinese words: a character says about as much as three letters. */
const LETTERS_A_CHARACTER = 3;
const LONGEST_SAMPLE = 2000;

/** The script that a text is mostly written in, or undefined where neither is, or there is too little to tell. */
export function scriptOf(text: string): 'han' | 'latin' | undefined {
  let han = 0;
  let latin = 0;
  const end = Math.min(text.length, LONGEST_SAMPLE);
  for (let at = 0; at < end; at++) {
    const code = unitAt(text, at);
    if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) latin++;
    else if (code > 0x3000 && isHan(code)) han++;
  }
  if (han >= FEWEST_HAN && han * LETTERS_A_CHARACTER > latin) return 'han';
  return latin >= FEWEST_LATIN && latin > han * LETTERS_A_CHARACTER ? 'latin' : undefined;
}
