import type { SourceText } from '../source/index.js';
import { foldLines, type Line, lineReader, paragraphsOf } from './lines.js';
import { createOutline } from './outline.js';
import type { ReadResult } from './result.js';
import {
  isCapitalsHeading,
  isTitleCase,
  labelBeforeColon,
  markerLength,
  numberedHeadingDepth,
} from './shape.js';

/** A file with lines longer than this is not wrapped by hand: each of its lines is a paragraph. */
const LONGEST_WRAPPED = 120;
/** A title right above a text, without a blank line, is told by the text's first line being a long one. */
const SHORTEST_TEXT_LINE = 50;
const RULER = /^[=\-~_*#+]{3,}$/;

/** Reads plain text: paragraphs, titles, bulleted lines. */
export function readPlain(source: SourceText): ReadResult {
  const { text } = source;
  const outline = createOutline();
  const reader = lineReader(outline);
  let headed = false;

  const heading = (line: Line, level: number): void => {
    reader.end();
    outline.heading(headed ? level : 1, foldLines(text, [line]));
    headed = true;
  };
  const lineText = (line: Line): string => text.slice(line.start, line.end);

  for (const paragraph of paragraphsOf(text, text.startsWith('\ufeff') ? 1 : 0, text.length)) {
    const wrapped = paragraph.every((line) => line.end - line.start <= LONGEST_WRAPPED);
    for (const lines of wrapped ? [paragraph] : paragraph.map((line) => [line])) {
      const rest = withoutTitle(lines, lineText, heading);
      if (rest.length === 0) continue;
      const draft = foldLines(text, rest);
      reader.emit({ ...draft, label: labelBeforeColon(draft.text) });
    }
  }
  reader.end();
  return { ...outline.finish(), directives: [], notes: [] };
}

/** Hands a title at a paragraph's start to `heading`, drops rulers, and gives the lines that are left. */
function withoutTitle(
  lines: readonly Line[],
  lineText: (line: Line) => string,
  heading: (line: Line, level: number) => void,
): readonly Line[] {
  const [first, second] = lines;
  if (first === undefined) return lines;
  const ruled = second !== undefined && RULER.test(lineText(second).slice(0, 80));
  const level = ruled ? 2 : titleLevel(lineText(first), second === undefined ? undefined : lineText(second));
  if (level === 0) return lines.filter((line) => !isRuler(line, lineText));
  heading(first, level);
  return lines.slice(1).filter((line) => !isRuler(line, lineText));
}

function isRuler(line: Line, lineText: (line: Line) => string): boolean {
  return line.end - line.start <= 200 && RULER.test(lineText(line));
}

function titleLevel(line: string, next: string | undefined): number {
  if (line.length > 100 || RULER.test(line)) return 0;
  const depth = numberedHeadingDepth(line);
  if (next !== undefined && (next.length < SHORTEST_TEXT_LINE || !/^["“(]?\p{Lu}/u.test(next))) return 0;
  if (depth > 0) return Math.min(6, 1 + depth);
  if (isCapitalsHeading(line)) return 2;
  return markerLength(line) === 0 && isTitleCase(line) ? 3 : 0;
}
