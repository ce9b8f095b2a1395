import axe from 'axe-core';
import { expect, it } from 'vitest';
import { parsePolicy } from '../../src/index.js';
import { parityPage } from '../../src/page/index.js';
import { parity } from '../../src/parity.js';
import { describeInBrowser } from '../support/chromium.js';
import { corpusText } from '../support/pages.js';

const pageOf = (english: string, chinese: string, locale?: 'zh'): string => {
  const first = parsePolicy({ text: english, path: 'policy.en.md' });
  const second = parsePolicy({ text: chinese, path: 'policy.zh.md' });
  return parityPage({ parity: parity(first, second), first, second, locale });
};
const html = pageOf(corpusText('parity/lantern-home.en.md'), corpusText('parity/lantern-home.zh.md'));

describeInBrowser('the page of two language versions', (open) => {
  it('goes from difference to difference, with each text in its language', async () => {
    const { page, expectQuiet } = await open(html);
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    const current = page.locator('[data-stop][data-current]');
    expect(await current.getAttribute('id')).toBe('difference-2');
    expect(await page.locator('.policy mark[data-current]').count()).toBeGreaterThan(0);
    expect(await page.locator('.side[lang="zh-Hans"]').count()).toBe(32);
    expect(await page.locator('.side[lang="en"]').count()).toBe(31);
    expectQuiet();
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds wrong: %s', async (colorScheme) => {
    const { page } = await open(html, { colorScheme });
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }),
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it('tells readers of Chinese in Chinese', async () => {
    const texts = [corpusText('parity/lantern-home.en.md'), corpusText('parity/lantern-home.zh.md')] as const;
    const { page } = await open(pageOf(...texts, 'zh'));
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
    await page.evaluate(() => {
      Array.from(
        document.querySelectorAll('.policy .side, q, .name, kbd, .group-title, .sides-head'),
        (own) => own.remove(),
      );
    });
    // biome-ignore lint/performance/useDomNodeTextContent: what is not shown is not read
    const told = await page.locator('body').innerText();
    expect(told).toContain('两个版本不一致');
    expect(told.replaceAll(/fineprint|IP地址|Cookie设置|Cookie/g, '')).not.toMatch(/[A-Za-z]{2}/);
  });

  it('shows hostile words as words', async () => {
    const evil = '<script>document.title="run"</script><img src=x onerror="document.title=\'run\'">';
    const { page, expectQuiet } = await open(
      pageOf(
        `# Data\n\nWe store it in Germany. \`${evil}\`\n`,
        `# 信息\n\n我们会将您的个人信息存储在我们的服务器上，并且采取合理措施加以保护，直至您注销账号为止；如有疑问请与我们联系，我们会尽快答复您的请求。\`${evil}\`\n`,
      ),
    );
    expect(await page.title()).toContain('policy.en.md');
    expect(await page.locator('.policy img, .policy script').count()).toBe(0);
    expectQuiet();
  });
});
