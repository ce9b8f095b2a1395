import { writeFile } from 'node:fs/promises';
import type { OverviewRow } from '../page/index.js';
import type { Pages } from './pages.js';
import { type RowLine, rowLines } from './rows.js';

/** Makes an overview of a file of rows, with links to pages if there are any. All rows are held at once, as the page is. */
export async function writeOverview(from: string, to: string, pages: Pages | undefined): Promise<void> {
  // Loaded when asked for, as few runs do.
  const { overviewPage } = await import('../page/index.js');
  const rows: OverviewRow[] = [];
  for await (const line of rowLines(from)) rows.push(overviewRowOf(line, pages));
  pages?.keep(rows.filter(({ href }) => href !== undefined).map(({ id }) => id));
  await writeFile(to, overviewPage(rows));
}

function overviewRowOf({ id, gate, error, skipped, ...row }: RowLine, pages: Pages | undefined): OverviewRow {
  const { words = 0, score = null, grade = null, profile = {}, findings = {} } = row;
  const unjudged = error?.message ?? (skipped && `skipped: ${gate.join(', ')}`);
  const href = unjudged === undefined ? pages?.hrefOf(id) : undefined;
  return { id, href, unjudged, words, score, grade, profile, findings };
}
