import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, createAnalyzer, format, parseRule } from '../../src/index.js';
import { VAGUE } from '../support/cli.js';
import { findingOf, HOSTILE, hostileReport, reportOf } from '../support/reports.js';

const require = createRequire(import.meta.url);
const schema = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const Ajv = AjvDraft4.default;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv as never);
const isValid = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));

/** The log's one run, of a text that is valid. */
function runOf(text: string) {
  const log = JSON.parse(text);
  expect(isValid(log), JSON.stringify(isValid.errors?.slice(0, 3))).toBe(true);
  return log.runs[0];
}

const sarif = (...[result, options]: [Parameters<typeof format>[0], Parameters<typeof format>[2]?]) =>
  runOf(format(result, 'sarif', options));

const analyzer = createAnalyzer({ include: ['clauses', 'cleared', 'sentences'] });
const OLD = '# Privacy\n\nWe share your address with couriers. We keep orders for 30 days.\n';
const NEW = `${OLD}\nWe may share your personal information with our partners for business purposes.\n`;

describe('sarif', () => {
  it('of a real report is valid and gives place, rule, level and fingerprint', () => {
    const report = analyzer.analyze({ text: VAGUE, path: 'docs/privacy policy.md' });
    const run = sarif(report);
    expect(run.results).toHaveLength(report.findings.length);
    for (const [i, result] of run.results.entries()) {
      const { ruleId, severity, position, fingerprint } = report.findings[i] as never as ReturnType<
        typeof findingOf
      >;
      expect(result.ruleId).toBe(ruleId);
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(ruleId);
      expect(result.level).toBe(severity === 'info' ? 'note' : severity);
      expect(result.partialFingerprints).toEqual({ 'fineprint/v1': fingerprint });
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      expect(artifactLocation.uri).toBe('docs/privacy%20policy.md');
      const { charOffset, charLength } = region;
      expect(VAGUE.slice(charOffset, charOffset + charLength)).toBe(report.findings[i]?.quote);
      expect(region).toMatchObject({ startLine: position?.start.line, endColumn: position?.end.column });
    }
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.invocations[0].executionSuccessful).toBe(true);
  });

  it('describes the rules found, with help and, where their pages are told, links', () => {
    const report = reportOf({ findings: [findingOf('our partners')] });
    const rule = (options = {}) => sarif(report, options).tool.driver.rules[0];
    expect(rule()).toMatchObject({
      id: 'third-party/vague-recipients',
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['privacy', 'third-party'], precision: 'high' },
    });
    expect(rule().help.text).toContain('GDPR 13(1)(e)');
    expect(rule()).not.toHaveProperty('helpUri');
    expect(rule({ docsUrl: 'https://example.org/rules/' }).helpUri).toBe(
      'https://example.org/rules/third-party/vague-recipients.md',
    );
  });

  it('describes rules of one’s own, from the rule or from what it found', () => {
    const report = reportOf({ findings: [findingOf('x', { ruleId: 'own/rule', category: 'own' })] });
    expect(sarif(report).tool.driver.rules[0]).toMatchObject({ id: 'own/rule', help: { text: 'name them' } });
    const text = readFileSync(
      new URL('../../rules/third-party/vague-recipients.yml', import.meta.url),
      'utf8',
    );
    const own = parseRule(text.replace('id: third-party/vague-recipients', 'id: own/rule'), 'own.yml');
    const [rule] = sarif(report, { rules: [own] }).tool.driver.rules;
    expect(rule.fullDescription.text).toBe(own.why.trim());
  });

  it('tells the state of each finding of a comparison, and what got worse beside them', () => {
    const comparison = compare(
      analyzer.analyze({ text: OLD, path: 'old.md' }),
      analyzer.analyze({ text: NEW, path: 'new.md' }),
    );
    const { results } = sarif(comparison);
    const of = (state: string) => results.filter((r: { baselineState: string }) => r.baselineState === state);
    const { findings } = comparison;
    const rules = results.filter((r: { ruleId: string }) => !r.ruleId.startsWith('comparison/'));
    expect(rules).toHaveLength(
      findings.introduced.length +
        findings.resolved.length +
        findings.persisting.length +
        findings.reworded.length +
        findings.moved.length,
    );
    expect(of('new').length).toBeGreaterThanOrEqual(findings.introduced.length);
    expect(findings.introduced.length).toBeGreaterThan(0);
    expect(results.map((r: { ruleId: string }) => r.ruleId)).toContain('comparison/clause');
    const back = compare(
      analyzer.analyze({ text: NEW, path: 'old.md' }),
      analyzer.analyze({ text: OLD, path: 'new.md' }),
    );
    const gone = sarif(back).results.filter((r: { baselineState: string }) => r.baselineState === 'absent');
    expect(gone).toHaveLength(back.findings.resolved.length);
    expect(gone[0].locations[0].physicalLocation.artifactLocation.uri).toBe('old.md');
    const same = compare(analyzer.analyze(NEW), analyzer.analyze(NEW));
    for (const { baselineState } of sarif(same).results) expect(baselineState).toBe('unchanged');
  });

  it('keeps suppressed findings, with who suppressed them and why', () => {
    const finding = findingOf('our partners');
    const suppressions = [
      { kind: 'inline', reason: 'agreed', position: finding.position },
      { kind: 'config', reason: 'agreed' },
      { kind: 'baseline' },
    ] as const;
    const report = reportOf({
      suppressed: suppressions.map((suppression) => ({ ...finding, suppression }) as never),
    });
    const open = sarif(reportOf({ findings: [finding] })).results[0];
    expect(open.suppressions).toEqual([]);
    const shown = sarif(report).results.flatMap((result: { suppressions: object[] }) => result.suppressions);
    expect(shown).toMatchObject([
      { kind: 'inSource', justification: 'agreed', location: { physicalLocation: {} } },
      { kind: 'external', justification: 'agreed' },
      { kind: 'external' },
    ]);
  });

  it('says which files could not be read, and what a reader must know', () => {
    const failures = [{ path: 'no such.md', error: new Error('no such file') }];
    const notes = [{ code: 'language' as const, message: 'it is in French' }];
    const { invocations } = sarif([reportOf({ notes })], { failures });
    expect(invocations[0].executionSuccessful).toBe(false);
    expect(invocations[0].toolExecutionNotifications).toMatchObject([
      { level: 'error', message: { text: 'no such file' } },
      { level: 'note', message: { text: 'it is in French' } },
    ]);
    expect(sarif([]).results).toEqual([]);
  });

  it('makes URIs of paths that lead back to them', () => {
    const uri = (path?: string) => {
      const source = { ...reportOf().source, ...(path === undefined ? {} : { path }) };
      return sarif(reportOf({ source, findings: [findingOf('x')] })).results[0].locations[0].physicalLocation
        .artifactLocation.uri;
    };
    expect(uri('/tmp/a b.md')).toBe('file:///tmp/a%20b.md');
    expect(uri('C:\\docs\\a.md')).toBe('file:///C:/docs/a.md');
    expect(uri('./a#1?.md')).toBe('a%231%3F.md');
    expect(uri('HEAD~1:a.md')).toBe('HEAD~1%3Aa.md');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        fc.pre(!/[\\/\p{Cs}]/u.test(name) && !/^\.+$/.test(name));
        const url = new URL(uri(`docs/${name}`), 'http://host/top/');
        expect(decodeURIComponent(url.pathname)).toBe(`/top/docs/${name}`);
        expect(url.search + url.hash).toBe('');
      }),
      { numRuns: 50 },
    );
  });

  it.each(HOSTILE)('is valid whatever words it holds: %j', (words) => {
    const run = sarif(hostileReport(words), { failures: [{ path: words, error: new Error(words) }] });
    expect(run.results).toHaveLength(3);
    for (const { message } of run.results) {
      expect(message.text).not.toMatch(/(?<!\\)\[[^\]]*\]\(/);
      expect(message.text).not.toMatch(/(?<!\{)\{\d+\}(?!\})|[\u202a-\u202e]/);
    }
  });
});
