import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPattern, whyNoPattern } from '../../src/config/glob.js';

describe('matchesPattern', () => {
  it.each([
    ['a.md', 'a.md'],
    ['./a.md', 'a.md'],
    ['*.md', 'Privacy.MD'],
    ['*', '.well-known'],
    ['policies/*', 'policies/a.md'],
    ['policies/**', 'policies/a.md'],
    ['policies/**', 'policies/2026/eu/a.md'],
    ['**/a.md', 'a.md'],
    ['**/a.md', 'x/y/a.md'],
    ['**', 'x/y/a.md'],
    ['x/**/a.md', 'x/a.md'],
    ['{a,b}/*.{md,html}', 'b/x.html'],
    ['a{,-old}.md', 'a-old.md'],
    ['{a,{b,c}}.md', 'c.md'],
    ['v[0-9].md', 'v7.md'],
    ['v[!0-9].md', 'vx.md'],
    ['a?c.md', 'abc.md'],
    ['a\\*.md', 'a*.md'],
    ['a[.md', 'a[.md'],
    ['😀?.md', '😀😀.md'],
  ])('%s fits %s', (pattern, path) => {
    expect(matchesPattern(pattern, path)).toBe(true);
  });

  it.each([
    ['*.md', 'x/a.md'],
    ['a.md', 'b/a.md'],
    ['policies/*', 'policies/x/a.md'],
    ['policies/**', 'policies.md'],
    ['**/a.md', 'ba.md'],
    ['a*c', 'abd'],
    ['v[!0-9].md', 'v7.md'],
    ['a\\*.md', 'ab.md'],
    ['a?.md', 'a.md'],
    ['a.md', 'aXmd'],
    ['', 'a'],
  ])('%s does not fit %s', (pattern, path) => {
    expect(matchesPattern(pattern, path)).toBe(false);
  });

  it('fits any name to itself, its beginning with a star, and its folder with two', () => {
    const name = fc.stringMatching(/^[a-z0-9 ._-]{1,12}$/).filter((one) => one !== '.' && one !== '..');
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), fc.nat(12), (names, at) => {
        const path = names.join('/');
        const last = names.at(-1) as string;
        const folders = names
          .slice(0, -1)
          .map((folder) => `${folder}/`)
          .join('');
        expect(matchesPattern(path, path)).toBe(true);
        expect(matchesPattern(`${folders}${last.slice(0, at)}*`, path)).toBe(true);
        expect(matchesPattern(`**/${last}`, path)).toBe(true);
        expect(matchesPattern(`${folders}**`, path)).toBe(true);
        expect(matchesPattern(`${path}x`, path)).toBe(false);
      }),
    );
  });

  it.each([
    ['stars', '*a*a*a*a*a*a*a*a*a*b', 'a'.repeat(4000)],
    ['folders', `${'**/'.repeat(300)}x`, 'a/'.repeat(2000)],
    ['both', `${'**/*a*/'.repeat(100)}x`, 'aaaa/'.repeat(800)],
    ['braces', '{a,b}'.repeat(150), 'a'.repeat(150)],
    ['open braces', '{'.repeat(900), '{'.repeat(900)],
    ['open brackets', '['.repeat(900), 'x'.repeat(900)],
  ])('takes no time for many %s', (_, pattern, path) => {
    const start = performance.now();
    matchesPattern(pattern, path);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('whyNoPattern', () => {
  it.each([
    ['../a.md', /leads out/],
    ['a/../../b', /leads out/],
    ['/etc/*', /leads out/],
    ['C:\\a', /leads out/],
    ['x:y.md', /begins like a drive; write "\?:y\.md"/],
    ['!a.md', /begins with "!"/],
    ['{a,b}'.repeat(7), /more than 64 alternatives/],
    ['a'.repeat(2000), /longer than 1000/],
  ])('refuses %s', (pattern, why) => {
    expect(whyNoPattern(pattern)).toMatch(why);
  });

  it.each(['a.md', '**/*.md', './a', 'a..b/c', '{a,b}', '...'])('takes %s', (pattern) => {
    expect(whyNoPattern(pattern)).toBeUndefined();
  });
});
