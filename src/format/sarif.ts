import type { Comparison, Place } from '../compare/index.js';
import { english, type Locale, type Words } from '../locale/index.js';
import { type Finding, fingerprint, type Report, type Suppression, VERSION } from '../report/index.js';
import { type ChangeEntry, changesOf } from './changes.js';
import { type Failure, isComparison, nameOf, type Result } from './result.js';
import {
  ANSWER_RULE,
  CLAUSE_RULE,
  type DescriptorOptions,
  describeRules,
  LEVELS,
  type Level,
} from './sarif-rules.js';
import { visible } from './visible.js';

type Position = Place['position'];
type Json = Readonly<Record<string, unknown>>;

/** A result of the log, before its rule has an index. */
interface Entry {
  readonly ruleId: string;
  readonly finding?: Finding;
  readonly json: Json;
}

export interface SarifOptions extends DescriptorOptions {
  readonly failures?: readonly Failure[] | undefined;
}

/** Findings, suppressed ones too, as a SARIF 2.1.0 log of one run; of comparisons, with the state of each since before. */
export function sarif(
  results: readonly Result[],
  options: SarifOptions = {},
  locale: Locale = english,
): string {
  const { failures = [] } = options;
  const entries = results.flatMap((one) =>
    isComparison(one) ? comparisonEntries(one, locale) : reportEntries(one, locale.words),
  );
  const found = new Map(entries.map(({ ruleId, finding }) => [ruleId, finding]));
  const rules = describeRules(found, options, locale);
  const index = new Map(rules.map(({ id }, i) => [id, i]));
  const run = {
    tool: { driver: { name: 'fineprint', version: VERSION, semanticVersion: VERSION, rules } },
    ...(locale.name === english.name ? {} : { language: locale.name }),
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: failures.length === 0,
        toolExecutionNotifications: [
          ...failures.map(({ path, error }) => notification('error', 'unreadable', error.message, path)),
          ...results.flatMap((one) => noteEntries(one, locale.words)),
        ],
      },
    ],
    artifacts: artifactsOf(results),
    results: entries.map(({ ruleId, json }) => ({ ruleId, ruleIndex: index.get(ruleId), ...json })),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function reportEntries(report: Report, words: Words): Entry[] {
  const path = nameOf(report.source);
  return [
    // Said of all, as it is of some: without it nobody knew.
    ...report.findings.map((finding) => findingEntry(finding, path, words, { suppressions: [] })),
    ...report.suppressed.map((finding) =>
      findingEntry(finding, path, words, { suppressions: [suppression(finding.suppression, path)] }),
    ),
  ];
}

function findingEntry(finding: Finding, path: string, words: Words, more: Json): Entry {
  const { ruleId, severity, message: text, position, related, confidence, section, quote } = finding;
  const json = {
    level: LEVELS[severity],
    message: message(text),
    locations: [location(path, position)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, id) => ({
            id,
            message: message(words.pointed(other.message, other.quote)),
            ...location(path, other.position),
          })),
        }),
    partialFingerprints: { 'fineprint/v1': finding.fingerprint },
    ...more,
    properties: {
      confidence,
      section,
      quote,
      suggestion: finding.suggestion,
      references: finding.references,
    },
  };
  return { ruleId, finding, json };
}

function suppression({ kind, reason, position }: Suppression, path: string): Json {
  return {
    kind: kind === 'inline' ? 'inSource' : 'external',
    status: 'accepted',
    ...(reason === undefined ? {} : { justification: visible(reason) }),
    ...(position ? { location: location(path, position) } : {}),
  };
}

const STATES: Readonly<Partial<Record<ChangeEntry['kind'], string>>> = {
  introduced: 'new',
  resolved: 'absent',
  persisting: 'unchanged',
  moved: 'unchanged',
  reworded: 'updated',
};

/** All findings with their state, and beside them what got worse that no rule found. */
function comparisonEntries(comparison: Comparison, locale: Locale): Entry[] {
  const [old, now] = [nameOf(comparison.before), nameOf(comparison.after)];
  const seen = new Map<string, number>();
  return changesOf(comparison, locale).flatMap((entry) => {
    const { kind, change, finding } = entry;
    if (finding) {
      const path = kind === 'resolved' ? old : now;
      return [findingEntry(finding, path, locale.words, { baselineState: STATES[kind] })];
    }
    return change === 'worse' ? [changeEntry(entry, now, seen, locale.words)] : [];
  });
}

function changeEntry(
  entry: ChangeEntry,
  path: string,
  seen: Map<string, number>,
  { sarif: said, clauses }: Words,
): Entry {
  const { kind, change, subject, name, says, words, after } = entry;
  const ruleId = kind === 'answer' ? ANSWER_RULE : CLAUSE_RULE;
  const told = clauses([
    ...(words.before === '' ? [] : [said.before(words.before)]),
    ...(words.after === '' ? [] : [said.after(words.after)]),
  ]);
  // What identifies it has nothing of the reader's language.
  const identity = [subject, change, words.before, words.after].join('\n');
  const ordinal = seen.get(identity) ?? 0;
  seen.set(identity, ordinal + 1);
  const json = {
    level: 'warning',
    message: message(said.change(name, told === '' ? says : said.words(says, told))),
    locations: [location(path, after)],
    partialFingerprints: { 'fineprint/v1': fingerprint(ruleId, identity, ordinal) },
    baselineState: kind === 'clause-changed' || kind === 'answer' ? 'updated' : 'new',
    properties: { words },
  };
  return { ruleId, json };
}

/** What a reader must know of how the texts were read, and of suppressions that do not count. */
function noteEntries(result: Result, { comparison }: Words): Json[] {
  if (isComparison(result)) {
    return result.notes.map(({ of, message }) =>
      notification('note', 'comparison', comparison.note[of](message), nameOf(result.after)),
    );
  }
  const path = nameOf(result.source);
  return [
    ...result.notes.map((note) => notification('note', note.code, note.message, path)),
    ...result.suppressionProblems.map((problem) =>
      notification('warning', `suppression-${problem.code}`, problem.message, path, problem.position),
    ),
  ];
}

function notification(
  level: Level,
  id: string,
  text: string,
  path: string | undefined,
  position?: Position,
): Json {
  const locations = path === undefined ? [] : [location(path, position)];
  return { level, descriptor: { id }, message: { text: visible(text) }, locations };
}

/** Brackets and braces of a policy are neither links nor placeholders of SARIF. */
function message(text: string): Json {
  return {
    text: visible(text)
      .replace(/\[(?=[^\]]*\]\()/g, '\\[')
      .replace(/\{(\d+)\}/g, '{{$1}}'),
  };
}

function location(path: string, position: Position): Json {
  const region = position && {
    startLine: position.start.line,
    startColumn: position.start.column,
    endLine: position.end.line,
    endColumn: position.end.column,
    charOffset: position.start.offset,
    charLength: position.end.offset - position.start.offset,
  };
  return { physicalLocation: { artifactLocation: { uri: uriOf(path) }, ...(region ? { region } : {}) } };
}

function artifactsOf(results: readonly Result[]): Json[] {
  const paths = results.flatMap((one) =>
    isComparison(one) ? [nameOf(one.before), nameOf(one.after)] : [nameOf(one.source)],
  );
  return [...new Set(paths.map(uriOf))].map((uri) => ({ location: { uri } }));
}

/** A path as a URI: relative to where the command ran, or with the scheme `file`. */
function uriOf(path: string): string {
  const parts = path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  const encoded = parts
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
  if (/^[A-Za-z]:\//.test(parts)) return `file:///${encoded.replace('%3A', ':')}`;
  return parts.startsWith('/') ? `file://${encoded}` : encoded;
}
