import type { ChangedSlot, Comparison, Place } from '../compare/index.js';
import { shorten } from '../report/index.js';
import { type Colors, colors } from './colors.js';
import { visible } from './visible.js';

export interface CompareStyle {
  readonly color?: boolean | undefined;
}

type Position = Place['position'];
type Change = ChangedSlot['change'];

const INDENT = '    ';
/** What stays as it was, and what only moved, is counted and not listed. */
const LONGEST_LIST = 200;

/** A comparison for people: the verdict with its reasons, then every change with its two places. */
export function comparisonText(comparison: Comparison, { color = false }: CompareStyle = {}): string {
  const paint = colors(color);
  const { before, after, reasons, notes } = comparison;
  return `${[
    paint.underline(`${visible(before.path ?? '(before)')} → ${visible(after.path ?? '(after)')}`),
    `${paint.bold(verdict(comparison, paint))}${scoreOf(comparison)}`,
    ...reasons.map((reason) => `  ${visible(reason)}`),
    ...section('Findings', findingLines(comparison, paint), paint),
    ...section('Profile', answerLines(comparison, paint), paint),
    ...section('Clauses', clauseLines(comparison, paint), paint),
    ...section('Other words', sentenceLines(comparison, paint), paint),
    '',
    summary(comparison),
    ...notes.map((note) => `${paint.blue('note')}  ${visible(note)}`),
  ].join('\n')}\n`;
}

function verdict({ verdict: word }: Comparison, paint: Colors): string {
  const colour = { worse: paint.red, better: paint.green, mixed: paint.yellow, neutral: paint.dim };
  return colour[word](word);
}

function scoreOf({ score }: Comparison): string {
  if (!score) return '';
  return `  score ${score.before} → ${score.after} (${score.delta > 0 ? '+' : ''}${score.delta})`;
}

function section(title: string, lines: readonly string[], paint: Colors): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - LONGEST_LIST;
  return [
    '',
    `  ${paint.bold(title)}`,
    ...lines.slice(0, LONGEST_LIST),
    ...(more > 0 ? [`${INDENT}… and ${more} more (--format json has them all)`] : []),
  ];
}

/** "12:3 → 15:1"; a place in brackets is where the words would stand. */
function places(before: Position, after: Position, missing?: 'before' | 'after'): string {
  const name = (position: Position, which: 'before' | 'after'): string => {
    const place = position ? `${position.start.line}:${position.start.column}` : '–';
    return missing === which ? `(${place})` : place;
  };
  return `${name(before, 'before')} → ${name(after, 'after')}`;
}

function changeWord(change: Change, paint: Colors): string {
  if (change === 'worse') return paint.red('worse ');
  return change === 'better' ? paint.green('better') : paint.dim('other ');
}

function findingLines({ findings }: Comparison, paint: Colors): string[] {
  return [
    ...findings.introduced.map(
      ({ after, near, clearedBy }) =>
        `${INDENT}${paint.red('introduced')}  ${places(near, after.position, 'before')}  ${visible(after.message)}  ${paint.dim(after.ruleId)}` +
        (clearedBy ? `\n${INDENT}  no longer answered by "${visible(shorten(clearedBy.quote))}"` : ''),
    ),
    ...findings.resolved.map(
      ({ before, near, clearedBy }) =>
        `${INDENT}${paint.green('resolved  ')}  ${places(before.position, near, 'after')}  ${visible(before.message)}  ${paint.dim(before.ruleId)}` +
        (clearedBy ? `\n${INDENT}  now answered by "${visible(shorten(clearedBy.quote))}"` : ''),
    ),
    ...findings.reworded.map(
      ({ before, after }) =>
        `${INDENT}reworded    ${places(before.position, after.position)}  ${visible(after.message)}  ${paint.dim(after.ruleId)}`,
    ),
    ...findings.moved.map(
      ({ before, after }) =>
        `${INDENT}moved       ${places(before.position, after.position)}  ${visible(after.message)}  ${paint.dim(after.ruleId)}`,
    ),
  ];
}

function answerLines({ profile }: Comparison, paint: Colors): string[] {
  return profile.map(({ key, before, after, change, evidence }) => {
    const where = places(evidence.before[0]?.position, evidence.after[0]?.position);
    return `${INDENT}${changeWord(change, paint)}  ${where}  ${key}: ${before} → ${after}`;
  });
}

function clauseLines({ clauses }: Comparison, paint: Colors): string[] {
  return [
    ...clauses.changed.map((entry) => changedLine(entry, paint)),
    ...clauses.removed.map(
      ({ change, says, clause, near }) =>
        `${INDENT}${changeWord(change, paint)}  ${places(clause.position, near, 'after')}  ${says ?? 'gone'} (${clause.action}): "${visible(shorten(clause.quote))}"`,
    ),
    ...clauses.added.map(
      ({ change, says, clause, near }) =>
        `${INDENT}${changeWord(change, paint)}  ${places(near, clause.position, 'before')}  ${says ?? 'added'} (${clause.action}): "${visible(shorten(clause.quote))}"`,
    ),
  ];
}

function changedLine(
  { slot, change, says, actions, lost, gained, before, after }: ChangedSlot,
  paint: Colors,
): string {
  const words = [
    ...lost.map(({ text }) => paint.red(`-"${visible(shorten(text))}"`)),
    ...gained.map(({ text }) => paint.green(`+"${visible(shorten(text))}"`)),
  ].join(' ');
  const told = words === '' ? `"${visible(shorten(after.quote))}"` : words;
  return `${INDENT}${changeWord(change, paint)}  ${places(before.position, after.position)}  ${says} (${slot} of ${actions.join(', ')}): ${told}`;
}

/** Words that nothing was read from: neither better nor worse as far as can be told. */
function sentenceLines({ sentences }: Comparison, paint: Colors): string[] {
  if (!sentences) return [];
  const quote = (place: Place): string => `"${visible(shorten(place.quote))}"`;
  return [
    ...sentences.removed.map(
      ({ words, near }) =>
        `${INDENT}${paint.red('-')} ${places(words.position, near, 'after')}  ${quote(words)}`,
    ),
    ...sentences.added.map(
      ({ words, near }) =>
        `${INDENT}${paint.green('+')} ${places(near, words.position, 'before')}  ${quote(words)}`,
    ),
    ...sentences.reworded.map(
      ({ before, after }) => `${INDENT}~ ${places(before.position, after.position)}  ${quote(after)}`,
    ),
  ];
}

function summary({ findings, clauses }: Comparison): string {
  const { introduced, resolved, persisting, reworded, moved } = findings;
  return (
    `findings: ${introduced.length} introduced, ${resolved.length} resolved, ${persisting.length} persisting, ` +
    `${reworded.length} reworded, ${moved.length} moved; clauses: ${clauses.added.length} added, ` +
    `${clauses.removed.length} removed, ${clauses.changed.length} changes in others, ${clauses.moved.length} moved`
  );
}
