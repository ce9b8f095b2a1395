import { describe, expect, it } from 'vitest';
import { readClauses } from '../../src/clause/index.js';
import { analyze } from '../../src/index.js';
import type { PatternIndex } from '../../src/pattern/index.js';
import { profileDocument } from '../../src/profile/index.js';
import { parsePolicy } from '../../src/report/index.js';
import { builtinRuleSet, PROFILE_ANSWERS, PROFILE_KEYS } from '../../src/ruleset/index.js';

const POLICY = `# Privacy notice

We share your *name* and address with couriers &amp; [Stripe](https://stripe.example), and **never** sell them.

| Data | Kept for |
| --- | --- |
| invoices | 10 years |

- All pages use TLS.
- You can delete your account under Settings > Account.
`;

const HTML = `<h1>Privacy notice</h1><p>All of our <b>pages</b> use&nbsp;TLS. You may withdraw your
consent by writing to <a href="mailto:a@b.example">a@b.example</a>.</p>`;

describe('the profile', () => {
  it('answers every question with one of its answers, in their order', () => {
    const { profile } = analyze(POLICY);
    expect(Object.keys(profile)).toEqual(PROFILE_KEYS);
    for (const key of PROFILE_KEYS) expect(PROFILE_ANSWERS[key]).toContain(profile[key]?.answer);
  });

  it.each([
    ['Markdown', POLICY],
    ['HTML', HTML],
  ])('quotes words that stand at their place in %s', (_name, text) => {
    const evidence = Object.values(analyze(text).profile).flatMap((answered) => answered?.evidence ?? []);
    expect(evidence.length).toBeGreaterThan(1);
    for (const { quote, position } of evidence) {
      const source = text.slice(position.start.offset, position.end.offset);
      expect(wordsOf(source)).toEqual(expect.arrayContaining(wordsOf(quote)));
      expect(source.startsWith(quote.slice(0, 3))).toBe(true);
      // Markup may stand before the last mark.
      expect(source.endsWith(quote.slice(-1))).toBe(true);
    }
  });

  it('quotes a sentence once, and few of them', () => {
    const { retention } = analyze('We keep your data for 30 days.\n\n'.repeat(9)).profile;
    expect(retention?.evidence).toHaveLength(3);
    expect(new Set(retention?.evidence.map(({ position }) => position.start.offset)).size).toBe(3);
  });

  it('is empty where the language is not supported', () => {
    const german =
      'Wir geben Ihre Daten an unsere Partner weiter, soweit dies für die Erfüllung der genannten Zwecke erforderlich ist.';
    expect(analyze(german.repeat(3)).profile).toEqual({});
  });

  it('comes alone on request, and says so', () => {
    const text = 'We may share your personal data with our partners.';
    const whole = analyze(text);
    const alone = analyze(text, { profileOnly: true });
    expect(whole.findings.length).toBeGreaterThan(0);
    expect(alone.findings).toEqual([]);
    expect(alone.profile).toEqual(whole.profile);
    expect(alone.notes.map(({ code }) => code)).toContain('profile-only');
  });
});

const wordsOf = (text: string): string[] => text.match(/\b[A-Za-z]{4,}\b/g) ?? [];

/** Counts what the questions read of clauses and sentences. */
function looksAt(text: string): number {
  const ruleSet = builtinRuleSet();
  const document = parsePolicy(text, { format: 'markdown' });
  const clauses = readClauses(document, ruleSet.indexes.en as PatternIndex);
  let looks = 0;
  const watched = <T extends object>(target: T, weigh: (key: PropertyKey) => number): T =>
    new Proxy(target, {
      get(_, key, receiver) {
        looks += weigh(key);
        return Reflect.get(target, key, receiver);
      },
    });
  const frames = clauses.frames.map((frame) => watched(frame, () => 1));
  const readings = clauses.readings.map((sentences) =>
    sentences.map((one) => watched(one, (key) => (key === 'matches' ? one.matches.length : 1))),
  );
  profileDocument(document, { frames, readings }, ruleSet);
  return looks;
}

describe('the work of answering', () => {
  it.each([
    ['a sentence without an end', 'we share your data with Stripe and our partners and '],
    ['one paragraph', 'We share your data with our partners. You can opt out of marketing e-mails here. '],
    ['paragraphs', 'We keep your data for 30 days and transfer it to India.\n\n'],
    ['sections', '## Sharing\n\nWe share data [with others](https://a.example/partner-list).\n\n'],
    ['links in one paragraph', 'We share data [with others](https://a.example/partner-list). '],
    ['an enumeration', 'We share your data with:\n\n- our partners\n- others\n\n'],
  ])('doubles at most when the text doubles: %s', (_name, words) => {
    const small = looksAt(words.repeat(200));
    expect(small).toBeGreaterThan(0);
    expect(looksAt(words.repeat(400))).toBeLessThan(small * 2.2 + 50);
  });
});
