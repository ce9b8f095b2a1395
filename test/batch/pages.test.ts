import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { pagesBeside } from '../../src/batch/pages.js';
import { analyze, parsePolicy } from '../../src/index.js';
import { reportPage } from '../../src/page/index.js';
import { folderOf } from '../support/cli.js';
import { elementsOf, hasClass, treeOf, wordsOf } from '../support/pages.js';
import { batch, ensureBuilt, start } from './built.js';
import { ndjson, policies } from './policies.js';

beforeAll(ensureBuilt);

const HOSTILE = [
  '../../x',
  '/etc/passwd',
  'C:\\x',
  'a\u0000b',
  '..',
  '.',
  '',
  'CON',
  '数据',
  'é',
  'x'.repeat(5000),
  '-a',
  '%2e%2e/x',
];

/** What the table of an overview says of each policy: its name and where it leads. */
function links(cwd: string, name: string): [string, string | undefined][] {
  const [table] = elementsOf(treeOf(readFileSync(join(cwd, name), 'utf8')), (e) => hasClass(e, 'sortable'));
  return elementsOf(table ?? treeOf(''), (e) => e.properties.scope === 'row').map((head) => {
    const [link] = elementsOf(head, ({ tagName }) => tagName === 'a');
    return [wordsOf(link ?? head), link?.properties.href as string | undefined];
  });
}

function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

describe('the name of a page', () => {
  const { hrefOf, folder } = pagesBeside('/runs/crawl.html');

  it('stays in its folder whatever the id', () => {
    expect(folder).toBe('/runs/crawl-pages');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE)), (id) => {
        expect(hrefOf(id)).toMatch(/^\.\/crawl-pages\/[a-z0-9][a-z0-9-]{0,80}\.html$/);
      }),
    );
  });

  it('is one of its own, also where capitals do not count', () => {
    const ids = [...HOSTILE, 'a/b', 'a-b', 'A/B', 'a b', 'É', 'x'.repeat(5001)];
    expect(new Set(ids.map(hrefOf)).size).toBe(ids.length);
    expect(hrefOf('shop/Privacy Policy.md')).toMatch(
      /^\.\/crawl-pages\/shop-privacy-policy-md-[0-9a-f]{16}\.html$/,
    );
  });
});

// Each of these starts the program several times, also on machines that do other work.
describe('an overview with pages', { timeout: 120_000 }, () => {
  const args = (out: string, ...more: string[]) => [
    'in.ndjson',
    '-o',
    out,
    '--pages',
    '--jobs',
    '2',
    ...more,
  ];

  it('links each report to its page, as single policies have it, and nothing else', async () => {
    const texts = policies(30);
    const list = texts.map((one, i) => ({ ...one, id: HOSTILE[i] ?? one.id }));
    const cwd = folderOf({
      'in.ndjson': `${ndjson([...list, { id: 'soup', text: 'Soup of the day.' }, { id: '..', text: 'again' }])}bad\n`,
    });
    expect((await batch(args('o.html', '--include', 'near-duplicate'), cwd)).status).toBe(2);
    const rows = links(cwd, 'o.html');
    const linked = rows.filter(([, href]) => href !== undefined);
    // A text that is no policy, an id that was there, a line that is no JSON, and an id that is none.
    expect(rows.length - linked.length).toBe(4);
    for (const [, href = ''] of linked) expect(existsSync(join(cwd, href)), href).toBe(true);
    expect(readdirSync(join(cwd, 'o-pages'))).toHaveLength(linked.length);
    expect(new Set(linked.map(([, href]) => href)).size).toBe(linked.length);
    expect(readdirSync(cwd).sort()).toEqual(['in.ndjson', 'o-pages', 'o.html']);
    const text = texts[29]?.text ?? '';
    const own = linked.find(([name]) => name === texts[29]?.id)?.[1] ?? '';
    expect(readFileSync(join(cwd, own), 'utf8')).toBe(
      reportPage({ report: analyze(text), document: parsePolicy(text), name: 'policy-30' }),
    );
  });

  it('is the same from a cache, and whatever the number of threads', async () => {
    const cwd = folderOf({ 'in.ndjson': ndjson(policies(12)) });
    const runs = [
      ['--jobs', '1'],
      ['--cache', 'kept'],
      ['--cache', 'kept'],
    ];
    for (const [i, more] of runs.entries()) {
      expect((await batch(args(`${i}.html`, ...more), cwd)).status).toBe(0);
      expect(filesIn(join(cwd, `${i}-pages`))).toEqual(filesIn(join(cwd, '0-pages')));
    }
    expect(Object.keys(filesIn(join(cwd, '0-pages')))).toHaveLength(12);
    // What was kept without pages has none to give.
    expect((await batch(['in.ndjson', '-o', 'bare.html', '--cache', 'bare'], cwd)).status).toBe(0);
    await batch(args('late.html', '--cache', 'bare'), cwd);
    expect(filesIn(join(cwd, 'late-pages'))).toEqual(filesIn(join(cwd, '0-pages')));
  });

  it('has no page of a policy that is left out because it repeats another', async () => {
    const [one] = policies(1);
    const cwd = folderOf({ 'in.ndjson': ndjson([one, { ...one, id: 'twin' }]) });
    await batch(args('o.html', '--skip', 'duplicate'), cwd);
    expect(links(cwd, 'o.html').map(([, href]) => href !== undefined)).toEqual([true, false]);
    expect(readdirSync(join(cwd, 'o-pages'))).toHaveLength(1);
  });

  it('writes over nothing unless told to, and then leaves no page of the run before', async () => {
    const cwd = folderOf({ 'in.ndjson': ndjson(policies(4)) });
    await batch(args('o.html'), cwd);
    writeFileSync(join(cwd, 'o-pages/mine.html'), 'mine');
    rmSync(join(cwd, 'o.html'));
    const refused = await batch(args('o.html'), cwd);
    expect(refused.status).toBe(2);
    expect(refused.err).toMatch(
      /o-pages" is there already; name another file, or write over it with --force/,
    );
    writeFileSync(join(cwd, 'in.ndjson'), ndjson(policies(2)));
    expect((await batch(args('o.html', '--force'), cwd)).status).toBe(0);
    const wanted = links(cwd, 'o.html').map(([, href = '']) => basename(href));
    expect(readdirSync(join(cwd, 'o-pages')).sort()).toEqual([...wanted, 'mine.html'].sort());
  });

  it.each([
    [['-o', 'o.csv', '--pages'], 'pages are linked from an overview'],
    [['-o', '-', '--pages'], '--resume, --pages and --split need files'],
  ])('is what pages are for: %j', async (flags, says) => {
    const cwd = folderOf({ 'in.ndjson': ndjson(policies(1)) });
    const { status, err } = await batch(['in.ndjson', ...flags], cwd);
    expect(status).toBe(2);
    expect(err).toContain(says);
    expect(readdirSync(cwd)).toEqual(['in.ndjson']);
  });

  it('goes on to the same bytes after each SIGKILL', async () => {
    const cwd = folderOf({ 'in.ndjson': ndjson(policies(40)) });
    await batch(args('whole.html'), cwd);
    const journal = join(cwd, 'o.html.journal');
    let kills = 0;
    for (const lines of [2, 12, 25]) {
      const { child, ended } = start(['batch', ...args('o.html', '--resume')], cwd);
      let over = false;
      void ended.then(() => {
        over = true;
      });
      while (!over && !(existsSync(journal) && readFileSync(journal, 'utf8').split('\n').length > lines))
        await new Promise((done) => setTimeout(done, 3));
      child.kill('SIGKILL');
      if ((await ended).status === null) kills++;
    }
    expect(kills).toBeGreaterThan(1);
    expect((await batch(['in.ndjson', '-o', 'o.html', '--resume'], cwd)).err).toMatch(
      /it writes html with pages/,
    );
    expect((await batch(args('o.html', '--resume'), cwd)).status).toBe(0);
    expect(filesIn(join(cwd, 'o-pages'))).toEqual(filesIn(join(cwd, 'whole-pages')));
    const whole = readFileSync(join(cwd, 'whole.html'), 'utf8');
    expect(readFileSync(join(cwd, 'o.html'), 'utf8')).toBe(whole.replaceAll('./whole-pages/', './o-pages/'));
  });
});
