import type { Nodes, PhrasingContent } from 'mdast';
import { addCode, addText } from './align.js';
import { type FoldedDraft, type FoldedText, foldedText } from './folded.js';
import { attributeOf, commentOf, tagName } from './html-tags.js';
import type { Directive } from './model.js';
import { isRunInLabel, labelBeforeColon } from './shape.js';

/** What one Markdown file gives to all its blocks. */
export interface MarkdownContext {
  readonly source: string;
  /** Added to the parser's offsets: 1 when a BOM was cut off. */
  readonly base: number;
  /** Targets of reference links, by identifier. */
  readonly targets: ReadonlyMap<string, string>;
  readonly directives: Directive[];
}

/** The text of a paragraph, or of a part of one. */
export interface Segment extends FoldedDraft {
  /** All visible text is bold. */
  readonly bold: boolean;
}

interface Draft {
  readonly out: FoldedText;
  /** Length of the emphasized opening of the text, 0 if it opens plainly. */
  opening: number;
  openingStrong: boolean;
  /** Text outside bold has been met. */
  plain: boolean;
}

/** Reads a table cell's phrasing: always one segment, maybe empty. */
export function readCell(nodes: readonly PhrasingContent[], context: MarkdownContext): Segment {
  return readParts(nodes, context, false)[0] ?? segmentOf(newDraft());
}

/** Reads a paragraph's phrasing: one segment, or more where `<br><br>` parts it. Empty ones are left out. */
export function readPhrasing(nodes: readonly PhrasingContent[], context: MarkdownContext): Segment[] {
  return readParts(nodes, context, true);
}

function readParts(nodes: readonly PhrasingContent[], context: MarkdownContext, parts: boolean): Segment[] {
  const segments: Segment[] = [];
  let draft = newDraft();
  /** Line breaks by tag since the last visible text. */
  let breaks = 0;
  let htmlBold = 0;
  let anchor: { start: number; target: string } | undefined;

  const close = (): void => {
    const segment = segmentOf(draft);
    if (segment.text !== '') segments.push(segment);
    draft = newDraft();
    anchor = undefined;
  };

  const visit = (node: PhrasingContent, strong: boolean, emphasized: boolean): void => {
    const start = (node.position?.start.offset ?? 0) + context.base;
    const end = (node.position?.end.offset ?? 0) + context.base;
    const bold = strong || htmlBold > 0;
    switch (node.type) {
      case 'text':
      case 'inlineCode': {
        const before = draft.out.length;
        const add = node.type === 'text' ? addText : addCode;
        add(draft.out, node.value, context.source, start, end);
        if (draft.out.length > before) {
          breaks = 0;
          noteEmphasis(draft, before, bold, bold || emphasized);
        }
        return;
      }
      case 'break':
        draft.out.space(start, end);
        draft.out.line();
        return;
      case 'strong':
        for (const child of node.children) visit(child, true, emphasized);
        return;
      case 'emphasis':
        for (const child of node.children) visit(child, strong, true);
        return;
      case 'link':
      case 'linkReference': {
        const target = node.type === 'link' ? node.url : context.targets.get(node.identifier);
        const from = draft.out.length;
        const into = draft;
        for (const child of node.children) visit(child, strong, emphasized);
        if (into === draft) draft.out.link(from, target ?? '');
        return;
      }
      case 'html':
        html(node.value, start, end);
        return;
      case 'image':
      case 'imageReference':
      case 'footnoteReference':
        draft.out.space(start, end);
        return;
      default:
        for (const child of 'children' in node ? node.children : []) visit(child, strong, emphasized);
    }
  };

  const html = (value: string, start: number, end: number): void => {
    const comment = commentOf(value);
    if (comment !== undefined) {
      addDirective(context, comment, start, end);
      return;
    }
    const name = tagName(value);
    if (name === 'br') {
      if (++breaks >= 2 && parts) close();
      draft.out.space(start, end);
      draft.out.line();
    } else if (name === 'b' || name === 'strong') {
      htmlBold++;
    } else if (name === '/b' || name === '/strong') {
      htmlBold = Math.max(0, htmlBold - 1);
    } else if (name === 'a') {
      anchor = { start: draft.out.length, target: attributeOf(value, 'href') };
    } else if (name === '/a' && anchor !== undefined) {
      if (anchor.target !== '') draft.out.link(anchor.start, anchor.target);
      anchor = undefined;
    }
  };

  for (const node of nodes) visit(node, false, false);
  close();
  return segments;
}

export function addDirective(context: MarkdownContext, comment: string, start: number, end: number): void {
  const text = comment.trim();
  if (/^fineprint-/.test(text)) context.directives.push({ text, span: { start, end } });
}

function newDraft(): Draft {
  return { out: foldedText(), opening: 0, openingStrong: true, plain: false };
}

function noteEmphasis(draft: Draft, before: number, bold: boolean, emphasized: boolean): void {
  if (emphasized && !draft.plain && draft.opening === before) {
    draft.opening = draft.out.length;
    draft.openingStrong &&= bold;
  } else if (!emphasized) {
    draft.plain = true;
  }
  if (!bold) draft.plain = true;
}

function segmentOf(draft: Draft): Segment {
  const built = draft.out.build();
  const opening = built.text.slice(0, draft.opening).trimEnd();
  const rest = built.text.slice(opening.length).trimStart();
  const run = isRunInLabel(opening, rest, draft.openingStrong);
  const label = run
    ? { start: 0, end: opening.length }
    : opening === ''
      ? labelBeforeColon(built.text)
      : undefined;
  return { ...built, label, bold: !draft.plain && built.text !== '' };
}

/** The visible text of a node's descendants is inside their raw source between these offsets. */
export function placeOf(node: Nodes, context: MarkdownContext): { start: number; end: number } {
  return {
    start: (node.position?.start.offset ?? 0) + context.base,
    end: (node.position?.end.offset ?? 0) + context.base,
  };
}
