import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { analyze, compare, parsePolicy } from '../../src/index.js';
import { comparisonPage, reportPage } from '../../src/page/index.js';

const INCLUDE = ['clauses', 'cleared', 'sentences'] as const;

export function corpusText(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../corpus/${path}`, import.meta.url)), 'utf8');
}

/** The page of a policy and what it is made of. */
export function reportOf(text: string, path: string) {
  const report = analyze({ text, path });
  const document = parsePolicy({ text, path });
  return { report, document, page: reportPage({ report, document }) };
}

export function comparisonOf(before: string, after: string) {
  const [old, now] = [
    { text: before, path: 'before.md' },
    { text: after, path: 'after.md' },
  ];
  const comparison = compare(analyze(old, { include: INCLUDE }), analyze(now, { include: INCLUDE }));
  const documents = { before: parsePolicy(old), after: parsePolicy(now) };
  return { comparison, ...documents, page: comparisonPage({ comparison, ...documents }) };
}

/** A page as a browser reads it. */
export function treeOf(page: string): Root {
  return unified().use(rehypeParse).parse(page);
}

export function elementsOf(node: Nodes, wanted: (element: Element) => boolean = () => true): Element[] {
  const own = node.type === 'element' && wanted(node) ? [node] : [];
  return [...own, ...('children' in node ? node.children.flatMap((child) => elementsOf(child, wanted)) : [])];
}

export function hasClass(element: Element, name: string): boolean {
  return Array.isArray(element.properties.className) && element.properties.className.includes(name);
}

/** The words of a part of a page, references and what only listeners get left out. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && (hasClass(node, 'reference') || hasClass(node, 'unseen'))) return '';
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
