import { afterEach, describe, expect, it, vi } from 'vitest';
import { definitionsOf } from '../../src/document/definitions.js';
import { readMarkdownTree } from '../../src/document/markdown.js';
import { parseMarkdown } from '../../src/document/markdown-parser.js';
import { readPlain } from '../../src/document/plain.js';
import { sourceText } from '../../src/source/index.js';
import { sentences, tokenize } from '../../src/text/index.js';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Counts what a stage does with strings: calls that look at one, and the letters of those it cuts out. */
function workOf(stage: () => void): number {
  let work = 0;
  const { exec, test } = RegExp.prototype;
  const { charAt, charCodeAt, slice } = String.prototype;
  vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, text) {
    work++;
    return exec.call(this, text);
  });
  vi.spyOn(RegExp.prototype, 'test').mockImplementation(function (this: RegExp, text) {
    work++;
    return test.call(this, text);
  });
  vi.spyOn(String.prototype, 'charAt').mockImplementation(function (this: string, at) {
    work++;
    return charAt.call(this, at);
  });
  vi.spyOn(String.prototype, 'charCodeAt').mockImplementation(function (this: string, at) {
    work++;
    return charCodeAt.call(this, at);
  });
  vi.spyOn(String.prototype, 'slice').mockImplementation(function (this: string, from, to) {
    const cut = slice.call(this, from, to);
    work += 1 + cut.length;
    return cut;
  });
  stage();
  vi.restoreAllMocks();
  return work;
}

const PIECES = {
  prose: 'We share the data (e.g. names) with U.S. firms. You may object at a.b@c.org! ',
  lines: 'We share\n• names and\n• more\n',
  paragraphs: 'We **share** names.\n\nWe _do_ sell &amp; keep\\* them.\n\n',
  lists: '- We share:\n  - names\n\n  more\n  - orders\n',
  breaks: 'one<br><br>two<br>three ',
  definitions: 'Acme Ltd ("Acme1") runs it and "terms" means words, “so” refers to this ("xx", "yy"). ',
  tables: '\n\n| a | b |\n|---|---|\n| *c* | `d` |\n\n',
  html: '\n\n<div><p>one &amp; two</p><ul><li>three</li></ul></div>\n\n',
  stops: '...?! a. B. ',
  quotes: '("“',
};

describe('work on a text twice as long', () => {
  it.each(Object.entries(PIECES))('is at most twice as much: %s', (_name, piece) => {
    const measure = (times: number): Record<string, number> => {
      const text = piece.repeat(times);
      const source = sourceText(text);
      const root = parseMarkdown(text);
      const { blocks } = readMarkdownTree(source, root);
      return {
        blocks: workOf(() => readMarkdownTree(source, root)),
        plain: workOf(() => readPlain(source)),
        definitions: workOf(() => definitionsOf(blocks)),
        tokens: workOf(() => tokenize(text)),
        sentences: workOf(() => sentences(text)),
      };
    };
    // Once before, so that caches are filled.
    measure(100);
    const once = measure(100);
    const twice = measure(200);
    // Looks ahead are cut short at the end of the shorter text; quadratic work would be four times as much.
    for (const [stage, work] of Object.entries(twice)) {
      expect(work, stage).toBeLessThanOrEqual(2.5 * (once[stage] ?? 0) + 50);
    }
  });
});
