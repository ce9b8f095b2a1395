import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyBaseline,
  applySuppressions,
  type Baseline,
  BaselineError,
  baselineSchema,
  createAnalyzer,
  createBaseline,
  pruneBaseline,
  type Report,
} from '../../src/index.js';

/** Clauses that some rule finds something in, no two alike. */
const CLAUSES = [
  'We may share your personal information with our partners for business purposes.',
  'We disclose your phone number to other third parties.',
  'We retain other information as long as necessary.',
  'We transfer personal data to other countries.',
  'We share your location with vendors and friends of ours.',
  'By using the site, you agree to this policy.',
  'We may change this policy at any time without telling you.',
  'We use your purchase history to show you personalised advertisements.',
  'The weather in our town is fine in spring.',
];

// Rules that are told once a policy are told of another clause when the first is gone.
const analyzer = createAnalyzer({ presets: ['recommended'], rules: { 'user-control/no-opt-out': 'off' } });
const analyze = (text: string, path = 'a.md'): Report => analyzer.analyze({ text, path });
const prints = (report: Report) => report.findings.map(({ fingerprint }) => fingerprint).sort();
const text = (clauses: readonly string[], join = '\n\n') => `# Privacy policy\n\n${clauses.join(join)}\n`;

const some = fc.shuffledSubarray(CLAUSES, { minLength: 1 });
const check = (property: fc.IProperty<[string[]]>) => fc.assert(property, { numRuns: 30 });

describe('a baseline', () => {
  it('lets pass all that it was made of, in whatever order the clauses stand', () => {
    check(
      fc.property(some, (clauses) => {
        const report = analyze(text(clauses));
        const baseline = createBaseline([report]);
        expect(baselineSchema.parse(JSON.parse(JSON.stringify(baseline)))).toEqual(baseline);
        for (const other of [clauses, [...clauses].reverse()]) {
          const passed = applyBaseline(analyze(text(other)), baseline);
          expect([passed.findings, passed.suppressionProblems]).toEqual([[], []]);
          expect(passed.suppressed.map(({ fingerprint }) => fingerprint).sort()).toEqual(prints(report));
        }
      }),
    );
  });

  it('leaves exactly the findings of a clause that is added', () => {
    check(
      fc.property(some, (clauses) => {
        const before = analyze(text(clauses.slice(1)));
        const after = analyze(text(clauses));
        const known = new Set(prints(before));
        const left = applyBaseline(after, createBaseline([before]));
        expect(prints(left)).toEqual(prints(after).filter((print) => !known.has(print)));
      }),
    );
  });

  it('shows a clause that takes the place of another, and one more of the same words', () => {
    const [first, second] = CLAUSES as [string, string];
    const baseline = createBaseline([analyze(text([first]))]);
    const swapped = applyBaseline(analyze(text([second])), baseline);
    expect(swapped.findings).toHaveLength(analyze(text([second])).findings.length);
    expect(swapped.suppressionProblems).toHaveLength(baseline.policies[0]?.findings.length ?? 0);
    const twice = applyBaseline(analyze(text([first, first])), baseline);
    expect(twice.findings.map(({ position }) => position?.start.line)).toEqual(twice.findings.map(() => 5));
    expect(twice.findings.length).toBeGreaterThan(0);
  });

  it('shows a clause that is added to a paragraph which holds one already', () => {
    const [first, second] = CLAUSES as [string, string];
    const rule = 'third-party/vague-recipients';
    const of = (report: Report) => report.findings.filter(({ ruleId }) => ruleId === rule);
    const [alone, both, other] = [[first], [first, second], [second]].map((all) =>
      analyze(text(all, ' ')),
    ) as [Report, Report, Report];
    expect(of(applyBaseline(both, createBaseline([alone])))).toHaveLength(1);
    const baseline = createBaseline([both]);
    expect(of(applyBaseline(both, baseline))).toEqual([]);
    // What is left of a paragraph is known, and told to be less.
    const less = applyBaseline(other, baseline);
    expect(of(less)).toEqual([]);
    expect(less.suppressionProblems.map(({ message }) => message).join('\n')).toMatch(/in fewer places now/);
  });

  it.each<[string, (text: string) => string]>([
    ['reflow', (all) => all.replace(/(\w+ \w+) (?=\w+ \w+)/g, '$1\n')],
    ['blank lines', (all) => all.replaceAll('\n\n', '\n\n\n\n')],
    ['white space', (all) => all.replace(/(\w) (\w)/g, '$1  $2')],
    ['Windows line ends', (all) => all.replaceAll('\n', '\r\n')],
    ['list marks', (all) => all.replace(/^(?=[A-Z])/gm, '- ')],
    ['numbers', (all) => all.replace(/^(?=[A-Z])/gm, '3. ')],
    ['typographic quotes', (all) => all.replaceAll("'", '’').replaceAll('"', '“')],
    ['links', (all) => all.replace('(/old)', '(https://new.example/a "New")')],
    ['numbered headings', (all) => all.replace('# ', '# 4.2 ')],
    ['emphasis', (all) => all.replace('personal', '**personal**')],
  ])('is kept by %s', (_, rewrite) => {
    const quoted = CLAUSES.map((clause) =>
      clause.replace('necessary', `"necessary" for the company's needs`),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(quoted, { minLength: 2 }), (clauses) => {
        const before = text(clauses).replace('partners', '[partners](/old)');
        const passed = applyBaseline(analyze(rewrite(before)), createBaseline([analyze(before)]));
        expect([prints(passed), passed.suppressionProblems]).toEqual([[], []]);
      }),
      { numRuns: 15 },
    );
  });
});

describe('reasons and days', () => {
  const report = analyze(text(CLAUSES.slice(0, 3)));
  const made = createBaseline([report]);
  const noted: Baseline = {
    ...made,
    policies: made.policies.map((policy) => ({
      ...policy,
      findings: policy.findings.map((entry) =>
        entry.quote === 'our partners'
          ? { ...entry, reason: 'contract of 2026', expires: '2026-12-31' }
          : entry,
      ),
    })),
  };

  it('are told with what is let pass', () => {
    const { suppressed } = applyBaseline(report, noted, { today: '2026-12-31' });
    expect(suppressed.map(({ suppression }) => suppression)).toContainEqual({
      kind: 'baseline',
      reason: 'contract of 2026',
      expires: '2026-12-31',
    });
  });

  it('end: the finding is back, and the entry is told', () => {
    const after = applyBaseline(report, noted, { today: '2027-01-01' });
    expect(after.findings.map(({ quote }) => quote)).toEqual(['our partners']);
    expect(after.suppressionProblems).toMatchObject([{ kind: 'baseline', code: 'expired' }]);
    expect(() => applyBaseline(report, noted, { today: 'today' })).toThrow(/today is "today"/);
  });

  it('are kept by writing anew and by pruning', () => {
    const later = analyze(text([...CLAUSES.slice(0, 2), ...CLAUSES.slice(4, 5)]));
    const kept = (baseline: Baseline) => baseline.policies[0]?.findings.filter(({ reason }) => reason);
    expect(kept(createBaseline([later], { previous: noted }))).toEqual(kept(noted));
    const pruned = pruneBaseline(noted, [later]);
    expect(kept(pruned)).toEqual(kept(noted));
    expect(pruned.policies[0]?.findings.length).toBeLessThan(noted.policies[0]?.findings.length ?? 0);
    // Nothing is added.
    expect(applyBaseline(later, pruned).findings.length).toBeGreaterThan(0);
    expect(applyBaseline(later, pruned).suppressionProblems).toEqual([]);
  });
});

describe('createBaseline', () => {
  it('sorts, whatever the order of reports and clauses', () => {
    const reports = [analyze(text(CLAUSES), 'b.md'), analyze(text(CLAUSES), 'a.md')];
    const baseline = createBaseline(reports);
    expect(baseline.policies.map(({ path }) => path)).toEqual(['a.md', 'b.md']);
    expect(JSON.stringify(createBaseline(reports.toReversed()))).toBe(JSON.stringify(baseline));
    const turned = createBaseline([analyze(text(CLAUSES.toReversed()), 'a.md')]);
    expect(turned.policies[0]).toEqual(baseline.policies[0]);
  });

  it('takes in what a baseline let pass, and leaves out what other suppressions do', () => {
    const report = analyze(text(CLAUSES));
    const baseline = createBaseline([report]);
    expect(createBaseline([applyBaseline(report, baseline)])).toEqual(baseline);
    const rest = applySuppressions(report, [{ rule: 'third-party/*', reason: 'known' }]);
    expect(
      createBaseline([rest])
        .policies[0]?.findings.map(({ ruleId }) => ruleId)
        .join(),
    ).not.toContain('third-party');
  });

  it('keeps the policies that no report is about', () => {
    const previous = createBaseline([analyze(text(CLAUSES), 'a.md')]);
    const both = createBaseline([analyze(text(CLAUSES), 'b.md')], { previous });
    expect(both.policies.map(({ path }) => path)).toEqual(['a.md', 'b.md']);
  });

  it('refuses two reports of one path', () => {
    expect(() => createBaseline([analyze(''), analyze('')])).toThrow(/two reports are of "a\.md"/);
  });
});

describe('applyBaseline', () => {
  const report = analyze(text(CLAUSES));

  it('changes nothing for a policy that is not in it', () => {
    expect(applyBaseline(analyze(text(CLAUSES), 'z.md'), createBaseline([report]))).toEqual(
      analyze(text(CLAUSES), 'z.md'),
    );
  });

  it('refuses what was made with other rules', () => {
    const other = createAnalyzer({ presets: ['strict'] }).analyze({ text: text(CLAUSES), path: 'a.md' });
    const refusal = /made with other rules .* write it anew \(fineprint baseline write\)/;
    expect(() => applyBaseline(other, createBaseline([report]))).toThrow(BaselineError);
    expect(() => applyBaseline(other, createBaseline([report]))).toThrow(refusal);
    expect(() => pruneBaseline(createBaseline([report]), [other])).toThrow(refusal);
  });

  it.each([undefined, null, {}, [], 'x', { schemaVersion: 2, policies: [] }])('refuses %j', (value) => {
    expect(() => applyBaseline(report, value as unknown as Baseline)).toThrow(
      /this is no baseline; make one/,
    );
  });

  it('leaves the report and the baseline as they were, and the score alone', () => {
    const baseline = createBaseline([report]);
    const before = JSON.stringify([report, baseline]);
    expect(applyBaseline(report, baseline).score).toEqual(report.score);
    expect(JSON.stringify([report, baseline])).toBe(before);
  });
});

describe('applySuppressions', () => {
  const report = analyze(text(CLAUSES));

  it('moves findings by rule, category or altogether, the last entry first', () => {
    const entries = [
      { rule: '*', reason: 'all' },
      { rule: 'third-party/*', reason: 'sharing', expires: '2026-12-31' },
    ];
    const used = new Set<(typeof entries)[number]>();
    const { findings, suppressed } = applySuppressions(report, entries, { today: '2026-12-31', used });
    expect(findings).toEqual([]);
    expect(used.size).toBe(2);
    for (const { category, suppression } of suppressed)
      expect(suppression.reason).toBe(category === 'third-party' ? 'sharing' : 'all');
    const later = applySuppressions(report, entries.slice(1), { today: '2027-01-01' });
    expect(later).toBe(report);
  });
});
