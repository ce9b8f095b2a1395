import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished } from 'vitest';

const PATH = process.env.CHROMIUM ?? '/usr/bin/chromium';
const missing = !existsSync(PATH);
if (missing) {
  const why = `no browser at ${PATH}: \`apt-get install chromium\`, or name one by CHROMIUM`;
  if (process.env.CHROMIUM_REQUIRED) throw new Error(why);
  process.stderr.write(`tests of pages in a browser are left out, ${why}\n`);
}

/** A page that is watched: what it asks the network for, and what it complains of. */
interface Opened {
  readonly page: Page;
  /** Fails if it asked for anything but itself, or if anything was written to the console. */
  expectQuiet(): void;
}

export type Open = (html: string, options?: Parameters<Browser['newPage']>[0]) => Promise<Opened>;

/** Tests that drive pages in Chromium; left out, and said to be so, where there is none. */
export function describeInBrowser(name: string, tests: (open: Open) => void): void {
  describe.skipIf(missing)(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: PATH, args: ['--no-sandbox'] });
    });
    afterAll(() => browser?.close());
    tests(async (html, options) => {
      const folder = mkdtempSync(join(tmpdir(), 'fineprint-page-'));
      const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
      onTestFinished(async () => {
        await page.close();
        rmSync(folder, { recursive: true, force: true });
      });
      const file = join(folder, 'page.html');
      writeFileSync(file, html);
      const url = pathToFileURL(file).href;
      page.setDefaultTimeout(10_000);
      const asked: string[] = [];
      const said: string[] = [];
      page.on('request', (request) => {
        // A worker that a page makes of its own text is no request to anyone.
        if (!request.url().startsWith('blob:null/')) asked.push(request.url().replace(/#.*/, ''));
      });
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      page.on('dialog', (dialog) => said.push(`dialog: ${dialog.message()}`));
      await page.goto(url);
      return { page, expectQuiet: () => expect({ asked, said }).toEqual({ asked: [url], said: [] }) };
    });
  });
}
