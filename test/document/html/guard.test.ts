import { describe, expect, it } from 'vitest';
import { eachTag, flatten, lookAt } from '../../../src/document/html/guard.js';
import { parsePage } from '../../../src/document/html/parse.js';
import { segmentPage } from '../../../src/document/html/segment.js';
import { POLICY, policy, read, texts } from './page.js';

const tags = (html: string): string[] => {
  const names: string[] = [];
  eachTag(html, (tag) => {
    names.push(`${tag.closing ? '/' : ''}${tag.name}=${html.slice(tag.start, tag.end)}`);
    return undefined;
  });
  return names;
};

describe('eachTag', () => {
  it('finds tags as a parser does', () => {
    expect(tags('<A title="a>b">x</a ><!-- <b> --><!doctype html>1 < 2<br/>')).toEqual([
      'a=<A title="a>b">',
      '/a=</a >',
      '=<!-- <b> -->',
      '=<!doctype html>',
      'br=<br/>',
    ]);
  });

  it('passes over scripts and styles, also unended ones', () => {
    expect(tags('<script>if (a<b) "<p>"</script><p>')).toEqual([
      'script=<script>',
      '/script=</script>',
      'p=<p>',
    ]);
    expect(tags('<style><b>')).toEqual(['style=<style>', 'b=<b>']);
  });
});

describe('lookAt', () => {
  it('lets ordinary pages pass', () => {
    expect(lookAt('<ul><li>One<li>Two</ul>'.repeat(20_000)).reason).toBeUndefined();
    expect(lookAt('<table><tr><td><p>x<td>y</table>'.repeat(20_000)).reason).toBeUndefined();
    expect(lookAt(`<p>${'word '.repeat(100_000)}`).reason).toBeUndefined();
  });

  it.each([
    ['nesting', '<div>'.repeat(200_000), 'depth'],
    ['unclosed formatting', '<p><b>x'.repeat(50_000), 'depth'],
    ['attributes', `<a ${'b '.repeat(50_000)}>`, 'attributes'],
    ['content loose in tables', `<table>${'<div>x</div>'.repeat(50_000)}`, 'in-tables'],
    ['elements left open', `${'<div>'.repeat(700)}${'<p>x'.repeat(200_000)}`, 'open'],
  ])('stops %s', (_, html, reason) => {
    expect(lookAt(html).reason?.what).toBe(reason);
  });

  it.each([
    ['tags', '<p>one <b>two</b></p>'],
    ['openings', '<'],
    ['quotes', '<a b="'],
    ['comments', '<!--'],
    ['raw text', '<title><style>'],
    ['one long line', 'word '],
  ])('takes steps in proportion to the input: %s', (_, unit) => {
    const steps = (times: number): number => lookAt(unit.repeat(times)).steps;
    expect(steps(20_000)).toBeLessThanOrEqual(2.01 * steps(10_000) + 10);
  });
});

describe('flatten', () => {
  it('keeps every letter of text in its place', () => {
    const html =
      '<!doctype html><div class="a"><h2>Title</h2><span>w<b>or</b>d</span><ul><li>One<br>two</ul></div>';
    const flat = flatten(html);
    expect(flat).toHaveLength(html.length);
    for (const word of ['Title', 'or', 'One', 'two']) expect(flat.indexOf(word)).toBe(html.indexOf(word));
    expect(flat).toContain('<h2>Title</h2>');
    expect(flat).not.toMatch(/<(?:div|ul|li|span|b)\b/);
  });
});

describe('pages that the parser cannot take', () => {
  it.each([
    ['200,000 nested elements', '<div>'.repeat(200_000)],
    ['nested and closed', `${'<div>'.repeat(50_000)}${'</div>'.repeat(50_000)}`],
    ['half-open formatting', '<i><p>'.repeat(20_000)],
  ])(
    'reads %s as plain blocks and says so',
    (_, wild) => {
      const { blocks, notes } = read(
        `${wild}<h1>Privacy notice</h1>${policy('section')}<script>let a = "<p>no</p>";</script>`,
      );
      expect(blocks.map((block) => block.text)).toEqual(['Privacy notice', ...POLICY]);
      expect(notes.map((note) => note.code)).toEqual(['fallback']);
    },
    30_000,
  );

  it('reads unclosed and misnested pages', () => {
    expect(texts(`<div><p>${POLICY[0]}<p><b>${POLICY[1]}<ul><li>${POLICY[2]}</b><li>${POLICY[3]}`)).toEqual([
      ...POLICY,
    ]);
  });

  it('reads a long line and a long word', () => {
    const line = `${POLICY.join(' ')} `.repeat(3000).trim();
    expect(texts(`<p>${line}</p>`)).toEqual([line]);
    const word = 'a'.repeat(1_000_000);
    expect(texts(`<p>We collect data: ${word}</p>${policy()}`)[0]).toContain(word);
  });

  it('visits each node once', () => {
    const steps = (times: number): number => {
      const html = '<div><p>One <b>two</b><br>three</p><ul><li>x</ul></div>'.repeat(times);
      return segmentPage(parsePage(html).root, html).steps;
    };
    expect(steps(2000)).toBeLessThanOrEqual(2 * steps(1000) + 10);
  });
});
