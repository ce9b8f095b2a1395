import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { describeInBrowser } from '../support/chromium.js';
import { corpusText } from '../support/pages.js';

const root = join(import.meta.dirname, '../..');
const policy = corpusText('smart-home-maker.md');
const WIDE = { viewport: { width: 1440, height: 900 } };
const NARROW = { viewport: { width: 390, height: 844 } };

const status = (page: Page) => page.locator('#status');
const cards = (page: Page) => page.locator('.findings > .group [data-stop]:visible');

async function put(page: Page, text: string): Promise<void> {
  await page.fill('#text', text);
  await expect.poll(() => status(page).textContent(), { timeout: 10_000 }).toMatch(/finding/);
}

/** Drops files from a disk onto what stands at a place, as a person does: again, where the page was too busy to notice. */
async function drop(page: Page, onto: string, paths: readonly string[]): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  await page.evaluate(() => {
    addEventListener('drop', () => document.body.setAttribute('data-dropped', ''), {
      capture: true,
      once: true,
    });
  });
  const noticed = async (): Promise<boolean> => {
    // Where it stands once nothing moves any more.
    await page.locator(onto).click({ trial: true, position: { x: 20, y: 20 } });
    const { x, y } = (await page.locator(onto).boundingBox()) ?? { x: 0, y: 0 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await browser.send('Input.dispatchDragEvent', { type, x: x + 20, y: y + 20, data });
    return page.evaluate(() => document.body.hasAttribute('data-dropped'));
  };
  await expect.poll(noticed).toBe(true);
  await page.evaluate(() => document.body.removeAttribute('data-dropped'));
}

/** Gives files as any static host does; ends with the test. */
async function serve(files: ReadonlyMap<string, string>): Promise<string> {
  const server = createServer((request, response) => {
    const text = files.get(request.url?.slice(1) || 'index.html');
    const type = request.url?.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': type }).end(text);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function serious(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    }),
  );
  return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html.slice(0, 120)}`);
}

describeInBrowser(
  'the playground',
  (open) => {
    // The page itself comes first.
    let files: ReadonlyMap<string, string>;
    const kilobytes = (name: RegExp): number => {
      const [, text = ''] = [...files].find(([file]) => name.test(file)) ?? [];
      return gzipSync(text, { level: 9 }).length / 1024;
    };
    beforeAll(() => {
      execFileSync(process.execPath, [join(root, 'src/build/build-playground.mjs')], { cwd: root });
      const folder = join(root, 'dist-playground');
      const names = ['index.html', ...readdirSync(folder).filter((name) => name.endsWith('.js'))];
      files = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    }, 60_000);

    it('is small enough to load', () => {
      expect(kilobytes(/^index\.html$/)).toBeLessThan(250);
      expect(files.size).toBe(5);
      for (const part of ['html', 'chinese', 'rule', 'look']) {
        const size = kilobytes(new RegExp(`^fineprint-${part}-`));
        expect(size).toBeGreaterThan(5);
        expect(size).toBeLessThan(80);
      }
    });

    it('loads its parts from a disk', async () => {
      const { page, expectQuiet } = await open(files, WIDE);
      await put(page, '# 隐私政策\n\n我们可能与第三方共享您的个人信息。\n');
      await expect.poll(() => cards(page).count()).toBeGreaterThan(0);
      await put(page, '<h1>Privacy</h1><p>We may share your data with partners.</p>');
      await expect.poll(() => page.locator('.policy h1, .policy h2').count()).toBe(1);
      await page.locator('[data-do=rule]').click();
      await expect.poll(() => page.locator('#rule-examples li.good').count()).toBe(10);
      expectQuiet();
    });

    it('loads its parts from a static host, and nothing from any other', async () => {
      const { page } = await open(files, WIDE);
      const asked: string[] = [];
      const said: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => said.push(message.text()));
      const host = await serve(files);
      await page.goto(host);
      await put(page, '# 隐私政策\n\n我们可能与第三方共享您的个人信息。\n');
      await expect.poll(() => cards(page).count()).toBeGreaterThan(0);
      expect(asked.filter((url) => !url.startsWith('blob:') && url !== `${host}favicon.ico`)).toEqual([
        host,
        expect.stringMatching(/\/fineprint-chinese-\w+\.js$/),
      ]);
      expect(said.filter((text) => !text.includes('404'))).toEqual([]);
      await page.evaluate(() => {
        const script = document.createElement('script');
        script.src = 'https://example.com/x.js';
        document.head.append(script);
        fetch('/anything').catch(() => undefined);
      });
      for (const kind of ['script-src', 'connect-src'])
        await expect.poll(() => said.some((text) => text.includes(kind))).toBe(true);
    });

    it('says which part is missing, and goes on without it', async () => {
      const { page } = await open(new Map([...files].slice(0, 1)), WIDE);
      await page.fill('#text', '# 隐私政策\n\n我们可能与第三方共享您的个人信息。\n');
      await expect
        .poll(() => status(page).textContent())
        .toMatch(/^fineprint-chinese-\w+\.js, which is for Chinese/);
      await put(page, policy);
      expect(await cards(page).count()).toBeGreaterThan(5);
    });

    it('replaces a worker that dies', async () => {
      const { page } = await open(files, WIDE);
      await put(page, policy);
      // A part that breaks: the worker fails on it, and is there again for the next text.
      await page.evaluate(() => globalThis.fineprintPart('chinese', 'throw new Error("broken")'));
      await page.fill('#text', '# 隐私政策\n');
      await expect.poll(() => status(page).textContent()).toMatch(/failed \(.*broken.*started anew/);
      await put(page, policy);
      expect(await cards(page).count()).toBeGreaterThan(5);
    });

    it('replaces a worker that hangs', async () => {
      const { page } = await open(files, WIDE);
      await put(page, policy);
      await page.clock.install();
      await page.evaluate(() => globalThis.fineprintPart('chinese', 'for (;;);'));
      await page.fill('#text', '# 隐私政策\n');
      await page.clock.runFor(5000);
      expect(await status(page).textContent()).toMatch(/^Reading/);
      await page.clock.runFor(20_000);
      expect(await status(page).textContent()).toMatch(/did not end in 20 seconds.*started anew/);
      expect(await cards(page).count()).toBe(0);
      await page.clock.resume();
      await put(page, policy);
      expect(await cards(page).count()).toBeGreaterThan(5);
    });

    it('takes a file that is dropped, and says why it takes another not', async () => {
      const { page, expectQuiet } = await open(files, WIDE);
      const folder = mkdtempSync(join(tmpdir(), 'fineprint-drop-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const dropped = (name: string, content: string | Buffer): string => {
        writeFileSync(join(folder, name), content);
        return join(folder, name);
      };
      const sold = dropped('sold.md', 'We sell your data.\n');
      // As most pages of the nineties are: curled quotation marks in Windows-1252.
      const old = dropped('old.html', Buffer.from('<p>We \x93may\x94 sell your data.</p>', 'latin1'));
      mkdirSync(join(folder, 'folder'));
      await put(page, 'We share your data.');
      for (const [paths, says] of [
        [[sold, old], /^2 files at once: drop one/],
        [[join(folder, 'folder')], /^folder could not be read; if it is a folder, open a policy/],
        [
          [dropped('a.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))],
          /^a\.png: .* a PNG image; open a policy/,
        ],
        [[dropped('a.md', Buffer.alloc(50_000_000, 'a '))], /^a\.md is larger than 8 MB/],
        [[dropped('a.json', '{"fineprint": "playground", "text": ')], /^a\.json is no saved playground/],
      ] as const) {
        await drop(page, '#text', paths);
        await expect.poll(() => status(page).textContent()).toMatch(says);
        expect(await page.inputValue('#text')).toBe('We share your data.');
      }
      await drop(page, '#result', [old]);
      await expect.poll(() => page.inputValue('#text')).toBe('<p>We “may” sell your data.</p>');
      expect(await page.inputValue('#format')).toBe('html');
      await page.locator('[data-do=before]').click();
      await drop(page, '#before', [sold]);
      await expect.poll(() => status(page).textContent()).toMatch(/^Compared/);
      expect(await page.inputValue('#before')).toBe('We sell your data.\n');
      expectQuiet();
    });

    it('touches few elements for a keystroke', async () => {
      const { page } = await open(files, WIDE);
      await put(page, policy);
      await page.evaluate(() => {
        const touched = { elements: 0 };
        Object.assign(globalThis, { touched });
        new MutationObserver((records) => {
          for (const { addedNodes, removedNodes } of records)
            for (const nodes of [addedNodes, removedNodes])
              nodes.forEach((node) => {
                if (node instanceof Element) touched.elements += 1 + node.querySelectorAll('*').length;
              });
        }).observe(document.getElementById('result') as Element, { childList: true, subtree: true });
      });
      const all = await page.locator('#result *').count();
      await page.locator('#text').evaluate((editor: HTMLTextAreaElement) => {
        editor.value = editor.value.replace('designs the', 'designs quite the');
        editor.dispatchEvent(new Event('input'));
      });
      await expect.poll(() => page.locator('.policy').textContent()).toContain('designs quite the');
      const touched = await page.evaluate(
        () => (globalThis as unknown as { touched: { elements: number } }).touched.elements,
      );
      expect(touched).toBeGreaterThan(0);
      expect(touched).toBeLessThan(all / 5);
    });

    it('finds while one types, filters, and goes from finding to finding', async () => {
      const { page, expectQuiet } = await open(files, WIDE);
      await put(page, policy);
      const count = await cards(page).count();
      expect(count).toBeGreaterThan(5);
      await page.locator('.levels input[value=error]').uncheck();
      await expect.poll(() => cards(page).count()).toBeLessThan(count);
      await page.locator('#result').focus();
      await page.keyboard.press('n');
      expect(await page.locator('[data-stop][data-current]').getAttribute('data-by-level')).not.toBe('error');
      await page.focus('#text');
      await page.keyboard.type('n/?');
      expect(await page.inputValue('#text')).toContain('n/?');
      expectQuiet();
    });

    it('replaces what changed and nothing else', async () => {
      const { page } = await open(files, WIDE);
      await put(page, policy);
      await page
        .locator('.policy p')
        .last()
        .evaluate((last) => last.setAttribute('data-kept', ''));
      await page.locator('#text').evaluate((editor: HTMLTextAreaElement) => {
        editor.value = editor.value.replace('designs the', 'designs all the');
        editor.dispatchEvent(new Event('input'));
      });
      await expect.poll(() => page.locator('.policy').textContent()).toContain('designs all the');
      expect(await page.locator('.policy p[data-kept]').count()).toBe(1);
    });

    it('tells where a rule is wrong, runs its examples, and applies it', async () => {
      const { page, expectQuiet } = await open(files, WIDE);
      await put(page, '# Privacy\n\nWe share your data with partners to make things better.\n');
      await page.locator('[data-do=rule]').click();
      await expect.poll(() => page.locator('#rule-examples li.good').count()).toBe(10);
      await expect.poll(() => page.locator('[data-by-rule="own/unnamed-improvement"]').count()).toBe(1);
      const rule = await page.inputValue('#rule');
      await page.fill('#rule', rule.replace('severity: warning', 'severity: grave'));
      await expect.poll(() => page.locator('#rule-problems').textContent()).toContain('Line 2, column 11');
      await page.locator('#rule-problems button').click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('rule');
      await page.fill('#rule', rule);
      await expect.poll(() => page.locator('#rule-problems li').count()).toBe(0);
      expectQuiet();
    });

    it('compares with a second text', async () => {
      const { page, expectQuiet } = await open(files, WIDE);
      await put(page, corpusText('revisions/marlow-bikes/3.md'));
      await page.locator('[data-do=before]').click();
      await page.fill('#before', corpusText('revisions/marlow-bikes/1.md'));
      await expect.poll(() => status(page).textContent()).toMatch(/^Compared/);
      expect(await page.locator('.sides .row').count()).toBeGreaterThan(3);
      await page.locator('[data-do=before]').click();
      await expect.poll(() => page.locator('.sides').count()).toBe(0);
      expectQuiet();
    });

    it('saves the report and the desk as files, and opens a saved desk', async () => {
      const { page } = await open(files, WIDE);
      await put(page, policy);
      const saved: string[] = [];
      for (const act of ['save-page', 'save-desk']) {
        const download = page.waitForEvent('download');
        await page.locator(`[data-do=${act}]`).click();
        saved.push(await (await download).path());
      }
      expect(readFileSync(saved[0] as string, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<style>[^<]{1000}/);
      const desk = readFileSync(saved[1] as string);
      await page.fill('#text', '');
      await page.setInputFiles('#file', { name: 'desk.json', mimeType: 'application/json', buffer: desk });
      await expect.poll(() => page.inputValue('#text')).toBe(policy);
      await page.fill('#text', `${policy}\n\nThe last words.\n`);
      await page.setInputFiles('#file', {
        name: 'x.json',
        mimeType: 'application/json',
        buffer: Buffer.from('[]'),
      });
      await expect.poll(() => page.locator('.policy').textContent()).toContain('The last words.');
      // Answers that come after the refusal leave it standing.
      expect(await status(page).textContent()).toContain('x.json is no saved playground');
    });

    it('runs nothing of a hostile text', async () => {
      const { page, expectQuiet } = await open(files, WIDE);
      const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)>';
      await put(page, `# Privacy\n\nWe share your data with partners. ${hostile} [x](javascript:alert(4))\n`);
      await page.selectOption('#format', 'html');
      await page.selectOption('#format', 'text');
      await expect.poll(() => page.locator('.policy').textContent()).toContain('onerror');
      expect(await page.locator('#result script, #result img, #result [href^=javascript]').count()).toBe(0);
      expectQuiet();
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      for (const viewport of [WIDE, NARROW]) {
        it(`axe finds nothing, ${colorScheme}, ${viewport.viewport.width} wide`, async () => {
          const { page } = await open(files, { ...viewport, colorScheme });
          expect(await serious(page)).toEqual([]);
          await put(page, policy);
          await page.locator('[data-do=rule]').click();
          await expect.poll(() => page.locator('#rule-examples li').count()).toBe(10);
          expect(await serious(page)).toEqual([]);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          ).toBeLessThanOrEqual(0);
        });
      }
    }
  },
  { workers: true, scripts: true },
);
