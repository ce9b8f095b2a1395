import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../../src/document/html/align.js';
import { POLICY, read, shown } from './page.js';

const pieces = (value: string, source: string): string[] => {
  const out: string[] = [];
  align(value, source, 0, source.length, (text, from, to) => out.push(`${text}=${source.slice(from, to)}`));
  return out;
};

describe('align', () => {
  it.each([
    ['a & b', 'a &amp; b', ['a =a ', '&=&amp;', ' b= b']],
    ['&lt;', '&amp;lt;', ['&=&amp;', 'lt;=lt;']],
    ['&nope; x', '&nope; x', ['&=&', 'nope; x=nope; x']],
    ['€😀', '&#128;&#x1F600;', ['€=&#128;', '😀=&#x1F600;']],
    ['©2015', '&copy2015', ['©=&copy', '2015=2015']],
    ['¬it', '&notit', ['¬=&not', 'it=it']],
    ['≂̸x', '&NotEqualTilde;x', ['≂̸=&NotEqualTilde;', 'x=x']],
    ['a\nb', 'a\r\nb', ['a=a', '\n=\r\n', 'b=b']],
    ['ab', 'a\0b', ['a=a', 'b=b']],
    ['one two', 'one</b> two', ['one=one', ' two= two']],
    ['a < b', 'a < b', ['a =a ', '<=<', ' b= b']],
    ['moved text', 'moved<td>cell</td> text', ['moved=moved', ' text= text']],
  ])('aligns %j with %j', (value, source, expected) => {
    expect(pieces(value, source)).toEqual(expected);
  });

  it('gives the rest as one piece when source and value have nothing in common', () => {
    expect(pieces('xyz', 'abc')).toEqual(['xyz=abc']);
  });
});

const filler = POLICY.map((text) => `<p>${text}</p>`).join('');
const word = fc.constantFrom(
  'collect',
  'données',
  '😀',
  'caf&eacute;',
  '&#x1F600;',
  'x&amp;y',
  '&rsquo;s',
  'third-party',
  '&copy;',
  '&lt;b&gt;',
);
const gap = fc.constantFrom(
  ' ',
  '\n',
  '\r\n  ',
  '&nbsp;',
  '',
  '<b>',
  '</b>',
  '<i> ',
  ' </i>',
  '<a href="/x">',
  '</a>',
  '<!-- note -->',
  '<br>',
  '<wbr>',
);

describe('places in HTML', () => {
  it('maps every span of a block to the source that shows it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 30 }),
        fc.boolean(),
        fc.nat(),
        fc.nat(),
        (parts, mark, a, b) => {
          const html = `${mark ? '\uFEFF' : ''}<body>${filler}<p>${parts.flat().join('')}</p>${filler}</body>`;
          for (const block of read(html).blocks) {
            const letters = [...block.text];
            const from = a % letters.length;
            const to = from + 1 + (b % (letters.length - from));
            const quote = letters.slice(from, to).join('');
            const start = letters.slice(0, from).join('').length;
            const place = block.map.toSource({ start, end: start + quote.length });
            expect(shown(html, place.start, place.end).trim()).toBe(quote.trim());
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps places in lone surrogates, NUL, lone returns and text that stands before the body', () => {
    const html = `<html> &amp; first \ud800 a\0b\rc ${filler}`;
    const [first] = read(`${html}`).blocks;
    expect(first?.text).toBe('& first \ud800 ab c');
    const place = first?.map.toSource({ start: 0, end: first.text.length });
    expect(html.slice(place?.start, place?.end)).toBe('&amp; first \ud800 a\0b\rc');
  });

  it('places words that tags cut and references end', () => {
    const html = `${filler}<p>We do n<b>o</b>t sell d&aacute;ta&hellip;</p>${filler}`;
    const block = read(html).blocks.find((each) => each.text.startsWith('We do'));
    expect(block?.text).toBe('We do not sell dáta…');
    const place = (quote: string): string => {
      const start = block?.text.indexOf(quote) ?? 0;
      const span = block?.map.toSource({ start, end: start + quote.length });
      return html.slice(span?.start, span?.end);
    };
    expect(place('not')).toBe('n<b>o</b>t');
    expect(place('dáta…')).toBe('d&aacute;ta&hellip;');
    expect(place('…')).toBe('&hellip;');
  });
});
