import type { Block, BlockKind } from '../document/index.js';
import { type Fact, keyOf } from './facts.js';

/** A block as alignment sees it: what can be told of it without knowing its language. */
export interface Unit {
  readonly kind: BlockKind;
  /** Of a heading; 0 of all else. */
  readonly level: number;
  /** UTF-16 units. */
  readonly length: number;
  /** "2.1", "（一）" and "B." count their block: 1, 1, 2. */
  readonly ordinal: number | undefined;
  /** What it names, and words and numbers that stand the same in both languages. */
  readonly features: ReadonlySet<string>;
}

const ENUMERATOR =
  /^\s*(?:[（(]?\s*([一二三四五六七八九十]{1,3})\s*[、.．）)]|[（(]?(\d{1,2}(?:[.．]\d{1,2})*)\s*[、.．）)\s]|[（(]?([A-Za-z])\s*[、.．）)])/;
const NUMERALS = '一二三四五六七八九十';
const SHARED_WORDS = /[A-Za-z][A-Za-z0-9.-]*[A-Za-z0-9]|\d{2,}/g;

export function unitOf({ kind, text }: Block, facts: readonly Fact[], level = 0): Unit {
  const enumerator = ENUMERATOR.exec(text);
  const rest = text.slice(enumerator?.[0].length ?? 0);
  const words = Array.from(rest.matchAll(SHARED_WORDS), ([word]) => `word ${word.toLowerCase()}`);
  return {
    kind,
    level,
    length: rest.length,
    ordinal: enumerator ? ordinalOf(enumerator) : undefined,
    features: new Set([...facts.map(keyOf), ...words]),
  };
}

function ordinalOf([, chinese, digits, letter]: readonly (string | undefined)[]): number {
  if (digits !== undefined) return Number(digits.split(/[.．]/).at(-1));
  if (letter !== undefined) return letter.toLowerCase().charCodeAt(0) - 96;
  const [tens, ones = ''] = (chinese ?? '').split('十');
  if (!chinese?.includes('十')) return NUMERALS.indexOf(tens ?? '') + 1;
  return (
    (tens === '' ? 1 : NUMERALS.indexOf(tens ?? '') + 1) * 10 + NUMERALS.indexOf(ones) + (ones === '' ? 0 : 1)
  );
}
