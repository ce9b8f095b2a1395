import { readHtml } from '../document/html/index.js';
import { visible } from '../format/index.js';
import {
  type Analyzer,
  type AnalyzerOptions,
  createAnalyzer,
  type Finding,
  type Report,
  type SourceInput,
} from '../report/index.js';
import { builtin } from '../ruleset/index.js';
import { chinese } from '../ruleset/zh/index.js';

/** What can be expected something of: a report, or the text of a policy, which is analyzed then. */
export type Subject = Report | string | SourceInput;

/** Makes reports of what tests hand in. */
export interface Reader {
  /** Throws TypeError for what is no subject; `what` is what the error calls it. */
  read(subject: unknown, what?: string): Report;
  /** All rules that a finding may come from. */
  readonly ruleIds: readonly string[];
}

/** A name in place of a text would be a policy in which nothing is found. */
const PATH = /^[^\n]{1,300}\.(?:md|markdown|html?|txt|json)$/i;

/** Rules are compiled when the first text is read. */
export function createReader(options: AnalyzerOptions): Reader {
  let analyzer: Analyzer | undefined;
  const ruleIds = [...builtin.rules, ...(options.extraRules ?? [])].map(({ id }) => id);
  const analyze = (input: string | SourceInput): Report => {
    analyzer ??= createAnalyzer({
      ...options,
      include: [...new Set([...(options.include ?? []), 'clauses', 'cleared', 'sentences'] as const)],
      languages: options.languages ?? [chinese],
      readers: { html: readHtml, ...options.readers },
    });
    return analyzer.analyze(input);
  };
  return {
    ruleIds,
    read: (subject, what = 'what is expected something of') => {
      if (isReport(subject)) return subject;
      const source = sourceIn(subject);
      if (source !== undefined) return analyze(source);
      throw new TypeError(
        `${what} is ${subject instanceof Promise ? AWAIT : 'neither a report nor a text'}; give what analyze() returns, a string, or { text, path }`,
      );
    },
  };
}

const AWAIT = 'a promise; await it first';

/** The text of a policy; a report does not hold it. Throws TypeError for everything else; `what` is what the error calls it. */
export function textOf(subject: unknown, what: string): string | SourceInput {
  const source = isReport(subject) ? undefined : sourceIn(subject);
  if (source !== undefined) return source;
  throw new TypeError(
    `${what} is ${subject instanceof Promise ? AWAIT : 'no text'}; give a string, or { text, path }`,
  );
}

function sourceIn(subject: unknown): string | SourceInput | undefined {
  if (typeof subject === 'string' && PATH.test(subject))
    throw new TypeError(`"${subject}" is a path and no text; read the file first`);
  return typeof subject === 'string' || isSource(subject) ? subject : undefined;
}

function isReport(subject: unknown): subject is Report {
  return typeof subject === 'object' && subject !== null && 'findings' in subject && 'source' in subject;
}

function isSource(subject: unknown): subject is SourceInput {
  return typeof subject === 'object' && subject !== null && 'text' in subject;
}

export function nameOf({ source }: Report): string {
  return source.path === undefined ? 'the policy' : `"${visible(source.path)}"`;
}

/** `policy.md:5:3  error  "our partners" …  third-party/vague-recipients`, and the heading it stands under. */
export function shown({ position, severity, message, ruleId, section }: Finding, { source }: Report): string {
  const path = visible(source.path ?? 'policy');
  const place = position ? `${path}:${position.start.line}:${position.start.column}` : path;
  const heading = section.at(-1);
  const under = heading === undefined ? '' : `, under "${visible(heading)}"`;
  return `  ${place}  ${severity}  ${visible(message)}  ${ruleId}${under}`;
}

const MOST = 20;

/** As many as a reader takes in. */
export function listed(findings: readonly Finding[], report: Report): string {
  const lines = findings.slice(0, MOST).map((finding) => shown(finding, report));
  const more = findings.length - lines.length;
  return [...lines, ...(more > 0 ? [`  … and ${more} more`] : [])].join('\n');
}
