import type { Report } from '../report/index.js';
import type { Colors } from './colors.js';

/** The score in a line, and by category below it. */
export function scoreLines({ score }: Report, width: number, paint: Colors): string[] {
  if (score === undefined) return [];
  const parts = Object.entries(score.categories).map(([category, points]) => `${category} ${points}`);
  return [
    '',
    `  ${paint.bold(`Score ${score.total} of 100, ${score.grade}`)}`,
    ...wrapped(parts, width - 4).map((line) => `    ${paint.dim(line)}`),
  ];
}

/** As many parts a line as fit. */
function wrapped(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length + 3 <= width)
      lines[lines.length - 1] = `${last} · ${part}`;
    else lines.push(part);
  }
  return lines;
}
