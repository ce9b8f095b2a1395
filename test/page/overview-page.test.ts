import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { type OverviewRow, overviewPage } from '../../src/page/index.js';
import { describeInBrowser } from '../support/chromium.js';
import { elementsOf, hasClass, treeOf, wordsOf } from '../support/pages.js';

const ANSWERS = ['named', 'categories', 'vague', 'silent'] as const;
const RETENTION = ['period', 'criteria', 'vague', 'silent'] as const;
const GRADES = ['F', 'D', 'C', 'B', 'A'] as const;

/** Policies in several folders, whose scores spread evenly from 0 to 100. */
function rowsOf(count: number): OverviewRow[] {
  return Array.from({ length: count }, (_, i) => {
    const score = (i * 37) % 101;
    return {
      id: `folder-${i % 3}/policy-${i}.md`,
      href: `reports/policy ${i}.html`,
      words: 500 + ((i * 911) % 9000),
      score,
      grade: GRADES[Math.min(4, Math.floor(score / 20))] ?? null,
      profile: { recipients: ANSWERS[i % 4] ?? 'silent', retention: RETENTION[i % 3] ?? 'silent' },
      findings: { 'third-party/vague-recipients': i % 4, 'retention/vague-period': i % 2 },
    };
  });
}

describe('an overview', () => {
  it('tells how scores spread, what is found most and what answers earn, by folder', () => {
    const tree = treeOf(overviewPage(rowsOf(300)));
    const [histogram] = elementsOf(tree, (e) => hasClass(e, 'histogram'));
    const counts = elementsOf(histogram ?? tree, ({ tagName }) => tagName === 'td')
      .map(wordsOf)
      .map(Number);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(300);
    const [most] = elementsOf(tree, (e) => hasClass(e, 'parts'));
    expect(most && wordsOf(most)).toBe('third-party/vague-recipients225retention/vague-period150');
    const [heat] = elementsOf(tree, (e) => hasClass(e, 'heat'));
    const heads = elementsOf(heat ?? tree, (e) => e.properties.scope?.toString() === 'col').map(wordsOf);
    expect(heads).toEqual(['Question', 'Most frequent', 'All', 'folder-0', 'folder-1', 'folder-2']);
  });

  it('links to the page of each policy, and to nothing that runs', () => {
    const hrefs = [
      'a b/c#d.html',
      'https://example.com/x',
      'javascript:alert(1)',
      'JAVASCRIPT:x',
      '//evil.example',
      '/etc/passwd',
      ' javascript:x',
    ];
    const [row] = rowsOf(1);
    const rows = hrefs.map((href, i) => ({ ...(row as OverviewRow), id: `<b>${i}</b>`, href }));
    const [table] = elementsOf(treeOf(overviewPage(rows)), (e) => hasClass(e, 'sortable'));
    const links = elementsOf(table ?? treeOf(''), ({ tagName }) => tagName === 'a');
    expect(links.map((e) => [wordsOf(e), e.properties.href])).toEqual([
      ['<b>0</b>', 'a%20b/c%23d.html'],
      ['<b>1</b>', 'https://example.com/x'],
    ]);
  });

  it('of 5,000 policies is small: a row takes less than 400 bytes, and one line of the table', () => {
    const html = overviewPage(rowsOf(5000));
    expect(html.split('<tr data-grade').length - 1).toBe(5000);
    const bytes = Buffer.byteLength(html) - Buffer.byteLength(overviewPage([]));
    expect(bytes / 5000).toBeLessThan(400);
    // What is drawn above the table does not grow with it.
    const [above = ''] = html.split('id="policies"');
    expect(
      Buffer.byteLength(above) - Buffer.byteLength(overviewPage(rowsOf(50)).split('id="policies"')[0] ?? ''),
    ).toBeLessThan(2000);
  });

  it('of nothing, and of what was not judged, is whole', () => {
    const unjudged = { id: 'a', words: 0, score: null, grade: null, profile: {}, findings: {} };
    for (const rows of [[], [unjudged]]) expect(overviewPage(rows)).toMatch(/<\/html>\n$/);
  });
});

describeInBrowser('an overview in a browser', (open) => {
  it('of 5,000 policies opens within seconds, sorts and filters', async () => {
    const html = overviewPage(rowsOf(5000));
    const start = performance.now();
    const { page, expectQuiet } = await open(html);
    await page.locator('.sortable tbody tr').first().waitFor();
    // On a machine that does other work too; a second or two on one that does not.
    expect(performance.now() - start).toBeLessThan(15_000);
    const cell = (column: number) =>
      page.locator(`.sortable tbody tr:visible >> nth=0`).locator(`> *`).nth(column).textContent();
    await page.locator('.sortable [data-sort=score] button').click();
    expect(await cell(1)).toBe('0');
    await page.locator('.sortable [data-sort=score] button').click();
    expect(await cell(1)).toBe('100');
    await page.locator('.table-filters input[value=A]').uncheck();
    expect(Number(await cell(1))).toBeLessThan(80);
    await page.keyboard.press('/');
    await page.keyboard.type('policy-4999.');
    expect(await page.locator('.sortable tbody tr:visible').count()).toBe(1);
    expect(await page.locator('.shown').textContent()).toBe('1 of 5000 shown');
    expectQuiet();
  });

  it('names the columns of its heat map on a narrow screen too, and says aside what its rows are', async () => {
    const { page } = await open(overviewPage(rowsOf(40)), { viewport: { width: 390, height: 844 } });
    const { map, rows } = await page.locator('.heat').evaluate((table) => {
      const box = table.parentElement as HTMLElement;
      box.scrollLeft = box.scrollWidth;
      const { left } = box.getBoundingClientRect();
      const heads = Array.from(
        table.querySelectorAll('tbody th'),
        (th) => th.getBoundingClientRect().left - left,
      );
      return { map: box.scrollLeft, rows: [...new Set(heads)] };
    });
    expect(map).toBeGreaterThan(0);
    expect(rows).toEqual([0]);
    expect(await page.locator('.heat thead').textContent()).toContain('folder-2');
    expect(await page.locator('.heat thead').isVisible()).toBe(true);
  });

  it.each(['light', 'dark'] as const)('axe finds nothing: %s', async (colorScheme) => {
    const { page } = await open(overviewPage(rowsOf(40)), { colorScheme });
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(),
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
