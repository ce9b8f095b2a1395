import type { ChangedSlot, Comparison, Place } from '../compare/index.js';
import { answerIn, english, type Locale, questionNameIn } from '../locale/index.js';
import { shorten } from '../report/index.js';
import { type Colors, colors } from './colors.js';
import { padded, visible, widthOf } from './visible.js';

export interface CompareStyle {
  readonly color?: boolean | undefined;
}

/** How things are said, and in which colours. */
interface Telling {
  readonly paint: Colors;
  readonly locale: Locale;
  /** Words of the policy, in marks of quotation. */
  quote(text: string): string;
}

type Position = Place['position'];
type Change = ChangedSlot['change'];

const INDENT = '    ';
/** What stays as it was, and what only moved, is counted and not listed. */
const LONGEST_LIST = 200;

/** A comparison for people: the verdict with its reasons, then every change with its two places. */
export function comparisonText(
  comparison: Comparison,
  { color = false }: CompareStyle = {},
  locale: Locale = english,
): string {
  const paint = colors(color);
  const { words } = locale;
  const { comparison: said } = words;
  const telling: Telling = { paint, locale, quote: (text) => words.quote(visible(shorten(text))) };
  const { before, after, reasons, notes } = comparison;
  return `${[
    paint.underline(`${visible(before.path ?? said.before)} → ${visible(after.path ?? said.after)}`),
    `${paint.bold(verdict(comparison, telling))}${scoreOf(comparison, telling)}`,
    ...reasons.map((reason) => `  ${visible(reason)}`),
    ...section(said.findings, findingLines(comparison, telling), telling),
    ...section(said.profile, answerLines(comparison, telling), telling),
    ...section(said.clauses, clauseLines(comparison, telling), telling),
    ...section(said.other, sentenceLines(comparison, telling), telling),
    '',
    summary(comparison, locale),
    ...notes.map(
      ({ of, message }) => `${paint.blue(words.stylish.note)}  ${visible(said.note[of](message))}`,
    ),
  ].join('\n')}\n`;
}

function verdict({ verdict: name }: Comparison, { paint, locale }: Telling): string {
  const colour = { worse: paint.red, better: paint.green, mixed: paint.yellow, neutral: paint.dim };
  return colour[name](locale.words.verdict[name]);
}

function scoreOf({ score }: Comparison, { locale }: Telling): string {
  if (!score) return '';
  return `  ${locale.words.comparison.score(score.before, score.after, score.delta)}`;
}

function section(title: string, lines: readonly string[], { paint, locale }: Telling): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - LONGEST_LIST;
  return [
    '',
    `  ${paint.bold(title)}`,
    ...lines.slice(0, LONGEST_LIST),
    ...(more > 0 ? [`${INDENT}${locale.words.comparison.more(more)}`] : []),
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

/** Names of one kind as wide as the longest of them, so that what follows stands in one column. */
function oneOf<K extends string>(names: Readonly<Record<K, string>>, keys: readonly K[], key: K): string {
  return padded(names[key], Math.max(...keys.map((one) => widthOf(names[one]))));
}

function changeWord(change: Change, { paint, locale }: Telling): string {
  const colour = { worse: paint.red, better: paint.green, other: paint.dim };
  return colour[change](oneOf(locale.words.change, ['worse', 'better', 'other'], change));
}

const KINDS = ['introduced', 'resolved', 'reworded', 'moved'] as const;

function findingLines({ findings }: Comparison, { paint, locale }: Telling): string[] {
  const { comparison: said, kind } = locale.words;
  const line = (
    of: (typeof KINDS)[number],
    where: string,
    { message, ruleId }: { message: string; ruleId: string },
  ): string => {
    const colour = { introduced: paint.red, resolved: paint.green, reworded: plainly, moved: plainly };
    return `${INDENT}${colour[of](oneOf(kind, KINDS, of))}  ${where}  ${visible(message)}  ${paint.dim(ruleId)}`;
  };
  const answered = (text: (quote: string) => string, clearedBy: { quote: string } | undefined): string =>
    clearedBy ? `\n${INDENT}  ${text(visible(shorten(clearedBy.quote)))}` : '';
  return [
    ...findings.introduced.map(
      ({ after, near, clearedBy }) =>
        line('introduced', places(near, after.position, 'before'), after) +
        answered(said.noLongerAnswered, clearedBy),
    ),
    ...findings.resolved.map(
      ({ before, near, clearedBy }) =>
        line('resolved', places(before.position, near, 'after'), before) +
        answered(said.nowAnswered, clearedBy),
    ),
    ...findings.reworded.map(({ before, after }) =>
      line('reworded', places(before.position, after.position), after),
    ),
    ...findings.moved.map(({ before, after }) =>
      line('moved', places(before.position, after.position), after),
    ),
  ];
}

const plainly = (text: string): string => text;

function answerLines({ profile }: Comparison, telling: Telling): string[] {
  const { locale } = telling;
  return profile.map(({ key, before, after, change, evidence }) => {
    const where = places(evidence.before[0]?.position, evidence.after[0]?.position);
    const [was, is] = [answerIn(locale, key, before), answerIn(locale, key, after)];
    const told = locale.words.comparison.answer(questionNameIn(locale, key), was, is);
    return `${INDENT}${changeWord(change, telling)}  ${where}  ${told}`;
  });
}

function clauseLines({ clauses }: Comparison, telling: Telling): string[] {
  const { comparison: said, action } = telling.locale.words;
  return [
    ...clauses.changed.map((entry) => changedLine(entry, telling)),
    ...clauses.removed.map(
      ({ change, says = said.gone, clause, near }) =>
        `${INDENT}${changeWord(change, telling)}  ${places(clause.position, near, 'after')}  ` +
        said.changed(says, action(clause.action), telling.quote(clause.quote)),
    ),
    ...clauses.added.map(
      ({ change, says = said.added, clause, near }) =>
        `${INDENT}${changeWord(change, telling)}  ${places(near, clause.position, 'before')}  ` +
        said.changed(says, action(clause.action), telling.quote(clause.quote)),
    ),
  ];
}

function changedLine(
  { slot, change, says, actions, lost, gained, before, after }: ChangedSlot,
  telling: Telling,
): string {
  const { paint, quote } = telling;
  const { comparison: said, action, slot: slotName } = telling.locale.words;
  const terms = [
    ...lost.map(({ text }) => paint.red(`-${quote(text)}`)),
    ...gained.map(({ text }) => paint.green(`+${quote(text)}`)),
  ].join(' ');
  const about = said.slotOf(slotName(slot), actions.map(action));
  const told = said.changed(says, about, terms === '' ? quote(after.quote) : terms);
  return `${INDENT}${changeWord(change, telling)}  ${places(before.position, after.position)}  ${told}`;
}

/** Words that nothing was read from: neither better nor worse as far as can be told. */
function sentenceLines({ sentences }: Comparison, { paint, quote }: Telling): string[] {
  if (!sentences) return [];
  return [
    ...sentences.removed.map(
      ({ words, near }) =>
        `${INDENT}${paint.red('-')} ${places(words.position, near, 'after')}  ${quote(words.quote)}`,
    ),
    ...sentences.added.map(
      ({ words, near }) =>
        `${INDENT}${paint.green('+')} ${places(near, words.position, 'before')}  ${quote(words.quote)}`,
    ),
    ...sentences.reworded.map(
      ({ before, after }) => `${INDENT}~ ${places(before.position, after.position)}  ${quote(after.quote)}`,
    ),
  ];
}

function summary({ findings, clauses }: Comparison, { words }: Locale): string {
  const { introduced, resolved, persisting, reworded, moved } = findings;
  const { sums, clauseSums, summary } = words.comparison;
  return summary(
    sums({
      ...{ introduced: introduced.length, resolved: resolved.length, persisting: persisting.length },
      ...{ reworded: reworded.length, moved: moved.length },
    }),
    clauseSums({
      ...{ added: clauses.added.length, removed: clauses.removed.length },
      ...{ changed: clauses.changed.length, moved: clauses.moved.length },
    }),
  );
}
