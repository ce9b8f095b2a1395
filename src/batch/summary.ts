import type { Entry } from './entries.js';
import type { Gate } from './gate.js';
import type { FailureCode } from './task.js';

/** What is counted of one policy; a journal holds it, so that a resumed run counts what was done before. */
export interface Tally {
  readonly gate: readonly Gate[];
  readonly failure?: FailureCode | undefined;
  readonly score?: number | null | undefined;
  readonly grade?: string | null | undefined;
  readonly profile?: Readonly<Record<string, string>> | undefined;
  readonly findings?: Readonly<Record<string, number>> | undefined;
}

/** A batch in numbers. */
export interface BatchSummary {
  readonly policies: number;
  readonly judged: number;
  /** By their gate, without a report. */
  readonly skipped: number;
  readonly failed: number;
  readonly failures: Readonly<Record<string, number>>;
  readonly gates: Readonly<Record<string, number>>;
  readonly grades: Readonly<Record<string, number>>;
  /** Mean of the scores, to a tenth; null where there are none. */
  readonly score: number | null;
  /** Rules by the number of policies they found something in, most first. */
  readonly rules: readonly { readonly rule: string; readonly policies: number; readonly findings: number }[];
  /** How many policies gave which answer, by question. */
  readonly profile: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface Counter {
  add(tally: Tally): void;
  readonly policies: number;
  readonly failed: number;
  result(): BatchSummary;
}

export function tallyOf({ head, outcome }: Entry): Tally {
  const { row, failure } = outcome;
  return {
    gate: head.gate,
    ...(failure ? { failure: failure.code } : {}),
    ...(row ? { score: row.score, grade: row.grade, profile: row.profile, findings: row.findings } : {}),
  };
}

type Counts = Map<string, number>;

function count(counts: Counts, key: string, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** As an object, keys sorted. */
function sorted(counts: Counts): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function counter(): Counter {
  let policies = 0;
  let judged = 0;
  let failed = 0;
  let scored = 0;
  let points = 0;
  const failures: Counts = new Map();
  const gates: Counts = new Map();
  const grades: Counts = new Map();
  const withRule: Counts = new Map();
  const findings: Counts = new Map();
  const answers = new Map<string, Counts>();
  const addReport = ({ score, grade, profile = {}, findings: own = {} }: Tally): void => {
    judged++;
    if (typeof score === 'number') {
      scored++;
      points += score;
    }
    if (grade) count(grades, grade);
    for (const [rule, times] of Object.entries(own)) {
      count(withRule, rule);
      count(findings, rule, times);
    }
    for (const [question, answer] of Object.entries(profile)) {
      const counts = answers.get(question) ?? new Map();
      answers.set(question, counts);
      count(counts, answer);
    }
  };
  return {
    get policies() {
      return policies;
    },
    get failed() {
      return failed;
    },
    add(tally) {
      policies++;
      for (const gate of tally.gate) count(gates, gate);
      if (tally.failure) {
        failed++;
        count(failures, tally.failure);
      } else if (tally.findings) addReport(tally);
    },
    result: () => ({
      policies,
      judged,
      skipped: policies - judged - failed,
      failed,
      failures: sorted(failures),
      gates: sorted(gates),
      grades: sorted(grades),
      score: scored === 0 ? null : Math.round((points / scored) * 10) / 10,
      rules: Object.entries(sorted(withRule))
        .map(([rule, own]) => ({ rule, policies: own, findings: findings.get(rule) ?? 0 }))
        .sort((a, b) => b.policies - a.policies),
      profile: Object.fromEntries([...answers].map(([question, counts]) => [question, sorted(counts)])),
    }),
  };
}
