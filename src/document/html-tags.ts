// HTML inside Markdown: enough of it to drop tags, keep text and know what parts it. Pages go through document/html.

export interface HtmlPiece {
  readonly kind: 'text' | 'open' | 'close' | 'comment';
  /** Lower-case tag name, or the text as the source has it, or the comment's inside. */
  readonly value: string;
  /** Offsets in the string that was split. */
  readonly start: number;
  readonly end: number;
}

const TAG =
  /<(?:!--([\s\S]*?)(?:-->|$)|(\/?)([A-Za-z][A-Za-z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|[!?][^>]*>)/g;

/** Elements in which a comment is none, as what they hold is no markup or no part of the page. */
const RAW = new Set('script style textarea title xmp iframe noembed noframes template'.split(' '));

/** Whether comments count for nothing inside an element; `name` is in lower case. */
export function isRaw(name: string): boolean {
  return RAW.has(name);
}

/** Splits HTML into tags, comments and text; what script and style hold is left out. Linear. */
export function splitHtml(html: string): HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  let from = 0;
  let hidden: string | undefined;
  let raw: string | undefined;
  const text = (end: number): void => {
    if (end > from && hidden === undefined)
      pieces.push({ kind: 'text', value: html.slice(from, end), start: from, end });
  };
  for (const match of html.matchAll(TAG)) {
    const start = match.index;
    const end = start + match[0].length;
    text(start);
    from = end;
    const name = match[3]?.toLowerCase();
    if (hidden !== undefined) {
      if (name === hidden && match[2] === '/') hidden = undefined;
    } else if (match[1] !== undefined) {
      if (raw === undefined) pieces.push({ kind: 'comment', value: match[1], start, end });
    } else if (name !== undefined) {
      const opens = match[2] === '' && !match[0].endsWith('/>');
      if (opens && (name === 'script' || name === 'style')) hidden = name;
      else if (raw === undefined && opens && isRaw(name)) raw = name;
      else if (name === raw && match[2] === '/') raw = undefined;
      pieces.push({ kind: match[2] === '/' ? 'close' : 'open', value: name, start, end });
    }
  }
  text(html.length);
  return pieces;
}

/** The directives in HTML that is nothing but comments with directives; none if there is anything else. */
export function onlyDirectives(html: string): HtmlPiece[] {
  const pieces = splitHtml(html).filter(({ kind, value }) => kind !== 'text' || value.trim() !== '');
  return pieces.every(({ kind, value }) => kind === 'comment' && isDirective(value)) ? pieces : [];
}

/** Whether a comment's inside is meant for fineprint; one with capitals is, and is then told to be malformed. */
export function isDirective(comment: string): boolean {
  return /^\s*fineprint-/i.test(comment);
}

/** The inside of an HTML comment, if that is what the text is. */
export function commentOf(html: string): string | undefined {
  return /^<!--([\s\S]*?)-->$/.exec(html)?.[1];
}

/** Lower-case name of a tag, with a slash before that of an end tag; "" if the text is none. */
export function tagName(html: string): string {
  return /^<(\/?[A-Za-z][A-Za-z0-9-]*)/.exec(html)?.[1]?.toLowerCase() ?? '';
}

/** An attribute's value in a start tag, its references resolved; "" if it is not there. */
export function attributeOf(tag: string, name: string): string {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').replace(
    REFERENCE,
    (text) => decodeReference(text) ?? text,
  );
}

export const REFERENCE = /&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});/g;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  sect: '§',
  para: '¶',
  euro: '€',
  pound: '£',
  deg: '°',
  times: '×',
  rarr: '→',
  larr: '←',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  ntilde: 'ñ',
  zwnj: '\u200c',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  check: '✓',
  ecirc: 'ê',
  ocirc: 'ô',
  iacute: 'í',
  oacute: 'ó',
};

/** What a character reference ("&amp;", "&#8217;") stands for; undefined for names not known here. */
export function decodeReference(reference: string): string | undefined {
  const body = reference.slice(1, -1);
  if (!body.startsWith('#')) return Object.hasOwn(NAMED, body) ? NAMED[body] : undefined;
  const code = /^#[xX]/.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : '\ufffd';
}
