import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createAnalyzer, format, parsePolicy } from '../src/index.js';
import { compareWithMarks, expectationsOf } from './support/expectations.js';

/** Marks that a careful reader gives and the engine does not find, with what it would have to understand. */
const KNOWN_MISSES: readonly { policy: string; mark: string; because: string }[] = [
  {
    policy: 'bank.html',
    mark: 'user-control/opt-out-without-means: "You can choose to be left out of such surveys"',
    because: 'the request form in another section is for other rights, and is taken to serve this one too',
  },
  {
    policy: 'photo-app.md',
    mark: 'user-control/no-opt-out: "Photos and captions you upload train the image generator"',
    because:
      'consent that can be withdrawn elsewhere is for other processing, and is taken to cover this too',
  },
  ...[
    'third-party/vague-recipients: "Should a business approach us with an interesting idea"',
    'third-party/vague-purpose: "Should a business approach us with an interesting idea, it might be allowed to see everything"',
    'third-party/open-ended-data: "everything that we know about our users"',
  ].map((mark) => ({
    policy: 'photo-app.md',
    mark,
    because: 'who may see the data is called "it", after a business that comes with an idea',
  })),
  {
    policy: 'smart-home-maker.md',
    mark: 'user-control/no-opt-out: "Diagnostic and usage telemetry is sent to us whenever a Product is online"',
    because: 'the device sends the data, and what is denied is that a setting exists',
  },
];

const folder = fileURLToPath(new URL('../corpus/', import.meta.url));
/** Rules of `strict` that the corpus is marked for too. */
const ALSO = { 'third-party/data-brokers': 'warning', 'third-party/policies-disclaimed': 'warning' } as const;
const analyzer = createAnalyzer({ rules: ALSO });
const policies = readdirSync(folder)
  .filter((name) => /\.(md|html)$/.test(name) && name !== 'README.md')
  .sort()
  .map((name) => {
    const text = readFileSync(folder + name, 'utf8');
    const document = parsePolicy({ text, path: `corpus/${name}` });
    const marks = expectationsOf(document);
    const report = analyzer.analyzeDocument(document);
    return { name, text, marks, report, ...compareWithMarks(marks, report.findings) };
  });

describe.each(policies)('corpus/$name', ({ name, text, report, missed, unexpected }) => {
  it('gives the marked findings and no others, but for the known misses', () => {
    const known = KNOWN_MISSES.filter((miss) => miss.policy === name).map(({ mark }) => mark);
    expect({ missed: missed.map(withoutLine), unexpected }).toEqual({ missed: known, unexpected: [] });
  });

  // `npx vitest run test/corpus.test.ts -u` writes it anew.
  it('is reported as in the snapshot', async () => {
    const shown = format(report, 'stylish', { width: 110, textOf: () => text });
    await expect(shown).toMatchFileSnapshot(`corpus/${name}.txt`);
  });

  it('shows the quoted words between the offsets of each finding', () => {
    for (const { quote, position } of report.findings) {
      if (!position) continue;
      const source = text.slice(position.start.offset, position.end.offset);
      expect(letters(visibleWords(source, name))).toBe(letters(quote));
    }
  });
});

describe('the corpus as a whole', () => {
  const count = (of: (policy: (typeof policies)[number]) => readonly unknown[]): number =>
    policies.reduce((sum, policy) => sum + of(policy).length, 0);

  it('has nothing found in the model policy', () => {
    const model = policies.find(({ name }) => name === 'model-policy.md');
    expect(model?.report.findings.map(({ ruleId, quote }) => `${ruleId}: "${quote}"`)).toEqual([]);
  });

  it('has more than ninety marks, and few of them missed', () => {
    expect(count(({ marks }) => marks)).toBeGreaterThan(90);
    expect(KNOWN_MISSES.length).toBeLessThanOrEqual(6);
  });

  it('has every rule at work in two places or more', () => {
    const found = policies.flatMap(({ report }) => report.findings.map(({ ruleId }) => ruleId));
    // Two places that exclude each other are rarer than a policy has clauses: their examples test them.
    const rules = analyzer.ruleSet.rules.filter(({ claim }) => claim === undefined);
    const rare = rules.filter(({ id }) => found.filter((one) => one === id).length < 2);
    expect(rare.map(({ id }) => id)).toEqual([]);
  });
});

/** "31 rule: …" without the line, which moves whenever a policy is edited. */
function withoutLine(mark: string): string {
  return mark.replace(/^\d+ /, '');
}

/** Letters and digits alone: what markup, entities and typesetting leave of words. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The source without its tags, entities and link targets; the corpus uses no other markup with letters in it. */
function visibleWords(source: string, name: string): string {
  if (name.endsWith('.md')) return source.replace(/\]\([^)]*\)/g, ']').replace(/<[^>]*>/g, '');
  return source.replace(/<[^>]*>/g, '').replace(/&[a-z]+;/g, ' ');
}
