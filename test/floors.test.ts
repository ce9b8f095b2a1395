import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** A room imports only rooms on lower floors; ARCHITECTURE.md says why. */
const FLOORS: Readonly<Record<string, number>> = {
  source: 0,
  locale: 0,
  text: 1,
  pattern: 1,
  document: 2,
  clause: 3,
  ruleset: 4,
  analyze: 5,
  profile: 6,
  report: 7,
  compare: 8,
  format: 9,
  config: 9,
  testing: 9,
  native: 9,
  parity: 10,
  page: 11,
  node: 12,
  playground: 12,
  remark: 13,
  vitest: 13,
  batch: 13,
  queue: 14,
  cli: 15,
  action: 16,
};
const LAST_PURE_FLOOR = 11;
/** Packages that may be imported at one place only. */
const ONE_PLACE: Readonly<Record<string, RegExp>> = { natural: /^text\/natural\.ts$/ };

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort();

const IMPORT = /\b(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;

function importsOf(path: string): string[] {
  const text = readFileSync(join(src, path), 'utf8');
  return Array.from(text.matchAll(IMPORT), (match) => match[1] ?? match[2] ?? '');
}

const roomOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '');

/** What a file imports of other rooms, as paths below src. */
function roomImports(path: string): string[] {
  return importsOf(path)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(src, resolve(src, dirname(path), name)).replaceAll('\\', '/'))
    .filter((target) => roomOf(target) !== roomOf(path));
}

describe('floors', () => {
  it('know every room', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => room !== '' && !(room in FLOORS))).toEqual([]);
  });

  it.each(files.filter((path) => path.includes('/')))(
    '%s imports lower rooms only, by their faces',
    (path) => {
      for (const target of roomImports(path)) {
        expect(FLOORS[roomOf(target)] ?? Number.POSITIVE_INFINITY, target).toBeLessThan(
          FLOORS[roomOf(path)] as number,
        );
        expect(target).toMatch(/\/index\.js$/);
      }
    },
  );

  it.each(files.filter((path) => (FLOORS[roomOf(path)] ?? 0) <= LAST_PURE_FLOOR))(
    '%s runs in browsers',
    (path) => {
      const packages = importsOf(path).filter((name) => !name.startsWith('.'));
      expect(packages.filter((name) => name.startsWith('node:'))).toEqual([]);
      const code = readFileSync(join(src, path), 'utf8').replace(
        /\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'/g,
        '',
      );
      expect(code).not.toMatch(/(?<![\w.-])(?:process|Buffer|__dirname|fetch|Date|localStorage)\b\s*[.(]/);
    },
  );

  it.each(Object.entries(ONE_PLACE))('%s is imported in one file', (name, place) => {
    const users = files.filter((path) => importsOf(path).some((other) => other.split('/')[0] === name));
    expect(users.filter((path) => !place.test(path))).toEqual([]);
    expect(users.length).toBeGreaterThan(0);
  });
});
