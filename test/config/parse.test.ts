import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/index.js';

describe('parseConfig', () => {
  it('reads YAML and JSON alike', () => {
    const yaml = 'rules:\n  a/b: "off"\n  c/d: error\nminConfidence: 0.5\n';
    const json = '{"rules": {"a/b": "off", "c/d": "error"}, "minConfidence": 0.5}';
    expect(parseConfig(yaml, 'a.yml')).toEqual(parseConfig(json, 'a.json'));
  });

  it.each(['', '\ufeff', '# failOn: error\n\n  # all else as by default\n', '{}'])(
    'takes %j as empty',
    (text) => {
      expect(parseConfig(text, 'a.yml')).toEqual({});
    },
  );

  it.each([
    ['rulez: {}', /^a\.yml:1:1: .*"rulez"/],
    ['failOn: error\nminConfidence: 2', /^a\.yml:2:16: .*minConfidence/],
    ['rules:\n  a/b: loud', /^a\.yml:2:8: "rules\.a\/b" is "loud"; use off, error, warning, info$/],
    ['failOn: none', /^a\.yml:1:9: "failOn" is "none"; use error, warning, info, never$/],
    ['rules: [', /^a\.yml:\d+:\d+: /],
    ['- failOn', /^a\.yml:1:1: /],
  ])('says what is wrong with %j and where', (text, message) => {
    expect(() => parseConfig(text, 'a.yml')).toThrow(message);
  });

  it('lists all problems at once', () => {
    expect(() => parseConfig('failOn: x\nmaxWarnings: -1', 'a.yml')).toThrow(/a\.yml:1:.*\na\.yml:2:/);
  });
});

describe('overrides and suppressions', () => {
  it('are read', () => {
    const text =
      'overrides:\n  - files: [eu/**]\n    extends: [gdpr]\nsuppress:\n  - rule: a/*\n    reason: known\n    expires: 2027-01-31\nbaseline: b.json\n';
    expect(parseConfig(text, 'a.yml')).toEqual({
      overrides: [{ files: ['eu/**'], extends: ['gdpr'] }],
      suppress: [{ rule: 'a/*', reason: 'known', expires: '2027-01-31' }],
      baseline: 'b.json',
    });
  });

  it.each([
    ['suppress:\n  - rule: a/b', /^a\.yml:2:5: .*reason" is missing/],
    ['suppress:\n  - {rule: a/b, reason: " "}', /^a\.yml:2:25: .*reason" is " "; say why/],
    ['suppress:\n  - {rule: a, reason: x}', /^a\.yml:2:12: .*rule" is "a"; write an id, category\/\* or \*$/],
    [
      'suppress:\n  - {rule: a/b, reason: x, expires: 31.1.2027}',
      /^a\.yml:2:37: .*; write a day of the calendar/,
    ],
    ['suppress:\n  - {rule: a/b, reason: x, until: 1}', /^a\.yml:2:28: the field "until" is not known/],
    ['overrides:\n  - rules: {}', /^a\.yml:2:5: .*files" is missing/],
    ['overrides:\n  - files: [../x]', /^a\.yml:2:13: .* leads out of the configuration's folder/],
    ['overrides:\n  - files: [a]\n    failOn: error', /^a\.yml:3:5: the field "failOn" is not known/],
    ['baseline: /tmp/b.json', /^a\.yml:1:11: "baseline" leads out/],
    ['baseline: ../b.json', /^a\.yml:1:11: "baseline" leads out/],
  ])('%j is refused with its place', (text, message) => {
    expect(() => parseConfig(text, 'a.yml')).toThrow(message);
  });
});

describe('files that are no configuration', () => {
  it.each([
    ['5 MB', 'a: 1\n'.repeat(1_250_000), /^a\.yml:1:1: the file is larger than 256 KB/],
    ['depth', '{a: '.repeat(60_000), /^a\.yml:1:\d+: the file is nested too deeply/],
    [
      'keys of prototypes',
      '{"__proto__": {"failOn": "never"}}',
      /^a\.yml:1:\d+: the field "__proto__" is not known/,
    ],
    ['a scalar', '42', /^a\.yml:1:1: /],
    ['tags', 'failOn: !!js/function "x"', /^a\.yml:1:\d+: /],
    ['aliases that grow', `a: &a [x,x]\nb: &b [${'*a,'.repeat(30)}]\nc: [${'*b,'.repeat(30)}]\n`, /^a\.yml:/],
  ])('%s are refused', (_, text, message) => {
    expect(() => parseConfig(text, 'a.yml')).toThrow(message);
    expect(({} as Record<string, unknown>).failOn).toBeUndefined();
  });

  it('take no rule from a prototype', () => {
    const { rules = {} } = parseConfig('rules: {"__proto__": error}', 'a.yml');
    expect(Object.keys(rules)).toEqual([]);
    expect(Object.getPrototypeOf(rules)).toBe(Object.prototype);
  });
});
