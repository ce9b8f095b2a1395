import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import { pageStyle, reportPage, reportViews } from '../../src/page/index.js';
import { fineprint, folderOf, SOUND, VAGUE } from '../support/cli.js';
import { corpusText, elementsOf, hasClass, reportOf, treeOf, wordsOf } from '../support/pages.js';

const corpus = readdirSync(fileURLToPath(new URL('../../corpus', import.meta.url))).filter(
  (name) => /\.(?:md|html)$/.test(name) && name !== 'README.md',
);

const articleOf = (page: string): Element =>
  elementsOf(treeOf(page), ({ tagName }) => tagName === 'article')[0] as Element;

describe.each(corpus)('the page of %s', (path) => {
  const { report, document, page } = reportOf(corpusText(path), path);
  const tree = treeOf(page);
  const article = articleOf(page);

  it('shows all words of the policy in order', () => {
    const words = (text: string): string => text.replace(/\s+/g, '');
    expect(words(wordsOf(article))).toBe(words(document.blocks.map(({ text }) => text).join('')));
  });

  it('marks the quoted words of each finding, and says of each why it matters', () => {
    for (const { fingerprint, quote } of report.findings) {
      const id = `finding-${fingerprint}`;
      const marks = elementsOf(article, (e) => e.tagName === 'mark' && e.properties.dataOf === id);
      expect(marks.map(wordsOf).join(' ')).toBe(quote);
      const [card] = elementsOf(tree, (e) => e.properties.id === id);
      expect(card && wordsOf(card)).toContain('Why it matters');
    }
  });

  it('answers the questions with links that lead to their words', () => {
    const ids = new Set(elementsOf(tree, (e) => e.properties.id !== undefined).map((e) => e.properties.id));
    const inside = elementsOf(tree, (e) => e.tagName === 'a' && String(e.properties.href).startsWith('#'));
    expect(inside.map((e) => String(e.properties.href).slice(1)).filter((id) => !ids.has(id))).toEqual([]);
    const evidence = Object.values(report.profile).reduce((sum, one) => sum + (one?.evidence.length ?? 0), 0);
    const links = elementsOf(tree, (e) => String(e.properties.href).startsWith('#evidence-'));
    expect(links).toHaveLength(evidence);
  });

  it('has no two places of one name', () => {
    const ids = elementsOf(tree, (e) => e.properties.id !== undefined).map((e) => e.properties.id);
    expect(ids).toHaveLength(new Set(ids).size);
  });
});

describe('the page of a policy without findings', () => {
  it('says where to look for what a policy leaves out, and nothing where there is no policy', () => {
    const { report, page } = reportOf('# Privacy\n\nWe delete your email address after 30 days.\n', 'a.md');
    expect(report.findings).toEqual([]);
    expect(page).toContain('What a policy leaves unsaid shows in its answers and its score.');
    expect(reportOf('', 'a.md').page).not.toContain('leaves unsaid');
    expect(reportOf(VAGUE, 'a.md').page).not.toContain('leaves unsaid');
  });
});

describe('a page', () => {
  const { page } = reportOf(VAGUE, 'a.md');
  const tree = treeOf(page);

  it('allows its own style and script alone, by their hashes', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    const hashOf = (tag: string): string => {
      const [element] = elementsOf(tree, ({ tagName }) => tagName === tag);
      return createHash('sha256')
        .update(element ? wordsOf(element) : '')
        .digest('base64');
    };
    expect(policy.replaceAll('&#x27;', "'")).toBe(
      `default-src 'none'; style-src 'sha256-${hashOf('style')}'; script-src 'sha256-${hashOf('script')}'; base-uri 'none'; form-action 'none'`,
    );
  });

  it('has neither styles nor handlers on elements, nor anything to load', () => {
    for (const { tagName, properties } of elementsOf(tree)) {
      expect(
        Object.keys(properties).filter((name) => /^(?:style|on|src|srcSet|xLinkHref)/i.test(name)),
      ).toEqual([]);
      expect(['link', 'img', 'iframe', 'object', 'embed', 'base']).not.toContain(tagName);
    }
  });

  it('keeps headings, lists, tables and links', () => {
    const text =
      '# Policy\n\n## Data\n\n- mail\n  - address\n\n| data | why |\n|---|---|\n| name | [here](https://example.com/a) |\n';
    const article = articleOf(reportOf(text, 'a.md').page);
    const names = elementsOf(
      article,
      ({ tagName }) => !['div', 'p', 'span', 'tbody', 'article'].includes(tagName),
    );
    expect(names.map(({ tagName }) => tagName)).toEqual([
      'h2',
      'h3',
      'ul',
      'li',
      'ul',
      'li',
      'table',
      'tr',
      'th',
      'th',
      'tr',
      'td',
      'td',
      'a',
    ]);
    const [link] = elementsOf(article, ({ tagName }) => tagName === 'a');
    expect(link?.properties).toMatchObject({
      href: 'https://example.com/a',
      rel: ['noopener', 'noreferrer'],
    });
  });

  it('is the same for the same input', () => {
    expect(reportOf(VAGUE, 'a.md').page).toBe(page);
  });

  it('tells what is suppressed apart, with the reason', () => {
    const text = VAGUE.replace('We may', '<!-- fineprint-disable-next-line -- named elsewhere -->\n\nWe may');
    const [aside] = elementsOf(treeOf(reportOf(text, 'a.md').page), (e) => hasClass(e, 'aside'));
    expect(aside && wordsOf(aside)).toMatch(/^Suppressed \(\d+\)[\s\S]*By inline: named elsewhere/);
  });

  it('of a text without findings, or without any text, is whole', () => {
    for (const text of [
      '',
      '# Policy\n\nWe sell bicycles.\n',
      '隐私政策适用于我们的所有产品和服务。'.repeat(20),
    ]) {
      const { page: empty, report } = reportOf(text, 'a.md');
      expect(report.findings).toEqual([]);
      expect(empty).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    }
  });
});

describe('--format html', () => {
  it('prints the page of a policy, with the status of its findings', async () => {
    const cwd = folderOf({ 'a.md': VAGUE });
    const { status, out, err } = await fineprint(['a.md', '--format', 'html'], { cwd });
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(out).toMatch(/^<!doctype html>/);
  });

  it('reads standard input', async () => {
    const { out } = await fineprint(['-', '--format', 'html'], { stdin: VAGUE });
    expect(out).toMatch(/^<!doctype html>/);
  });

  it('gives an overview of several policies', async () => {
    const cwd = folderOf({ 'a.md': VAGUE, 'eu/b.md': SOUND });
    const { out, err } = await fineprint(['.', '--format', 'html'], { cwd });
    expect(err).toBe('');
    const [table] = elementsOf(treeOf(out), (e) => hasClass(e, 'sortable'));
    const names = elementsOf(table as Element, (e) => e.properties.scope?.toString() === 'row').map(wordsOf);
    expect(names).toEqual(['a.md', 'eu/b.md']);
  });

  it('writes nothing for a file that cannot be read', async () => {
    const cwd = folderOf({ 'a.md': VAGUE });
    const { status, out } = await fineprint(['none.md', '--format', 'html'], { cwd });
    expect({ status, out }).toEqual({ status: 2, out: '' });
  });
});

describe('the parts of a page', () => {
  it('are those of the page, for pages of one’s own', () => {
    const { report, document, page } = reportOf(VAGUE, 'a.md');
    for (const part of Object.values(reportViews({ report, document }))) {
      expect(part).not.toBe('');
      expect(page).toContain(part);
    }
    expect(page).toContain(pageStyle);
  });

  it('stop where nobody would read on, and say so', () => {
    const { report, document } = reportOf(
      'We may share your data with our partners.\n\n'.repeat(3000),
      'a.md',
    );
    const { findings } = reportViews({ report, document });
    expect(findings.match(/ id="finding-/g)).toHaveLength(2000);
    expect(reportPage({ report, document })).toContain(
      `the first 2000 of ${report.findings.length} findings are shown`,
    );
  });
});
