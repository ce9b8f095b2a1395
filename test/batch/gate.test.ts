import { describe, expect, it } from 'vitest';
import { gatesOf, wordsOf } from '../../src/batch/gate.js';
import { parsePolicy } from '../../src/index.js';
import { policies } from './policies.js';

const gates = (text: string, declared?: string) => {
  const document = parsePolicy(text);
  return gatesOf(document, wordsOf(document), { known: ['en'], declared });
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
