import { type Telling, tell } from '../locale/index.js';

/** Ids are shorter; a policy's comment may name something of any length, and comparing costs the product of both. */
const LONGEST = 80;

/** What is told of a rule that there is none of, with the ids that were likely meant: one slip away, or of the same name. */
export function noSuchRule(id: string, ruleIds: readonly string[]): Telling {
  const near = id.length > LONGEST ? [] : nearest(id, candidates(id, ruleIds));
  const rule = id.slice(0, LONGEST);
  return near.length > 0 ? tell('rule-near', { rule, near: near.join(' ') }) : tell('rule-unknown', { rule });
}

/** The same for errors. */
export function unknownRule(id: string, ruleIds: readonly string[]): string {
  return noSuchRule(id, ruleIds).message;
}

function candidates(id: string, ruleIds: readonly string[]): readonly string[] {
  return id.endsWith('/*') ? [...new Set(ruleIds.map((known) => `${known.split('/')[0]}/*`))] : ruleIds;
}

function nearest(id: string, known: readonly string[]): string[] {
  const ranked = known.map((one) => ({ one, far: isNamesake(id, one) ? 1 : distance(id, one) }));
  const least = Math.min(...ranked.map(({ far }) => far));
  return least > id.length / 3 ? [] : ranked.flatMap(({ one, far }) => (far === least ? [one] : []));
}

/** The same rule under another category. */
function isNamesake(a: string, b: string): boolean {
  return !a.endsWith('/*') && a.split('/').at(-1) === b.split('/').at(-1);
}

/** Characters to put in, leave out or change to make one text of the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const changed = (row[j] ?? 0) + Number(a[i] !== b[j]);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
