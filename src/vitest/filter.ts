import { type Finding, type Report, unknownRule } from '../report/index.js';
import type { Severity } from '../ruleset/index.js';
import type { Reader } from './subject.js';

/** Which findings are meant. Every condition given has to hold. */
export interface FindingFilter {
  readonly ruleId?: string | undefined;
  /** "third-party" */
  readonly category?: string | undefined;
  /** This severity or worse. */
  readonly severity?: Severity | undefined;
  /** Words that the quote contains, or what it matches. */
  readonly quote?: string | RegExp | undefined;
  /** 1-based line that the finding begins in. */
  readonly line?: number | undefined;
  /** A heading above the finding. */
  readonly section?: string | undefined;
}

const KEYS = ['ruleId', 'category', 'severity', 'quote', 'line', 'section'];
const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/**
 * Checks a filter: one with a slip in it would find nothing, and so pass wherever nothing is to be found. Throws TypeError.
 */
export function checkFilter(filter: FindingFilter, { findings }: Report, { ruleIds }: Reader): void {
  if (typeof filter !== 'object' || filter === null)
    throw new TypeError(
      `${JSON.stringify(filter)} says of no finding what it is like; write { ruleId: '…' }`,
    );
  const unknown = Object.keys(filter).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw new TypeError(`"${unknown}" is no condition; use ${KEYS.join(', ')}`);
  const { ruleId, category, severity, quote, line, section } = filter;
  for (const [key, value] of Object.entries({ ruleId, category, severity, section }))
    if (value !== undefined && typeof value !== 'string')
      throw new TypeError(`${key} is ${JSON.stringify(value)}; write a text`);
  if (quote !== undefined && typeof quote !== 'string' && !(quote instanceof RegExp))
    throw new TypeError(`quote is ${JSON.stringify(quote)}; write a text or a pattern`);
  if (line !== undefined && !(Number.isInteger(line) && line > 0))
    throw new TypeError(`line is ${JSON.stringify(line)}; write a number from 1`);
  const ids = [...new Set([...ruleIds, ...findings.map((finding) => finding.ruleId)])];
  if (ruleId !== undefined && !ids.includes(ruleId)) {
    throw new TypeError(`${unknownRule(ruleId, ids)} (rules of your own: createMatchers({ extraRules }))`);
  }
  const categories = [...new Set(ids.map((id) => id.slice(0, id.indexOf('/'))))];
  if (category !== undefined && !categories.includes(category)) {
    throw new TypeError(`unknown category "${category}"; known categories: ${categories.join(', ')}`);
  }
  if (severity !== undefined && !Object.hasOwn(RANK, severity)) {
    throw new TypeError(`unknown severity "${severity}"; use ${Object.keys(RANK).reverse().join(', ')}`);
  }
}

export function matches(finding: Finding, filter: FindingFilter): boolean {
  const { ruleId, category, severity, quote, line, section } = filter;
  return (
    (ruleId === undefined || finding.ruleId === ruleId) &&
    (category === undefined || finding.category === category) &&
    (severity === undefined || RANK[finding.severity] >= RANK[severity]) &&
    (line === undefined || finding.position?.start.line === line) &&
    (section === undefined || finding.section.includes(section)) &&
    (quote === undefined || says(finding.quote, quote))
  );
}

/** A pattern that keeps its place is asked from the beginning each time. */
function says(words: string, asked: string | RegExp): boolean {
  return typeof asked === 'string' ? words.includes(asked) : words.search(asked) >= 0;
}

/** A filter in words: ` of third-party/vague-recipients that quote "partners"`. */
export function inWords({ ruleId, category, severity, quote, line, section }: FindingFilter): string {
  return [
    ...(severity === undefined ? [] : [severity === 'error' ? 'of errors' : `of ${severity} or worse`]),
    ...(ruleId === undefined ? [] : [`of ${ruleId}`]),
    ...(category === undefined ? [] : [`of category ${category}`]),
    ...(quote === undefined
      ? []
      : [typeof quote === 'string' ? `that quotes "${quote}"` : `that quotes ${quote}`]),
    ...(line === undefined ? [] : [`in line ${line}`]),
    ...(section === undefined ? [] : [`under "${section}"`]),
  ]
    .map((part) => ` ${part}`)
    .join('');
}
