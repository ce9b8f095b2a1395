import type { FoldedText } from './folded.js';

const ENTITY = /&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});/y;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** Second halves of the entities that stand for two characters. */
const COMBINING = /[\u0338\u20d2\u20e5\u0333\ufe00]/;

/**
 * Adds a Markdown text node: its value, with the place of each character in the raw source between its ends. Where
 * the two differ, escapes, entities and the margins of continued lines are walked over.
 */
export function addText(out: FoldedText, value: string, source: string, start: number, end: number): void {
  if (value.length === end - start && !value.includes('\n') && !value.includes('\r')) {
    out.copy(value, start);
    return;
  }
  alignText(out, value, source, start, end, true);
}

/** As `addText`, for code: no escapes and no entities, but the fences around it and padding are walked over. */
export function addCode(out: FoldedText, value: string, source: string, start: number, end: number): void {
  let from = start;
  while (from < end && source.charAt(from) === '`') from++;
  alignText(out, value, source, from, end - (from - start), false);
}

function alignText(
  out: FoldedText,
  value: string,
  source: string,
  start: number,
  end: number,
  escapes: boolean,
): void {
  let at = start;
  let i = 0;
  let run = 0;
  /** Copies what was equal so far: `value` from `run` to `i`, which ends at `at` in the source. */
  const flush = (): void => {
    if (i > run) out.copy(value.slice(run, i), at - (i - run));
  };
  while (i < value.length && at < end) {
    const shown = value.charAt(i);
    const raw = source.charAt(at);
    if (shown === '\n' || shown === '\r' || (!escapes && (raw === '\n' || raw === '\r'))) {
      flush();
      const next = afterLineEnd(source, at, end);
      out.space(at, next);
      if (escapes) out.line();
      at = next;
      i += value.startsWith('\r\n', i) ? 2 : 1;
      run = i;
      continue;
    }
    const length = escapes ? markupAt(source, at, shown) : 0;
    if (length > 0) {
      flush();
      const size = shownBy(value, i, source.charAt(at + length));
      out.replace(value.slice(i, i + size), at, at + length);
      at += length;
      i += size;
      run = i;
      continue;
    }
    if (shown === raw || (raw === '\0' && shown === '\ufffd')) {
      i++;
      at++;
      continue;
    }
    // Margins, padding and a pipe's escape in code: source that the value does not show.
    flush();
    at++;
    run = i;
  }
  flush();
  if (i < value.length) out.replace(value.slice(i), Math.min(at, end), end);
}

/** Length of the escape or entity at an offset that stands for `shown`, or 0. */
function markupAt(source: string, at: number, shown: string): number {
  const raw = source.charAt(at);
  if (raw === '\\') return shown !== '\\' || source.charAt(at + 1) === '\\' ? escapeLength(source, at) : 0;
  if (raw !== '&') return 0;
  ENTITY.lastIndex = at;
  const entity = ENTITY.exec(source)?.[0];
  if (entity === undefined) return 0;
  return shown !== '&' || /^&(?:amp|AMP|#0*38|#[xX]0*26);$/.test(entity) ? entity.length : 0;
}

function escapeLength(source: string, at: number): number {
  return PUNCTUATION.test(source.charAt(at + 1)) ? 2 : 0;
}

/** How many units of `value` at `i` one entity or escape shows. */
function shownBy(value: string, i: number, nextRaw: string): number {
  const code = value.charCodeAt(i);
  if (code >= 0xd800 && code < 0xdc00 && i + 1 < value.length) return 2;
  const next = value.charAt(i + 1);
  return COMBINING.test(next) && next !== nextRaw ? 2 : 1;
}

/** From trailing white space before a line's end to the first character after the next line's margin. */
function afterLineEnd(source: string, from: number, end: number): number {
  let at = from;
  while (at < end && /[ \t]/.test(source.charAt(at))) at++;
  if (source.startsWith('\r\n', at)) at += 2;
  else at += 1;
  while (at < end && /[ \t>]/.test(source.charAt(at))) at++;
  return Math.min(at, end);
}
