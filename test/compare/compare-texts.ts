import { readFileSync } from 'node:fs';
import { type Comparison, compare, createAnalyzer, type Report } from '../../src/index.js';

const analyzer = createAnalyzer({ include: ['clauses', 'cleared', 'sentences'] });

export function reportOf(text: string, path = 'policy.md'): Report {
  return analyzer.analyze({ text, path });
}

export function compareTexts(before: string, after: string): Comparison {
  return compare(reportOf(before), reportOf(after));
}

/** A policy of the corpus, by its path there. */
export function corpus(path: string): string {
  return readFileSync(new URL(`../../corpus/${path}`, import.meta.url), 'utf8');
}

/** Everything that a comparison says got worse, better, or is another change, in short lines. */
export function told({ findings, clauses, profile }: Comparison): string[] {
  return [
    ...findings.introduced.map(({ after }) => `worse introduced ${after.ruleId}`),
    ...findings.resolved.map(({ before }) => `better resolved ${before.ruleId}`),
    ...profile.map(({ key, change }) => `${change} ${key}`),
    ...clauses.changed.map(({ change, says, slot }) => `${change} ${slot}: ${says}`),
    ...clauses.added.map(({ change, says, clause }) => `${change} ${clause.action}: ${says ?? 'added'}`),
    ...clauses.removed.map(({ change, says, clause }) => `${change} ${clause.action}: ${says ?? 'gone'}`),
  ];
}

/** What would have to be empty if nothing was introduced, resolved or changed. */
export function news(comparison: Comparison): string[] {
  return told(comparison).filter((line) => !line.startsWith('other modality'));
}
