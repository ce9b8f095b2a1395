import { hash64 } from '../source/index.js';

/**
 * Identifies a finding across versions of a policy: 16 hexadecimal digits made of the rule, the clause's words and
 * its number among equal clauses (from 0), and of no place, so that moving a clause keeps its findings.
 */
export function fingerprint(ruleId: string, clause: string, ordinal: number): string {
  return hash64(`${ruleId}\n${normalizeClause(clause)}\n${ordinal}`);
}

/** Folds what typesetting changes and no reader would call a change: case, quotation marks, dashes, list marks, space. */
export function normalizeClause(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―]/g, '-')
    .replace(/^\s*(?:[-*+•·▪◦‣]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s+/, '')
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .trim();
}
