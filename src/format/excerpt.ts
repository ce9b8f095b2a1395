import { graphemes, visible, widthOf } from './visible.js';

/** A line of source as shown, and the marks under it. */
export interface Excerpt {
  readonly line: string;
  readonly marks: string;
}

const CUT = '…';

/**
 * Shows a source line with the words between two of its offsets underlined. A line wider than `width` columns is cut
 * around those words; quoted words that are wider themselves are cut at their end. Work is bounded by `width`.
 */
export function excerpt(line: string, start: number, end: number, width: number): Excerpt {
  const reach = width * 4;
  const quoted = take(line.slice(start, Math.min(end, start + reach)), width - 2, 'start');
  const whole = quoted.taken === end - start;
  const room = width - quoted.width;
  const rest = whole ? line.slice(end, end + reach) : '';
  // What stands before tells more of a clause than what follows; either may use what the other leaves.
  const lead = line.slice(Math.max(0, start - reach), start).trimStart();
  const before = take(
    lead,
    Math.max(Math.floor(room * 0.6), room - take(rest.trimEnd(), room, 'start').width),
    'end',
  );
  const after = take(rest, room - before.width, 'start');
  const head = isBlank(line.slice(Math.max(0, start - reach), start - before.taken)) ? '' : CUT;
  const tail = whole && isBlank(line.slice(end + after.taken, end + reach)) ? '' : CUT;
  const shown = head + before.text;
  return {
    line: `${shown}${quoted.text}${after.text}${tail}`.trimEnd(),
    marks: `${' '.repeat(widthOf(shown))}^${'~'.repeat(Math.max(0, quoted.width - 1))}`,
  };
}

const HAN = /\p{Script=Han}/u;

/** Rows at most for the words that one line of source quotes. */
const ROWS = 4;

/**
 * Shows the words between two offsets of a source line in as many rows as they need, broken at spaces, four at most.
 * Words that fit one row stand there with what is around them.
 */
export function excerpts(line: string, start: number, end: number, width: number): Excerpt[] {
  const rows: Excerpt[] = [];
  // Columns of the left margin that the first row leaves to the mark of what is cut.
  const room = width - 4;
  for (let from = start; from < end; ) {
    const { taken } = take(line.slice(from, Math.min(end, from + room)), room, 'start');
    // One sign may be wider than all rows: what is hidden is shown by its number.
    const fits = from + Math.max(1, taken);
    const last = fits >= end || rows.length === ROWS - 1;
    const space = line.lastIndexOf(' ', fits);
    // Words are as long as a row at most; in Chinese, which has no spaces, rows are broken where they are full.
    const to = last ? end : space > from && !HAN.test(line.slice(space, fits)) ? space : fits;
    const before = from === start ? 0 : from;
    const after = last ? line.length : to;
    rows.push(excerpt(line.slice(before, after), from - before, to - before, width));
    from = to;
    while (from < end && isBlank(line.charAt(from))) from++;
  }
  return rows;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

interface Fitted {
  /** As shown. */
  readonly text: string;
  readonly width: number;
  /** UTF-16 units of the source that are shown. */
  readonly taken: number;
}

/** Takes as many graphemes as fit, from the start or from the end of a text. */
function take(text: string, room: number, from: 'start' | 'end'): Fitted {
  const parts = graphemes(text);
  if (from === 'end') parts.reverse();
  const shown: string[] = [];
  let width = 0;
  let taken = 0;
  for (const part of parts) {
    const as = visible(part);
    const more = widthOf(as);
    if (width + more > room) break;
    shown.push(as);
    width += more;
    taken += part.length;
  }
  if (from === 'end') shown.reverse();
  return { text: shown.join(''), width, taken };
}
