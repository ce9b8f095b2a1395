import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { visible } from '../../src/format/index.js';
import { compare, createAnalyzer, format, type Report } from '../../src/index.js';
import { VAGUE } from '../support/cli.js';
import { findingOf, HOSTILE, hostileReport, reportOf } from '../support/reports.js';

const analyzer = createAnalyzer({ include: ['clauses', 'cleared', 'sentences'] });
const OLD = '# Privacy\n\nWe share your address with couriers. We keep orders for 30 days.\n';
const WIDER = '# Privacy\n\nWe share your address with couriers and our partners.\n';
const read = (text: string, path: string) => analyzer.analyze({ text, path });
const worse = compare(read(OLD, 'old.md'), read(WIDER, 'new.md'));
const same = compare(read(OLD, 'old.md'), read(OLD, 'new.md'));
const failures = [{ path: 'b.md', error: new Error('no such file: "b.md"') }];

interface Element {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Element[];
  text: string;
}

/** Throws where a text is no well-formed XML 1.0. */
function parseXml(text: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = {
      name,
      attributes: attributes as Record<string, string>,
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (part) => {
    const last = open.at(-1);
    if (last) last.text += part;
  });
  parser.write(text).close();
  return top.children[0] as Element;
}

const junit = (...[result, options]: [Parameters<typeof format>[0], Parameters<typeof format>[2]?]) =>
  parseXml(format(result, 'junit', options));

describe('junit', () => {
  it('has a suite a file and a failure a finding', () => {
    const report = read(VAGUE, 'a.md');
    const root = junit([report, reportOf({ source: { ...report.source, path: 'clean.md' } })], { failures });
    expect(root.attributes).toEqual({
      name: 'fineprint',
      tests: String(report.findings.length + 2),
      failures: String(report.findings.length),
      errors: '1',
      skipped: '0',
    });
    const [first, clean, unread] = root.children;
    expect(first?.attributes).toMatchObject({ name: 'a.md', failures: String(report.findings.length) });
    const { attributes, children } = (first as Element).children[0] as Element;
    const [finding] = report.findings;
    expect(attributes).toMatchObject({
      classname: 'a.md',
      file: 'a.md',
      line: String(finding?.position?.start.line),
    });
    expect(children[0]).toMatchObject({ name: 'failure', attributes: { message: finding?.message } });
    expect(children[0]?.text).toContain(finding?.context);
    expect(clean?.children).toMatchObject([{ name: 'testcase', children: [] }]);
    expect(unread?.children[0]?.children).toMatchObject([{ name: 'error' }]);
  });

  it('passes where there is nothing', () => {
    expect(junit([]).attributes).toMatchObject({ tests: '0', failures: '0' });
    expect(junit(same).attributes).toMatchObject({ failures: '0', errors: '0' });
  });

  it('skips what is suppressed, with the reason', () => {
    const suppressed = [{ ...findingOf('x'), suppression: { kind: 'inline' as const, reason: 'agreed' } }];
    const [suite] = junit(reportOf({ suppressed })).children;
    expect(suite?.children[0]?.children).toMatchObject([
      { name: 'skipped', attributes: { message: 'agreed' } },
    ]);
  });

  it('fails for each change for the worse, and for no other', () => {
    const [suite] = junit(worse).children;
    expect(suite?.attributes.name).toBe('old.md → new.md');
    expect(Number(suite?.attributes.failures)).toBeGreaterThan(0);
    const back = junit(compare(read(WIDER, 'new.md'), read(OLD, 'old.md'))).attributes;
    expect(Number(back.failures)).toBeLessThan(Number(back.tests));
  });

  it('holds any words', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' })), (words) => {
        const [suite] = junit(hostileReport(words)).children;
        const [shown] = suite?.children[0]?.children ?? [];
        expect(shown?.attributes.message).toBe(
          visible(findingOf(words).message).replace(
            /[\ufffe\uffff]/g,
            (c) => `<U+${c.charCodeAt(0).toString(16).toUpperCase()}>`,
          ),
        );
      }),
    );
  });
});

/** Reads a line as the runner of GitHub Actions does. */
function command(line: string) {
  const match = /^::(error|warning|notice) ([^\n]*?)::(.*)$/.exec(line);
  if (!match) throw new Error(`no command: ${line}`);
  const plain = (text: string) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const properties = (match[2] as string)
    .split(',')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), plain(pair.slice(pair.indexOf('=') + 1))]);
  return { level: match[1], message: plain(match[3] as string), ...Object.fromEntries(properties) };
}

const github = (...[result, options]: [Parameters<typeof format>[0], Parameters<typeof format>[2]?]) =>
  format(result, 'github', options).split('\n').slice(0, -1).map(command);

describe('github', () => {
  it('marks each finding at its place', () => {
    const report = read(VAGUE, 'a.md');
    const [first] = report.findings;
    const all = github(report);
    expect(all).toHaveLength(report.findings.length);
    expect(all[0]).toMatchObject({
      level: first?.severity,
      file: 'a.md',
      line: String(first?.position?.start.line),
      col: String(first?.position?.start.column),
      title: first?.ruleId,
      message: `${first?.message}\n${first?.suggestion}`,
    });
  });

  it('gives no columns where the words span lines, and no place where there is none', () => {
    const position = { start: { line: 1, column: 3, offset: 2 }, end: { line: 2, column: 1, offset: 9 } };
    const { position: _, ...whole } = findingOf('x', { severity: 'info' });
    const [spanning, none] = github(reportOf({ findings: [findingOf('x', { position }), whole] }));
    expect(spanning).toMatchObject({ line: '1', endLine: '2' });
    expect(spanning).not.toHaveProperty('col');
    expect(none).toMatchObject({ level: 'notice', file: 'a.md' });
    expect(none).not.toHaveProperty('line');
  });

  it('tells what got worse, in the later text, and which files could not be read', () => {
    const [verdict, ...rest] = github(worse);
    expect(verdict).toMatchObject({ level: 'notice', file: 'new.md' });
    expect(verdict?.message).toMatch(/^the revision is (?:worse|mixed), score/);
    expect(rest.length).toBeGreaterThan(0);
    expect(github(same)).toHaveLength(1);
    expect(github([], { failures })).toMatchObject([{ level: 'error', file: 'b.md' }]);
  });

  it('lets no words out of their command', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' })), (words) => {
        const all = github(hostileReport(words), { failures: [{ path: words, error: new Error(words) }] });
        expect(all).toHaveLength(5);
        expect(all[0]).toMatchObject({ level: 'error', title: 'fineprint' });
        expect(all[1]).toMatchObject({ title: 'third-party/vague-recipients', line: '3', endLine: '3' });
      }),
    );
  });
});

const csv = (result: Parameters<typeof format>[0]): Record<string, string>[] =>
  parse(format(result, 'csv'), { columns: true, record_delimiter: '\r\n' });

describe('csv', () => {
  it('has a row a finding, with the suppressed ones', () => {
    const finding = findingOf('our partners');
    const suppressed = [{ ...finding, suppression: { kind: 'config' as const, reason: 'agreed' } }];
    const rows = csv([reportOf({ findings: [finding], suppressed }), reportOf()]);
    expect(rows).toMatchObject([
      { path: 'a.md', line: '3', column: '5', ruleId: finding.ruleId, quote: 'our partners', suppressed: '' },
      { quote: 'our partners', suppressed: 'config', reason: 'agreed' },
    ]);
  });

  it('keeps its columns', () => {
    expect(format([], 'csv')).toBe(
      'path,line,column,endLine,endColumn,severity,ruleId,category,confidence,message,quote,context,section,' +
        'suggestion,references,fingerprint,suppressed,reason\r\n',
    );
    expect(format(same, 'csv').split('\r\n')[0]).toBe(
      'change,kind,subject,says,severity,beforePath,beforeLine,beforeColumn,before,afterPath,afterLine,' +
        'afterColumn,after,fingerprint',
    );
  });

  it('has a row a change', () => {
    const rows = csv(worse);
    expect(rows.filter(({ change }) => change === 'worse').length).toBeGreaterThan(0);
    expect(rows[0]).toMatchObject({ beforePath: 'old.md', afterPath: 'new.md', change: 'worse' });
  });

  it('gives back any words, and none of them as a formula', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' })), (words) => {
        const rows = csv(hostileReport(words));
        expect(rows).toHaveLength(3);
        const shown = visible(words);
        expect([shown, `'${shown}`]).toContain(rows[0]?.quote);
        for (const cell of rows.flatMap((row) => Object.values(row)))
          expect(cell).not.toMatch(/^\s*[=+@＝-]/);
      }),
    );
  });
});

describe('every format', () => {
  it.each(['markdown', 'sarif', 'junit', 'github', 'csv'] as const)('%s writes nothing but lines', (as) => {
    for (const result of [worse, reportOf(), [] as Report[]]) {
      const text = format(result, as, { failures });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect(text).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f]/);
      expect(text === '' || text.endsWith('\n')).toBe(true);
    }
  });
});
