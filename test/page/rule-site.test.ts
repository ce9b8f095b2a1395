import axe from 'axe-core';
import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import { type RuleEntry, ruleSite, SITE_MARK } from '../../src/page/index.js';
import { buildRuleSet, builtin, builtinExamples, parseRule, type Rule } from '../../src/ruleset/index.js';
import { chinese } from '../../src/ruleset/zh/index.js';
import { clearingOf, runExamples } from '../../src/testing/index.js';
import { describeInBrowser } from '../support/chromium.js';
import { elementsOf, hasClass, treeOf, wordsOf } from '../support/pages.js';

const lexicons = [...builtin.lexicons, ...chinese.lexicons];
const IDS = [
  'contradiction/no-collect-vs-collect',
  'retention/not-stated',
  'third-party/sells-data',
  'third-party/vague-recipients',
];

function entriesOf(rules: readonly Rule[]): RuleEntry[] {
  const ruleSet = buildRuleSet(rules, lexicons, [], { whole: true, languages: [chinese] });
  return rules.map((rule) => {
    const clearedBy = clearingOf(rule, ruleSet);
    return {
      rule,
      examples: runExamples(rule, ruleSet).map((run) => ({ ...run, clearedBy: clearedBy(run) })),
    };
  });
}

const withExamples = (ids: readonly string[]): Rule[] =>
  builtin.rules
    .filter(({ id }) => ids.includes(id))
    .map((rule) => ({ ...rule, examples: builtinExamples[rule.id] as Rule['examples'] }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

const rules = withExamples(IDS);
const entries = entriesOf(rules);
const siteOf = (all: readonly RuleEntry[]) => ruleSite({ entries: all, lexicons, presets: builtin.presets });
const site = siteOf(entries);
const pageOf = (id: string): string => site.get(`${id}.html`) ?? '';
const named = (page: string, name: string): Element | undefined =>
  elementsOf(treeOf(page), (e) => hasClass(e, name))[0];

describe('the site of rules', () => {
  it('is an index and a page a rule, each of them marked, whose links all lead somewhere', () => {
    expect([...site.keys()]).toEqual(['index.html', ...IDS.map((id) => `${id}.html`)]);
    for (const [path, page] of site) {
      expect(page.startsWith(SITE_MARK)).toBe(true);
      const tree = treeOf(page);
      const ids = elementsOf(tree, ({ properties }) => properties.id !== undefined).map(
        (e) => e.properties.id,
      );
      expect(new Set(ids).size).toBe(ids.length);
      for (const { properties } of elementsOf(tree, ({ tagName }) => tagName === 'a')) {
        const url = new URL(String(properties.href), `file:///${path}`);
        if (url.hash !== '') expect(ids).toContain(url.hash.slice(1));
        else if (url.protocol === 'file:') expect(site.has(url.pathname.slice(1)), url.href).toBe(true);
      }
    }
  });

  it('marks in each example what its rule finds, and in answered ones what answers it', () => {
    for (const { rule, examples } of entries) {
      const tree = treeOf(pageOf(rule.id));
      for (const { kind, index, report, language } of examples) {
        const [figure] = elementsOf(tree, (e) => e.properties.id === `${kind}-${index + 1}`);
        const marks = (level: string): string[] =>
          elementsOf(figure ?? tree, (e) => hasClass(e, 'mark') && hasClass(e, level)).map(wordsOf);
        expect(marks(rule.severity)).toEqual(report.findings.map(({ quote }) => quote));
        const answers = report.cleared.map(({ clearedBy }) => clearedBy.quote);
        // What is found and what answers it may overlap, and marks are cut there.
        for (const answer of answers) expect(marks('good').join('')).toContain(answer);
        expect(marks('good').length > 0).toBe(answers.length > 0);
        const [text] = elementsOf(figure ?? tree, (e) => hasClass(e, 'policy'));
        expect(text?.properties.lang).toBe(language === 'zh' ? 'zh' : undefined);
      }
    }
  });

  it('names the examples that show a piece of evidence', () => {
    const list = named(pageOf('retention/not-stated'), 'evidence-list');
    expect(list && wordsOf(list)).toBe(
      'In any part of the policy: a statement about how long data is keptHow longis toldShown by good example 1, good example 2, good example 6, good example 7, good example 8' +
        'In any part of the policy: words that tell for how long data is keptShown by good example 1, good example 3, good example 6, good example 7, good example 8',
    );
  });

  it('tells an example that does not come out as it says', () => {
    const [rule] = withExamples(['retention/not-stated']) as [Rule];
    const examples = { ...rule.examples, bad: ['[[We collect]] your name.'] };
    const page = siteOf(entriesOf([{ ...rule, examples }])).get('retention/not-stated.html') ?? '';
    const note = named(page, 'note');
    expect(note && wordsOf(note)).toMatch(
      /does not come out as it says: expected "We collect" at 0; found "We/,
    );
  });

  it('tells no rule in the language of the matcher', () => {
    const all = withExamples(builtin.rules.map(({ id }) => id)).map((rule) => ({ rule, examples: [] }));
    const classes = builtin.lexicons
      .flatMap((lexicon) => Object.keys(lexicon.classes))
      .filter((name) => name.includes('.'));
    for (const [path, page] of siteOf(all)) {
      if (path === 'index.html') continue;
      const parts = ['evidence-list', 'tests'].flatMap((name) => named(page, name) ?? []);
      const text = parts.map(wordsOf).join('\n');
      expect(text, path).not.toMatch(/@[a-z]|\.\.\d|\|/);
      expect(
        classes.filter((name) => text.includes(name)),
        path,
      ).toEqual([]);
    }
  });
});

const RUN = 'globalThis.ran=1';
const EVIL = `</title></style></script><script>${RUN}</script><img src=x onerror=${RUN}>--><a href="javascript:${RUN}">x</a>\u202e`;
const quoted = JSON.stringify(EVIL);
const evil = parseRule(`id: evil/words
severity: info
confidence: 0.5
message: ${quoted}
why: ${quoted}
suggestion: ${quoted}
references: [{ law: ${quoted}, article: ${quoted} }]
given: [{ action: [share], says: ['"<script>"'] }]
quote: clause
clearedBy: [{ within: clause, says: ['("<" "img"|@purpose.function) ..3 ">"'] }]
examples:
  bad: [${Array(5).fill(quoted).join()}]
  good: [${Array(5).fill(quoted).join()}]
`);
const evilSite = siteOf(entriesOf([evil]));

describe("a stranger's rule", () => {
  it('cannot add an element or an attribute that runs', () => {
    for (const page of evilSite.values()) {
      const elements = elementsOf(treeOf(page));
      expect(elements.filter(({ tagName }) => tagName === 'script')).toHaveLength(1);
      expect(elements.filter(({ tagName }) => tagName === 'img')).toEqual([]);
      for (const { properties } of elements) {
        expect(Object.keys(properties).filter((name) => /^(?:on|style$|src)/i.test(name))).toEqual([]);
        expect(String(properties.href ?? '')).not.toMatch(/^javascript:/i);
      }
    }
  });
});

describeInBrowser('the site of rules in a browser', (open) => {
  it('is searched, and opens a rule, the next one and an example', async () => {
    const { page, expectQuiet } = await open(site);
    const links = page.locator('.group li:visible a');
    expect(await links.count()).toBe(4);
    await page.keyboard.press('/');
    // Words that stand in the reasons and not in the list.
    await page.keyboard.type('lost or misused');
    expect(await links.allTextContents()).toEqual(['Not stated']);
    expect(await page.locator('.shown').textContent()).toBe('1 of 4 shown');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.selectOption('select[name=preset]', 'recommended');
    expect(await links.allTextContents()).not.toContain('Not stated');
    await page.selectOption('select[name=preset]', '');
    await links.getByText('Not stated').click();
    expect(await page.locator('h1').textContent()).toBe('Retention: not stated');
    await page.keyboard.press('n');
    await expect.poll(() => page.locator('h1').textContent()).toBe('Third party: sells data');
    await page.keyboard.press('p');
    await expect.poll(() => page.locator('h1').textContent()).toBe('Retention: not stated');
    await page.locator('.evidence-list a', { hasText: 'good example 3' }).first().click();
    expect(new URL(page.url()).hash).toBe('#good-3');
    expect(await page.locator('.example:target .mark.good').textContent()).toBe('deleted after');
    await page.locator('a.brand').click();
    expect(await page.locator('h1').textContent()).toBe('4 rules');
    expectQuiet();
  });

  it('reads without its script', async () => {
    const { page } = await open(site, { javaScriptEnabled: false });
    expect(await page.locator('.group li:visible').count()).toBe(4);
    expect(await page.locator('.filters').isVisible()).toBe(false);
    await page.getByText('Not stated').click();
    const [{ examples }] = withExamples(['retention/not-stated']) as [Rule];
    const all = [examples, examples.zh].flatMap((own) => [...(own?.bad ?? []), ...(own?.good ?? [])]);
    expect(await page.locator('.example:visible').count()).toBe(all.length);
  });

  it("runs nothing of a stranger's rule", async () => {
    const { page, expectQuiet } = await open(evilSite);
    await page.locator('.group a').first().click();
    expect(await page.locator('.example').count()).toBe(10);
    expect(await page.evaluate('globalThis.ran')).toBeUndefined();
    expectQuiet();
  });

  const paths = ['index', 'contradiction/no-collect-vs-collect', 'third-party/vague-recipients'];
  const looks = paths.flatMap((path) =>
    (['light', 'dark'] as const).map((colorScheme) => [path, colorScheme] as const),
  );
  it.each(looks)('axe finds nothing: %s, %s', { timeout: 60_000 }, async (path, colorScheme) => {
    const { page } = await open(site.get(`${path}.html`) ?? '', { colorScheme });
    await page.evaluate('for (const d of document.querySelectorAll("details")) d.open = true');
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(),
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
