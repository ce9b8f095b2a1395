import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { type TooMuch, tell } from '../../locale/index.js';
import type { Note } from '../model.js';
import { flatten, lookAt } from './guard.js';

/** A page's tree; its places count from the start of `html`. */
export interface Parsed {
  readonly root: Root;
  readonly html: string;
  readonly notes: readonly Note[];
}

/** Parses a page (without byte order mark). Pages that the parser cannot take are parsed without their nesting. */
export function parsePage(html: string): Parsed {
  const look = lookAt(html);
  if (look.reason !== undefined) return parseFlat(html, look.reason);
  try {
    return { root: parse(html), html, notes: [] };
  } catch (error) {
    // The depth that the look saw may differ from the parser's: it invents elements.
    if (!(error instanceof RangeError)) throw error;
    return parseFlat(html, { what: 'too-deep', most: 0 });
  }
}

function parseFlat(html: string, reason: TooMuch): Parsed {
  return {
    root: parse(flatten(html)),
    html,
    notes: [{ code: 'fallback', ...tell('fallback-html', reason) }],
  };
}

const parser = unified().use(rehypeParse);

function parse(html: string): Root {
  return parser.parse(html) as Root;
}
