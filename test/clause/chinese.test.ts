import { describe, expect, it } from 'vitest';
import { type ClauseFrame, readAllClauses } from '../../src/clause/index.js';
import { readDocument } from '../../src/document/index.js';
import { analyze } from '../../src/index.js';
import { builtinRuleSet } from '../../src/ruleset/index.js';
import { chinese } from '../../src/ruleset/zh/index.js';
import { sourceText } from '../../src/source/index.js';

const { indexes } = builtinRuleSet(() => true, [chinese]);
const clausesOf = (text: string): readonly ClauseFrame[] =>
  readAllClauses(readDocument(sourceText(text, 'policy.md')), indexes).frames;
const of = (action: string, text: string): readonly ClauseFrame[] =>
  clausesOf(text).filter((frame) => frame.action === action);
const classesIn = (frame: ClauseFrame | undefined, slot: keyof ClauseFrame['slots']): string[] =>
  (frame?.slots[slot] ?? []).map((value) => value.class);

describe('sharing in Chinese', () => {
  it.each([
    ['我们会与合作伙伴共享您的手机号。', 'affirmed', 'recipient.generic'],
    ['我们可能将您的订单信息提供给物流公司。', 'affirmed', 'recipient.category'],
    ['我們會將您的個人資料提供給關聯公司。', 'affirmed', 'recipient.affiliate'],
    ['我们不会向任何第三方披露您的位置信息。', 'denied', 'recipient.generic.open'],
    ['未经您同意，我们不会向第三方提供您的信息。', 'conditional', 'recipient.generic'],
    ['经您单独同意，我们会将人脸信息提供给认证机构。', 'conditional', 'recipient.category'],
    ['合作伙伴可能会收集您的设备信息。', 'affirmed', 'recipient.generic'],
    ['我们委托服务商处理您的个人信息。', 'affirmed', 'recipient.processor'],
    ['我们会向上海云雀科技有限公司提供您的姓名。', 'affirmed', 'recipient.named'],
  ])('%s', (text, polarity, recipient) => {
    const [frame] = of('share', text);
    expect(frame?.polarity).toBe(polarity);
    expect(classesIn(frame, 'recipient')).toContain(recipient);
  });

  it.each([
    ['what is provided to readers', '我们收集您的手机号，以便为您提供服务。'],
    ['what readers share among themselves', '您可以与家人共享您的位置信息。'],
    ['what is kept from happening', '我们采取加密措施，防止您的信息被披露。'],
    ['the title of a list', '请阅读《第三方信息共享清单》。'],
    ['what comes in', '您的家人可能会向我们提供您的手机号。'],
    ['how it is done, as a topic', '本章说明我们如何共享您的个人信息。'],
    ['what is not a recipient', '不同等级的会员享有平等的权益。'],
  ])('is not %s', (_, text) => {
    expect(of('share', text)).toEqual([]);
  });

  it('reads an item of a list by the sentence before it', () => {
    const [, item] = of('share', '我们会向以下各方提供您的个人信息：\n\n- 快递公司\n- 广告商\n');
    expect(item?.leadIn).toBeDefined();
    expect(classesIn(item, 'recipient')).toEqual(['recipient.category']);
  });
});

describe('other clauses in Chinese', () => {
  it('tells data that stays in the country from data that leaves it', () => {
    const [stored] = of('store', '我们将您的个人信息存储在中华人民共和国境内。');
    expect(classesIn(stored, 'place')).toEqual(['place.domestic']);
    expect(of('transfer', '我们将您的个人信息存储在中华人民共和国境内。')).toEqual([]);
    const [sent] = of('transfer', '我们会将您的个人信息传输至新加坡。');
    expect(classesIn(sent, 'place')).toEqual(['place.country']);
  });

  it.each([
    ['日志信息将保存六个月。', 'period.number'],
    ['我们仅在实现目的所必需的期限内保留您的个人信息。', 'period.vague'],
    ['您注销账号后，我们将删除您的个人信息。', 'period.event.closure'],
  ])('reads how long data is kept: %s', (text, period) => {
    expect(of('retain', text).flatMap((frame) => classesIn(frame, 'period'))).toContain(period);
  });

  it('tells a choice from what follows once it is made', () => {
    const [offered] = of('choose', '您可以在设置中关闭个性化推荐。');
    expect(classesIn(offered, 'control')).toContain('control.settings');
    const [made] = of('choose', '如您关闭个性化推荐，您将看到随机排列的内容。');
    expect(classesIn(made, 'control')).toContain('control.made');
  });

  it.each([
    ['grant-right', '您有权查阅、更正和删除您的个人信息。'],
    ['change-policy', '我们可能会不时修订本隐私政策。'],
    ['consent', '您继续使用本服务，即视为同意本政策。'],
    ['protect', '我们采用加密技术保护您的数据。'],
  ])('reads %s: %s', (action, text) => {
    expect(of(action, text).length).toBeGreaterThan(0);
  });
});

describe('languages', () => {
  const text =
    '# 隐私政策\n\n我们会与第三方共享您的个人信息。\n\n# Privacy\n\nWe may share your data with our partners.\n';

  it('reads each block of a bilingual policy in its own', () => {
    expect(of('share', text).map((frame) => frame.slots.recipient?.[0]?.text)).toEqual([
      '第三方',
      'our partners',
    ]);
    expect(analyze({ text, format: 'markdown' }).notes.map(({ code }) => code)).toContain('languages');
  });

  it('finds the same in both', () => {
    const found = analyze({ text, format: 'markdown' }).findings.filter(
      ({ ruleId }) => ruleId === 'third-party/vague-recipients',
    );
    expect(found.map(({ quote }) => quote)).toEqual(['第三方', 'our partners']);
  });

  it('finds the same in traditional characters', () => {
    const rules = (policy: string): string[] => analyze(policy).findings.map(({ ruleId }) => ruleId);
    const simplified = '我们会将您的个人信息提供给合作伙伴，用于其他目的。';
    const traditional = '我們會將您的個人信息提供給合作夥伴，用於其他目的。';
    expect(rules(simplified)).not.toEqual([]);
    expect(rules(traditional)).toEqual(rules(simplified));
  });
});
