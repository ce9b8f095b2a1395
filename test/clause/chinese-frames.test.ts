import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ClauseFrame, readAllClauses } from '../../src/clause/index.js';
import { readDocument } from '../../src/document/index.js';
import { builtinRuleSet } from '../../src/ruleset/index.js';
import { chinese } from '../../src/ruleset/zh/index.js';
import { sourceText } from '../../src/source/index.js';

const { indexes } = builtinRuleSet(() => true, [chinese]);
const of = (action: string, text: string): readonly ClauseFrame[] =>
  readAllClauses(readDocument(sourceText(text, 'policy.md')), indexes).frames.filter(
    (frame) => frame.action === action,
  );
const classesIn = (frame: ClauseFrame | undefined, slot: keyof ClauseFrame['slots']): string[] =>
  (frame?.slots[slot] ?? []).map((value) => value.class);

describe('recipients that no list names', () => {
  it.each([
    ['a pronoun', '警方提出要求时，我们会向其提供您的通话记录。', 'recipient.referred'],
    ['a noun for somebody before the verb', '我们会向活动承办方提供您的姓名。', 'recipient.category'],
    ['a noun behind 提供给', '我们会把您的电话号码提供给招聘者。', 'recipient.category'],
    ['a firm of which nothing is said', '我们会向有关单位提供您的姓名。', 'recipient.generic'],
  ])('%s', (_, text, recipient) => {
    const [frame] = of('share', text);
    expect(classesIn(frame, 'recipient')).toContain(recipient);
  });

  it.each([
    ['the reader', '我们会向您指定的邮箱发送您的账单信息。'],
    ['a server', '客户端会向服务器传输您的设备信息。'],
    ['a place', '我们不会向境外提供您的个人信息。'],
    ['a means', '我们通过SDK技术收集您的设备信息。'],
  ])('are not %s', (_, text) => {
    expect(of('share', text)).toEqual([]);
  });

  it('are described by whose partners they are', () => {
    const [frame] = of('share', '我们会与我们负责配送的合作伙伴共享您的地址。');
    expect(classesIn(frame, 'recipient')).toEqual(['recipient.generic']);
  });
});

describe('rights and choices', () => {
  it('are granted behind a path in quotes', () => {
    const text = '您可在“我的—设置”中查询、更正、删除个人信息，撤回授权，注销账户。';
    expect(of('grant-right', text)[0]?.modality).toBe('may');
    expect(of('collect', text)).toEqual([]);
  });

  it('are none where all is refused with the data', () => {
    const [frame] = of('consent', '若您不愿提供上述信息，您将不能使用本产品。');
    expect(classesIn(frame, 'control')).toContain('control.take-it-or-leave-it');
  });
});

describe('changes to the policy', () => {
  it.each([
    ['本政策得随时修订，修订后公布于网站。', 1],
    ['本政策于2024年3月1日更新。', 0],
  ])('are kept open, and not dated: %s', (text, count) => {
    expect(of('change-policy', text)).toHaveLength(count);
  });
});

describe('what a policy calls its controller', () => {
  it.each([
    ['its title', '百度隐私政策\n\n百度会收集您的设备信息。'],
    ['a quoted title', '# “微博”移动应用隐私政策\n\n微博会收集您的设备信息。'],
  ])('is told by %s and shares nothing by collecting', (_, text) => {
    expect(of('share', text)).toEqual([]);
    expect(of('collect', text).map((frame) => classesIn(frame, 'actor'))).toEqual([['actor.controller']]);
  });

  it('does not take a policy that it points at for its own', () => {
    const text = '# 隐私政策\n\n登录时适用的规则详见《百度隐私政策》。\n\n百度推送会收集您的设备信息。';
    expect(of('share', text)).not.toEqual([]);
  });

  it('does not make others its controller', () => {
    expect(of('share', '云雀隐私政策\n\n友盟SDK会收集您的设备信息。')).not.toEqual([]);
  });
});

describe('sharing that is taken for granted', () => {
  it.each([
    ['what recipients have to ask for', '接收方变更处理目的的，应当重新取得您的同意。'],
    ['kinds of partners', '我们的合作伙伴包括以下类型：'],
    ['a list of what is built in', '我们接入的第三方SDK详见附录。'],
  ])('%s is stated of nobody yet', (_, text) => {
    const frames = of('share', text);
    expect(frames).not.toEqual([]);
    for (const frame of frames) expect(classesIn(frame, 'condition')).toContain('condition.supposed');
  });

  it('reads data that goes along with the business', () => {
    const [frame] = of('share', '我们可能会被收购，您的个人信息可能因此被转移。');
    expect(frame?.polarity).toBe('affirmed');
  });
});

describe('what shares nothing', () => {
  it.each([
    ['a title that ends in a noun', '公开披露个人信息时征得同意的例外'],
    ['advice to readers', '我们建议您妥善保管自己的密码，不要向他人提供您的验证码信息。'],
    ['a service that is given', '我们向合作伙伴提供登录服务，并保护您的信息。'],
    ['what strangers do', '如您发现他人收集您的信息，请告诉我们。'],
    ['terms that bind the reader', '您使用该服务时受第三方条款约束，请保管好个人信息。'],
    ['what offices ask for', '为配合政府要求，我们会保护您的数据。'],
  ])('%s', (_, text) => {
    expect(
      of('share', text).filter((frame) => classesIn(frame, 'purpose')[0] !== 'purpose.handed-over'),
    ).toEqual([]);
  });
});

describe('requests of readers', () => {
  it.each([
    ['grounds of deletion', '如果我们处理个人信息的行为违反法律，'],
    ['an item of such grounds', '1、我们收集您的个人信息，却未征得您的同意；'],
    ['grounds of refusal', '有证据表明您存在主观恶意；'],
    ['who has to show who they are', '您更正个人信息时，我们可能会先验证您的身份。'],
    ['an offer that the clause before makes', '您可以登录网站，注销您的账号。'],
  ])('%s', (_, text) => {
    expect(of('grant-right', text)).not.toEqual([]);
  });

  it.each([
    ['what courts ask for', '我们会处理司法机关提出的请求。'],
    ['what the controller has', '我们会行使我们的权利。'],
    ['a noun for all that readers have', '我们不会削弱您按照本政策所享有的权利。'],
    ['a list that one may look at', '您可以点击链接查看第三方清单。'],
    ['what staff may do', '只有授权人员才可以访问您的个人信息。'],
    ['a profile filled in', '您可以完善您的个人资料。'],
  ])('are not %s', (_, text) => {
    expect(of('grant-right', text)).toEqual([]);
  });
});

describe('ways to a choice', () => {
  it.each([
    ['steps through menus', '点击“我的”，再点击“隐私”。', 'control.settings'],
    ['what becomes of a closed account', '账号注销后，数据无法恢复。', 'control.made'],
    ['what becomes of a choice', '您关闭后，我们将不再推荐内容。', 'control.made'],
  ])('%s', (_, text, control) => {
    expect(of('choose', text).flatMap((frame) => classesIn(frame, 'control'))).toContain(control);
  });

  it.each([
    ['agreeing', '请点击“同意”按钮。'],
    ['reading', '您可以点击“使用说明”了解详情。'],
  ])('are not %s', (_, text) => {
    expect(of('choose', text)).toEqual([]);
  });
});

describe('where and how long', () => {
  it.each([
    ['on the device', '您的浏览记录会存储在您的手机中。'],
    ['in the cloud', '您的照片会上传至云端。'],
  ])('data lies %s', (_, text) => {
    expect(of('store', text)).not.toEqual([]);
  });

  it.each([
    ['a function that readers use', '支持编辑、保存至本地和打印。'],
    ['a safeguard', '我们通过向其他服务器备份数据防止信息丢失。'],
  ])('is not told by %s', (_, text) => {
    expect(of('store', text)).toEqual([]);
  });

  it('takes what does not work for no promise', () => {
    expect(of('use', '您留下的手机号码无法使用的，请及时更新。')).toEqual([]);
  });

  it('takes a period that has run out for a case', () => {
    expect(of('retain', '（二）保存期限已届满；')).toEqual([]);
  });

  it('tells the end of the service from the end of an account', () => {
    const [end] = of('retain', '我们停止运营后，将删除您的个人信息。');
    expect(classesIn(end, 'period')).toContain('period.event.shutdown');
    const [until] = of('retain', '注册信息将保留到您的账号被删除为止。');
    expect(classesIn(until, 'period')).toEqual(['period.event']);
  });

  it.each([
    ['我们不会向境外提供您的个人信息。', 'denied'],
    ['您的信息可能被传输到收集国以外的国家。', 'affirmed'],
    ['我们会确保您的信息得到与境内同等的保护。', 'affirmed'],
  ])('reads data that goes abroad: %s', (text, polarity) => {
    expect(of('transfer', text)[0]?.polarity).toBe(polarity);
  });

  it('tells the place once, where items are cases', () => {
    const frames = of(
      'transfer',
      '以下情形下，我们会向境外提供您的个人信息：\n\n1. 法律有规定；\n2. 您已同意；',
    );
    expect(frames).toHaveLength(1);
  });
});

describe('the words of the lexicon', () => {
  const folder = new URL('../../rules/lexicon/zh/', import.meta.url);
  const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const words = new Set(
    texts.flatMap((text) => text.replace(/^\s*#.*$/gm, '').match(/\p{Script=Han}{2,}/gu) ?? []),
  );

  it('are not glued to a modal, a preposition, a pronoun or 后, behind which the shorter word would not be found', () => {
    const glued = [...words].filter(
      (word) =>
        (/^[向在由被把给]/.test(word) && words.has(word.slice(1))) ||
        /^[可会将能][向在由被把给对与]$/.test(word) ||
        (/(?:您|你|后)$/.test(word) && words.has(word.slice(0, -1)) && !/^(?:如|若)/.test(word)),
    );
    expect(words.size).toBeGreaterThan(1000);
    expect(glued).toEqual([]);
  });
});

describe('lists', () => {
  it('of installed apps are data, and lists of what is collected are none', () => {
    const [frame] = of('collect', '我们可能会收集设备标识符、应用列表等信息。');
    expect(classesIn(frame, 'data')).toEqual(['data.device', 'data.device', 'data.generic']);
    expect(of('collect', '您可以查看个人信息收集清单。')).toEqual([]);
  });
});
