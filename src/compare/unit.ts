import { normalizeClause } from '../report/index.js';
import { tokenize } from '../text/index.js';

/** A stretch of one text that is looked for in the other: a sentence, or the words of a clause or finding. */
export interface Unit {
  /** What it can only be paired within: the rule of a finding, the action of a clause. */
  readonly kind: string;
  /** Equal for stretches that say the same in the same words. */
  readonly key: string;
  /** Stems, in order. */
  readonly words: readonly string[];
  /** The heading above, folded. */
  readonly section: string;
}

/** Makes a unit of words as a reader sees them and the headings they stand under. */
export function unitOf(kind: string, text: string, section: readonly string[], mark = ''): Unit {
  return {
    kind,
    key: `${kind}\n${foldText(text)}\n${mark}`,
    words: stemsOf(text),
    section: foldHeading(section.at(-1) ?? ''),
  };
}

const REFERENCE = /\b(sections?|articles?|paragraphs?|clauses?|parts?|items?)\s+\d+(?:\.\d+)*/g;

/** Spellings of one word. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ß/g, 'ss'],
  [/\be-mail/g, 'email'],
  [/ys(e|ed|es|ing)\b/g, 'yz$1'],
  [/is(e|ed|es|ing|ation|ations)\b/g, 'iz$1'],
  [/([a-z]{3})our(s?)\b/g, '$1or$2'],
];

/** A text folded, and its stems. */
interface Folded {
  readonly text: string;
  readonly stems: readonly string[];
}

/** Texts that are kept folded: a clause is often read as several actions, and looked at again and again. */
const MOST_KEPT = 4000;
const kept = new Map<string, Folded>();

function folded(text: string): Folded {
  const known = kept.get(text);
  if (known) return known;
  const plain = SPELLINGS.reduce((so, [from, to]) => so.replace(from, to), normalizeClause(text))
    .replace(REFERENCE, '$1 #')
    .replace(/[\s.,:;!?]+$/, '');
  const stems = tokenize(plain).flatMap(({ word }) => (word.kind === 'mark' ? [] : [word.stem]));
  const made = { text: plain, stems };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, made);
  return made;
}

/** Folds what reflow, typesetting and renumbering change: "see Section 5" and "see section 6." are the same. */
export function foldText(text: string): string {
  return folded(text).text;
}

/** The stems of a text's words, numbers and addresses, in order. */
export function stemsOf(text: string): readonly string[] {
  return folded(text).stems;
}

const NUMBERING =
  /^[#\s§]*(?:(?:section|article|part|chapter)\s+)?(?:\(?(?:\d+(?:\.\d+)*|[ivxlc]+|[a-z])[.):-]+|\d+(?:\.\d+)*)\s+/;

/** A heading without its number and its marks: "3.1 Sharing:" and "IV. Sharing" are the same. */
export function foldHeading(heading: string): string {
  return foldText(heading.replace(/[#*_]/g, ' ').trim()).replace(NUMBERING, '');
}
