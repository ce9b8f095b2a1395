import { describe, expect, it } from 'vitest';
import { type Config, settingsFor, suppressionsFor } from '../../src/config/index.js';

const config: Config = {
  extends: ['recommended'],
  rules: { 'a/b': 'info', 'c/d': 'off' },
  minConfidence: 0.5,
  overrides: [
    { files: ['eu/**'], extends: ['gdpr'], rules: { 'a/b': 'warning' } },
    { files: ['eu/kids.md', '*.html'], rules: { 'a/b': 'error', 'e/f': 'info' }, minConfidence: 0 },
  ],
  suppress: [
    { rule: '*', reason: 'all' },
    { rule: 'a/b', files: ['eu/**'], reason: 'some' },
  ],
};

describe('settingsFor', () => {
  it.each([
    ['us.md', ['recommended'], { 'a/b': 'info', 'c/d': 'off' }, 0.5, []],
    ['eu/a.md', ['gdpr'], { 'a/b': 'warning', 'c/d': 'off' }, 0.5, [0]],
    ['eu/kids.md', ['gdpr'], { 'a/b': 'error', 'c/d': 'off', 'e/f': 'info' }, 0, [0, 1]],
    ['us.html', ['recommended'], { 'a/b': 'error', 'c/d': 'off', 'e/f': 'info' }, 0, [1]],
  ])(
    'puts together what holds for %s, the later over the earlier',
    (path, presets, rules, minConfidence, overrides) => {
      expect(settingsFor(config, path)).toEqual({ extends: presets, rules, minConfidence, overrides });
    },
  );

  it('does with an empty configuration', () => {
    expect(settingsFor({}, 'a.md').overrides).toEqual([]);
  });
});

describe('suppressionsFor', () => {
  it('gives those for a policy', () => {
    expect(suppressionsFor(config, 'us.md').map(({ reason }) => reason)).toEqual(['all']);
    expect(suppressionsFor(config, 'eu/a.md').map(({ reason }) => reason)).toEqual(['all', 'some']);
  });
});
