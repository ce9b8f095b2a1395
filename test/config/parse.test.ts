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
