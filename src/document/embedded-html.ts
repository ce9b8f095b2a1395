import { FoldedText } from './folded.js';
import { attributeOf, decodeReference, type HtmlPiece, REFERENCE, splitHtml } from './html-tags.js';
import { addDirective, type MarkdownContext } from './inline.js';
import type { Outline } from './outline.js';

/** Reads HTML blocks that stand between Markdown ones; lists and tables may stay open from one to the next. */
export interface EmbeddedHtml {
  /** `html` as the source has it from `start` on. */
  read(html: string, start: number): void;
  /** Ends what is still open. */
  end(): void;
}

const PARTING =
  /^(?:p|div|section|article|header|footer|main|aside|nav|blockquote|pre|form|fieldset|details|summary|center|dl|dt|dd|figure|figcaption|hr|address)$/;

export function embeddedHtml(outline: Outline, context: MarkdownContext): EmbeddedHtml {
  let out: FoldedText = new FoldedText();
  let breaks = 0;
  let level = 0;
  let lists = 0;
  let table = false;
  let cell: 'td' | 'th' | undefined;
  let anchor: { start: number; target: string } | undefined;

  const flush = (): void => {
    const draft = out.build();
    out = new FoldedText();
    anchor = undefined;
    if (cell !== undefined) outline.cell(draft, cell === 'th');
    else if (level > 0) outline.heading(level, draft);
    else outline.paragraph(draft);
    cell = undefined;
  };
  const closeTable = (): void => {
    if (table) outline.closeTable();
    table = false;
  };
  const closeLists = (): void => {
    for (; lists > 0; lists--) outline.closeList();
  };

  const list = (open: boolean): void => {
    if (open) {
      outline.openList();
      lists++;
    } else if (lists > 0) {
      outline.closeList();
      lists--;
    }
  };

  /** Tags that part blocks; true if the tag was one. */
  const partingTag = (name: string, open: boolean): boolean => {
    if (cell !== undefined && !/^(?:t[dhr]|table|thead|tbody)$/.test(name)) return false;
    const isHeading = /^h[1-6]$/.test(name);
    const isTable = /^(?:table|tr|td|th)$/.test(name);
    const isList = /^(?:ul|ol|li)$/.test(name);
    if (!isHeading && !isTable && !isList && !PARTING.test(name)) return false;
    flush();
    level = isHeading && open ? Number(name.charAt(1)) : 0;
    if (name === 'ul' || name === 'ol') list(open);
    else if (name === 'li' && lists > 0) (open ? outline.openItem : outline.closeItem)();
    else if (name === 'table') {
      closeTable();
      if (open) outline.openTable();
      table = open;
    } else if (name === 'tr' && open && table) outline.openRow();
    else if ((name === 'td' || name === 'th') && open && table) cell = name;
    return true;
  };

  const tag = (piece: HtmlPiece, html: string, start: number): void => {
    const open = piece.kind === 'open';
    if (piece.value === 'br') {
      if (++breaks >= 2 && cell === undefined && level === 0) flush();
      out.space(start + piece.start, start + piece.end);
    } else if (!partingTag(piece.value, open) && piece.value === 'a') {
      if (open)
        anchor = { start: out.length, target: attributeOf(html.slice(piece.start, piece.end), 'href') };
      else if (anchor !== undefined && anchor.target !== '') out.link(anchor.start, anchor.target);
    }
  };

  return {
    read(html, start) {
      for (const piece of splitHtml(html)) {
        if (piece.kind === 'comment')
          addDirective(context, piece.value, start + piece.start, start + piece.end);
        else if (piece.kind === 'text') {
          if (piece.value.trim() !== '') breaks = 0;
          addReferences(out, piece.value, start + piece.start);
        } else tag(piece, html, start);
      }
      flush();
    },
    end() {
      flush();
      level = 0;
      closeTable();
      closeLists();
    },
  };
}

/** Adds HTML text as the source has it, its character references resolved. */
function addReferences(out: FoldedText, raw: string, start: number): void {
  let from = 0;
  for (const match of raw.matchAll(REFERENCE)) {
    const shown = decodeReference(match[0]);
    if (shown === undefined) continue;
    out.copy(raw.slice(from, match.index), start + from);
    from = match.index + match[0].length;
    out.replace(shown, start + match.index, start + from);
  }
  out.copy(raw.slice(from), start + from);
}
