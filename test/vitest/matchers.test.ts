import { expect as jestExpect } from 'expect';
import { describe, expect, it } from 'vitest';
import '../../src/vitest/extend.js';
import { analyze, createBaseline, parseRule } from '../../src/index.js';
import { createMatchers, type FineprintMatchers, matchers } from '../../src/vitest/index.js';
import { SOUND, VAGUE } from '../support/cli.js';

jestExpect.extend(matchers as never);

type Expecting = (received: unknown) => FineprintMatchers & { readonly not: FineprintMatchers };

const RULE = 'third-party/vague-recipients';
const MOVED = VAGUE.replace(/## Sharing\n\n(.*)\n\n/, '').concat('\n## Sharing\n\n$1\n');
const moved = MOVED.replace('$1', /## Sharing\n\n(.*)\n/.exec(VAGUE)?.[1] ?? '');
const report = analyze({ text: VAGUE, path: 'privacy.md' });

/** What a failed expectation says, without the colours of a terminal. */
function failure(act: () => void): string {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the expectation was met');
}

describe.each<[string, Expecting]>([
  ['vitest', expect as never],
  ['jest', jestExpect as never],
])('with %s', (_, expecting) => {
  it('toHaveFinding takes a rule, or what a finding is like', () => {
    expecting(VAGUE).toHaveFinding(RULE);
    expecting(report).toHaveFinding({ ruleId: RULE, quote: 'partners', severity: 'warning', line: 5 });
    expecting({ text: VAGUE, path: 'a.md' }).toHaveFinding({ category: 'third-party', section: 'Sharing' });
    expecting(report).toHaveFinding({ quote: /^our PARTNERS$/gi });
    expecting(report).not.toHaveFinding({ ruleId: RULE, line: 6 });
    expecting(SOUND).not.toHaveFinding(RULE);
  });

  it('toHaveParityWith holds two language versions against each other', () => {
    const [english, chinese] = ['We store your data in Germany.', '我们将您的信息存储在德国。'];
    expecting(english).toHaveParityWith(chinese);
    expecting({ text: english, path: 'en.md' }).not.toHaveParityWith('我们将您的信息存储在印度。');
    expect(failure(() => expecting(english).toHaveParityWith('我们将您的信息存储在印度。'))).toMatch(
      /expected no difference between the two language versions, found 2:[\s\S]*a place \(germany\)/,
    );
    expect(failure(() => expecting(report).toHaveParityWith(chinese))).toMatch(/is no text; give a string/);
    expect(failure(() => expecting(english).not.toHaveParityWith('policy.zh.md'))).toMatch(
      /is a path and no text/,
    );
    expect(failure(() => expecting(english).not.toHaveParityWith(english))).toMatch(
      /both versions are in "en"/,
    );
  });

  it('toHaveNoFindings takes what must not be', () => {
    expecting(SOUND).toHaveNoFindings();
    expecting(report).toHaveNoFindings({ category: 'retention' });
    expecting(report).not.toHaveNoFindings({ severity: 'error' });
  });

  it('toHaveNoNewFindings holds against a text, a report or a baseline', () => {
    expecting(moved).toHaveNoNewFindings(VAGUE);
    expecting(moved).toHaveNoNewFindings(analyze(VAGUE));
    expecting(report).toHaveNoNewFindings(createBaseline([report]));
    expecting(VAGUE).not.toHaveNoNewFindings(SOUND);
    expecting(report).not.toHaveNoNewFindings(createBaseline([]));
  });

  it('toMeetProfile and toScoreAtLeast', () => {
    expecting(SOUND).toMeetProfile({
      retention: ['criteria', 'period'],
      'sale-or-ad-sharing': ['silent', 'denied'],
    });
    expecting(VAGUE).not.toMeetProfile({ retention: 'period' });
    expecting(VAGUE).toScoreAtLeast(0);
    expecting(VAGUE).not.toScoreAtLeast(100);
  });

  it.each<[string, (of: FineprintMatchers) => void, RegExp]>([
    [
      'no filter',
      (of) => of.toHaveFinding(undefined as never),
      /undefined says of no finding what it is like/,
    ],
    ['null', (of) => of.toHaveNoFindings(null as never), /null says of no finding/],
    ['a rule for a filter', (of) => of.toHaveNoFindings(RULE as never), /write \{ ruleId: '…' \}/],
    ['a key of objects', (of) => of.toHaveNoFindings({ severity: 'toString' as never }), /unknown severity/],
    [
      'a list of rules',
      (of) => of.toHaveFinding({ ruleId: [RULE] as never }),
      /ruleId is \["third.*write a text/,
    ],
    ['a number for words', (of) => of.toHaveNoFindings({ quote: 5 as never }), /quote is 5; write a text or/],
    ['text for a line', (of) => of.toHaveNoFindings({ line: '3' as never }), /line is "3"; write a number/],
    ['no questions', (of) => of.toMeetProfile({}), /no question is asked/],
    ['nothing', (of) => of.toMeetProfile(undefined as never), /no question is asked/],
    ['a path', (of) => of.toHaveNoNewFindings('old/privacy.md'), /"old\/privacy\.md" is a path and no text/],
    ['a promise', (of) => of.toHaveNoNewFindings(Promise.resolve(VAGUE) as never), /is a promise; await it/],
  ])('refuses %s, with .not too', (_, act, message) => {
    expect(failure(() => act(expecting(VAGUE)))).toMatch(message);
    expect(failure(() => act(expecting(VAGUE).not))).toMatch(message);
  });

  it('fails with place, words and rule', () => {
    const found = failure(() => expecting(report).toHaveNoFindings({ ruleId: RULE }));
    expect(found).toContain(`expected no findings of ${RULE} in "privacy.md", found 1:`);
    expect(found).toMatch(
      /privacy\.md:5:\d+ {2}error {2}"our partners" .* {2}third-party\/vague-recipients, under "Sharing"/,
    );
    const missed = failure(() => expecting(report).toHaveFinding({ ruleId: RULE, quote: 'friends' }));
    expect(missed).toContain(`expected a finding of ${RULE} that quotes "friends" in "privacy.md"; found:`);
    expect(missed).toContain('"our partners"');
    expect(failure(() => expecting(SOUND).not.toHaveNoFindings())).toContain('found nothing');
    expect(failure(() => expecting(VAGUE).toHaveNoNewFindings(SOUND))).toContain('expected no new findings');
    expect(failure(() => expecting(report).toHaveNoNewFindings(createBaseline([])))).toContain(
      'does not know this policy',
    );
    expect(failure(() => expecting(SOUND).toMeetProfile({ retention: 'vague' }))).toMatch(
      /retention: expected vague, is criteria, line 5: "/,
    );
    expect(failure(() => expecting(report).toScoreAtLeast(100))).toMatch(
      /at least 100, it scores \d+ \([A-F]\):/,
    );
  });

  it('tells of a slip in the test, which would pass for ever with .not', () => {
    expect(failure(() => expecting(report).not.toHaveFinding('third-party/vague-recipient'))).toMatch(
      /unknown rule .* did you mean third-party\/vague-recipients\? \(/,
    );
    expect(failure(() => expecting(report).not.toHaveFinding({ rule: RULE } as never))).toMatch(
      /"rule" is no condition/,
    );
    expect(failure(() => expecting(report).toHaveNoFindings({ severity: 'warn' as never }))).toMatch(
      /use error, warning, info/,
    );
    expect(failure(() => expecting(report).toHaveNoFindings({ category: 'sharing' }))).toMatch(
      /unknown category/,
    );
    expect(failure(() => expecting(report).not.toMeetProfile({ retention: 'long' as never }))).toMatch(
      /retention is never answered "long"; use period/,
    );
    expect(failure(() => expecting(report).not.toMeetProfile({ toString: 'x' } as never))).toMatch(
      /unknown question/,
    );
    expect(failure(() => expecting(report).not.toScoreAtLeast('90' as never))).toMatch(/from 0 to 100/);
    expect(failure(() => expecting(42).toHaveNoFindings())).toMatch(/neither a report nor a text/);
    expect(
      failure(() =>
        expecting(
          analyze(
            'Bonjour, nous partageons vos données avec nos partenaires, et nous les gardons longtemps.',
          ),
        ).toScoreAtLeast(1),
      ),
    ).toMatch(/has no score: .*French/);
  });
});

describe('matchers', () => {
  it('are known to the types of expect', () => {
    expect(VAGUE).toHaveFinding({ ruleId: RULE, severity: 'error' });
    // @ts-expect-error: there is no such answer
    expect(() => expect(VAGUE).toMeetProfile({ retention: 'for ever' })).toThrow(TypeError);
  });

  it('take the options of an analysis', () => {
    const own = createMatchers({ rules: { [RULE]: 'off' } });
    expect(own.toHaveFinding(VAGUE, RULE).pass).toBe(false);
    expect(matchers.toHaveFinding(VAGUE, RULE).pass).toBe(true);
  });

  it('know rules of one’s own', async () => {
    const { readFile } = await import('node:fs/promises');
    const text = await readFile(
      new URL('../../rules/third-party/vague-recipients.yml', import.meta.url),
      'utf8',
    );
    const rule = parseRule(text.replace('id: third-party/', 'id: own/'), 'own.yml');
    expect(createMatchers({ extraRules: [rule] }).toHaveFinding(VAGUE, 'own/vague-recipients').pass).toBe(
      true,
    );
  });

  it('show no control character of a policy', () => {
    const evil = report.findings.map((finding) => ({ ...finding, message: '\u001b]0;x\u0007\u202e' }));
    const text = matchers.toHaveNoFindings({ ...report, findings: evil }).message();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});
