import type { SourceText } from '../../source/index.js';
import { isDirective } from '../html-tags.js';
import type { Directive } from '../model.js';
import type { ReadResult } from '../result.js';
import { chooseContent } from './content.js';
import { emitPage } from './emit.js';
import { parsePage } from './parse.js';
import { type Page, segmentPage } from './segment.js';

/**
 * Reads the policy out of a web page: menus, footers, scripts, banners and other furniture are left out. Each block's
 * words map to their places in the source. Notes say when the page has no policy, or was read without its structure.
 */
export function readHtml(source: SourceText): ReadResult {
  const shift = source.text.startsWith('\uFEFF') ? 1 : 0;
  const parsed = parsePage(source.text.slice(shift));
  const page = segmentPage(parsed.root, parsed.html);
  const content = chooseContent(page);
  const { blocks, sections } = emitPage(
    page,
    { html: parsed.html, shift, elements: page.elements },
    (segment) => content.keep[segment] === true,
  );
  return {
    blocks,
    sections,
    directives: directivesOf(page, shift),
    notes: [...parsed.notes, ...content.notes],
  };
}

function directivesOf(page: Page, shift: number): Directive[] {
  return page.comments
    .filter((comment) => isDirective(comment.value))
    .map((comment) => ({
      text: comment.value.trim(),
      span: {
        start: shift + (comment.position?.start.offset ?? 0),
        end: shift + (comment.position?.end.offset ?? 0),
      },
    }));
}
