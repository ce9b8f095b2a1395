// Writes pictures of each page, light and dark, narrow and wide, to screenshots/, for people to look at. Policies may be named:
// `npm run screenshots -- old.md new.md`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureBuilt } from '../../src/build/fresh.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}screenshots`;
const revisions = 'corpus/revisions/marlow-bikes';
const [before = `${revisions}/1.md`, after = before === `${revisions}/1.md` ? `${revisions}/3.md` : before] =
  process.argv.slice(2);
const PAGES = { report: [after], comparison: ['diff', before, after], overview: ['corpus'] };
const WIDTHS = { narrow: { width: 390, height: 844 }, wide: { width: 1440, height: 900 } };

ensureBuilt();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const [name, args] of Object.entries(PAGES)) {
  const file = `${folder}/${name}.html`;
  const { status } = spawnSync(
    process.execPath,
    [`${root}dist/cli.js`, ...args, '--format', 'html', '-o', file, '--fail-on', 'never'],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) process.exit(status ?? 2);
  for (const colorScheme of ['light', 'dark']) {
    for (const [size, viewport] of Object.entries(WIDTHS)) {
      const page = await browser.newPage({ colorScheme, viewport, reducedMotion: 'reduce' });
      await page.goto(pathToFileURL(file).href);
      const shoot = (part, options) =>
        page.screenshot({ path: `${folder}/${name}-${colorScheme}-${size}-${part}.png`, ...options });
      await shoot('top');
      await page.keyboard.press('n');
      await page.keyboard.press('n');
      await page.waitForTimeout(100);
      await shoot('step');
      if (colorScheme === 'light') await shoot('all', { fullPage: true });
      await page.close();
    }
  }
}
spawnSync(
  process.execPath,
  [`${root}dist/cli.js`, 'rules', 'docs', 'rules', '--format', 'html', '-o', `${folder}/rules`],
  { cwd: root, stdio: 'inherit' },
);
const RULES = {
  'rule-index': 'index',
  rule: 'third-party/vague-recipients',
  claim: 'contradiction/no-share-vs-share',
};
for (const [name, path] of Object.entries(RULES)) {
  for (const colorScheme of ['light', 'dark']) {
    for (const [size, viewport] of Object.entries(WIDTHS)) {
      const page = await browser.newPage({ colorScheme, viewport, reducedMotion: 'reduce' });
      await page.goto(pathToFileURL(`${folder}/rules/${path}.html`).href);
      const shoot = (part, options) =>
        page.screenshot({ path: `${folder}/${name}-${colorScheme}-${size}-${part}.png`, ...options });
      await shoot('top');
      if (name === 'rule-index') {
        await page.keyboard.press('/');
        await page.keyboard.type('opt');
        await shoot('search');
      } else if (colorScheme === 'light') await shoot('all', { fullPage: true });
      await page.close();
    }
  }
}
spawnSync(process.execPath, [`${root}src/build/build-playground.mjs`], { cwd: root, stdio: 'inherit' });
for (const colorScheme of ['light', 'dark']) {
  for (const [size, viewport] of Object.entries(WIDTHS)) {
    const page = await browser.newPage({ colorScheme, viewport, reducedMotion: 'reduce' });
    await page.goto(pathToFileURL(`${root}dist-playground/index.html`).href);
    const shoot = (part) =>
      page.screenshot({ path: `${folder}/playground-${colorScheme}-${size}-${part}.png` });
    await shoot('empty');
    await page.click('[data-do=example]');
    await page.waitForSelector('.policy mark');
    await page.locator('#result').focus();
    await page.keyboard.press('n');
    await page.click('[data-do=rule]');
    await page.waitForSelector('#rule-examples li');
    await shoot('rule');
    await page.close();
  }
}
await browser.close();
console.log(`pictures are in ${folder}`);
