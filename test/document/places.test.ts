import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/text/index.js';
import { expectTokensShown, readMd, readText, showMarkdown } from './read-blocks.js';

const WORDS = ['data', 'share', 'we', 'été', 'U', 'opt-out', '😀', '12', 'user’s', 'x', 'mail'];
const word = fc.constantFrom(...WORDS);

/** A word with markup in or around it: as the source has it and as a reader sees it. */
const dressed = fc.oneof(
  word.map((w) => [w, w]),
  word.map((w) => [`**${w}**`, w]),
  word.map((w) => [`*${w}*`, w]),
  word.map((w) => [`\`${w}\``, w]),
  word.map((w) => [`~~${w}~~`, w]),
  word.map((w) => [`[${w}](https://a.example/${w.length})`, w]),
  word.map((w) => [`<b>${w}</b>`, w]),
  fc.constant(['ca**re**ful', 'careful']),
  fc.constant(['a\\*b', 'a*b']),
  fc.constant(['AT&amp;T', 'AT&T']),
  fc.constant(['caf&eacute;', 'café']),
  fc.constant(['don&#39;t', "don't"]),
  fc.constant(['![pict](p.png)', '']),
  fc.constant(['see<!-- note -->', 'see']),
) as fc.Arbitrary<[string, string]>;

const gap = fc.constantFrom(' ', ' ', '  ', '\n', '  \n', '\\\n', ' <br> ');
const line = fc
  .array(fc.tuple(dressed, gap), { minLength: 1, maxLength: 8 })
  // A plain word first, so that no line begins like a list, a rule or an HTML block.
  .map((parts) => ({
    source: `So ${parts.map(([[raw], space]) => raw + space).join('')}ends`,
    shown: `So ${parts.map(([[, shown]]) => shown).join(' ')} ends`,
  }));

const oneLine = (source: string): string => source.replace(/\\?\n/g, ' ');
const indent = (source: string, margin: string): string => source.replaceAll('\n', `\n${margin}`);
const block = line.chain(({ source, shown }) =>
  fc.constantFrom(
    { source, shown },
    { source: `## ${oneLine(source)}`, shown },
    { source: `> ${indent(source, '> ')}`, shown },
    { source: `- ${indent(source, '  ')}`, shown },
    { source: `1. first\n   - ${indent(source, '     ')}`, shown: `first ${shown}` },
    { source: `| top |\n|---|\n| ${oneLine(source)} |`, shown: `top ${shown}` },
    { source: `${indent(source, '   ')}\n===`, shown },
  ),
);

const wordsOf = (text: string): string[] => tokenize(text).map((token) => text.slice(token.start, token.end));

const withoutBullets = (words: string[]): string[] => words.filter((w) => w !== '•');

describe('places', () => {
  it('holds for generated Markdown: the source between mapped ends shows the words, and none is lost', () => {
    const ends = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), ends, fc.boolean(), (blocks, end, bom) => {
        const text =
          (bom ? '\ufeff' : '') +
          blocks
            .map((b) => b.source)
            .join('\n\n')
            .replaceAll('\n', end);
        const document = readMd(text);
        expectTokensShown(document, showMarkdown);
        const read = document.blocks.flatMap((b) => wordsOf(b.text));
        expect(read).toEqual(blocks.flatMap((b) => wordsOf(b.shown)));
      }),
      { numRuns: 300 },
    );
  });

  it('holds for any characters: spans stay in the source, in order, and equal text is copied', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        '*',
        '_',
        '`',
        '[',
        '](',
        ')',
        '<',
        '>',
        '&amp;',
        '\\',
        '\n',
        '\r\n',
        '\n\n',
        '- ',
        '# ',
        '|',
        '\0',
        '\ud800',
        ' • ',
        '<br>',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        for (const { blocks } of [readMd(text), readText(text)]) {
          for (const b of blocks) {
            let before = 0;
            for (let i = 0; i < b.text.length; i++) {
              const { start, end } = b.map.toSource({ start: i, end: i + 1 });
              expect(start).toBeGreaterThanOrEqual(before);
              expect(end).toBeGreaterThan(start);
              expect(end).toBeLessThanOrEqual(text.length);
              before = start;
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('holds for plain text, letter by letter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...WORDS, '\n', '\n\n', '• ', '\t', '\r\n', 'A TITLE\n\n'), {
          maxLength: 30,
        }),
        (parts) => {
          const text = parts.join(' ');
          const document = readText(text);
          expectTokensShown(document, (raw) => raw);
          const read = document.blocks.flatMap((b) => wordsOf(b.text));
          expect(withoutBullets(read)).toEqual(withoutBullets(wordsOf(text)));
        },
      ),
      { numRuns: 200 },
    );
  });
});
