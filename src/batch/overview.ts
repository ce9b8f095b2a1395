import { writeFile } from 'node:fs/promises';
import type { OverviewRow } from '../page/index.js';
import { type RowLine, rowLines } from './rows.js';

/** Makes an overview of a file of rows. All rows are held at once, as the page is. */
export async function writeOverview(from: string, to: string): Promise<void> {
  // Loaded when asked for, as few runs do.
  const { overviewPage } = await import('../page/index.js');
  const rows: OverviewRow[] = [];
  for await (const line of rowLines(from)) rows.push(overviewRowOf(line));
  await writeFile(to, overviewPage(rows));
}

function overviewRowOf({ id, gate, error, skipped, ...row }: RowLine): OverviewRow {
  const { words = 0, score = null, grade = null, profile = {}, findings = {} } = row;
  const unjudged = error?.message ?? (skipped && `skipped: ${gate.join(', ')}`);
  return { id, unjudged, words, score, grade, profile, findings };
}
