import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileIndex, type PatternEntry, PatternError } from '../../src/pattern/index.js';
import { naiveMatches } from './naive.js';
import { stem, tokens } from './tokens.js';

const NAMES = ['k.a', 'k.b', 'm', 'n.o', 'n.o.p', 'q'];

/** Phrases of a class refer only to classes that come before it, so that there are no circles. */
function phraseFor(rank: number): fc.Arbitrary<string> {
  const below = NAMES.slice(0, rank).filter((name) => !name.startsWith('n') || rank > 4);
  const referable = [...below, ...(rank > 1 ? ['k'] : []), ...(rank > 4 ? ['n.o', 'n'] : [])];
  const leaves = ['a', 'b', 'cs', 'd', '"as"', '"b"', '#', '","', '..1', '..2', '..4'];
  const leaf = fc.constantFrom(...leaves, ...referable.map((name) => `@${name}`));
  const { phrase } = fc.letrec<{ part: string; phrase: string }>((tie) => ({
    part: fc.oneof(
      { maxDepth: 3 },
      { arbitrary: leaf, weight: 6 },
      { arbitrary: leaf.filter((text) => !text.startsWith('..')).map((text) => `${text}?`), weight: 1 },
      { arbitrary: fc.tuple(tie('phrase'), tie('phrase')).map(([a, b]) => `(${a}|${b})`), weight: 1 },
      { arbitrary: tie('phrase').map((a) => `(${a})?`), weight: 1 },
      { arbitrary: tie('phrase').map((a) => `(${a}|)`), weight: 1 },
    ),
    phrase: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
  }));
  return phrase.filter((text) => usable({ class: 'x', phrase: text, specific: false }));
}

/** Leaves out phrases that are refused for a good reason (empty, gap first). */
function usable(entry: PatternEntry): boolean {
  try {
    compileIndex([entry], { stem, classes: NAMES });
    return true;
  } catch (error) {
    if (error instanceof PatternError) return false;
    throw error;
  }
}

/** A capture around a whole phrase has to hold the whole match. */
const wrapped = (phrase: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    phrase,
    phrase.map((text) => `<it: ${text}>`),
  );

const packs = fc
  .tuple(...NAMES.map((_, rank) => fc.array(wrapped(phraseFor(rank)), { minLength: 1, maxLength: 3 })))
  .map((all) =>
    all.flatMap((phrases, rank) =>
      phrases.map((phrase): PatternEntry => ({ class: NAMES[rank] as string, phrase, specific: false })),
    ),
  );
const texts = fc
  .array(fc.constantFrom('a', 'as', 'b', 'c', 'd', '7', ',', '.', 'x'), { maxLength: 16 })
  .map((words) => words.join(' '));

it('finds what trying everything finds', () => {
  fc.assert(
    fc.property(packs, fc.array(texts, { minLength: 1, maxLength: 6 }), (entries, all) => {
      const index = compileIndex(entries, { stem });
      // Twice: from some length of text on the rare words of phrases are looked for first.
      for (const text of [...all, 'x '.repeat(20_000), ...all]) {
        const words = tokens(text);
        const matches = index.match(words);
        if (words.length > 100) continue;
        for (const { captures, start, end } of matches)
          if (captures) expect(captures).toEqual({ it: { start, end } });
        const found = matches.map((match) => `${match.class} ${match.start}-${match.end}`);
        expect([...found].sort()).toEqual(naiveMatches(entries, words));
      }
    }),
    { numRuns: 200 },
  );
}, 60_000);
