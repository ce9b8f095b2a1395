// What the playground costs whoever types in it: from keystroke to findings, the longest time the page is busy, and what a first visit
// loads. `npm run bench:page`, with a policy named or one of 40 KB made of the project's own.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}dist-playground`;
const KEYS = 20;

const { status } = spawnSync(process.execPath, [`${root}src/build/build-playground.mjs`], { cwd: root });
if (status !== 0) throw new Error('the playground could not be built; run `npm run playground`');

/** Policies one after the other, up to 40 KB. */
function fortyKilobytes() {
  const names = readdirSync(`${root}corpus`).filter((name) => name.endsWith('.md') && name !== 'README.md');
  const texts = names.sort().map((name) => readFileSync(`${root}corpus/${name}`, 'utf8'));
  return texts.join('\n\n').slice(0, 40_000);
}

const policy = process.argv[2] ? readFileSync(process.argv[2], 'utf8') : fortyKilobytes();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(pathToFileURL(`${folder}/index.html`).href);

/** Types a character, and tells after how many milliseconds it shows in what was found, with the status told. */
const type = (text, whole) =>
  page.evaluate(
    async ({ text, whole }) => {
      const editor = document.getElementById('text');
      const result = document.getElementById('result');
      const began = performance.now();
      if (whole) editor.value = text;
      else editor.setRangeText(text, editor.selectionStart, editor.selectionEnd, 'end');
      editor.dispatchEvent(new Event('input'));
      await new Promise((shown) => {
        new MutationObserver((_, watch) => {
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(shown));
        }).observe(result, { childList: true, subtree: true, characterData: true });
      });
      return performance.now() - began;
    },
    { text, whole },
  );

const first = await type(policy, true);
await page.waitForFunction(() => /finding/.test(document.getElementById('status').textContent));
await page.waitForTimeout(1000);
await page.evaluate(() => {
  const editor = document.getElementById('text');
  // Within a sentence in the middle.
  const at = editor.value.indexOf('. ', editor.value.length / 2);
  editor.setSelectionRange(at, at);
});
const events = [];
const tracing = await browser.newBrowserCDPSession();
tracing.on('Tracing.dataCollected', ({ value }) => events.push(...value));
const traced = new Promise((ended) => tracing.once('Tracing.tracingComplete', ended));
await tracing.send('Tracing.start', {
  categories: 'disabled-by-default-devtools.timeline',
  transferMode: 'ReportEvents',
});
const times = [];
for (let key = 0; key < KEYS; key++) {
  times.push(await type(' word'[key % 5]));
  // Until the answer is whole.
  await page.waitForTimeout(300);
}
await tracing.send('Tracing.end');
await traced;
await browser.close();
const mains = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
const tasks = events.filter(
  ({ name, pid, tid }) => name === 'RunTask' && mains.some((main) => main.pid === pid && main.tid === tid),
);
// In the processor's time: other programs of the machine are not the page's doing.
const longest = Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
times.sort((a, b) => a - b);
const ms = (number) => `${Math.round(number)} ms`;
const kilobytes = (file) =>
  `${Math.round(gzipSync(readFileSync(`${folder}/${file}`), { level: 9 }).length / 1024)} KB`;
console.log(`${Math.round(policy.length / 1000)} KB policy, ${KEYS} keystrokes
first analysis shown after ${ms(first)}
a keystroke shown after ${ms(times[KEYS / 2])} (median), ${ms(times[KEYS - 1])} (longest)
longest of ${tasks.length} tasks of the main thread while typing: ${ms(longest)} of work
first load ${kilobytes('index.html')} gzipped`);
