import { categoryIn } from '../locale/index.js';
import type { Report } from '../report/index.js';
import type { Telling } from './stylish.js';
import { widthOf } from './visible.js';

/** The score in a line, and by category below it. */
export function scoreLines({ score }: Report, { width, paint, locale }: Telling): string[] {
  if (score === undefined) return [];
  const { stylish: said } = locale.words;
  const parts = Object.entries(score.categories).map(([category, points]) =>
    said.part(categoryIn(locale, category), points),
  );
  return [
    '',
    `  ${paint.bold(said.score(score.total, score.grade))}`,
    ...wrapped(parts, width - 4).map((line) => `    ${paint.dim(line)}`),
  ];
}

/** As many parts a line as fit. */
function wrapped(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last) + widthOf(part) + 3 <= width)
      lines[lines.length - 1] = `${last} · ${part}`;
    else lines.push(part);
  }
  return lines;
}
