import { describe, expect, it } from 'vitest';
import { gatesOf, wordsOf } from '../../src/batch/gate.js';
import { parsePolicy } from '../../src/index.js';
import { policies } from './policies.js';

const gates = (text: string, declared?: string) => {
  const document = parsePolicy(text);
  return gatesOf(document, wordsOf(document), { known: ['en', 'zh'], declared });
};
const POLICY = policies(2)[1]?.text ?? '';

describe('the gate', () => {
  it('lets policies through', () => {
    for (const { text } of policies(7)) expect(gates(text)).toEqual([]);
  });

  it.each([
    [
      'terms of sale',
      'All sales are final. The buyer pays for delivery. Prices hold until the end of the month. '.repeat(9),
    ],
    [
      'a recipe',
      'Stir the flour into the milk and let it rest. Heat the pan, then add butter and a ladle of batter. '.repeat(
        9,
      ),
    ],
    [
      'terms that name a policy once',
      `Our privacy policy is a page of its own.\n\n${'You may not resell the service. We may end your account if you break these terms. '.repeat(30)}`,
    ],
    ['nothing at all', ''],
  ])('says that %s is no policy', (_, text) => {
    expect(gates(text)).toEqual(['not-a-policy']);
  });

  it('knows a page that scripts were to fill', () => {
    expect(gates('<html><body><div id="root"></div><script src="app.js"></script></body></html>')).toEqual([
      'shell-page',
    ]);
    expect(gates('You need to enable JavaScript to run this app.')).toEqual(['shell-page']);
  });

  describe('of Chinese', () => {
    const CLAUSES =
      '我们会收集您的姓名和手机号码，用于创建账号。我们不会向任何第三方出售您的个人信息。您可以随时删除您的资料。';
    const SALES = '商品一经售出概不退换，运费由买方承担。价格在本月底之前有效，逾期请重新询价。'.repeat(6);

    it.each([
      ['a policy', CLAUSES.repeat(4), []],
      [
        'a traditional one',
        '我們會蒐集您的姓名，並與合作夥伴分享您的個人資料。您可以隨時刪除。'.repeat(6),
        [],
      ],
      ['terms of sale', SALES, ['not-a-policy']],
      [
        'a text that breaks off',
        `# 隐私政策\n\n${CLAUSES.repeat(3)}\n\n此外，我们会将您的信息提供给`,
        ['truncated'],
      ],
      [
        'a sentence cut in two',
        `# 隐私政策\n\n${CLAUSES.repeat(3)}\n\n如果您对本政策有任何疑问，可以通过以下方式与我们联`,
        ['truncated'],
      ],
      [
        'one that ends with its maker',
        `# 隐私政策\n\n${CLAUSES.repeat(3)}\n\n青柠智能家居（深圳）有限公司`,
        [],
      ],
      ['a page for scripts', '请启用 JavaScript 以继续。', ['shell-page']],
    ])('knows %s', (_, text, expected) => {
      expect(gates(text)).toEqual(expected);
    });
  });

  it('knows languages that cannot be judged, by the text or by what is said of it', () => {
    expect(
      gates(
        'Wir verarbeiten Ihre Daten nur, wenn Sie uns die Einwilligung dazu geben und nicht länger als nötig. '.repeat(
          5,
        ),
      ),
    ).toEqual(['unsupported-language']);
    expect(gates(POLICY, 'fr-CA')).toEqual(['unsupported-language']);
    expect(gates(POLICY, 'en-GB')).toEqual([]);
  });

  it.each([
    'and we share it with',
    'under which we keep your name and address until the account',
    '[truncated]',
    'We collect your name… ',
  ])('knows a text that breaks off (%s)', (end) => {
    expect(gates(`${POLICY}\n\nFurthermore ${end}`)).toEqual(['truncated']);
  });

  it.each([
    'Example Ltd, 12 Harbour Street, Springfield, 10001',
    '© 2026 Example Ltd. All rights reserved',
    '[Contact us](/contact)',
    'Last updated: 3 May 2026',
  ])('takes what stands at the end of whole pages for their end (%s)', (end) => {
    expect(gates(`${POLICY}\n\n${end}`)).toEqual([]);
  });
});
