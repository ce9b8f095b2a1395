import { describe, expect, it } from 'vitest';
import { LENGTHS, SCALES } from '../../src/compare/scales.js';
import { WEIGHTS } from '../../src/compare/weights.js';
import { english, pageWords } from '../../src/locale/index.js';
import { chineseTexts } from '../../src/locale/zh/index.js';
import { builtin, PROFILE_ANSWERS } from '../../src/ruleset/index.js';

/** Stands for any value and shows its name wherever it is written. */
function sample(name: string): unknown {
  const tag = `⟦${name}⟧`;
  const known: Record<PropertyKey, unknown> = {
    [Symbol.toPrimitive]: () => tag,
    toLocaleString: () => tag,
    join: () => tag,
    split: () => [sample(name)],
    map: (of: (one: unknown) => unknown) => [of(sample(name))],
    replaceAll: () => tag,
    charAt: () => tag,
    slice: () => tag,
    length: 1,
    // One of the reasons for which a parser is spared.
    what: 'depth',
  };
  return new Proxy({}, { get: (_, key) => known[key] ?? sample(String(key)) });
}

type Texts = Readonly<Record<string, unknown>>;

/** All texts of a catalogue by their paths; functions are called with samples for as many values as `like` takes. */
function textsOf(texts: Texts, like: Texts = texts, path = ''): Map<string, string> {
  return new Map(
    Object.entries(like).flatMap(([key, model]): (readonly [string, string])[] => {
      const at = path === '' ? key : `${path}.${key}`;
      const text = texts[key];
      if (typeof model === 'function') {
        const values = Array.from({ length: model.length }, (_, i) => sample(String(i)));
        return [[at, String((text as (...all: unknown[]) => unknown)(...values))]];
      }
      if (typeof model === 'object' && model !== null) return [...textsOf(text as Texts, model as Texts, at)];
      return [[at, String(text)]];
    }),
  );
}

const tagsIn = (text: string): string[] => [...new Set(text.match(/⟦[^⟧]*⟧/g))].sort();

const CATALOGUES: readonly (readonly [string, Texts, Texts])[] = [
  ['messages', english.messages, chineseTexts.messages],
  ['words', english.words, chineseTexts.words],
  ['pages', pageWords(english), pageWords(chineseTexts)],
];

/** All Chinese texts there are, of catalogues and rules. */
const CHINESE = new Map([
  ...CATALOGUES.flatMap(([name, like, own]) =>
    [...textsOf(own, like)].map(([path, text]) => [`${name}.${path}`, text] as const),
  ),
  ...[...textsOf(chineseTexts.rules)].map(([path, text]) => [`rules.${path}`, text] as const),
  ...[...textsOf(chineseTexts.categories)].map(([path, text]) => [`categories.${path}`, text] as const),
  ...[...textsOf(chineseTexts.questions)].map(([path, text]) => [`questions.${path}`, text] as const),
  ...[...textsOf(chineseTexts.sayings)].map(([path, text]) => [`sayings.${path}`, text] as const),
]);

describe.each(CATALOGUES)('%s', (_, inEnglish, inChinese) => {
  const chinese = textsOf(inChinese, inEnglish);

  it('have the same keys in both languages', () => {
    const keys = (texts: Texts): string[] => [...textsOf(texts).keys()].sort();
    expect(keys(inChinese)).toEqual(keys(inEnglish));
  });

  it.each([...textsOf(inEnglish)])('%s tells the same values', (path, text) => {
    expect(tagsIn(chinese.get(path) ?? '')).toEqual(tagsIn(text));
  });
});

describe('rules in Chinese', () => {
  const placeholders = (text: string): string[] => (text.match(/\{[^}]*\}/g) ?? []).sort();

  it.each(builtin.rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const texts = chineseTexts.rules[id];
    expect(Object.keys(texts ?? {})).toEqual(expect.arrayContaining(['message', 'why', 'suggestion']));
    expect(placeholders(texts?.message ?? '')).toEqual(placeholders(rule.message));
    expect(texts?.counterpart !== undefined).toBe(rule.counterpart !== undefined);
    expect(chineseTexts.categories).toHaveProperty([id.slice(0, id.indexOf('/'))]);
  });

  it('are of rules that there are', () => {
    const ids = builtin.rules.map(({ id }) => id);
    expect(Object.keys(chineseTexts.rules).filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('the profile in Chinese', () => {
  it.each(Object.entries(PROFILE_ANSWERS))('%s', (key, answers) => {
    const texts = chineseTexts.questions[key];
    expect(texts?.question).toMatch(/？$/);
    expect(Object.keys(texts?.answers ?? {}).sort()).toEqual([...answers].sort());
  });
});

describe('what comparisons say, in Chinese', () => {
  const said = new Set([
    ...SCALES.flatMap(({ says }) => Object.values(says)),
    ...WEIGHTS.flatMap(({ added, removed }) => [added, removed]),
    ...Object.values(LENGTHS),
    'affirmed before, denied now',
    '"must" before, said to be so now',
  ]);

  it.each([...said])('%s', (text) => {
    expect(chineseTexts.sayings).toHaveProperty([text]);
  });
});

describe('Chinese texts', () => {
  /** Names of things, and what is typed as it stands. */
  const NAMES =
    /\bfineprint(?:-\w+)?\b|`[^`]*`|\b(?:Cookie|SDK|IP|HTML|Markdown|JSON|UTF-8|Windows-1252|U\+FFFD|EC|Global Privacy Control|Do Not Track)\b|--(?:format json)?|expires(?: 2027-01-31)?|\{(?:count|all)\}|⟦[^⟧]*⟧/g;

  it.each([...CHINESE])('%s are Chinese', (path, text) => {
    // Without a word of its own, a text may be made of values, figures and marks.
    expect(text.replace(NAMES, ''), path).not.toMatch(/[A-Za-z]{2,}/);
    expect(text, path).not.toMatch(/\p{Script=Han}[,;:!?()"']|[,;:!?()"']\p{Script=Han}/u);
    expect(text, path).not.toMatch(/[，。；：？！（）“”、] | [，。；：？！（）”、]/u);
  });
});
