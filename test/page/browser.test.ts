import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/chromium.js';
import { comparisonOf, corpusText, reportOf } from '../support/pages.js';

const { report, page: reportHtml } = reportOf(corpusText('smart-home-maker.md'), 'smart-home-maker.md');
const { comparison, page: comparisonHtml } = comparisonOf(
  corpusText('revisions/marlow-bikes/1.md'),
  corpusText('revisions/marlow-bikes/3.md'),
);

const PAGES = [
  ['report', reportHtml],
  ['comparison', comparisonHtml],
] as const;
const NARROW = { viewport: { width: 390, height: 844 } };
const WIDE = { viewport: { width: 1440, height: 900 } };

const current = (page: Page) => page.locator('[data-stop][data-current]');
const cards = (page: Page) => page.locator('.findings > .group [data-stop]:visible');

/** Whether the words that a card is about are seen, and not behind the bar or the card. */
async function wordsAreSeen(page: Page): Promise<boolean> {
  return page
    .locator('.policy mark[data-current]')
    .first()
    .evaluate((mark) => {
      const { left, top, height } = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
      return mark.contains(document.elementFromPoint(left + 2, top + height / 2));
    });
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: all } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return all.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html.slice(0, 120)}`);
}

describeInBrowser('a report in a browser', (open) => {
  it.each([
    ['wide', WIDE],
    ['narrow', NARROW],
  ])('goes from finding to finding by n and p, with the words in sight: %s', async (_, viewport) => {
    const { page, expectQuiet } = await open(reportHtml, viewport);
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press('n');
      expect(await wordsAreSeen(page)).toBe(true);
      ids.push((await current(page).getAttribute('id')) ?? '');
    }
    expect(ids).toEqual(report.findings.slice(0, 3).map(({ fingerprint }) => `finding-${fingerprint}`));
    await page.keyboard.press('p');
    expect(await current(page).getAttribute('id')).toBe(ids[1]);
    expect(new URL(page.url()).hash).toBe(`#${ids[1]}`);
    await page.keyboard.press('Escape');
    expect(await current(page).count()).toBe(0);
    expectQuiet();
  });

  it('filters by words, severity, category and rule, and goes on among what is left', async () => {
    const { page, expectQuiet } = await open(reportHtml, WIDE);
    expect(await cards(page).count()).toBe(report.findings.length);
    const errors = report.findings.filter(({ severity }) => severity === 'error');
    for (const severity of ['warning', 'info']) {
      const toggle = page.locator(`.levels input[value=${severity}]`);
      if ((await toggle.count()) > 0) await toggle.uncheck();
    }
    expect(await cards(page).count()).toBe(errors.length);
    expect(await page.locator('.shown').textContent()).toBe(
      `${errors.length} of ${report.findings.length} shown`,
    );
    const category = errors[0]?.category ?? '';
    await page.selectOption('select[name=category]', category);
    expect(await cards(page).count()).toBe(errors.filter((finding) => finding.category === category).length);
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    expect(await current(page).getAttribute('data-by-category')).toBe(category);
    await page.keyboard.press('/');
    await page.keyboard.type('no such words anywhere');
    expect(await cards(page).count()).toBe(0);
    // Out of the field, and then back to all findings.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await cards(page).count()).toBe(report.findings.length);
    const rule = report.findings[0]?.ruleId ?? '';
    await page.selectOption('select[name=rule]', rule);
    expect(await cards(page).count()).toBe(report.findings.filter(({ ruleId }) => ruleId === rule).length);
    expectQuiet();
  });

  it('jumps from words to what is said of them, from answers to their evidence, and by address', async () => {
    const { page, expectQuiet } = await open(reportHtml, WIDE);
    await page.locator('.policy mark').nth(2).click();
    expect(await current(page).count()).toBe(1);
    await page.locator('.jumps a').first().click();
    await expect.poll(() => page.locator('.evidence:target').isVisible()).toBe(true);
    const last = report.findings.at(-1)?.fingerprint;
    await page.evaluate((hash) => location.assign(hash), `#finding-${last}`);
    await expect.poll(() => current(page).getAttribute('id')).toBe(`finding-${last}`);
    expectQuiet();
  });

  it('shows and closes its help, and lets its keys be turned off', async () => {
    const { page, expectQuiet } = await open(reportHtml, WIDE);
    await page.keyboard.press('?');
    expect(await page.locator('dialog').isVisible()).toBe(true);
    await page.locator('dialog input').uncheck();
    await page.locator('dialog button').click();
    await page.keyboard.press('n');
    expect(await current(page).count()).toBe(0);
    expectQuiet();
  });

  it('reads without its script: all words, and links between marks and findings', async () => {
    const { page } = await open(reportHtml, { ...WIDE, javaScriptEnabled: false });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    await page.locator('.policy .reference').first().click();
    const { fingerprint, suggestion } = report.findings[0] ?? { fingerprint: '', suggestion: '' };
    const card = page.locator(`#finding-${fingerprint}`);
    expect(await card.isVisible()).toBe(true);
    await card.locator('summary').click();
    expect(((await card.locator('.detail:visible').textContent()) ?? '').toLowerCase()).toContain(
      suggestion.toLowerCase(),
    );
  });

  it('prints everything that is said', async () => {
    const { page } = await open(reportHtml, WIDE);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.findings > .group .detail:visible').count()).toBe(report.findings.length);
    expect(await page.locator('.bar').isVisible()).toBe(false);
  });

  it('prints wide tables whole', async () => {
    const row = (of: (column: number) => string) =>
      `|${Array.from({ length: 12 }, (_, i) => of(i)).join('|')}|\n`;
    const table = row((i) => `Column ${i}`) + row(() => '---') + row((i) => `What stands in column ${i}`);
    // As wide as what lies between the margins of a sheet.
    const { page } = await open(reportOf(table, 'a.md').page, { viewport: { width: 680, height: 900 } });
    const beyond = () =>
      page.locator('.policy table').evaluate((one) => one.getBoundingClientRect().right - innerWidth);
    expect(await beyond()).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'print' });
    expect(await beyond()).toBeLessThanOrEqual(0);
  });
});

describeInBrowser('a comparison in a browser', (open) => {
  it.each([
    ['wide', WIDE],
    ['narrow', NARROW],
  ])('goes from change to change, what got worse first: %s', async (_, viewport) => {
    const { page, expectQuiet } = await open(comparisonHtml, viewport);
    expect(await page.locator('h1').textContent()).toBeTruthy();
    const levels: (string | null)[] = [];
    const count = await page.locator('[data-by-level=worse], [data-by-level=better]').count();
    expect(count).toBeGreaterThan(3);
    for (let i = 0; i < count; i++) {
      await page.keyboard.press('n');
      levels.push(await current(page).getAttribute('data-by-level'));
      expect(await wordsAreSeen(page)).toBe(true);
    }
    expect(levels).toEqual([...levels].sort().reverse());
    expectQuiet();
  });

  it('unfolds all of both texts, and lays them one below the other', async () => {
    const { page, expectQuiet } = await open(comparisonHtml, WIDE);
    const rows = page.locator('.row:visible');
    const before = await rows.count();
    await page.locator('[data-do=unfold]').click();
    expect(await rows.count()).toBeGreaterThan(before);
    const reworded = page.locator('.row.reworded').first();
    const tops = () =>
      reworded.locator('.side').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(new Set(await tops()).size).toBe(1);
    await page.locator('[data-do=inline]').click();
    expect(new Set(await tops()).size).toBe(2);
    expectQuiet();
  });

  it('leads from an answer that changed to what changed', async () => {
    expect(comparison.profile.length).toBeGreaterThan(0);
    const { page } = await open(comparisonHtml, WIDE);
    await page.locator('.profile a').first().click();
    await expect.poll(() => current(page).getAttribute('data-by-kind')).toBe('answers');
  });
});

describeInBrowser('all pages', (open) => {
  for (const [name, html] of PAGES) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const viewport of [WIDE, NARROW]) {
        it(`axe finds nothing in a ${name}, ${colorScheme}, ${viewport.viewport.width} wide`, async () => {
          const { page } = await open(html, { ...viewport, colorScheme });
          expect(await violations(page)).toEqual([]);
          await page.keyboard.press('n');
          expect(await violations(page)).toEqual([]);
        });

        it(`a ${name} is no wider than the screen, ${colorScheme}, ${viewport.viewport.width} wide`, async () => {
          const { page } = await open(html, { ...viewport, colorScheme });
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          ).toBeLessThanOrEqual(0);
        });
      }
    }

    it(`a ${name} turns dark and light again on request`, async () => {
      const { page, expectQuiet } = await open(html, { colorScheme: 'light' });
      const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const light = await ground();
      await page.locator('[data-do=theme]').click();
      expect(await ground()).not.toBe(light);
      await page.locator('[data-do=theme]').click();
      expect(await ground()).toBe(light);
      expectQuiet();
    });
  }
});
