import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { inSlices } from '../../src/page/slices.js';
import { describeInBrowser } from '../support/chromium.js';
import { reportOf } from '../support/pages.js';

const clause = (i: number): string =>
  `## Part ${i}\n\nWe may share your data with partners for purpose ${i}.\n\n${'Chains need oil, and brakes need care.\n\n'.repeat(20)}`;
const long = Array.from({ length: 60 }, (_, i) => clause(i)).join('');

const text = (count: number, every: number) =>
  Array.from({ length: count }, (_, i) => h(i % every === 0 ? 'h2' : 'p', String(i)));

describe('slices of a text', () => {
  it('are none where a text is short', () => {
    const parts = text(499, 10);
    expect(inSlices(parts)).toEqual(parts);
  });

  it.each([
    ['many headings', 7],
    ['few headings', 80],
    ['no headings', 5000],
  ])('hold all parts in order, none too few or too many: %s', (_, every) => {
    const parts = text(1000, every);
    const slices = inSlices(parts);
    expect(slices.flatMap(({ children }) => children)).toEqual(parts);
    for (const { children } of slices) expect(children.length).toBeLessThanOrEqual(100);
    for (const { children } of slices.slice(0, -1)) expect(children.length).toBeGreaterThanOrEqual(30);
  });

  it('stay as they are where the text changes elsewhere', () => {
    const parts = text(1000, 7);
    const before = inSlices(parts).slice(2);
    const after = inSlices([...parts.slice(0, 10), h('p', 'more'), ...parts.slice(10)]);
    expect(after.slice(2)).toEqual(before);
  });
});

describeInBrowser('the page of a long policy', (open) => {
  it('lays out what is near, and goes to what is far', async () => {
    const { report, page: html } = reportOf(long, 'long.md');
    expect(report.findings.length).toBeGreaterThan(50);
    const viewport = { width: 1440, height: 900 };
    const { page, expectQuiet } = await open(html, { viewport, reducedMotion: 'no-preference' });
    const laidOut = () =>
      page
        .locator('.policy p')
        .evaluateAll(
          (all) => all.filter((p) => p.checkVisibility({ contentVisibilityAuto: true })).length / all.length,
        );
    const seen = () =>
      page
        .locator('.policy mark[data-current]')
        .first()
        .evaluate((mark) => {
          const { left, top, height } = mark.getBoundingClientRect();
          return mark.contains(document.elementFromPoint(left + 2, top + height / 2));
        });
    expect(await laidOut()).toBeLessThan(0.5);
    for (const key of ['p', 'p', 'n', 'n', 'n']) {
      await page.keyboard.press(key);
      await expect.poll(seen).toBe(true);
    }
    await page.emulateMedia({ media: 'print' });
    expect(await laidOut()).toBe(1);
    expectQuiet();
  });
});
