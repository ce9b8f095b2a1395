import type { ScoreScheme } from '../ruleset/index.js';
import type { Finding, Report } from './schema.js';

export type Score = NonNullable<Report['score']>;

/** What a score is made of. */
export interface ScoreParts {
  readonly scheme: ScoreScheme;
  readonly findings: readonly Pick<Finding, 'ruleId' | 'category' | 'severity' | 'confidence'>[];
  /** Points of a question's answer, 0 to 1; undefined where the question does not apply. */
  readonly pointsOf: (question: string) => number | undefined;
  /** The categories that rules were applied of. A category without rules and questions is not scored. */
  readonly judged: ReadonlySet<string>;
}

/**
 * Scores a policy from 0 to 100, in total and by category. A category's points are the mean of its questions' answers, of a
 * hundred, less what its findings take; the total is the mean of the categories by weight. See rules/score/README.md.
 */
export function scoreOf({ scheme, findings, pointsOf, judged }: ScoreParts): Score {
  const categories: Record<string, number> = {};
  let sum = 0;
  let weights = 0;
  for (const [category, { weight, questions }] of Object.entries(scheme.categories)) {
    const answers = questions.flatMap((question) => pointsOf(question) ?? []);
    if (answers.length === 0 && !judged.has(category)) continue;
    const own = findings.filter((finding) => finding.category === category);
    const points = Math.max(0, 100 * mean(answers) - deduction(own, scheme));
    categories[category] = Math.round(points);
    sum += points * weight;
    weights += weight;
  }
  const total = weights === 0 ? 0 : Math.round(sum / weights);
  return { total, grade: gradeOf(total, scheme), categories };
}

/** What asks no questions starts whole. */
function mean(values: readonly number[]): number {
  return values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * A rule's first finding counts in full, each further one half of the one before: a long policy says the same thing more
 * often, and is not worse for it without bound.
 */
function deduction(findings: ScoreParts['findings'], { deductions }: ScoreScheme): number {
  const times = new Map<string, number>();
  let sum = 0;
  for (const { ruleId, severity, confidence } of findings) {
    const before = times.get(ruleId) ?? 0;
    times.set(ruleId, before + 1);
    sum += (deductions[severity] * confidence) / 2 ** before;
  }
  return sum;
}

function gradeOf(total: number, { grades }: ScoreScheme): Score['grade'] {
  for (const grade of ['A', 'B', 'C', 'D'] as const) if (total >= grades[grade]) return grade;
  return 'F';
}
