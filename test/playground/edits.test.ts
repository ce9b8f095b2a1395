import fc from 'fast-check';
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { type Edit, editsOf, inGroups, MOST_AT_ONCE } from '../../src/playground/edits.js';
import { piecesOf } from '../../src/playground/pieces.js';

const { tree } = fc.letrec<{ tree: ElementContent; leaf: ElementContent; branch: ElementContent }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('branch')),
  leaf: fc.constantFrom('a', 'b', 'c', 'x<y').map((text) => h('p', text)),
  branch: fc
    .tuple(fc.constantFrom('div', 'section'), fc.array(tie('tree'), { maxLength: 5 }))
    .map(([name, inside]) => h(name, inside)),
}));
const list = fc.array(tree, { maxLength: 6 });

const html = unified().use(rehypeParse, { fragment: true });
const isElement = (node: { readonly type: string }): node is Element => node.type === 'element';

/** Makes an edit as the page does (client/edit.ts), in a tree instead of a document. */
function make(root: Root, { path, gone, html: come }: Edit): void {
  const parent = path
    .slice(0, -1)
    .reduce<Root | Element>((node, i) => node.children.filter(isElement)[i] as Element, root);
  parent.children.splice(path.at(-1) as number, gone, ...(html.parse(come).children as Element[]));
}

it('edits make of what is shown what is to be shown', () => {
  fc.assert(
    fc.property(list, list, (before, after) => {
      const root = html.parse(toHtml(before));
      for (const edit of editsOf(piecesOf(before), piecesOf(after))) make(root, edit);
      expect(toHtml(root)).toBe(toHtml(after));
    }),
  );
});

it('what stays the same takes no edit', () => {
  fc.assert(
    fc.property(list, (elements) => {
      expect(editsOf(piecesOf(elements), piecesOf(elements))).toEqual([]);
    }),
  );
});

it('gives a page no more at once than it takes in, however much there is', () => {
  const words = 'We may share your data with partners. '.repeat(10);
  const sections = Array.from({ length: 300 }, () =>
    h(
      'section',
      Array.from({ length: 20 }, () => h('p', words)),
    ),
  );
  const main = [h('main', [h('div', sections)])];
  const groups = inGroups(editsOf([], piecesOf(main)));
  const sizes = groups.map((group) => group.reduce((sum, edit) => sum + edit.html.length, 0));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST_AT_ONCE);
  const root = html.parse('');
  for (const edit of groups.flat()) make(root, edit);
  expect(toHtml(root)).toBe(toHtml(main));
});

it('changes one paragraph of many by one edit', () => {
  const paragraphs = Array.from({ length: 400 }, (_, i) => h('p', `Paragraph ${i}.`));
  const changed = paragraphs.map((paragraph, i) => (i === 200 ? h('p', 'Other words.') : paragraph));
  expect(editsOf(piecesOf([h('main', paragraphs)]), piecesOf([h('main', changed)]))).toEqual([
    { path: [0, 200], gone: 1, html: '<p>Other words.</p>' },
  ]);
});
