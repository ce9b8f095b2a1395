import { describe, expect, it } from 'vitest';
import { analyzeDocument } from '../../src/analyze/index.js';
import { readClauses } from '../../src/clause/index.js';
import type { PatternIndex } from '../../src/pattern/index.js';
import { parsePolicy } from '../../src/report/index.js';
import { builtinRuleSet } from '../../src/ruleset/index.js';

const ruleSet = builtinRuleSet();

/** Counts what is read of the clauses' slots while the rules are held against them, and what clauses and hits hold. */
function workOn(text: string) {
  const document = parsePolicy(text, { format: 'text' });
  const clauses = readClauses(document, ruleSet.indexes.en as PatternIndex);
  const values = clauses.frames.reduce((sum, { slots }) => sum + Object.values(slots).flat().length, 0);
  const marks = clauses.readings.flat().reduce((sum, { matches }) => sum + matches.length, 0);
  let looks = 0;
  const frames = clauses.frames.map(
    (frame) =>
      new Proxy(frame, {
        get(target, key, receiver) {
          looks++;
          return Reflect.get(target, key, receiver);
        },
      }),
  );
  const readings = clauses.readings.map((sentences) =>
    sentences.map(
      (reading) =>
        new Proxy(reading, {
          get(target, key, receiver) {
            if (key === 'matches') looks += target.matches.length;
            return Reflect.get(target, key, receiver);
          },
        }),
    ),
  );
  const hits = analyzeDocument(document, { frames, readings }, ruleSet);
  const related = hits.reduce((sum, hit) => sum + hit.related.length, 0);
  return { frames: frames.length, values, marks, looks, hits: hits.length + related };
}

describe('the work of reading clauses and holding rules against them', () => {
  it.each([
    ['a sentence without an end', 'we share your data with our partners and '],
    [
      'a sentence of conditions',
      'we share your data with partners if you consent, unless you opt out in the settings, ',
    ],
    ['one paragraph', 'We share your data with our partners. You can opt out of marketing. '],
    ['paragraphs', 'We share your data with our partners and keep it as long as needed.\n\n'],
    [
      'denials beside what they deny',
      'We never share your personal information with third parties.\n\nAdvertisers are many.\n\nWe share your e-mail address with advertisers.\n\n',
    ],
    [
      'denials that nothing contradicts',
      'We never share your telephone number with third parties.\n\nPlain.\n\nWe share your photos with advertisers.\n\n',
    ],
    ['an enumeration', 'We share your data with:\n\n- our partners\n- others\n\n'],
  ])('doubles at most when the text doubles: %s', (_name, words) => {
    const small = workOn(words.repeat(250));
    const large = workOn(words.repeat(500));
    expect(small.frames).toBeGreaterThan(0);
    for (const key of ['frames', 'values', 'marks', 'looks', 'hits'] as const) {
      expect(large[key], key).toBeLessThan(small[key] * 2.2 + 50);
    }
  });
});
