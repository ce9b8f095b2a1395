import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/index.js';
import { scoreOf } from '../../src/report/score.js';
import { builtin } from '../../src/ruleset/index.js';

const SCHEME = {
  categories: {
    a: { weight: 3, questions: ['x', 'y'] },
    b: { weight: 1, questions: [] },
    c: { weight: 5, questions: ['z'] },
  },
  deductions: { error: 20, warning: 10, info: 4 },
  grades: { A: 80, B: 65, C: 50, D: 35 },
};
const finding = (ruleId: string, severity: 'error' | 'warning' | 'info' = 'error', confidence = 1) => ({
  ruleId,
  category: ruleId.slice(0, 1),
  severity,
  confidence,
});
const score = (
  points: Readonly<Record<string, number>>,
  findings: ReturnType<typeof finding>[] = [],
  judged = ['a', 'b'],
) => scoreOf({ scheme: SCHEME, findings, pointsOf: (key) => points[key], judged: new Set(judged) });

describe('the score', () => {
  it('starts from the mean of the answers that apply', () => {
    expect(score({ x: 1, y: 0.5 }).categories.a).toBe(75);
    expect(score({ x: 1 }).categories.a).toBe(100);
  });

  it('takes by severity and confidence, and never below nothing', () => {
    expect(score({ x: 1 }, [finding('a/1')]).categories.a).toBe(80);
    expect(score({ x: 1 }, [finding('a/1', 'warning', 0.5)]).categories.a).toBe(95);
    const many = Array.from({ length: 9 }, (_, i) => finding(`a/${i}`));
    expect(score({ x: 1 }, many).categories.a).toBe(0);
  });

  it('takes at most twice for a rule, however often it finds something', () => {
    expect(score({ x: 1 }, [finding('a/1'), finding('a/1')]).categories.a).toBe(70);
    const often = Array.from({ length: 500 }, () => finding('a/1'));
    expect(score({ x: 1 }, often).categories.a).toBe(60);
  });

  it('weighs categories, and leaves out those that nothing was asked or judged of', () => {
    expect(score({ x: 0 })).toEqual({ total: 25, grade: 'F', categories: { a: 0, b: 100 } });
    expect(score({ x: 0 }, [], ['a'])).toEqual({ total: 0, grade: 'F', categories: { a: 0 } });
  });

  it.each([
    [1, 'A'],
    [0.8, 'A'],
    [0.79, 'B'],
    [0.65, 'B'],
    [0.5, 'C'],
    [0.35, 'D'],
    [0.34, 'F'],
  ])('gives %d of the points the grade %s', (x, grade) => {
    expect(score({ x }, [], ['a']).grade).toBe(grade);
  });

  it('is the same for the same text and rules', () => {
    const text = 'We may share your personal data with our partners. We keep it as long as necessary.';
    expect(analyze(text).score).toEqual(analyze(text).score);
  });

  it('falls when a policy says the same more vaguely', () => {
    const clear = analyze('We keep your e-mail address for 30 days after you close your account.').score;
    const vague = analyze('We keep your e-mail address as long as necessary.').score;
    expect(vague?.categories.retention).toBeLessThan(clear?.categories.retention as number);
    expect(vague?.total).toBeLessThan(clear?.total as number);
  });

  it('is missing where nothing was judged', () => {
    expect(analyze('').score).toBeUndefined();
    expect(analyze('We keep your data.', { profileOnly: true }).score).toBeUndefined();
    const french =
      'Nous partageons vos données personnelles avec nos partenaires. Vous pouvez nous écrire. '.repeat(5);
    expect(analyze(french).score).toBeUndefined();
  });

  it('has a part for every category of the rules', () => {
    const categories = new Set(builtin.rules.map(({ id }) => id.slice(0, id.indexOf('/'))));
    expect([...categories].filter((name) => !(name in builtin.score.categories))).toEqual([]);
  });
});
