import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../src/index.js';
import {
  type Parity,
  ParityError,
  parity,
  parityMarkdown,
  paritySchema,
  parityText,
} from '../../src/parity.js';
import { corpusText } from '../support/pages.js';

const read = (name: string) =>
  parsePolicy({ text: corpusText(`parity/${name}`), path: `corpus/parity/${name}` });
const [english, chinese] = [read('lantern-home.en.md'), read('lantern-home.zh.md')];
const changed = parity(english, chinese);
const entries = ({ differences }: Parity): string[] =>
  differences.map((one) => `${one.in} ${one.kind}${one.name === undefined ? '' : ` ${one.name}`}`).sort();

/** What lantern-home was written to differ in. */
const PLANTED = [
  'first passage',
  'first right portability',
  'first denial collect',
  'first feature two-step-verification',
  'second feature recycled-number',
  'first consent asked',
  'first place germany',
  'second place india',
  'first period 6 months',
  'second period 12 months',
  'first choice personalization-off',
  'first safeguard audit',
  'second party umeng',
  'second passage',
  'second recipient partners',
].sort();

describe('parity', () => {
  it('finds what was planted, each kind of it, and nothing else', () => {
    expect(entries(changed)).toEqual(PLANTED);
  });

  it('names the words, their section and the place in the other version', () => {
    const swapped = changed.differences.find(({ name }) => name === 'two-step-verification');
    expect(swapped).toMatchObject({
      says: { quote: 'Two-step verification', section: ['Lantern Home privacy policy', '2. Sharing'] },
      near: { section: ['灯笼之家隐私政策', '二、信息共享'] },
    });
    expect(swapped?.near?.quote).toMatch(/^2\.2 二次号检查/);
    const { start, end } = swapped?.says.position ?? { start: { offset: 0 }, end: { offset: 0 } };
    expect(english.source.text.slice(start.offset, end.offset)).toBe('Two-step verification');
  });

  it('finds nothing where a version is faithful', () => {
    const faithful = parity(read('harbour-library.en.md'), read('harbour-library.zh.md'));
    expect(faithful.differences).toEqual([]);
    expect(faithful.aligned).toEqual({ first: 25, second: 25, ofFirst: 25, ofSecond: 25 });
  });

  it('is the same from either side', () => {
    const other = (side: string): string => (side === 'first' ? 'second' : 'first');
    const back = parity(chinese, english);
    expect(entries(back)).toEqual(
      entries(changed)
        .map((entry) => entry.replace(/^\w+/, other))
        .sort(),
    );
  });

  it('reads traditional characters as it does simplified ones', () => {
    const first = parsePolicy('# Sharing\n\nWe share your phone number with Google in Singapore.\n');
    const second = parsePolicy('# 分享\n\n我們會將您的手機號碼提供給位於新加坡的谷歌。\n');
    expect(entries(parity(first, second))).toEqual([]);
  });

  it('fits its schema', () => {
    expect(paritySchema.parse(JSON.parse(JSON.stringify(changed)))).toEqual(changed);
  });

  it.each([
    [english, english, /both versions are in "en"; for two revisions in one language use "fineprint diff"/],
    [
      english,
      parsePolicy('Wir geben Ihre Daten nicht an andere weiter, außer Sie stimmen dem zu.'),
      /is in "de"/,
    ],
    [english, parsePolicy({ text: '', path: 'empty.md' }), /empty\.md is in no language that could be told/],
  ])('refuses what are no two versions (%#)', (first, second, why) => {
    expect(() => parity(first, second)).toThrow(ParityError);
    expect(() => parity(first, second)).toThrow(why);
  });
});

describe('parity in words', () => {
  it('groups by version and tells both places', () => {
    const text = parityText(changed);
    expect(text).toContain('Only in corpus/parity/lantern-home.en.md (en)');
    expect(text).toMatch(
      /31:\d+ {2}a place \(germany\) {2}“Germany”\n {6}the other version, 31:1: “3\.1 您的信息/,
    );
    expect(text).toMatch(/\n15 differences found; \d+ of 31 passages answer to \d+ of 32\.\n$/);
  });

  it('writes tables of Markdown, with the words of policies as code', () => {
    const hostile = parity(
      parsePolicy('# <img src=x onerror=alert(1)>\n\nWe store your data in Germany | @everyone `x`.\n'),
      parsePolicy('# 存储\n\n我们存储您的信息。\n'),
    );
    const markdown = parityMarkdown(hostile);
    expect(markdown).toContain('| a place (germany) | `Germany` |');
    expect(markdown).not.toMatch(/<img/);
  });
});
