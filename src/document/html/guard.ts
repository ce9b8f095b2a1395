import type { TooMuch } from '../../locale/index.js';
import { BLOCK } from './elements.js';

/**
 * A linear look at the tags of a page before it is parsed. The parser walks its stack of open elements for most tags,
 * rebuilds unclosed formatting elements in each block, searches attributes one by one, moves stray content in front of
 * tables one by one, and recurses over depth: on made-up pages that is quadratic or overflows.
 */
export interface Look {
  /** Why the page must not be parsed as it is; undefined: it may. */
  readonly reason: TooMuch | undefined;
  /** Letters and tags looked at, for tests of linear cost. */
  readonly steps: number;
}

const MAX_DEPTH = 800;
const MAX_ATTRIBUTES = 5000;
const MAX_MOVED = 5000;
/** Open elements met over all tags: a page's usual depth is under 60, so this many a tag is far off. */
const FREE_WORK = 5_000_000;
const WORK_PER_TAG = 150;

const NAME = /[a-zA-Z][^\s/>]*/y;
const VOID = new Set('area base br col embed hr img input link meta source track wbr param frame'.split(' '));
/** Elements that the next of their kind, or their parent's end, closes. */
const SELF_CLOSING = new Set(
  'p li dt dd option optgroup tr td th thead tbody tfoot html head body'.split(' '),
);
const RAW = new Set('script style textarea title xmp iframe noembed noframes'.split(' '));
const TABLE_PARTS = new Set(
  'table caption colgroup col thead tbody tfoot tr td th script style template form input'.split(' '),
);

/** A tag, comment or declaration between two offsets. `name` is lower case, '' for what is no element. */
export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly start: number;
  readonly end: number;
  readonly attributes: number;
}

/** Calls back for each tag in order, passing over raw text (scripts, styles, titles) as the parser would. Linear. */
export function eachTag(html: string, visit: (tag: Tag) => boolean | undefined): number {
  let at = html.indexOf('<');
  let steps = 0;
  const unended = new Set<string>();
  while (at >= 0) {
    steps++;
    const tag = tagAt(html, at);
    if (tag === undefined) {
      at = html.indexOf('<', at + 1);
      continue;
    }
    steps += tag.end - tag.start;
    if (visit(tag) === false) break;
    let next = tag.end;
    if (!tag.closing && RAW.has(tag.name) && !unended.has(tag.name)) {
      const close = new RegExp(`</${tag.name}[\\s/>]`, 'gi');
      close.lastIndex = next;
      const found = close.exec(html);
      // An end that is missing once is missing for all later ones: not searched again, which keeps this linear.
      if (found === null) unended.add(tag.name);
      else next = found.index;
    }
    at = html.indexOf('<', next);
  }
  return steps;
}

function tagAt(html: string, start: number): Tag | undefined {
  const next = html[start + 1] ?? '';
  if (next === '!' || next === '?') return comment(html, start);
  const closing = next === '/';
  NAME.lastIndex = start + (closing ? 2 : 1);
  const name = NAME.exec(html)?.[0];
  if (name === undefined) return undefined;
  let attributes = 0;
  let quote = '';
  let before = '';
  let i = NAME.lastIndex;
  for (; i < html.length; i++) {
    const letter = html[i] as string;
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '>') {
      break;
    } else if ((letter === '"' || letter === "'") && before === '=') {
      quote = letter;
    } else if (isSpace(letter)) {
      continue;
    } else if (isSpace(html[i - 1] as string) && before !== '=') {
      attributes++;
    }
    before = letter;
  }
  return {
    name: name.toLowerCase().slice(0, 40),
    closing,
    start,
    end: Math.min(i + 1, html.length),
    attributes,
  };
}

function isSpace(letter: string): boolean {
  return (
    letter === ' ' ||
    letter === '\n' ||
    letter === '\t' ||
    letter === '\r' ||
    letter === '\f' ||
    letter === '/'
  );
}

function comment(html: string, start: number): Tag {
  const long = html.startsWith('<!--', start);
  const close = long ? html.indexOf('-->', start + 2) : html.indexOf('>', start);
  const end = close < 0 ? html.length : close + (long ? 3 : 1);
  return { name: '', closing: false, start, end, attributes: 0 };
}

/** Says whether the parser will take a page in linear time. */
export function lookAt(html: string): Look {
  let depth = 0;
  let deepest = 0;
  let tags = 0;
  let work = 0;
  let attributes = 0;
  let moved = 0;
  // One entry an open table: whether a cell or caption of it is open.
  const tables: boolean[] = [];
  const steps = eachTag(html, (tag) => {
    if (tag.name === '') return undefined;
    tags++;
    work += depth;
    attributes = Math.max(attributes, tag.attributes);
    if (tables.length > 0 && tables[tables.length - 1] === false && !TABLE_PARTS.has(tag.name)) moved++;
    if (tag.name === 'table') {
      if (tag.closing) tables.pop();
      else tables.push(false);
    } else if (tables.length > 0 && (tag.name === 'td' || tag.name === 'th' || tag.name === 'caption')) {
      tables[tables.length - 1] = !tag.closing;
    } else if (tables.length > 0 && tag.name === 'tr') {
      tables[tables.length - 1] = false;
    }
    if (!VOID.has(tag.name) && !SELF_CLOSING.has(tag.name))
      depth = tag.closing ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
    return deepest > MAX_DEPTH ? false : undefined;
  });
  const reason: TooMuch | undefined =
    deepest > MAX_DEPTH
      ? { what: 'depth', most: MAX_DEPTH }
      : attributes > MAX_ATTRIBUTES
        ? { what: 'attributes', most: MAX_ATTRIBUTES }
        : moved > MAX_MOVED
          ? { what: 'in-tables', most: MAX_MOVED }
          : work > FREE_WORK + WORK_PER_TAG * tags
            ? { what: 'open', most: FREE_WORK }
            : undefined;
  return { reason, steps };
}

/**
 * The same page without its nesting, letter for letter as long: block tags part paragraphs, headings stay, all other
 * tags become comments, so that each word keeps its place.
 */
export function flatten(html: string): string {
  const parts: string[] = [];
  let at = 0;
  eachTag(html, (tag) => {
    const size = tag.end - tag.start;
    if (tag.name === '' || RAW.has(tag.name) || size < 3) return undefined;
    parts.push(html.slice(at, tag.start));
    if (/^h[1-6]$/.test(tag.name)) parts.push(`<${tag.closing ? '/' : ''}${tag.name}`.padEnd(size - 1), '>');
    else if (tag.name === 'br') parts.push('<br'.padEnd(size - 1), '>');
    else if (BLOCK.has(tag.name)) parts.push('<p>'.padEnd(size));
    else parts.push('<!'.padEnd(size - 1, 'x'), '>');
    at = tag.end;
    return undefined;
  });
  parts.push(html.slice(at));
  return parts.join('');
}
