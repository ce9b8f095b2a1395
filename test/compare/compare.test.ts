import { describe, expect, it } from 'vitest';
import { analyze, ComparisonError, compare, comparisonSchema, type Report } from '../../src/index.js';
import { compareTexts, corpus, reportOf, told } from './compare-texts.js';

const page = (...clauses: string[]): string => `# Privacy policy\n\n## Sharing\n\n${clauses.join('\n\n')}\n`;

describe('compare', () => {
  it.each([
    [
      'a promise that weakens',
      'We will encrypt your data.',
      'We may encrypt your data.',
      /^worse modality: "will" before, "may" now/,
    ],
    [
      'a denial that is gone',
      'We do not share your address with advertisers.',
      'We share your address with advertisers.',
      /^worse polarity: denied before/,
    ],
    [
      'a denial that comes',
      'We sell your data to brokers.',
      'We do not sell your data to brokers.',
      /^better polarity: affirmed before, denied now/,
    ],
    [
      'consent dropped',
      'We share your location with advertisers only with your consent.',
      'We share your location with advertisers.',
      /^worse condition/,
    ],
    [
      'a recipient added',
      'We share your address with couriers.',
      'We share your address with couriers and advertisers.',
      /^worse recipient: recipient added/,
    ],
    [
      'a named recipient lost',
      'We share your address with Parcel Post GmbH.',
      'We share your address with third parties.',
      /^worse recipient/,
    ],
    [
      'a longer period',
      'We keep your orders for 30 days.',
      'We keep your orders for two years.',
      /^worse period: period lengthened/,
    ],
    [
      'a shorter period',
      'We keep your orders for 12 months.',
      'We keep your orders for 6 weeks.',
      /^better period: period shortened/,
    ],
    [
      'an event for vague words',
      'We keep your orders as long as necessary.',
      'We keep your orders until you close your account.',
      /^better period: period is clearer/,
    ],
    [
      'a place named',
      'We transfer your data to other countries.',
      'We transfer your data to Canada.',
      /^better place/,
    ],
    [
      'a way to choose',
      'You can opt out of our newsletter.',
      'You can opt out of our newsletter by clicking the link in it.',
      /^better control: way to choose is given/,
    ],
  ])('tells of %s', (_, before, after, expected) => {
    expect(told(compareTexts(page(before), page(after)))).toEqual(
      expect.arrayContaining([expect.stringMatching(expected)]),
    );
  });

  it('tells what a denial no longer covers as worse', () => {
    const comparison = compareTexts(
      page('We never share your address with advertisers or insurers.'),
      page('We never share your address with insurers.'),
    );
    expect(told(comparison).join('\n')).toMatch(/worse recipient/);
  });

  it('keeps "without your consent" apart from consent', () => {
    const [before, after] = [
      'We share your location with advertisers only with your consent.',
      'We share your location with advertisers without your consent.',
    ];
    expect(told(compareTexts(page(before), page(after)))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^worse/)]),
    );
  });

  it('takes a sentence that was split in two for what it was', () => {
    const comparison = compareTexts(
      page(
        'We share your name and address with couriers to deliver parcels, and your card number with Harbour Payments Ltd.',
      ),
      page(
        'We share your name and address with couriers to deliver parcels.',
        'We share your card number with Harbour Payments Ltd.',
      ),
    );
    expect(comparison.findings.introduced).toEqual([]);
    expect(told(comparison).filter((line) => /added|gone/.test(line))).toEqual([]);
  });

  it('gives both places of what is in one text alone', () => {
    const kept = 'We keep your orders for 30 days.';
    const { findings } = compareTexts(page(kept, 'We share your data with our partners.', kept), page(kept));
    expect(findings.resolved[0]?.before.position?.start.line).toBe(7);
    expect(findings.resolved[0]?.near?.start.line).toBe(5);
  });

  it('says what answers a finding that is gone while its words stay', () => {
    const words = 'We use cookies to show you targeted advertising.';
    const { findings } = compareTexts(
      page(words),
      page(words, 'You can opt out of targeted advertising under Settings, Privacy, Ads.'),
    );
    for (const { clearedBy } of findings.resolved) expect(clearedBy?.quote).toBeTruthy();
  });

  it('compares answers of the profile by what they earn, and scores, where the reports have them', () => {
    const earned: Record<string, number> = { period: 1, criteria: 0.6, vague: 0, silent: 0 };
    const answer = (name: string) => ({ retention: { answer: name, points: earned[name], evidence: [] } });
    const scored = (name: string, total: number) =>
      ({ ...reportOf(page('Hello.')), profile: answer(name), score: { total } }) as unknown as Report;
    expect(compare(scored('period', 60), scored('vague', 54.5))).toMatchObject({
      verdict: 'worse',
      score: { before: 60, after: 54.5, delta: -5.5 },
      profile: [{ key: 'retention', before: 'period', after: 'vague', change: 'worse' }],
    });
    expect(compare(scored('vague', 1), scored('criteria', 1)).profile[0]?.change).toBe('better');
    expect(compare(scored('vague', 1), scored('silent', 1))).toMatchObject({ verdict: 'neutral' });
    expect(compare(scored('period', 1), scored('unasked', 1)).profile[0]?.change).toBe('other');
  });

  it('fits its schema, and does without sentences', () => {
    const [before, after] = ['photo-app.md', 'health-app.md'].map((path) => corpus(path));
    const full = compareTexts(before as string, after as string);
    expect(comparisonSchema.parse(JSON.parse(JSON.stringify(full)))).toEqual(
      JSON.parse(JSON.stringify(full)),
    );
    const options = { include: ['clauses'] as const };
    const bare = compare(analyze(before as string, options), analyze(after as string, options));
    expect(comparisonSchema.safeParse(bare).success).toBe(true);
    expect(bare.sentences).toBeUndefined();
  });
});

describe('compare refuses', () => {
  const english = reportOf(page('We share your data with our partners.'));
  const german =
    'Wir verarbeiten Ihre personenbezogenen Daten nur, soweit es für die Erfüllung des Vertrages und nach dem Gesetz nötig ist. Die Daten werden nicht an andere weitergegeben, und Sie können jederzeit widersprechen.';

  it.each<[string, () => unknown, RegExp]>([
    [
      'reports without clauses',
      () => compare(analyze('We share data.'), english),
      /holds no clauses; make it with include/,
    ],
    [
      'a language that is not judged',
      () => compare(english, reportOf(german, 'de.md')),
      /"de\.md": the policy is in German; only English/,
    ],
    [
      'two languages',
      () => compare(english, { ...english, source: { ...english.source, language: 'fr', path: 'fr.md' } }),
      /"policy\.md" is in language "en" and "fr\.md" in "fr"; compare two texts in one language/,
    ],
    [
      'reports of different rules',
      () =>
        compare(
          english,
          analyze('We share data.', { include: ['clauses'], rules: { 'change/no-notice': 'off' } }),
        ),
      /made with different rules/,
    ],
  ])('%s', (_, run, message) => {
    expect(run).toThrow(ComparisonError);
    expect(run).toThrow(message);
  });
});
