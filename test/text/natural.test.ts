import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { boundedCache } from '../../src/text/cache.js';

describe('natural', () => {
  it('is imported by one file, by deep path only', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((f) =>
      /(?<!\.d)\.ts$/.test(f),
    );
    const importing = files.filter((file) => /from 'natural/.test(readFileSync(join('src', file), 'utf8')));
    expect(importing.map((file) => file.replaceAll('\\', '/'))).toEqual(['text/natural.ts']);
    expect(readFileSync('src/text/natural.ts', 'utf8')).not.toMatch(/from 'natural'/);
  });
});

describe('boundedCache', () => {
  it('makes a value once while it is in use, and forgets what is not', () => {
    const made: string[] = [];
    const get = boundedCache(2, (key) => {
      made.push(key);
      return { key };
    });
    const a = get('a');
    for (const key of ['b', 'a', 'c', 'a', 'd', 'a', 'e', 'a']) get(key);
    expect(get('a')).toBe(a);
    expect(made.filter((key) => key === 'a')).toHaveLength(1);
    get('b');
    expect(made.filter((key) => key === 'b')).toHaveLength(2);
  });
});
