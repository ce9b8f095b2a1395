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

/** Two runs of FNV-1a that mix each other in: not for secrets, but the same in Node and browsers, and synchronous. */
function hash64(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ low, 0x85ebca6b) ^ (high >>> 13);
  }
  return [high, low].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
