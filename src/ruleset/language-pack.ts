import { english, type Language, type LanguageIndex } from '../clause/index.js';
import type { PatternIndex, PatternWord } from '../pattern/index.js';
import type { LexiconFile } from './schema.js';
import { splitWords } from './words.js';

/** A language that policies can be read in beside English: its grammar and its words. */
export interface LanguagePack {
  readonly language: Language;
  readonly lexicons: readonly LexiconFile[];
  /** Other characters for those of the lexicons, each followed by the one that they have: "個个資资". */
  readonly variants?: string;
}

/** How the texts and phrases of one language are split into words. */
export interface Speech {
  readonly language: Language;
  tokenize: LanguageIndex['tokenize'];
  split(text: string): readonly PatternWord[];
}

/** The class of the words that are not taken apart. */
const WHOLE = 'term.whole';
const HAN_WORD = /\p{Script=Han}+/gu;

/** How the language of some lexicons is read: as its pack says, and as English where there is none. */
export function speechOf(
  code: string,
  lexicons: readonly LexiconFile[],
  packs: readonly LanguagePack[],
): Speech {
  const pack = packs.find(({ language }) => language.code === code);
  const language = pack?.language ?? english;
  const tokenize = language.tokenizer({
    words: hanWords(lexicons, () => true),
    whole: hanWords(lexicons, (name) => name === WHOLE),
    variants: pack?.variants,
  });
  const split = (text: string): readonly PatternWord[] =>
    pack && !/^[a-z ]+$/.test(text) ? tokenize(text).map(({ word }) => word) : splitWords(text);
  return { language, tokenize, split };
}

/** Every run of Chinese characters in a phrase is one word. */
function* hanWords(lexicons: readonly LexiconFile[], of: (name: string) => boolean): Generator<string> {
  for (const { classes } of lexicons)
    for (const [name, { phrases }] of Object.entries(classes))
      if (of(name)) for (const phrase of phrases) for (const [word] of phrase.matchAll(HAN_WORD)) yield word;
}

/** An index with the speech that its phrases were split by. */
export function spoken(index: PatternIndex, { language, tokenize }: Speech): LanguageIndex {
  return { ...index, language, tokenize };
}
