import { describe, expect, it } from 'vitest';
import { readClauses } from '../../src/clause/index.js';
import { readDocument } from '../../src/document/index.js';
import type { PatternIndex } from '../../src/pattern/index.js';
import { builtinRuleSet } from '../../src/ruleset/index.js';
import { sourceText } from '../../src/source/index.js';

const readingsOf = (text: string) =>
  readClauses(
    readDocument(sourceText(text, 'policy.md')),
    builtinRuleSet().indexes.en as PatternIndex,
  ).readings.flat();

describe('reading block by block', () => {
  it('reads one sentence at a time, numbered within its block', () => {
    const readings = readingsOf('We keep bees. We sell honey.\n\nCome and see.');
    expect(readings.map(({ block, number }) => [block.index, number])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
    ]);
  });

  it('reads a text without full stops in stretches, so that its cost grows with its length', () => {
    const clause = 'we collect your address and share it with banks, ';
    for (const times of [100, 200]) {
      const readings = readingsOf(clause.repeat(times));
      const lengths = readings.map(({ tokens }) => tokens.length);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(400);
      expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(times * 10);
    }
  });
});
