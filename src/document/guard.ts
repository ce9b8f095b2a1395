// remark-parse is quadratic, or deep in its stack, on texts that no policy needs. Nothing can stop it once it runs, so
// this looks at the text beforehand and adds up what the parser would do, in units of about 0.1 microseconds.
import type { TooMuch } from '../locale/index.js';

/** About a second of work beyond what ordinary text costs. Real policies of 650 KB stay under a tenth of it. */
const BUDGET = 10_000_000;
const PER_LINE = 100;
const PER_CHUNK = 50;
const MOST_CHARACTERS = 4_000_000;
const LONGEST_LINE = 500_000;
const MOST_MARKERS = 16;
const DEEPEST_INDENT = 80;

/** What the parser compares with each other within one paragraph, heading or table cell. */
interface Chunk {
  delimiters: number;
  /** Openings that are searched for their end up to the chunk's end. */
  searches: number;
  readonly tickRuns: Set<number>;
  length: number;
}

interface Lines {
  /** Lines that underline a heading, begin with several container markers, or continue a quotation lazily. */
  underlines: number;
  nested: number;
  lazy: number;
}

const MARKER = /(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))[ \t]*/y;
const DELIMITER_ROW = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const DELIMITERS = /[*_~]+|[[\]<|]|`+/g;

/** Why a text must not be given to remark-parse; undefined if it may. Linear. `count` is told each step. */
export function whyNotParse(text: string, count?: (steps: number) => void): TooMuch | undefined {
  if (text.length > MOST_CHARACTERS) return { what: 'characters', most: MOST_CHARACTERS };
  const lines: Lines = { underlines: 0, nested: 0, lazy: 0 };
  let chunk = newChunk();
  let spent = 0;
  let before = '';
  let quoted = false;
  let item = false;
  let table = false;

  const close = (): void => {
    spent += costOf(chunk);
    chunk = newChunk();
  };

  for (const match of text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    const line = match[0].trimEnd();
    count?.(line.length + 1);
    if (line.length > LONGEST_LINE) return { what: 'line', most: LONGEST_LINE };
    const { markers, quotes, list, indent, from } = openingOf(line);
    if (markers > MOST_MARKERS) return { what: 'containers', most: MOST_MARKERS };
    if (list && indent > DEEPEST_INDENT) return { what: 'indent', most: DEEPEST_INDENT };
    if (markers > 1) lines.nested++;
    if (from >= line.length) {
      close();
      quoted = item = table = false;
      before = '';
      continue;
    }
    spent += PER_LINE;
    if (quoted && quotes === 0) lines.lazy++;
    quoted ||= quotes > 0;
    const bare = line.slice(from);
    // A number other than 1 begins no list inside a paragraph.
    const begins = (list && (item || before === '' || !/^\s*>*\s*\d/.test(line))) || bare.startsWith('#');
    if (begins || table) close();
    if (begins) table = false;
    item ||= list;
    if (before !== '' && /^(?:=+|-+)$/.test(bare)) lines.underlines++;
    if (!table && isDelimiterRow(bare, before)) table = true;
    addLine(chunk, bare, table ? close : undefined, () => chunk);
    before = bare;
    if (spent > BUDGET) break;
  }
  close();
  const structure = lines.underlines ** 2 + lines.nested ** 2 + lines.lazy ** 2 / 4;
  if (spent > BUDGET) return { what: 'marks', most: BUDGET };
  return structure > BUDGET ? { what: 'underlines', most: BUDGET } : undefined;
}

function newChunk(): Chunk {
  return { delimiters: 0, searches: 0, tickRuns: new Set(), length: 0 };
}

function costOf({ delimiters, searches, tickRuns, length }: Chunk): number {
  return PER_CHUNK + delimiters ** 2 + (searches + Math.max(0, tickRuns.size - 1)) * length * 0.5;
}

/** The container markers a line begins with, and where its own text starts. */
function openingOf(line: string): {
  markers: number;
  quotes: number;
  list: boolean;
  indent: number;
  from: number;
} {
  let from = indentEnd(line, 0);
  let indent = from;
  let markers = 0;
  let quotes = 0;
  let list = false;
  for (;;) {
    MARKER.lastIndex = from;
    const marker = MARKER.exec(line)?.[0];
    if (marker === undefined || markers > MOST_MARKERS) break;
    if (marker.startsWith('>')) quotes++;
    else {
      list = true;
      indent = from;
    }
    markers++;
    from += marker.length;
  }
  return { markers, quotes, list, indent, from };
}

function indentEnd(line: string, from: number): number {
  let at = from;
  while (at < line.length && (line.charCodeAt(at) === 32 || line.charCodeAt(at) === 9)) at++;
  return at;
}

function addLine(first: Chunk, line: string, close: (() => void) | undefined, current: () => Chunk): void {
  let chunk = first;
  chunk.length += line.length + 1;
  for (const { 0: mark, index } of line.matchAll(DELIMITERS)) {
    if (mark === '|') {
      if (close === undefined) continue;
      close();
      chunk = current();
      chunk.length += line.length - index;
    } else if (mark.startsWith('`')) {
      chunk.tickRuns.add(mark.length);
    } else if (mark === '<') {
      const next = line.charAt(index + 1);
      if (next === '!' || next === '?') chunk.searches++;
      chunk.delimiters++;
    } else {
      chunk.delimiters++;
    }
  }
}

/** Whether a line turns the one before it into a table's header row: as many columns. */
function isDelimiterRow(line: string, before: string): boolean {
  return line.includes('-') && before !== '' && DELIMITER_ROW.test(line) && columns(line) === columns(before);
}

function columns(row: string): number {
  const inner = row.replace(/^[ \t]*\|/, '').replace(/\|[ \t]*$/, '');
  return (inner.match(/(?<!\\)\|/g)?.length ?? 0) + 1;
}
