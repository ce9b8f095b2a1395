import type { Report } from '../report/index.js';
import type { Colors } from './colors.js';
import { visible } from './visible.js';

type Answered = NonNullable<Report['profile'][keyof Report['profile']]>;

/** The answers as a table: question, answer, and the first of the words it rests on. */
export function profileLines({ profile }: Report, width: number, paint: Colors): string[] {
  const rows = Object.entries(profile) as readonly (readonly [string, Answered])[];
  if (rows.length === 0) return [];
  const keys = Math.max(...rows.map(([key]) => key.length));
  const answers = Math.max(...rows.map(([, { answer }]) => answer.length));
  const room = width - keys - answers - 10;
  const lines = rows.map(([key, { answer, evidence }]) => {
    const line = `    ${key.padEnd(keys)}  ${answer.padEnd(answers)}`;
    const first = evidence[0];
    if (first === undefined) return line.trimEnd();
    const place = String(first.position.start.line);
    return `${line}  ${paint.dim(`${place}: ${cut(visible(first.quote), room - place.length)}`)}`;
  });
  return ['', `  ${paint.bold('Profile')}`, ...lines];
}

/** The beginning of a text; on a narrow terminal at least a few words of it. */
function cut(text: string, longest: number): string {
  const room = Math.max(20, longest);
  if (text.length <= room) return text;
  const head = text.slice(0, room - 1).replace(/[\ud800-\udbff]$/, '');
  return `${head.trimEnd()}…`;
}
