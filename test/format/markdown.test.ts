import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { historyMarkdown, visible } from '../../src/format/index.js';
import { compare, createAnalyzer, format } from '../../src/index.js';
import { VAGUE } from '../support/cli.js';
import { findingOf, HOSTILE, hostileReport, reportOf } from '../support/reports.js';

const parser = unified().use(remarkParse).use(remarkGfm);
const parse = (text: string): Root => parser.parse(text);
const markdown = (...[result, options]: [Parameters<typeof format>[0], Parameters<typeof format>[2]?]) =>
  format(result, 'markdown', options);

function all(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(all) : [])];
}

/** What the formatter itself writes; all else would be the work of words of a policy. */
const OURS = [
  'root',
  'heading',
  'paragraph',
  'text',
  'strong',
  'inlineCode',
  'table',
  'tableRow',
  'tableCell',
];
const LISTS = ['list', 'listItem'];

/** What GitHub makes links of in text, whatever Markdown says. */
const LINKED = /@[\w-]|#\d|\bGH-\d|:\/\/|\bwww\./i;

function harmless(text: string): Nodes[] {
  const nodes = all(parse(text));
  expect(
    [...new Set(nodes.map(({ type }) => type))].filter((type) => ![...OURS, ...LISTS].includes(type)),
  ).toEqual([]);
  for (const node of nodes) if (node.type === 'text') expect(node.value).not.toMatch(LINKED);
  return nodes;
}

const analyzer = createAnalyzer({ include: ['clauses', 'cleared', 'sentences'] });
const read = (text: string, path: string) => analyzer.analyze({ text, path });

describe('markdown', () => {
  it('begins with the verdict and shows each finding in a row', () => {
    const report = read(VAGUE, 'a.md');
    const text = markdown(report);
    expect(text).toMatch(/^### fineprint: \d+ findings? \(/);
    const rows = harmless(text).filter(({ type }) => type === 'tableRow');
    expect(rows).toHaveLength(report.findings.length + 1);
    expect(text).toContain(`| 5 | ${report.findings[0]?.severity} | `);
    expect(markdown(reportOf())).toBe('### fineprint: no findings\n\n**`a.md`**: no findings\n');
  });

  it('tells of a comparison what changed, with the words of both sides', () => {
    const old = read('# Privacy\n\nWe keep your orders for 30 days.\n', 'old.md');
    const now = read('# Privacy\n\nWe keep your orders for 90 days.\n', 'new.md');
    const text = markdown(compare(old, now));
    expect(text).toMatch(/^### fineprint: worse\n\n\*\*`old\.md` → `new\.md`\*\*: worse/);
    expect(text).toMatch(/\| \*\*worse\*\* \| 3 → 3 \| .* \| `30 days` \| `90 days` \|/);
    harmless(text);
    expect(markdown(compare(old, old))).toMatch(/^### fineprint: neutral\n/);
  });

  it('says what could not be read, and what is suppressed', () => {
    const failures = [{ path: 'b.md', error: new Error('no such file: "b.md"') }];
    expect(markdown([], { failures })).toBe(
      '### fineprint: nothing was read\n\n**Could not be read:** `b.md`: no such file: "b.md"\n',
    );
    const suppressed = [{ ...findingOf('x'), suppression: { kind: 'config' as const } }];
    expect(markdown(reportOf({ suppressed }))).toContain('1 finding suppressed.');
  });

  it('shows quoted words as they are', () => {
    for (const words of HOSTILE.filter((one) => one.length < 100 && !one.includes('\\'))) {
      const nodes = harmless(markdown(reportOf({ findings: [findingOf(words)] })));
      const cells = nodes.flatMap((node) => (node.type === 'tableCell' ? [node] : []));
      const shown =
        cells
          .at(-1)
          ?.children.map((node) => ('value' in node ? node.value : ''))
          .join('') ?? '';
      expect(shown).toBe(visible(words).trim());
    }
  });

  it('lets no words become markup, links or mentions', () => {
    const parts = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.constantFrom(...'|\\`*_[]()<>#@!~$:&-+=/ \n\u200b', 'www.', '://', 'a', '1'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (words) => {
        const text = words.join('');
        const report = hostileReport(text);
        const nodes = harmless(markdown(report, { failures: [{ path: text, error: new Error(text) }] }));
        const cells = nodes.flatMap((node) => (node.type === 'tableRow' ? [node.children.length] : []));
        expect(cells).toEqual([4, 4, 4]);
      }),
      { numRuns: 300 },
    );
  });

  it('fits a comment however much there is to say', () => {
    const findings = Array.from({ length: 3000 }, (_, i) => findingOf(`words ${i}`));
    const text = markdown([reportOf({ findings }), reportOf({ findings })]);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/… and \d+ more, too many to show here\./);
    expect(text).toMatch(/… and 1 more file, too many to show here\.\n$/);
    harmless(text);
  });

  it('shows a history as a table', () => {
    const revision = { commit: 'a'.repeat(40), date: '2026-01-02T03:04:05Z', path: 'a.md', findings: 2 };
    for (const subject of HOSTILE) {
      const rows = harmless(
        historyMarkdown([
          { ...revision, subject },
          { ...revision, subject, error: subject },
        ]),
      );
      expect(rows.flatMap((node) => (node.type === 'tableRow' ? [node.children.length] : []))).toEqual([
        8, 8, 8,
      ]);
    }
  });
});
