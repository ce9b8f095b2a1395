import { describe, expect, it } from 'vitest';
import { fineprint, folderOf, VAGUE } from '../support/cli.js';
import { comparisonOf, corpusText, elementsOf, hasClass, treeOf, wordsOf } from '../support/pages.js';

const folded = (text: string): string => text.replace(/\s+/g, '');

describe.each([
  ['marlow-bikes', 1, 2],
  ['marlow-bikes', 4, 1],
  ['tidewater-notes', 2, 4],
])('the page of %s, %i to %i', (name, from, to) => {
  const { comparison, before, after, page } = comparisonOf(
    corpusText(`revisions/${name}/${from}.md`),
    corpusText(`revisions/${name}/${to}.md`),
  );
  const tree = treeOf(page);

  it.each([
    ['before', before],
    ['after', after],
  ] as const)('shows all words of the text %s, in order', (side, document) => {
    const shown = elementsOf(tree, (e) => hasClass(e, 'side') && hasClass(e, side)).map((e) =>
      e.children
        .filter((child) => !(child.type === 'element' && hasClass(child, 'label')))
        .map(wordsOf)
        .join(''),
    );
    expect(shown.map(folded)).toEqual(document.blocks.map(({ text }) => folded(text)));
  });

  it('marks the words that findings introduced or resolved are about', () => {
    const marked = new Set(
      elementsOf(tree, ({ tagName }) => tagName === 'mark').map((e) => folded(wordsOf(e))),
    );
    const quotes = [
      ...comparison.findings.introduced.map((one) => one.after.quote),
      ...comparison.findings.resolved.map((one) => one.before.quote),
    ];
    for (const quote of quotes) expect([...marked].some((words) => folded(quote).includes(words))).toBe(true);
  });

  it('has a card for each change, and links that lead somewhere', () => {
    const ids = elementsOf(tree, (e) => e.properties.id !== undefined).map((e) => e.properties.id);
    expect(ids).toHaveLength(new Set(ids).size);
    const links = elementsOf(tree, (e) => e.tagName === 'a' && String(e.properties.href).startsWith('#'));
    expect(links.map((e) => String(e.properties.href).slice(1)).filter((id) => !ids.includes(id))).toEqual(
      [],
    );
    const worse = comparison.findings.introduced.length;
    expect(elementsOf(tree, (e) => e.properties.dataByLevel === 'worse').length).toBeGreaterThanOrEqual(
      worse,
    );
  });

  it('shows what got worse or better unfolded', () => {
    const folds = elementsOf(tree, (e) => hasClass(e, 'fold'));
    const marks = folds.flatMap((fold) => elementsOf(fold, (e) => e.tagName === 'mark'));
    expect(marks.filter((e) => hasClass(e, 'worse') || hasClass(e, 'better'))).toEqual([]);
  });
});

describe('diff --format html', () => {
  it('prints the page of a comparison, with its status', async () => {
    const cwd = folderOf({ 'old.md': '# Privacy policy\n\nWe sell bicycles.\n', 'new.md': VAGUE });
    const { status, out, err } = await fineprint(['diff', 'old.md', 'new.md', '--format', 'html'], { cwd });
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(out).toMatch(/^<!doctype html>[\s\S]*Worse in some points/);
  });

  it('of a text and itself says that nothing changed', async () => {
    const cwd = folderOf({ 'a.md': VAGUE });
    const { status, out } = await fineprint(['diff', 'a.md', 'a.md', '--format', 'html'], { cwd });
    expect(status).toBe(0);
    expect(out).toContain('Nothing got worse or better');
  });
});
