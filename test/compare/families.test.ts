import { describe, expect, it } from 'vitest';
import { format } from '../../src/index.js';
import { compareTexts, corpus, told } from './compare-texts.js';

const steps = (family: string, count: number) =>
  Array.from({ length: count - 1 }, (_, i) => {
    const [before, after] = [
      corpus(`revisions/${family}/${i + 1}.md`),
      corpus(`revisions/${family}/${i + 2}.md`),
    ];
    return {
      step: `${i + 1} → ${i + 2}`,
      comparison: compareTexts(before, after),
      back: compareTexts(after, before),
    };
  });

const worsening = steps('tidewater-notes', 4);
const improving = steps('marlow-bikes', 4);

describe('the family that worsens', () => {
  it.each(worsening)('is worse at each step, and better the other way: $step', ({ comparison, back }) => {
    expect(comparison.verdict).toBe('worse');
    expect(back.verdict).toBe('better');
  });

  it.each([
    [0, 'worse share: promise to ask first gone'],
    [0, 'worse purpose: purpose widened'],
    [0, 'worse recipient: recipients are vaguer or wider'],
    [0, 'worse introduced third-party/vague-recipients'],
    [1, 'worse share: promise not to do so gone'],
    [1, 'worse recipient: recipients are vaguer or wider'],
    [1, 'worse period: period lengthened'],
    [1, 'worse modality: "will" before, "may" now'],
    [2, 'worse introduced change/no-notice'],
    [2, 'worse change-policy: notice of changes gone'],
  ])('tells at step %i: %s', (step, line) => {
    expect(told(worsening[step]?.comparison as never)).toContain(line);
  });

  it('names the words that came and went, at both places', () => {
    const changed = worsening.flatMap(({ comparison }) => comparison.clauses.changed);
    const words = changed.flatMap(({ lost, gained }) => [
      ...lost.map(({ text }) => `-${text}`),
      ...gained.map(({ text }) => `+${text}`),
    ]);
    expect(words).toEqual(
      expect.arrayContaining([
        '+business partners',
        '-Harbour Payments',
        '+improve our services',
        '-30 days',
        '+12 months',
      ]),
    );
    for (const { before, after } of changed)
      expect([before.position, after.position]).not.toContain(undefined);
  });

  it('shows the new refusal of requests, which it does not judge, and where it came in', () => {
    const { sentences, clauses } = (worsening[2] as (typeof worsening)[0]).comparison;
    const added = [
      ...(sentences?.added ?? []).map(({ words, near }) => ({ quote: words.quote, near })),
      ...(sentences?.reworded ?? []).map(({ before, after }) => ({
        quote: after.quote,
        near: before.position,
      })),
      ...clauses.added.map(({ clause, near }) => ({ quote: clause.quote, near })),
    ];
    const refusal = added.find(({ quote }) => quote.includes('refuse requests'));
    expect(refusal?.near).toBeDefined();
  });
});

describe('the family that improves', () => {
  it.each(improving)('is better at each step, and worse the other way: $step', ({ comparison, back }) => {
    expect(comparison.verdict).toBe('better');
    expect(back.verdict).toBe('worse');
  });

  it.each([
    [0, 'better resolved user-control/consent-by-use'],
    [0, 'better consent: consent is no longer taken for granted'],
    [1, 'better period: period is clearer'],
    [1, 'better place: place named'],
    [1, 'better store: place named'],
    [2, 'better recipient: recipients are clearer or narrower'],
    [2, 'better control: way to choose is given'],
    [2, 'better sell: promise not to do so added'],
  ])('tells at step %i: %s', (step, line) => {
    expect(told(improving[step]?.comparison as never)).toContain(line);
  });

  it('tells both kinds of consent taken for granted apart, and three countries', () => {
    const gone = improving[0]?.comparison.clauses.removed.filter(({ clause }) => clause.action === 'consent');
    expect(gone?.map(({ clause }) => clause.quote.slice(0, 12))).toEqual(['By using our', 'You hereby c']);
    const stored = improving[1]?.comparison.clauses.added.filter(({ clause }) => clause.action === 'store');
    expect(stored).toHaveLength(3);
  });
});

describe('a comparison of the first and the last revision', () => {
  const whole = compareTexts(
    corpus('revisions/tidewater-notes/1.md'),
    corpus('revisions/tidewater-notes/4.md'),
  );

  it('gives reasons with both lines, the worse first', () => {
    expect(whole.reasons[0]).toMatch(
      /^worse: promise to ask first gone: .* \(line \d+ before, line \d+ now\)$/,
    );
    expect(whole.reasons.length).toBeGreaterThan(7);
  });

  it('is printed with every change and both places', () => {
    const text = format(whole, 'stylish');
    expect(text).toMatch(/^policy\.md → policy\.md\nworse(?: .*)?\n/);
    expect(text).toMatch(
      /worse {3}25:1 → 13:1 {2}period lengthened \(period of retain\): -"30 days" \+"12 months"/,
    );
    expect(format(whole, 'ndjson').trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(format(whole, 'json'))).toEqual(JSON.parse(format(whole, 'ndjson')));
    expect(() => format(whole, 'claims')).toThrow(/holds no claims/);
  });
});
