/** A piece of text of one text node, or a line break, in a segment. */
export interface Inline {
  /** The text shown; undefined for a line break. */
  readonly value: string | undefined;
  /** Its place in the page's source. */
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly bold: boolean;
  /** Bold or in italics. */
  readonly marked: boolean;
  /** Index in `Page.elements` of the link that the text stands in. */
  readonly link: number | undefined;
}

interface Line {
  readonly inlines: Inline[];
  readonly text: string;
  readonly words: number;
  /** All its words are bold. */
  readonly bold: boolean;
  /** All its words are links. */
  readonly linked: boolean;
}

/** A line that begins like a list's item. */
export const BULLET = /^[\s\u00a0]*[•·▪‣◦●○■*–—-][\s\u00a0]/;

const BLANK = /^[\s\u00a0]*$/;
const SENTENCE_WORDS = 8;
const TITLE_WORDS = 14;

export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** Text as it is shown: white space folded. */
export function shownText(inlines: readonly Inline[]): string {
  const values = inlines.map((inline) => inline.value ?? ' ');
  return values
    .join('')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/**
 * Parts a run of inlines at those single line breaks that part paragraphs: around a short bold line, which is a
 * heading, before a bullet, and between sentences. Other lines (addresses, hard-wrapped text) stay together.
 */
export function partLines(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const parts: Inline[][] = [];
  let part: Inline[] = [];
  let before: Line | undefined;
  for (const line of linesOf(inlines)) {
    if (before !== undefined && isParted(before, line)) {
      parts.push(part);
      part = [];
    }
    for (const inline of line.inlines) part.push(inline);
    if (line.text !== '') before = line;
  }
  parts.push(part);
  return parts.filter((each) => each.some((inline) => !isBlank(inline.value ?? '')));
}

function isParted(before: Line, line: Line): boolean {
  if (line.text === '') return false;
  if (before.bold !== line.bold && (before.bold ? before : line).words <= TITLE_WORDS) return true;
  if (BULLET.test(`${line.text} `) || (before.linked && line.linked)) return true;
  return before.words >= SENTENCE_WORDS && /[.!?:;]["”’)]?$/.test(before.text);
}

/** A line ends with its line break. */
function linesOf(inlines: readonly Inline[]): Line[] {
  const lines: Line[] = [];
  let open: Inline[] = [];
  const close = (): void => {
    const words = open.reduce((sum, inline) => sum + inline.words, 0);
    const bold = open.reduce((sum, inline) => sum + (inline.bold ? inline.words : 0), 0);
    const linked = open.reduce((sum, inline) => sum + (inline.link === undefined ? 0 : inline.words), 0);
    const all = (some: number): boolean => words > 0 && some === words;
    lines.push({ inlines: open, text: shownText(open), words, bold: all(bold), linked: all(linked) });
    open = [];
  };
  for (const inline of inlines) {
    open.push(inline);
    if (inline.value === undefined) close();
  }
  if (open.length > 0) close();
  return lines;
}
