import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { markdownToMdast } from 'satteri';
import { describe, expect, it } from 'vitest';
import { nativeParser, whyNotNative, whyReread } from '../../src/native/index.js';
import { loadNativeParser } from '../../src/node/index.js';
import { reading, reportOf } from './reading.js';

const native = nativeParser(markdownToMdast);
/** satteri's own tree, without the guard. */
const bare = (text: string) =>
  markdownToMdast(text, { features: { gfm: { footnotes: false }, frontmatter: true } }) as ReturnType<
    typeof native
  >;

/** What the two parsers read differently, a case of each kind: if satteri mends one, the guard need not name it any more. */
const DIFFERENCES: readonly (readonly [what: string, text: string])[] = [
  ['a byte order mark inside', '*\ufeff* a *b*'],
  ['front matter', '+++\r\n> - '],
  ['marks of emphasis of two kinds that touch', 'so**_never_** else'],
  ['marks of emphasis of two kinds that touch', '*Only _**so* far_'],
  ['a box to tick', '+ [ ] \r<br>'],
  ['an escaped mark beside one that is not', '  \\***\\***We share data.'],
  ['marks of emphasis beside a character of two units', '**:>**😀 <br>'],
  ['a footnote', '[^1]: note<table>\r\n| --- |'],
  ['raw HTML with an end of its own', '<pre><?php</script>Title\n===\n'],
  ['raw HTML or a list right under a row', 'word| a | b |\n| --- | --- |\n| c | d |\n- | --- |'],
  ['raw HTML or a list right under a row', '| a | b |\n| --- | --- |\n| c | d |\n</a>\r\n---]]>'],
  ['a line that ends in CR alone', '>```\r> '],
  ['a definition above a table', '[y]: http://z.example__[z] \r| --- |'],
];

describe('the native parser', () => {
  it.each(DIFFERENCES)('leaves %s to remark-parse', (what, text) => {
    expect(whyNotNative(text) ?? whyReread(text)).toBe(what);
    expect(reading(text, native)).toBe(reading(text));
    expect(reading(text, bare)).not.toBe(reading(text));
  });

  it.each(['a\0b', 'half \ud800 of one'])('leaves %j to remark-parse', (text) => {
    expect(whyNotNative(text)).toBe('NUL or half a character');
    expect(reading(text, native)).toBe(reading(text));
  });

  it.each([
    '**_Cookies_**_:_ We use *few*.',
    'See _**Your Choices**_ and __all *others*__.',
    '- *one*\n- **_two:_** three',
    '\\*\\* We keep **gid** and \\_\\_visitor\\_id\\_.',
  ])('is asked for emphasis within emphasis: %s', (text) => {
    expect(whyNotNative(text) ?? whyReread(text)).toBeUndefined();
    expect(reading(text, native)).toBe(reading(text));
  });

  it.each([
    ['in a paragraph', '# Title\n\nso**_never_** else\n\nWe share *data*.\n'],
    ['behind spaces', 'One.\r\n\r\n   so**_never_**\r\nelse\r\n***\r\nTwo.'],
    ['in a list and a quote', '> - one\n>\n>   so**_never_**\n\n3. two\n4. so**_never_** else\nthree\n'],
    ['in a table', 'One.\n| a | b |\n|---|---|\n| so**_never_** | **:>**😀 |\n\nTwo.'],
    ['in several blocks', '😀 so**_never_**\n\n## **:>**😀\n\nso**_ever_** [x](http://a.example)\n'],
    ['above what would be front matter alone', 'One.\n\n+++\nso**_never_**\n+++\n'],
    ['beside a definition', 'so**_never_** [else]\n\n> [else]: http://z.example\n'],
    ['beside an address', 'so**_never_** https://site.example/*x*\n\nwww.site.example/*x*.'],
  ])('leaves a block with such marks to remark-parse: %s', (_, text) => {
    expect(whyNotNative(text)).toBeUndefined();
    expect(whyReread(text)).toBeDefined();
    expect(reading(text, native)).toBe(reading(text));
    expect(reading(text, bare)).not.toBe(reading(text));
  });

  it.each([
    'Write to me@mail.example or see https://site.example/a_b?c=d.',
    'See _https://site.example/_ and www.site.example/*x*.',
    'Ask me@mail.example+ \nor call.',
    '*[x] http://z.example* me@mail.example2) ',
  ])('links no address by itself, as remark-parse does not: %s', (text) => {
    expect(reading(text, native)).toBe(reading(text));
    expect(reading(text, bare)).not.toBe(reading(text));
  });

  const corpus = readdirSync('corpus', { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  );
  it.each(corpus)('reads corpus/%s as remark-parse does, and so do reports', (path) => {
    const text = readFileSync(`corpus/${path}`, 'utf8');
    expect(reading(text, native)).toBe(reading(text));
    expect(reportOf(text, native)).toEqual(reportOf(text));
  });

  it('reads like it whatever is written', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        expect(reading(text, native)).toBe(reading(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('is loaded where satteri is installed', async () => {
    const text = '# Title\n\nWe share *data*.';
    expect(reading(text, await loadNativeParser())).toBe(reading(text));
  });
});

const PIECES = [
  ...[
    'word',
    'We share data',
    'a',
    'é',
    '😀',
    '“q”',
    '\u00a0',
    '\u200b',
    '.',
    ',',
    ':',
    '!',
    '(',
    ')',
    '%',
    '$',
  ],
  ...[' ', '  ', '    ', '\t', '\n', '\n\n', '\n\n\n', '\r\n', '\r'],
  ...[
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2) ',
    '[ ] ',
    '[x] ',
    '# ',
    '## ',
    '###',
    '> ',
    '>',
    'Title\n---\n',
    'Title\n===\n',
  ],
  ...[
    '---',
    '***',
    '___',
    '===',
    '==',
    '+++',
    '*',
    '**',
    '_',
    '__',
    '~~',
    '~',
    '`',
    '```',
    '~~~',
    '\\',
    '\\*',
    '\\\\',
  ],
  ...['|', '| --- |', '|-|-|', '| a | b |\n| --- | --- |\n| c | d |\n', '1986\\. ', 'so**_x_** y', '{#id}'],
  ...['[', '](', '[x](http://a.b/c)', '[x][y]', '[y]: http://z.example', '![i](u)', '[^1]', '[^1]: note'],
  ...[
    'http://x.example/a_b',
    'https://e.example/p?q=1&r=2',
    'www.site.example',
    'me@mail.example',
    '<http://in.example>',
  ],
  ...[
    '<br>',
    '<br><br>',
    '<b>',
    '</b>',
    '<div>',
    '</div>',
    '<p>',
    '</p>',
    '<table>',
    '<td>',
    '</table>',
    '<a href="q">',
  ],
  ...[
    '</a>',
    '<script>',
    '</script>',
    '<pre>',
    '</pre>',
    '<!-- c -->',
    '<!--',
    '-->',
    '<?php',
    '?>',
    '<![CDATA[',
    ']]>',
  ],
  ...['&amp;', '&nbsp;', '&lt;', '\ufeff', '<!-- fineprint-disable -->'],
];
