import { describe, expect, it } from 'vitest';
import { createBaseline, parseBaseline } from '../../src/index.js';

const entry = { ruleId: 'a/b', fingerprint: '0123456789abcdef', quote: 'x' };
const baseline = {
  schemaVersion: 1,
  tool: { name: 'fineprint', version: '0.1.0' },
  policies: [{ path: 'a.md', ruleset: 'r', findings: [entry] }],
};
const json = (data: unknown) => JSON.stringify(data, null, 2);

describe('parseBaseline', () => {
  it('speaks of JSON, at the place', () => {
    expect(() => parseBaseline('{"a": 1', 'fineprint.baseline.json')).toThrow(
      /^fineprint\.baseline\.json:1:8: .*; correct the JSON$/,
    );
  });

  it('reads what createBaseline makes', () => {
    expect(parseBaseline(json(createBaseline([])), 'b.json')).toEqual(createBaseline([]));
    expect(parseBaseline(`\ufeff${json(baseline)}`)).toEqual(baseline);
  });

  it.each([
    ['nothing', '', /^b\.json:1:1: the file is empty/],
    ['null', 'null', /^b\.json:1:1: the file is empty/],
    ['a list', '[]', /^b\.json:1:1: the file is a list/],
    ['prose', '# Privacy\n\nWe share: all\n', /^b\.json:3:1: "schemaVersion" is missing/],
    ['half a file', json(baseline).slice(0, -30), /^b\.json:\d+:\d+: .*; /],
    [
      'another version',
      json({ ...baseline, schemaVersion: 2 }),
      /^b\.json:2:20: "schemaVersion" is 2; use 1$/,
    ],
    ['a field too many', json({ ...baseline, extra: 1 }), /^b\.json:\d+:3: the field "extra" is not known/],
    [
      'types',
      json({ ...baseline, policies: {} }),
      /^b\.json:\d+:\d+: "policies" is a set of fields; write a list/,
    ],
    [
      'a day that is none',
      json(baseline).replace('"quote": "x"', '"quote": "x", "expires": "2027-02-30"'),
      /^b\.json:15:\d+: .*expires" is "2027-02-30"; write a day of the calendar as 2027-01-31/,
    ],
    [
      'a fingerprint that is none',
      json(baseline).replace('0123', 'wxyz'),
      /^b\.json:14:\d+: .*fingerprint" is "wxyz456789abcdef"; write 16 hexadecimal digits/,
    ],
    [
      'a policy twice',
      json({ ...baseline, policies: [...baseline.policies, ...baseline.policies] }),
      /listed twice/,
    ],
    [
      'both sides of a merge',
      json(baseline).replace('  "policies"', '<<<<<<< HEAD\n  "policies"'),
      /^b\.json:7:1: a merge left both sides here; keep one and prune the baseline$/,
    ],
    ['depth', `${'{"a":'.repeat(40_000)}`, /^b\.json:1:\d+: the file is nested too deeply/],
    ['depth without end', '['.repeat(5e6), /^b\.json: this is no JSON .*; restore the file/],
    ['5 MB of letters', 'x'.repeat(5e6), /^b\.json: this is no JSON .*; restore the file/],
    ['5 MB of other data', json(Array(400_000).fill({})), /^b\.json: this is no baseline; restore/],
  ])('refuses %s, with what would do', (_, text, message) => {
    expect(() => parseBaseline(text, 'b.json')).toThrow(message);
  });

  it('tells of some of many mistakes', () => {
    const text = json({ ...baseline, policies: Array(500).fill({}) });
    const lines = (() => {
      try {
        parseBaseline(text);
      } catch (error) {
        return (error as Error).message.split('\n');
      }
      return [];
    })();
    expect(lines).toHaveLength(51);
    expect(lines.at(-1)).toBe('… and 950 problems more');
  });

  it('pollutes nothing', () => {
    const text =
      '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "schemaVersion": 1}';
    expect(() => parseBaseline(text, 'b.json')).toThrow(/is missing/);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('reads 60,000 findings', () => {
    const findings = Array.from({ length: 60_000 }, (_, i) => ({
      ...entry,
      fingerprint: i.toString(16).padStart(16, '0'),
    }));
    const large = { ...baseline, policies: [{ path: 'a.md', ruleset: 'r', findings }] };
    expect(parseBaseline(json(large)).policies[0]?.findings).toHaveLength(60_000);
  });
});
