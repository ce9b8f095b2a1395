import type { Report } from '../report/index.js';

/** Two reports that cannot be compared; the message says why and what would do. */
export class ComparisonError extends Error {
  override readonly name = 'ComparisonError';
}

/** Throws unless two reports can be held against each other. */
export function checkComparable(before: Report, after: Report): void {
  for (const [report, which] of [
    [before, 'before'],
    [after, 'after'],
  ] as const) {
    if (!report.clauses) {
      throw new ComparisonError(`the report ${which} holds no clauses; make it with include: ["clauses"]`);
    }
    const unread = report.notes.find(({ code }) => code === 'language');
    if (unread) throw new ComparisonError(`${nameOf(report, which)}: ${unread.message}`);
  }
  const [old, now] = [before.source.language, after.source.language];
  if (old !== now && old !== 'und' && now !== 'und') {
    throw new ComparisonError(
      `${nameOf(before, 'before')} is in language "${old}" and ${nameOf(after, 'after')} in "${now}"; ` +
        'compare two texts in one language',
    );
  }
  if (before.tool.ruleset !== after.tool.ruleset) {
    throw new ComparisonError(
      'the reports were made with different rules, so that findings would come and go without a change of words; ' +
        'make both anew with the same rules',
    );
  }
}

function nameOf({ source }: Report, which: string): string {
  return source.path === undefined ? `the text ${which}` : `"${source.path}"`;
}
