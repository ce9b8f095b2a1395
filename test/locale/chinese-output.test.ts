import { describe, expect, it } from 'vitest';
import {
  analyze,
  compare,
  format,
  localize,
  OptionError,
  parsePolicy,
  parseRule,
  type Report,
} from '../../src/index.js';
import { comparisonPage, overviewPage, overviewRow, reportPage } from '../../src/page/index.js';
import { builtin } from '../../src/ruleset/index.js';
import { fineprint, folderOf } from '../support/cli.js';

const BEFORE = `# 某某智能家居隐私政策

## 我们如何收集和使用

我们会收集您的设备信息和位置信息，用于提供服务和改善用户体验。继续使用本服务即表示您同意本政策。

我们采取合理的安全措施保护您的个人信息。

## 共享与出境

我们可能会与合作伙伴共享您的个人信息，以改善服务。我们不会出售您的个人信息。

我们可能会将您的个人信息传输至境外。

- 我们可能会向关联公司提供您的联系方式；
- 我们可能会向广告合作伙伴提供您的设备信息，用于个性化广告。

## 保存与变更

我们仅在实现目的所必需的期限内保存您的个人信息。我们可能会不时修改本政策。

<!-- fineprint-disable-next-line third-party/vague-recipients -->

您可以选择关闭个性化推荐。本政策适用欧盟居民。
`;
const AFTER = BEFORE.replace('合作伙伴共享', '广告商和其他第三方共享')
  .replace('仅在实现目的所必需的期限内保存您的个人信息', '将您的个人信息保存三年')
  .replace('我们可能会将您的个人信息传输至境外。', '您可以通过设置页面删除您的个人信息。');

const OPTIONS = { presets: ['strict'], include: ['clauses', 'cleared', 'sentences'] } as const;
const document = parsePolicy(BEFORE, { format: 'markdown', path: 'a.md' });
const report = analyze({ text: BEFORE, format: 'markdown', path: 'a.md' }, OPTIONS);
const later = analyze({ text: AFTER, format: 'markdown', path: 'b.md' }, OPTIONS);
const comparison = compare(report, later);
const zh = { locale: 'zh' } as const;

/** Ids of rules, names of things, and what is typed as it stands. */
const NAMES =
  /\b(?:[ab]\.md|fineprint(?:-[\w-]+)?|Cookie|SDK|IP|HTML|Markdown|JSON|Esc)\b|--(?: |format json)|Global Privacy Control|Do Not Track/g;

function withoutNames(text: string): string {
  const ids = builtin.rules.map(({ id }) => id).sort((a, b) => b.length - a.length);
  const laws = builtin.rules.flatMap(({ references }) => references.map(({ law }) => law));
  return [...ids, ...laws].reduce((rest, name) => rest.replaceAll(name, ''), text).replace(NAMES, '');
}

/** What a reader of a page sees or hears. */
function wordsOfPage(html: string): string {
  const told = [...html.matchAll(/\b(?:aria-label|title|placeholder|data-told)="([^"]*)"/g)].map(
    ([, text = '']) => text.replace(/\{(?:count|all)\}/g, ''),
  );
  const shown = html.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');
  return [...told, shown].join('\n').replace(/&#?\w+;/g, '');
}

/** The words of English in a text, each with what stands around it. */
const englishIn = (text: string): string[] => text.match(/.{0,20}[A-Za-z]{2,}.{0,20}/g) ?? [];

describe('for readers of Chinese', () => {
  it.each(['stylish', 'markdown'] as const)('%s has no word of English', (as) => {
    const textOf = (): string => BEFORE;
    const reports = format([report], as, { ...zh, textOf, profile: true });
    expect(reports).toMatch(/第三方提供|严重/);
    expect(englishIn(withoutNames(reports))).toEqual([]);
    expect(englishIn(withoutNames(format(comparison, as, zh)))).toEqual([]);
  });

  it('pages have none, and say what language they are in', () => {
    const pages = [
      reportPage({ report, document, ...zh }),
      comparisonPage({
        comparison,
        before: document,
        after: parsePolicy(AFTER, { format: 'markdown' }),
        ...zh,
      }),
      overviewPage([overviewRow(report), overviewRow(later)], zh),
    ];
    for (const page of pages) {
      expect(page).toMatch(/^<!doctype html>\n?<html lang="zh-Hans">/);
      expect(englishIn(withoutNames(wordsOfPage(page)))).toEqual([]);
    }
  });

  it('messages for other tools are Chinese, and what these know them by is not', () => {
    const sarif = JSON.parse(format(report, 'sarif', zh)).runs[0];
    expect(sarif.language).toBe('zh');
    expect(sarif.results.length).toBeGreaterThan(5);
    const plain = JSON.parse(format(report, 'sarif')).runs[0];
    const known = ({ ruleId, partialFingerprints, level }: Record<string, unknown>) => [
      ruleId,
      partialFingerprints,
      level,
    ];
    expect(sarif.results.map(known)).toEqual(plain.results.map(known));
    for (const { message } of sarif.results) expect(englishIn(withoutNames(message.text))).toEqual([]);
    for (const { help } of sarif.tool.driver.rules) expect(englishIn(withoutNames(help.text))).toEqual([]);
    const github = format(comparison, 'github', zh).replace(/^::\w+ .*?title=|%0A|%3A|%2C/gm, '');
    expect(englishIn(withoutNames(github))).toEqual([]);
    const names = (text: string): string[] => [...text.matchAll(/<testcase name="([^"]*)"/g)].map(String);
    expect(names(format(report, 'junit', zh))).toEqual(names(format(report, 'junit')));
    expect(format(report, 'csv', zh).split('\r\n')[0]).toBe(format(report, 'csv').split('\r\n')[0]);
  });

  it('changed clauses have the same fingerprints in SARIF', () => {
    const prints = (options: object): unknown[] =>
      JSON.parse(format(comparison, 'sarif', options)).runs[0].results.map(
        (one: { partialFingerprints: unknown }) => one.partialFingerprints,
      );
    expect(prints(zh)).toEqual(prints({}));
    expect(new Set(prints({}).map((one) => JSON.stringify(one))).size).toBe(prints({}).length);
  });

  it('JSON is the same for all', () => {
    for (const as of ['json', 'ndjson', 'claims'] as const)
      expect(format(report, as, zh)).toBe(format(report, as));
  });
});

describe('localize', () => {
  const TOLD = new Set(['message', 'suggestion', 'says', 'reasons']);
  const bare = (told: object): string =>
    JSON.stringify(told, (key, value) => (TOLD.has(key) ? undefined : value));

  it('changes what people are told, and nothing else', () => {
    for (const one of [report, comparison]) {
      const told = localize(one, 'zh');
      expect(bare(told)).toBe(bare(one));
      expect(JSON.stringify(told)).not.toBe(JSON.stringify(one));
      expect(localize(told, 'zh')).toEqual(told);
      expect(localize(one, 'en')).toBe(one);
    }
  });

  it('tells rules of one’s own as they say themselves, or in the words that they bring along', () => {
    const rule = (more: string) =>
      parseRule(`id: own/sharing
severity: warning
confidence: 0.5
message: 'gives {data} away'
why: It is here to be found by the tests.
suggestion: 'say to whom'
references: []
given: [{ action: [share] }]
quote: clause
clearedBy: []
examples:
  bad: ['[[a]]', '[[b]]', '[[c]]', '[[d]]', '[[e]]']
  good: ['a', 'b', 'c', 'd', 'e']
${more}`);
    const messageWith = (more: string): string | undefined => {
      const rules = [rule(more)];
      const own = analyze(BEFORE, { presets: [], extraRules: rules, format: 'markdown' });
      return localize(own, 'zh', rules).findings.find(({ ruleId }) => ruleId === 'own/sharing')?.message;
    };
    expect(messageWith('')).toMatch(/^“[^”]*”：gives 个人信息 away$/);
    const translations = `translations: { zh: { message: '对外提供{data}', why: 仅供测试之用的一条规则。, suggestion: 写明接收方 } }`;
    expect(messageWith(translations)).toMatch(/^“[^”]*”：对外提供个人信息$/);
    expect(() => rule(translations.replace('{data}', '{nothing}'))).toThrow(/no slot/);
    expect(() => rule(translations.replace('{data}', '{place}'))).toThrow(/the same slots/);
  });

  it('refuses a language that there is none of', () => {
    expect(() => localize(report, 'fr' as 'zh')).toThrow(/the locale is "fr"; use en, zh/);
    expect(() => format(report, 'stylish', { locale: '__proto__' as 'zh' })).toThrow(TypeError);
    expect(OptionError).toBeDefined();
  });

  it('keeps the message of a report that names one it does not know, or without its values', () => {
    const notes: Report['notes'] = [
      { code: 'limit', message: 'as it was', messageId: 'toString' },
      { code: 'limit', message: 'as it was', messageId: 'languages' },
    ];
    expect(localize({ ...report, notes }, 'zh').notes.map(({ message }) => message)).toEqual([
      'as it was',
      'as it was',
    ]);
  });
});

describe('the language of a text', () => {
  const pageOf = (text: string, locale: 'en' | 'zh'): string => {
    const input = { text, format: 'markdown' } as const;
    return reportPage({ report: analyze(input), document: parsePolicy(input), locale });
  };
  const TRADITIONAL = '# 隱私權政策\n\n我們可能會與合作夥伴共享您的個人資料，以改善服務並進行業務開發。\n';
  const ENGLISH_TEXT =
    '# Privacy\n\nWe may share your personal information with our partners for any purpose.\n';

  it('is told of the policy, whatever that of the reader', () => {
    expect(pageOf(BEFORE, 'en')).toMatch(/<html lang="en">[\s\S]*<article[^>]* lang="zh-Hans"/);
    expect(pageOf(TRADITIONAL, 'zh')).toMatch(/<html lang="zh-Hans">[\s\S]*<article[^>]* lang="zh-Hant"/);
    expect(pageOf(ENGLISH_TEXT, 'zh')).toMatch(/<html lang="zh-Hans">[\s\S]*<article[^>]* lang="en"/);
    expect(pageOf(ENGLISH_TEXT, 'zh')).toMatch(/<q dir="auto" lang="en">We may share/);
  });

  it('is told of each block that is in another', () => {
    const page = pageOf(
      `${ENGLISH_TEXT.repeat(6)}\n我们可能会与合作伙伴共享您的个人信息，以改善服务。\n`,
      'en',
    );
    expect(page).toMatch(/<p dir="auto" lang="zh-Hans">/);
    expect(page).toMatch(/<p dir="auto">/);
  });
});

describe('the command line', () => {
  it('tells people in the language that is asked for, by flag or configuration', async () => {
    const cwd = folderOf({ 'a.md': BEFORE, 'b.md': AFTER, 'fineprint.config.yml': 'locale: zh\n' });
    expect((await fineprint(['a.md'], { cwd })).out).toMatch(/共 \d+ 项问题/);
    expect((await fineprint(['a.md', '--locale', 'en'], { cwd })).out).toMatch(/\d+ findings in 1 policy/);
    expect((await fineprint(['diff', 'a.md', 'b.md'], { cwd })).out).toMatch(/得分 \d+ → \d+/);
    expect((await fineprint(['explain', 'third-party/sells-data'], { cwd })).out).toMatch(/^理由 {6}买受人/m);
    expect((await fineprint(['rules', 'list'], { cwd })).out).toMatch(
      /third-party\/sells-data +严重 {2}出售/,
    );
  });

  it('refuses another with the status 2', async () => {
    const cwd = folderOf({ 'a.md': BEFORE, 'fineprint.config.yml': 'locale: fr\n' });
    expect(await fineprint(['a.md', '--locale', 'fr'], { cwd })).toMatchObject({ status: 2, out: '' });
    const { status, err } = await fineprint(['a.md'], { cwd });
    expect({ status, err }).toMatchObject({
      status: 2,
      err: expect.stringContaining('fineprint.config.yml:1'),
    });
  });
});
