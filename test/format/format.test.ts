import { describe, expect, it } from 'vitest';
import { format, formatCore } from '../../src/format/index.js';
import type { Finding, Report } from '../../src/index.js';
import { findingOf, reportOf } from '../support/reports.js';

const TEXT = 'Intro.\n\nWe share data with our\npartners and friends.\n';

/** A finding on the words between two offsets of TEXT. */
function finding(start: number, end: number, more: Partial<Finding> = {}): Finding {
  const point = (offset: number) => {
    const before = TEXT.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
  };
  return findingOf(TEXT.slice(start, end), {
    message: '"x" says little',
    context: 'We share data with our partners and friends.',
    section: ['Privacy', 'Sharing'],
    position: { start: point(start), end: point(end) },
    references: [],
    ...more,
  });
}

const stylish = (...reports: Report[]) => format(reports, 'stylish', { textOf: () => TEXT, width: 80 });

describe('stylish', () => {
  it('underlines words that span lines, line by line', () => {
    const start = TEXT.indexOf('our');
    const out = stylish(reportOf({ findings: [finding(start, TEXT.indexOf(' and'))] }));
    const lines = [
      '      3 | We share data with our',
      '        |                    ^~~',
      '      4 | partners and friends.',
      '        | ^~~~~~~~',
    ];
    expect(out).toContain(lines.join('\n'));
  });

  it('does not tell the words that it shows', () => {
    const told = finding(8, 10, { message: '"We" says little' });
    expect(stylish(reportOf({ findings: [told] }))).toContain('warning  says little  third-party');
    expect(format([reportOf({ findings: [told] })], 'stylish')).toContain('warning  "We" says little');
  });

  it('groups neighbours by section and counts what there is', () => {
    const out = stylish(
      reportOf({ findings: [finding(8, 10), finding(11, 16, { severity: 'error' })] }),
      reportOf(),
    );
    expect(out.match(/Privacy › Sharing/g)).toHaveLength(1);
    expect(out).toMatch(/2 findings in 2 policies \(1 error, 1 warning, 0 info\)\n$/);
  });

  it('says that there is nothing, and passes notes on', () => {
    const out = stylish(reportOf({ notes: [{ code: 'language', message: 'it is in French' }] }));
    expect(out).toMatch(/note {2}it is in French/);
    expect(out).toMatch(/no findings in 1 policy\n$/);
  });

  it('shows what cleared a finding', () => {
    const { position } = finding(8, 10);
    if (!position) throw new Error('the finding has a place');
    const clearedBy = { message: 'the recipients are listed', quote: 'friends', position };
    expect(stylish(reportOf({ cleared: [{ ...finding(8, 10), clearedBy }] }))).toMatch(
      /cleared by 3:1 {2}the recipients/,
    );
  });

  it('shows a finding on the whole document without a line', () => {
    const { position: _, ...whole } = finding(0, 0, { quote: '' });
    expect(stylish(reportOf({ findings: [whole] }))).toContain('(whole policy)  warning');
  });

  it('colours only when told to', () => {
    const sequence = '\u001b[';
    const one = reportOf({ findings: [finding(8, 10)] });
    expect(format(one, 'stylish')).not.toContain(sequence);
    expect(format(one, 'stylish', { color: true })).toContain(sequence);
  });

  it('lets no control character of a policy, its headings or its path through', () => {
    const evil = '\u001b]0;x\u0007\u202e';
    const hostile = finding(8, 10, { message: evil, section: [evil] });
    const out = stylish(reportOf({ findings: [hostile], source: { ...reportOf().source, path: evil } }));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });
});

describe('json and ndjson', () => {
  it('give back what they were given', () => {
    const one = reportOf({ findings: [finding(8, 10)] });
    expect(JSON.parse(format(one, 'json'))).toEqual(one);
    expect(JSON.parse(format([one, one], 'json'))).toEqual([one, one]);
    expect(
      format([one, one], 'ndjson')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([one, one]);
  });

  it('refuse a format there is not', () => {
    expect(() => format(reportOf(), 'xml' as 'json')).toThrow(
      /unknown format "xml"; use stylish, json, ndjson/,
    );
  });
});

describe('the core for browsers', () => {
  it('writes what it knows, and names what has the rest', () => {
    const one = reportOf({ findings: [finding(8, 10)] });
    expect(formatCore(one, 'json')).toBe(format(one, 'json'));
    expect(() => formatCore(one, 'sarif')).toThrow(
      /unknown format "sarif"; use stylish, .*"fineprint\/formats" has/,
    );
  });
});

describe('the profile in stylish', () => {
  const evidence = [{ quote: TEXT.slice(8, 24), position: finding(8, 24).position as never }];
  const answered = reportOf({
    profile: {
      retention: { answer: 'silent', evidence: [] },
      recipients: { answer: 'partly-named', evidence },
    },
  });

  it('is a table with the first words that each answer rests on', () => {
    const out = stylish(answered);
    expect(out).toContain(
      '\n  Profile\n    retention   silent\n    recipients  partly-named  3: We share data wi\n',
    );
    expect(out).toMatch(/no findings in 1 policy\n$/);
  });

  it('is left out for several policies, unless asked for', () => {
    expect(stylish(answered, answered)).not.toContain('Profile');
    expect(format([answered, answered], 'stylish', { profile: true })).toContain('Profile');
    expect(format(answered, 'stylish', { profile: false })).not.toContain('Profile');
  });

  it('stands alone on request, without sums of findings', () => {
    const notes = [{ code: 'profile-only' as const, message: 'only the profile' }];
    const out = format(reportOf({ ...answered, notes }), 'stylish', { profile: 'only' });
    expect(out).toContain('partly-named');
    expect(out).not.toMatch(/findings|only the profile/);
  });
});
