import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/batch/lines.js';
import { itemsOf, type SourceOptions } from '../../src/batch/source.js';
import type { Item } from '../../src/batch/task.js';
import { folderOf } from '../support/cli.js';

const items = async (
  inputs: readonly string[],
  options: Partial<SourceOptions> & { cwd: string },
): Promise<Item[]> => {
  const list: Item[] = [];
  for await (const item of itemsOf(inputs, { maxBytes: 1000, ...options })) list.push(item);
  return list;
};
const codes = (list: readonly Item[]): string[] =>
  list.map((item) => ('failure' in item ? item.failure.code : item.id));

describe('what a batch reads', () => {
  it('takes files, folders, globs, lists and NDJSON in the order given', async () => {
    const cwd = folderOf({
      'a.md': 'x',
      'f/b.txt': 'x',
      'f/c.html': 'x',
      'g/d.md': 'x',
      'list.txt': 'g/e.md\n\ng/none.md\n',
      'r.ndjson': '{"id":"r1","text":"x"}\n{"id":"r2","path":"f/b.txt","format":"text","language":"en"}',
    });
    const list = await items(['a.md', 'r.ndjson', 'f', 'g/*.md'], { cwd, filesFrom: 'list.txt' });
    expect(codes(list)).toEqual(['g/e.md', 'g/none.md', 'a.md', 'r1', 'r2', 'f/b.txt', 'f/c.html', 'g/d.md']);
    expect(list[4]).toEqual({ id: 'r2', path: 'f/b.txt', format: 'text', language: 'en' });
  });

  it('unzips what is gzip, from a file or standard input, whatever its name', async () => {
    const zipped = gzipSync('{"id":"a","text":"x"}\n');
    const cwd = folderOf({ 'a.ndjson.gz': zipped, 'b.jsonl': '{"id":"b","text":"x"}\n' });
    const stdin = () => Readable.from([gzipSync('{"id":"c","text":"x"}\n')]);
    expect(codes(await items(['a.ndjson.gz', 'b.jsonl', '-'], { cwd, stdin }))).toEqual(['a', 'b', 'c']);
  });

  it('makes misfits of bad lines, each in its place and with its line', async () => {
    const lines = [
      '{"id":"a","text":"x"}',
      'no json',
      '[]',
      '{"text":"x"}',
      '{"id":"b"}',
      '{"id":"c","text":"x","path":"y"}',
      '{"id":"d","text":"x","format":"pdf"}',
      '{"id":"e","text":"x","language":1}',
      '{"id":"a","text":"again"}',
      `{"id":"f","text":"${'x'.repeat(70_000)}"}`,
      '{"id":"__proto__","text":"x"}',
      '{"id":"g","te',
    ];
    const cwd = folderOf({ 'r.ndjson': lines.join('\n') });
    const list = await items(['r.ndjson'], { cwd });
    expect(codes(list)).toEqual([
      'a',
      ...Array(7).fill('bad-line'),
      'duplicate-id',
      'too-large',
      '__proto__',
      'bad-line',
    ]);
    const messages = list.flatMap((item) => ('failure' in item ? [item.failure.message] : []));
    expect(messages[0]).toBe('"r.ndjson:2": the line is not JSON; write one object a line');
    expect(messages.at(-1)).toMatch(/^"r\.ndjson:12": the input ends within this line/);
    expect(messages[7]).toBe('the id "a" was given to policy 1 before; give each its own');
  });

  it('says where an input breaks off, and what is no input', async () => {
    const zipped = gzipSync('{"id":"a","text":"x"}\n'.repeat(3)).subarray(0, -12);
    const cwd = folderOf({ 'half.ndjson.gz': zipped, 'd.ndjson/x.md': '' });
    await expect(items(['half.ndjson.gz'], { cwd })).rejects.toThrow(
      /"half\.ndjson\.gz" breaks off somewhere after line/,
    );
    await expect(items(['none.ndjson'], { cwd })).rejects.toThrow(
      'no such file: "none.ndjson"; check the path',
    );
    await expect(items(['d.ndjson'], { cwd })).rejects.toThrow(/is a folder/);
  });
});

describe('lines', () => {
  it('are those of the text, however it comes in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'é', '\n', '\r\n', '漢'), { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        async (signs, size) => {
          const text = signs.join('');
          const bytes = Buffer.from(text);
          const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
            bytes.subarray(i * size, (i + 1) * size),
          );
          const found: (string | undefined)[] = [];
          for await (const line of linesOf(Readable.from(pieces), 1000)) found.push(line.text);
          const expected = text.split('\n').map((line) => line.replace(/\r$/, ''));
          if (expected.at(-1) === '' && !text.endsWith('\r')) expected.pop();
          expect(found).toEqual(expected);
        },
      ),
    );
  });
});
