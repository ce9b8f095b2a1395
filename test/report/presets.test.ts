import { describe, expect, it } from 'vitest';
import { analyze, createAnalyzer } from '../../src/index.js';
import { builtin } from '../../src/ruleset/index.js';

const idsOf = (options: Parameters<typeof createAnalyzer>[0]): string[] =>
  createAnalyzer(options).ruleSet.rules.map(({ id }) => id);

describe('presets', () => {
  it('"recommended" is taken where none is named', () => {
    expect(idsOf({})).toEqual(idsOf({ presets: ['recommended'] }));
  });

  it('"strict" has every rule but those that "pipl" alone has', () => {
    const strict = idsOf({ presets: ['strict'] });
    const others = builtin.presets.filter(({ name }) => name !== 'pipl').map(({ name }) => name);
    expect(idsOf({ presets: others })).toEqual(strict);
    expect(idsOf({ presets: ['strict', 'pipl'] })).toEqual(builtin.rules.map(({ id }) => id));
  });

  it('add up, and single rules win over them', () => {
    expect(idsOf({ presets: [], rules: { 'change/no-notice': 'info' } })).toEqual(['change/no-notice']);
    expect(idsOf({ rules: { 'change/no-notice': 'off' } })).not.toContain('change/no-notice');
  });

  it('that are not known are refused', () => {
    expect(() => createAnalyzer({ presets: ['all'] })).toThrow(
      /unknown preset "all"; known presets: .*strict/,
    );
  });

  it('change what the report names as its rule set, and so do severities', () => {
    const hash = (options: Parameters<typeof createAnalyzer>[0]) =>
      analyze('We collect your name.', options).tool.ruleset;
    expect(hash({})).toBe(hash({ presets: ['recommended'] }));
    expect(hash({})).not.toBe(hash({ presets: [] }));
    expect(hash({})).not.toBe(hash({ rules: { 'change/no-notice': 'info' } }));
  });
});
