import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

/** Opens a page, or the first of several that lie in one folder, by their paths. */
export type Open = (
  html: string | ReadonlyMap<string, string>,
  options?: Parameters<Browser['newPage']>[0],
) => Promise<Opened>;

export interface Allowed {
  /** Workers that a page makes of its own text, which are no request to anyone. */
  readonly workers?: boolean;
  /** Scripts that lie beside the page. */
  readonly scripts?: boolean;
}

/** Tests that drive pages in Chromium; left out, and said to be so, where there is none. */
export function describeInBrowser(name: string, tests: (open: Open) => void, allowed: Allowed = {}): void {
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
      const pages = typeof html === 'string' ? new Map([['page.html', html]]) : html;
      const urls = Array.from(pages, ([path, text]) => {
        const file = join(folder, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
        return pathToFileURL(file).href;
      });
      page.setDefaultTimeout(10_000);
      const asked: string[] = [];
      const said: string[] = [];
      page.on('request', (request) => {
        const url = request.url().replace(/#.*/, '');
        const isScript = allowed.scripts && request.resourceType() === 'script';
        const isOwn = urls.includes(url) && (isScript || request.isNavigationRequest());
        if (!isOwn && !(allowed.workers && url.startsWith('blob:null/'))) asked.push(url);
      });
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      page.on('dialog', (dialog) => said.push(`dialog: ${dialog.message()}`));
      await page.goto(urls[0] ?? 'about:blank');
      return { page, expectQuiet: () => expect({ asked, said }).toEqual({ asked: [], said: [] }) };
    });
  });
}
