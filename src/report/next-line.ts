import type { PolicyDocument } from '../document/index.js';
import type { Counted } from './directives.js';

/**
 * Tells by block and rule which directive suppresses on the "next line". Policies are written in paragraphs and not in lines, so
 * it means what begins on the first line below the comment on which something begins: a paragraph, item or heading to its end,
 * a table row with all its cells.
 */
export function nextLines(
  directives: readonly Counted[],
  document: PolicyDocument,
): (block: number, ruleId: string) => Counted | undefined {
  const asking = directives.filter(({ name, counts }) => name === 'disable-next-line' && counts);
  if (asking.length === 0) return () => undefined;
  const lineOf = firstLines(document);
  const lines = [...new Set(lineOf)].sort((a, b) => a - b);
  const byLine = new Map<number, Map<string, Counted>>();
  let at = 0;
  for (const directive of asking) {
    while (at < lines.length && (lines[at] as number) <= directive.position.end.line) at++;
    const line = lines[at];
    if (line === undefined) break;
    const byRule = byLine.get(line) ?? new Map<string, Counted>();
    byLine.set(line, byRule);
    for (const ruleId of directive.rules) byRule.set(ruleId, directive);
  }
  return (block, ruleId) => byLine.get(lineOf[block] ?? 0)?.get(ruleId);
}

/** By block: the line that it begins on. A cell begins with its row. */
function firstLines({ blocks, source }: PolicyDocument): number[] {
  const rows = new Map<string, number>();
  return blocks.map(({ map, text, cell }) => {
    const { line } = source.pointAt(map.toSource({ start: 0, end: text.length }).start);
    if (!cell) return line;
    const key = `${cell.table} ${cell.row}`;
    if (!rows.has(key)) rows.set(key, line);
    return rows.get(key) as number;
  });
}
