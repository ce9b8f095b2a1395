import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnalyzerOptions, analyze, type Report } from '../../src/index.js';

const RULE = 'third-party/vague-recipients';
const VAGUE = 'We share your phone number with our partners.';
const OTHER = 'We share your postal address with vendors.';
const options: AnalyzerOptions = { presets: [], rules: { [RULE]: 'error' } };

function read(text: string, more: AnalyzerOptions = {}): Report {
  return analyze({ text, path: 'a.md' }, { ...options, ...more });
}
const readHtml = (text: string): Report => analyze({ text, path: 'a.html' }, options);

const lines = ({ findings }: Report) => findings.map(({ position }) => position?.start.line);
const passed = ({ suppressed }: Report) => suppressed.map(({ position }) => position?.start.line);
const codes = ({ suppressionProblems }: Report) => suppressionProblems.map(({ code }) => code);
const told = ({ suppressionProblems }: Report) =>
  suppressionProblems.map(({ code, position }) => `${position?.start.line} ${code}`);

describe('fineprint-disable-next-line', () => {
  it('moves the findings of the paragraph below to suppressed, with reason, day and place', () => {
    const text = `Intro.\n\n<!-- fineprint-disable-next-line ${RULE} expires 2027-01-31 -- agreed -- with counsel -->\n\n${VAGUE}\n\n${OTHER}\n`;
    const report = read(text, { today: '2027-01-31' });
    expect(lines(report)).toEqual([7]);
    expect(report.suppressed).toMatchObject([
      {
        ruleId: RULE,
        quote: 'our partners',
        suppression: {
          kind: 'inline',
          reason: 'agreed -- with counsel',
          expires: '2027-01-31',
          position: { start: { line: 3, column: 1 } },
        },
      },
    ]);
    expect(report.suppressionProblems).toEqual([]);
  });

  it('means the whole paragraph, however many lines it has', () => {
    const long = `We like long lines that go on.\nThey go on for long.\n${VAGUE}`;
    const report = read(`<!-- fineprint-disable-next-line -- known -->\n${long}\n\n${OTHER}\n`);
    expect([lines(report), passed(report), codes(report)]).toEqual([[6], [4], []]);
  });

  it('means one item of a list, and parts no list', () => {
    const list = (comment: string) =>
      `We share your phone number with:\n\n- our partners\n${comment}- other third parties\n${comment}- our vendors\n`;
    const bare = read(list(''));
    const report = read(list(`<!-- fineprint-disable-next-line ${RULE} -- known -->\n`));
    expect(lines(bare)).toEqual([3, 4, 5]);
    expect([lines(report), passed(report)]).toEqual([[3], [5, 7]]);
    const prints = ({ findings, suppressed }: Report) =>
      [...findings, ...suppressed].map(({ fingerprint }) => fingerprint).sort();
    expect(prints(report)).toEqual(prints(bare));
  });

  it('parts no paragraph that leads to a list', () => {
    const text = `We share your phone number with:\n\n<!-- fineprint-disable-next-line -- known -->\n- our partners\n- our vendors\n`;
    expect([lines(read(text)), passed(read(text))]).toEqual([[5], [4]]);
  });

  it('means a row of a table, from a cell of the row above', () => {
    const comment = '<!-- fineprint-disable-next-line -- known -->';
    const table = `| Data | Shared with |\n| --- | --- |\n| Name | couriers ${comment} |\n| Phone number | our partners |\n| Location | our partners |\n`;
    const bare = read(table.replace(comment, ''));
    expect(lines(bare)).toEqual([4, 5]);
    expect([lines(read(table)), passed(read(table))]).toEqual([[5], [4]]);
  });

  it('can be stacked, each for its rules', () => {
    const comment = (rule: string) => `<!-- fineprint-disable-next-line ${rule} -- known -->\n`;
    const report = read(comment(RULE) + comment('third-party/vague-purpose') + VAGUE, {
      rules: { [RULE]: 'error', 'third-party/vague-purpose': 'info' },
    });
    expect(report.findings).toEqual([]);
    expect(report.suppressed.map(({ ruleId }) => ruleId).sort()).toEqual(['third-party/vague-purpose', RULE]);
  });

  it('reads HTML', () => {
    const page = (comment: string) =>
      `<h1>Privacy policy</h1>\n<p>${VAGUE}</p>\n${comment}\n<p>\n${OTHER}</p>\n<p>We sell your photos to vendors.</p>\n`;
    const report = readHtml(page('<!-- fineprint-disable-next-line -- known -->'));
    expect([lines(report), passed(report), codes(report)]).toEqual([[2, 6], [5], []]);
  });
});

describe('fineprint-disable, -enable and -disable-file', () => {
  const text = (before: string, between: string, after: string) =>
    `${before}\n\n${VAGUE}\n\n${between}\n\n${OTHER}\n\n${after}\n\nWe sell your photos to third parties.\n`;

  it('suppress a stretch', () => {
    const report = read(text('', '<!-- fineprint-disable -- known -->', '<!-- fineprint-enable -->'));
    expect([lines(report), passed(report), codes(report)]).toEqual([[3, 11], [7], []]);
  });

  it('suppress to the end, and only the rules named', () => {
    const report = read(text('', '<!-- fineprint-disable third-party/* -- known -->', ''));
    expect([lines(report), passed(report)]).toEqual([[3], [7, 11]]);
    expect(lines(read(text('', '<!-- fineprint-disable purpose/* -- known -->', '')))).toEqual([3, 7, 11]);
  });

  it('let a rule be judged again out of all', () => {
    const comments = [
      '<!-- fineprint-disable -- known -->',
      `<!-- fineprint-enable ${RULE} -->`,
      '',
    ] as const;
    expect([lines(read(text(...comments))), codes(read(text(...comments)))]).toEqual([[7, 11], []]);
  });

  it('suppress a whole file, from anywhere in it', () => {
    const report = read(text('', '', `<!-- fineprint-disable-file ${RULE} -- a draft -->`));
    expect([lines(report), passed(report), codes(report)]).toEqual([[], [3, 7, 11], []]);
  });

  it('do not let one place hide another of its paragraph', () => {
    const report = read(
      `<!-- fineprint-disable -- known -->\n\n${VAGUE} <!-- fineprint-enable --> ${OTHER} It ends here.\n`,
    );
    expect(report.findings[0]?.related).toHaveLength(1);
    expect(report.suppressed).toEqual([]);
  });

  it('count in the middle of a paragraph', () => {
    const report = read(
      `Hello. <!-- fineprint-disable -- known --> ${VAGUE} ${OTHER} <!-- fineprint-enable -->\n`,
    );
    expect([lines(report), passed(report)]).toEqual([[], [1]]);
  });
});

describe('directives that do not count', () => {
  it.each([
    [`<!-- fineprint-disable-next-line ${RULE} -->`, 'no-reason'],
    ['<!-- fineprint-disable-next-line -- -->', 'no-reason'],
    ['<!-- fineprint-disable-next-line -->', 'no-reason'],
    [`<!-- fineprint-disable-next-line ${RULE} expires 2025-12-31 -- known -->`, 'expired'],
    [`<!-- fineprint-disable-next-line ${RULE} expires 2025-02-29 -- known -->`, 'malformed'],
    [`<!-- fineprint-disable-next-line ${RULE} expires -- known -->`, 'malformed'],
    ['<!-- fineprint-disable-lines -- known -->', 'malformed'],
    ['<!-- Fineprint-Disable-Next-Line -- known -->', 'malformed'],
    ['<!-- fineprint-disable-next-line third-party/nobody -- known -->', 'unknown-rule'],
    ['<!-- fineprint-disable-next-line third-party -- known -->', 'unknown-rule'],
    ['<!-- fineprint-disable-next-line __proto__ -- known -->', 'unknown-rule'],
  ])('%s is reported with its place', (comment, code) => {
    const report = read(`${comment}\n\n${VAGUE}\n`, { today: '2026-06-15' });
    expect([lines(report), told(report)]).toEqual([[3], [`1 ${code}`]]);
  });

  it('are nothing that fineprint-enable would be blamed for', () => {
    const report = read(`<!-- fineprint-disable -->\n\n${VAGUE}\n\n<!-- fineprint-enable -->\n`);
    expect([lines(report), codes(report)]).toEqual([[3], ['no-reason']]);
  });

  it('keep the rules that are known', () => {
    const report = read(`<!-- fineprint-disable-next-line none/such, ${RULE} -- known -->\n\n${VAGUE}\n`);
    expect([passed(report), codes(report)]).toEqual([[3], ['unknown-rule']]);
  });

  it('do not expire where nobody says what day it is', () => {
    expect(passed(read(`<!-- fineprint-disable-file expires 2001-01-01 -- known -->\n\n${VAGUE}\n`))).toEqual(
      [3],
    );
  });

  it.each([
    ['a fence', `\`\`\`html\n<!-- fineprint-disable-file -- x -->\n\`\`\`\n\n${VAGUE}\n`],
    ['inline code', `\`<!-- fineprint-disable-file -- x -->\`\n\n${VAGUE}\n`],
    ['indented code', `Intro.\n\n    <!-- fineprint-disable-file -- x -->\n\n${VAGUE}\n`],
    ['an escape', `\\<!-- fineprint-disable-file -- x -->\n\n${VAGUE}\n`],
    ['front matter', `---\na: "<!-- fineprint-disable-file -- x -->"\n---\n\n${VAGUE}\n`],
    ['a script', `<script>\n<!-- fineprint-disable-file -- x -->\n</script>\n\n${VAGUE}\n`],
    ['a text area', `<textarea>\n<!-- fineprint-disable-file -- x -->\n</textarea>\n\n${VAGUE}\n`],
    ['a text area in a line', `Or <textarea><!-- fineprint-disable-file -- x --></textarea>.\n\n${VAGUE}\n`],
  ])('are none in %s of Markdown', (_, text) => {
    const report = read(text);
    expect([report.findings.length, report.suppressed, codes(report)]).toEqual([1, [], []]);
  });

  it.each(['script', 'style', 'textarea', 'title', 'template', 'noscript', 'iframe'])(
    'are none in <%s> of HTML',
    (tag) => {
      const page = `<body><h1>Privacy policy</h1><${tag}><!-- fineprint-disable-file -- x --></${tag}><p>${VAGUE}</p></body>`;
      const report = readHtml(page);
      expect([report.findings.length, report.suppressed, codes(report)]).toEqual([1, [], []]);
    },
  );
});

describe('directives that are not needed', () => {
  it('are reported, rule by rule', () => {
    const report = read(
      `<!-- fineprint-disable-next-line ${RULE}, third-party/vague-purpose -- known -->\n\n${VAGUE}\n\n<!-- fineprint-disable -- known -->\n`,
      { rules: { [RULE]: 'error', 'third-party/vague-purpose': 'off' } },
    );
    // The rule that is off cannot be told to find nothing.
    expect(told(report)).toEqual(['5 unused']);
  });

  it('name what they are not needed for', () => {
    const report = read(`<!-- fineprint-disable-file ${RULE}, retention/* -- known -->\n\n${VAGUE}\n`, {
      rules: { [RULE]: 'error', 'retention/vague-period': 'error' },
    });
    expect(report.suppressionProblems[0]?.message).toBe(
      'fineprint-disable-file suppresses nothing of retention/*; remove it',
    );
  });

  it('are judged only where rules are applied', () => {
    const text = `<!-- fineprint-disable-file -- known -->\n\nWe like the sea.\n`;
    expect(codes(read(text))).toEqual(['unused']);
    expect(codes(read(text, { profileOnly: true }))).toEqual([]);
  });

  it('include an end without a beginning', () => {
    expect(told(read(`${VAGUE}\n\n<!-- fineprint-enable -->\n`))).toEqual(['3 unused']);
  });
});

describe('reports', () => {
  const text = `<!-- fineprint-disable-file -- known -->\n\n# Sharing\n\n${VAGUE}\n\n${OTHER}\n`;

  it('score what is suppressed too', () => {
    const bare = analyze({ text: text.replace(/<!--.*-->/, ''), path: 'a.md' });
    const report = analyze({ text, path: 'a.md' });
    expect(report.findings).toEqual([]);
    expect(report.score).toEqual(bare.score);
    expect(report.profile.recipients?.answer).toBe(bare.profile.recipients?.answer);
  });

  it('hold all findings where directives are ignored', () => {
    const report = read(text, { ignoreDirectives: true });
    expect([lines(report), report.suppressed, codes(report)]).toEqual([[5, 7], [], []]);
  });

  it('refuse a day that is none', () => {
    expect(() => read(text, { today: '15.6.2026' })).toThrow(
      /today is "15\.6\.2026"; write it as 2027-01-31/,
    );
  });
});

describe('comments before all that begins', () => {
  const comment = '<!-- fineprint-enable -->';
  const folder = new URL('../../corpus/', import.meta.url);
  const files = readdirSync(folder).filter((name) => /\.(?:md|html)$/.test(name) && name !== 'README.md');

  it.each(files)('change nothing of what is found in %s', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const commented = name.endsWith('.md')
      ? text.replace(
          /(?<=\n\n)(?=[^\s|])|(?<=\n)(?=( +)?(?:[-*]|\d+\.) )/g,
          (_, indent = '') => `${indent}${comment}\n`,
        )
      : text.replace(/(?=<(?:p|li|h\d|tr|div|ul)\b)/g, comment);
    expect(commented.split(comment).length).toBeGreaterThan(10);
    const [bare, report] = [text, commented].map((one) => analyze({ text: one, path: name }));
    const told = (one: Report | undefined) =>
      one?.findings.map(({ fingerprint, quote }) => [fingerprint, quote]);
    expect(told(report)).toEqual(told(bare));
    expect(report?.source).toEqual(bare?.source);
    expect(report?.profile.recipients?.answer).toBe(bare?.profile.recipients?.answer);
  });
});

describe('whatever a comment says', () => {
  const word = fc.constantFrom(
    ...[
      'disable',
      'enable',
      'disable-next-line',
      'disable-file',
      '-',
      '--',
      ' -- ',
      ',',
      '*',
      RULE,
      'third-party/*',
    ],
    ...[
      'expires',
      '2027-01-31',
      '2020-01-01',
      'known',
      '\n',
      '__proto__',
      'constructor',
      '\u0000',
      '<!--',
      '>',
    ],
  );
  const comment = fc
    .array(word, { maxLength: 6 })
    .map((words) => `<!-- fineprint-${words.join(' ').trim()} -->`);

  it('no finding is lost, and each problem has its place', () => {
    fc.assert(
      fc.property(fc.tuple(comment, comment, comment), (comments) => {
        const paragraphs = [VAGUE, OTHER, 'We sell your photos to third parties.'];
        const text = paragraphs.map((one, i) => `${comments[i]}\n\n${one}\n`).join('\n');
        const report = read(text, { today: '2026-06-15' });
        const all = read(text, { ignoreDirectives: true }).findings;
        const bare = ({ suppression: _, ...finding }: Report['suppressed'][number]) => finding;
        const both = [...report.findings, ...report.suppressed.map(bare)];
        expect(both.sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))).toEqual(
          all.sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1)),
        );
        for (const { suppression } of report.suppressed) expect(suppression.reason).toMatch(/\S/);
        for (const { position } of report.suppressionProblems)
          expect(text.slice(position?.start.offset, position?.end.offset)).toMatch(/^<!-- fineprint-/);
      }),
      { numRuns: 120 },
    );
  });
});

describe('many directives', () => {
  it.each([
    ['before one line', `${'<!-- fineprint-disable-next-line -- x -->\n'.repeat(5000)}\n${VAGUE}\n`],
    ['without reasons', `${'<!-- fineprint-disable a b c d -->\n'.repeat(5000)}\n${VAGUE}\n`],
    ['between items', `- ${VAGUE}\n<!-- fineprint-enable -->\n`.repeat(400)],
    [
      'on and off',
      `<!-- fineprint-disable -- x -->\n\n${VAGUE}\n\n<!-- fineprint-enable -->\n\n`.repeat(1000),
    ],
  ])('%s are read in the time they take', (_, text) => {
    const start = performance.now();
    const report = read(text);
    expect(report.findings.length + report.suppressed.length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
