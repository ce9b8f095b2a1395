import { bitOf } from './automaton.js';
import type { CompiledPack } from './compile.js';
import { GAP_BARRIERS, type PatternWord } from './words.js';

/** What a pack knows of a word: the symbols that it is, -1 for none. */
export interface WordSymbols {
  readonly pack: CompiledPack;
  readonly stem: number;
  readonly exact: number;
  readonly number: number;
  /** The bits (`bitOf`) of all of them. */
  readonly bits: number;
  /** By number of a set of classes one bit: whether some class of it can begin with the word. */
  readonly begins: Int32Array | undefined;
  /** No gap reaches over it. */
  readonly barrier: boolean;
}

/** What a pack knows of a word, looked up once and then kept with the word. */
export function symbolsOf(pack: CompiledPack, word: PatternWord): WordSymbols {
  const known = word.memo as WordSymbols | undefined;
  if (known?.pack === pack) return known;
  const stem = pack.stems.get(word.stem) ?? -1;
  const exact = pack.exacts.get(word.lower) ?? -1;
  const number = word.kind === 'number' ? pack.number : -1;
  const symbols: WordSymbols = {
    pack,
    stem,
    exact,
    number,
    bits: bitOf(stem) | bitOf(exact) | bitOf(number),
    begins: either(pack.begins[stem], either(pack.begins[exact], pack.begins[number])),
    barrier: word.kind === 'mark' && GAP_BARRIERS.has(word.lower),
  };
  word.memo = symbols;
  return symbols;
}

/** Whether some class of a set (`Automaton.waitSet`) can begin with a word. */
export function beginsAny({ begins }: WordSymbols, set: number): boolean {
  return begins !== undefined && ((begins[set >> 5] as number) & (1 << (set & 31))) !== 0;
}

function either(a: Int32Array | undefined, b: Int32Array | undefined): Int32Array | undefined {
  return a && b ? a.map((bits, i) => bits | (b[i] as number)) : (a ?? b);
}
