import { type Span, TextBuilder } from '../../source/index.js';
import type { Link } from '../model.js';
import type { BlockDraft } from '../outline.js';
import { createFolder } from './align.js';
import type { Inline } from './lines.js';
import type { Box, Segment } from './segment.js';

/** The page's source and how far its places stand from the user's file (a byte order mark). */
export interface Place {
  readonly html: string;
  readonly shift: number;
  readonly elements: readonly Box[];
}

const LABEL_WORDS = 14;

/** The block that one or more segments show, each word with its place. */
export function draftOf(segments: readonly Segment[], place: Place): BlockDraft {
  const builder = new TextBuilder();
  const folder = createFolder(builder);
  const spans: { link: number; start: number; end: number }[] = [];
  let plain = false;
  let markedEnd = 0;
  const add = (inline: Inline): void => {
    const before = builder.length;
    if (inline.value === undefined) {
      folder.space(place.shift + inline.start, place.shift + inline.end);
      return;
    }
    folder.text(inline.value, place.html, inline.start, inline.end, place.shift);
    if (builder.length === before) return;
    if (!inline.marked) plain = true;
    if (!plain) markedEnd = builder.length;
    if (inline.link === undefined) return;
    const last = spans[spans.length - 1];
    if (last?.link === inline.link) last.end = builder.length;
    else spans.push({ link: inline.link, start: before, end: builder.length });
  };
  segments.forEach((segment, index) => {
    const start = segment.inlines[0]?.start ?? 0;
    if (index > 0) folder.space(place.shift + start, place.shift + start);
    for (const inline of segment.inlines) add(inline);
  });
  const { text, map } = builder.build();
  return {
    text,
    map,
    links: spans.map((span) => linkOf(span, text, place)),
    label: labelOf(text, markedEnd),
  };
}

function linkOf(
  { link, start, end }: { link: number; start: number; end: number },
  text: string,
  place: Place,
): Link {
  const from = text[start] === ' ' ? start + 1 : start;
  const href = place.elements[link]?.element.properties.href;
  return {
    span: { start: from, end },
    text: text.slice(from, end),
    target: typeof href === 'string' ? href : '',
  };
}

/** A bold or italic beginning is a label when it reads as one: a few words that are set off from what follows. */
function labelOf(text: string, end: number): Span | undefined {
  const label = text.slice(0, end);
  const rest = text.slice(end);
  if (end === 0 || rest === '' || label.split(' ').length > LABEL_WORDS) return undefined;
  const setOff = /[.:?!–—-]$/.test(label) || /^\s?[.:?!–—-]/.test(rest) || /^\s?\p{Lu}/u.test(rest);
  return setOff ? { start: 0, end } : undefined;
}
