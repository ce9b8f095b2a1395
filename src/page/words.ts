import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Block } from '../document/index.js';
import type { Span } from '../source/index.js';
import { langWithin } from './lang.js';

/** Protocols that a link of a policy may lead by; scripts, files and everything else stay text. */
const PROTOCOLS: readonly string[] = ['http:', 'https:', 'mailto:'];

/** What a browser would take for controls, or what would turn the text around: shown by its number. */
const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be shown and not obeyed
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

/** The words of a block between two offsets: its links, its label, its text. */
export function wordsOf({ text, links, label }: Block, span: Span): ElementContent[] {
  const nodes: ElementContent[] = [];
  let at = span.start;
  for (const link of links) {
    const start = Math.max(at, link.span.start);
    const end = Math.min(span.end, link.span.end);
    if (start >= end) continue;
    nodes.push(...labelled(text, label, { start: at, end: start }));
    nodes.push(linked(link.target, labelled(text, label, { start, end })));
    at = end;
  }
  return [...nodes, ...labelled(text, label, { start: at, end: span.end })];
}

function linked(target: string, children: readonly ElementContent[]): ElementContent {
  const href = safeTarget(target);
  if (href === undefined) return h('span', { className: 'dead-link', title: shown(target) }, [...children]);
  return h('a', { href, rel: ['noopener', 'noreferrer'] }, [...children]);
}

/** An address that a reader may follow from the page; undefined for one that is relative, or that runs or opens something. */
export function safeTarget(target: string): string | undefined {
  try {
    const url = new URL(target.trim());
    return PROTOCOLS.includes(url.protocol) ? url.href : undefined;
  } catch {
    return undefined; // No absolute address.
  }
}

/** The run-in label of a block is bold. */
function labelled(text: string, label: Span | undefined, { start, end }: Span): ElementContent[] {
  if (start >= end) return [];
  const until = Math.min(end, Math.max(start, label && label.start <= start ? label.end : start));
  const bold = start < until ? [h('strong', showing(text.slice(start, until)))] : [];
  return until < end ? [...bold, ...showing(text.slice(until, end))] : bold;
}

/** Text as it is, controls by their number. */
export function showing(text: string): ElementContent[] {
  const nodes: ElementContent[] = [];
  let at = 0;
  for (const { 0: control, index } of text.matchAll(CONTROL)) {
    if (index > at) nodes.push({ type: 'text', value: text.slice(at, index) });
    nodes.push(h('span', { className: 'control' }, numberOf(control)));
    at = index + control.length;
  }
  if (at < text.length) nodes.push({ type: 'text', value: text.slice(at) });
  return nodes;
}

/** Words of a policy, in the language they are in where it is another than that around them. */
export function quotation(text: string, around: string | undefined): Element {
  return h('q', { dir: 'auto', lang: langWithin(text, around) }, showing(text));
}

/** As `showing`, where no elements can stand. */
export function shown(text: string): string {
  return text.replace(CONTROL, numberOf);
}

function numberOf(control: string): string {
  return `U+${(control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
