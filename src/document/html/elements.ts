import type { Element } from 'hast';

/** What the reader takes HTML's elements for. Only tags and roles count: class names of real pages lie. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that never show text of the page. */
export const SILENT = set(
  'script style noscript template iframe object embed svg math canvas audio video map select datalist ' +
    'head title noframes progress meter',
);

/** Elements that part text into blocks. */
export const BLOCK = set(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol ' +
    'p pre search section summary table tbody td textarea tfoot th thead tr ul',
);

/** Landmarks that hold what the site says on every page. */
export const FURNITURE = set('nav footer aside dialog search');
export const FURNITURE_ROLES = set(
  'navigation contentinfo complementary search dialog alertdialog alert menu menubar toolbar tooltip',
);

/** Elements in italics, which authors use for run-in labels too. */
export const ITALIC = set('em i dfn');

/** Elements that show line breaks of their text. A text area may hold a whole policy to scroll through. */
export const PREFORMATTED = set('pre textarea');

export const LISTS = set('ul ol menu dir dl');
export const ITEMS = set('li dt dd');

/** Elements whose text is set in bold, which authors use for headings and run-in labels. */
export const BOLD = set('b strong u');

/** Whether an element opens and shuts a part of the page: the text on it heads that part. */
export function isDisclosure({ tagName, properties }: Element): boolean {
  return tagName === 'summary' || (tagName === 'button' && properties.ariaExpanded !== undefined);
}

/** Level of a heading element, 0 for others. */
export function headingLevel(tag: string): number {
  return tag.length === 2 && tag[0] === 'h' && tag >= 'h1' && tag <= 'h6' ? Number(tag[1]) : 0;
}
