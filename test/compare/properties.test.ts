import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/index.js';
import { compareTexts, corpus, news, told } from './compare-texts.js';

/** Clauses that say unlike things, so that sections of them can be told apart. */
const CLAUSES = [
  'We may share your personal information with our partners for business purposes.',
  'We never sell your data to anyone.',
  'We keep your invoices for 10 years.',
  'We retain other information as long as necessary.',
  'We will encrypt every message that you send.',
  'You can opt out of marketing emails by clicking the link in each of them.',
  'By using the site, you agree to this policy.',
  'We transfer personal data to other countries.',
  'We store photographs on servers in Germany and Iceland.',
  'We disclose your address to couriers to deliver parcels.',
  'You may ask us to delete your account at privacy@quill.example.',
  'We share your location with Larkspur Maps Ltd only with your consent.',
  'We use your purchase history to show you personalised advertisements.',
  'We collect your name, phone number and date of birth.',
  'We may change this policy at any time without telling you.',
  'The weather in our town is fine in spring.',
];
const HEADINGS = ['Sharing', 'Storage', 'Your rights', 'Security', 'Advertising', 'Contact us'];

interface Section {
  readonly heading: string;
  readonly clauses: readonly string[];
}

const sections = fc
  .tuple(
    fc.shuffledSubarray(HEADINGS, { minLength: 2, maxLength: 5 }),
    fc.shuffledSubarray(CLAUSES, { minLength: 5, maxLength: 14 }),
  )
  .map(([headings, clauses]): Section[] =>
    headings.map((heading, i) => ({
      heading,
      clauses: clauses.filter((_, j) => j % headings.length === i),
    })),
  );

/** Several sentences a paragraph, or a paragraph each. */
function markdown(parts: readonly Section[], join = '\n\n', numbered = ''): string {
  return `# Privacy policy\n\n${parts
    .map(
      ({ heading, clauses }, i) =>
        `## ${numbered ? `${i + 1}${numbered} ` : ''}${heading}\n\n${clauses.join(join)}`,
    )
    .join('\n\n')}\n`;
}

const check = (property: fc.IProperty<[Section[]]>): void => fc.assert(property, { numRuns: 40 });

/** All that a comparison names, but for what is the same. */
function size({ findings, clauses, sentences, profile }: Comparison): number {
  const lists = [
    ...[findings.introduced, findings.resolved, findings.reworded, findings.moved, profile],
    ...Object.values(clauses),
    ...Object.values(sentences ?? {}),
  ];
  return lists.reduce((sum, list) => sum + list.length, 0);
}

describe('compare', () => {
  it('finds nothing between a text and itself', () => {
    check(
      fc.property(sections, (parts) => {
        const comparison = compareTexts(markdown(parts), markdown(parts));
        expect(size(comparison)).toBe(0);
        expect(comparison).toMatchObject({ verdict: 'neutral', reasons: [] });
      }),
    );
  });

  it.each(['photo-app.md', 'bank.html', 'health-app.md', 'revisions/tidewater-notes/1.md'])(
    'finds nothing between %s and itself',
    (path) => {
      expect(size(compareTexts(corpus(path), corpus(path)))).toBe(0);
    },
  );

  it('swaps introduced with resolved and worse with better when the sides are swapped', () => {
    fc.assert(
      fc.property(sections, sections, (a, b) => {
        const there = compareTexts(markdown(a), markdown(b));
        const back = compareTexts(markdown(b), markdown(a));
        expect(ids(back.findings.introduced.map(({ after }) => after))).toEqual(
          ids(there.findings.resolved.map(({ before }) => before)),
        );
        expect(changes(back)).toEqual(changes(there).map(flipped).sort());
        expect(back.verdict).toBe(flipped(there.verdict));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['photo-app.md', 'smart-home-maker.md'],
    ['revisions/tidewater-notes/1.md', 'revisions/tidewater-notes/3.md'],
    ['school-tool.md', 'health-app.md'],
  ])('does so for %s and %s', (a, b) => {
    const there = compareTexts(corpus(a), corpus(b));
    const back = compareTexts(corpus(b), corpus(a));
    expect(changes(back)).toEqual(changes(there).map(flipped).sort());
    expect(back.findings.introduced).toHaveLength(there.findings.resolved.length);
  });

  it.each<[string, (parts: Section[]) => string]>([
    ['blank lines', (parts) => markdown(parts).replaceAll('\n\n', '\n\n\n\n')],
    ['reflow', (parts) => markdown(parts).replace(/(\w+ \w+) (?=\w+ \w+)/g, '$1\n')],
    ['merged paragraphs', (parts) => markdown(parts, ' ')],
    ['numbered headings', (parts) => markdown(parts, '\n\n', '.')],
    ['other numbers', (parts) => markdown(parts, '\n\n', '.4')],
    ['Windows line ends', (parts) => markdown(parts).replaceAll('\n', '\r\n')],
  ])('introduces and resolves nothing by %s', (_, rewrite) => {
    check(
      fc.property(sections, (parts) => {
        const comparison = compareTexts(markdown(parts), rewrite(parts));
        expect(news(comparison)).toEqual([]);
        expect(comparison.findings.reworded).toEqual([]);
        expect(comparison.verdict).toBe('neutral');
      }),
    );
  });

  it.each(['photo-app.md', 'health-app.md', 'smart-home-maker.md', 'school-tool.md'])(
    'introduces and resolves nothing by quotes, list marks and link targets in %s',
    (path) => {
      const text = corpus(path);
      const quoted = text.replace(/"([^"\n]*)"/g, '“$1”').replace(/(\w)'(\w)/g, '$1’$2');
      const marked = text.replace(/^([ \t]*)[-*] /gm, '$1+ ');
      const linked = text.replace(/\]\(https?:[^)]*\)/g, '](https://elsewhere.example/page)');
      for (const other of [quoted, marked, linked]) {
        const comparison = compareTexts(text, other);
        expect(comparison.findings.introduced).toEqual([]);
        expect(comparison.findings.resolved).toEqual([]);
        expect(comparison.verdict).toBe('neutral');
      }
    },
  );

  it('takes HTML for what it shows', () => {
    check(
      fc.property(sections, (parts) => {
        const html = `<html><body><h1>Privacy policy</h1>${parts
          .map(
            ({ heading, clauses }) =>
              `<h2>${heading}</h2>${clauses.map((clause) => `<p>${clause}</p>`).join('')}`,
          )
          .join('')}</body></html>`;
        expect(news(compareTexts(markdown(parts), html))).toEqual([]);
      }),
    );
  });

  it('reports a section that moved as moved, and nothing else', () => {
    check(
      fc.property(sections, (parts) => {
        const [first, ...others] = parts;
        // Where nothing is read, nothing can be told to have moved.
        fc.pre(first?.clauses.some((clause) => !clause.startsWith('The weather')) ?? false);
        const comparison = compareTexts(markdown(parts), markdown([...others, first as Section]));
        expect(told(comparison)).toEqual([]);
        expect(comparison.clauses.moved.length + comparison.findings.moved.length).toBeGreaterThan(0);
      }),
    );
  });

  it('never lets one clause stand for another that went', () => {
    check(
      fc.property(sections, (parts) => {
        const text = markdown(parts);
        const [gone, come] = [
          'We share your contacts with Osprey Mail Inc.',
          'We share your contacts with advertisers.',
        ];
        const { clauses } = compareTexts(`${text}\n${gone}\n`, `${text}\n${come}\n`);
        const words = [
          ...clauses.changed.flatMap(({ gained }) => gained.map(({ text: word }) => word)),
          ...clauses.added.map(({ clause }) => clause.quote),
        ].join(' ');
        expect(words).toContain('advertisers');
      }),
    );
  });
});

function ids(findings: readonly { readonly fingerprint: string }[]): string[] {
  return findings.map(({ fingerprint }) => fingerprint).sort();
}

/** What each change means, and where; alike from both sides but for its direction. */
function changes({ clauses }: Comparison): string[] {
  return [
    ...clauses.changed.map(({ change, slot, actions, before, after }) =>
      [change, slot, ...actions, ...[before.quote, after.quote].sort()].join(' | '),
    ),
    ...clauses.added.map(({ change, clause }) => `${change} | ${clause.action} ${clause.quote}`),
    ...clauses.removed.map(({ change, clause }) => `${change} | ${clause.action} ${clause.quote}`),
  ].sort();
}

function flipped(text: string): string {
  if (text.startsWith('worse')) return text.replace('worse', 'better');
  return text.startsWith('better') ? text.replace('better', 'worse') : text;
}
