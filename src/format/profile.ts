import { answerIn, questionNameIn } from '../locale/index.js';
import type { Report } from '../report/index.js';
import type { Telling } from './stylish.js';
import { graphemes, padded, visible, widthOf } from './visible.js';

type Answered = NonNullable<Report['profile'][keyof Report['profile']]>;

/** The answers as a table: question, answer, and the first of the words it rests on. */
export function profileLines({ profile }: Report, { width, paint, locale }: Telling): string[] {
  const answers = Object.entries(profile) as readonly (readonly [string, Answered])[];
  if (answers.length === 0) return [];
  const rows = answers.map(([key, { answer, evidence }]) => ({
    name: questionNameIn(locale, key),
    answer: answerIn(locale, key, answer),
    first: evidence[0],
  }));
  const names = Math.max(...rows.map(({ name }) => widthOf(name)));
  const widest = Math.max(...rows.map(({ answer }) => widthOf(answer)));
  const room = width - names - widest - 10;
  const lines = rows.map(({ name, answer, first }) => {
    const line = `    ${padded(name, names)}  ${padded(answer, widest)}`;
    if (first === undefined) return line.trimEnd();
    const place = String(first.position.start.line);
    return `${line}  ${paint.dim(`${place}: ${cut(visible(first.quote), room - place.length)}`)}`;
  });
  return ['', `  ${paint.bold(locale.words.stylish.profile)}`, ...lines];
}

/** The beginning of a text; on a narrow terminal at least a few words of it. */
function cut(text: string, longest: number): string {
  const room = Math.max(20, longest);
  const parts = graphemes(text.slice(0, room * 2));
  let width = 0;
  let kept = 0;
  for (const part of parts) {
    width += widthOf(part);
    if (width > room) return `${parts.slice(0, kept).join('').trimEnd()}…`;
    if (width < room) kept++;
  }
  return text.length > room * 2 ? `${parts.join('')}…` : text;
}
