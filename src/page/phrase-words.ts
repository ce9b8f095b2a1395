import { type PhraseNode, parsePhrase, plainSplitter } from '../pattern/index.js';
import type { LexiconFile } from '../ruleset/index.js';
import { CLASS_WORDS } from './class-words.js';

/** Tells phrases of the matcher to people who do not know its language. */
export interface Wording {
  /** A class in words: what it is about, or else words that belong to it. */
  ofClass(name: string): string;
  /** What a list of phrases looks for, each entry a fragment. */
  ofPhrases(phrases: readonly string[]): readonly string[];
}

/** So many wordings of a phrase are shown, and of all phrases of a list. */
const MOST = 4;
const MOST_OF_LIST = 8;
/** Classes are made of classes; deeper than that a wording only gets longer. */
const DEEPEST = 4;

/** Words as they are written, where a matcher would take their stems. */
const asWritten = plainSplitter((word) => word);

/** Rules ask for classes of these lexicons; wordings are those of the English ones. */
export function wordingOf(lexicons: readonly LexiconFile[]): Wording {
  const phrases = phrasesBy(lexicons);
  const nameOf = (name: string): string | undefined =>
    Object.hasOwn(CLASS_WORDS, name) ? CLASS_WORDS[name] : undefined;

  const samplesOf = (node: PhraseNode, depth: number): readonly string[] => {
    switch (node.type) {
      case 'word':
        return [node.stem];
      case 'exact':
        return [node.lower];
      case 'number':
        return ['[a number]'];
      case 'gap':
        return ['…'];
      case 'class':
        return classSamples(node.name, depth);
      case 'capture':
        return samplesOf(node.body, depth);
      case 'choice':
        return choiceOf(node.options, (option) => samplesOf(option, depth));
      case 'sequence':
        return sequenceOf(node.parts.map((part) => samplesOf(part, depth)));
    }
  };
  const classSamples = (name: string, depth: number): readonly string[] => {
    const known = nameOf(name);
    if (known !== undefined) return [`[${known}]`];
    const own = depth < DEEPEST ? (phrases(name) ?? []) : [];
    const samples = own.slice(0, MOST).map((phrase) => samplesOf(read(phrase), depth + 1)[0] ?? '');
    return samples.length > 0 ? distinct(samples) : [`[${name.replaceAll(/[.-]/g, ' ')}]`];
  };
  const quoted = (phrase: string): string[] =>
    samplesOf(read(phrase), 0)
      .map(tidy)
      .filter((sample) => sample !== '')
      .map((sample) => `“${sample}”`);

  const ofClass = (name: string): string => {
    const known = nameOf(name);
    if (known !== undefined) return known;
    const own = distinct((phrases(name) ?? []).flatMap(quoted)).slice(0, MOST);
    return own.length > 0 ? `words like ${own.join(', ')}` : name.replaceAll(/[.-]/g, ' ');
  };
  return {
    ofClass,
    ofPhrases(all) {
      const classes = all.flatMap((phrase) => /^@([a-z0-9.-]+)$/.exec(phrase)?.[1] ?? []);
      const other = all.filter((phrase) => !/^@[a-z0-9.-]+$/.test(phrase)).map(quoted);
      // The first of each phrase, then the second of each.
      const samples = Array.from({ length: MOST }, (_, i) => other.flatMap((own) => own[i] ?? [])).flat();
      const shown = distinct(samples).slice(0, Math.max(MOST, Math.min(MOST_OF_LIST, 2 * other.length)));
      const named = classes.map((name) =>
        nameOf(name) ? `words that tell ${ofClass(name)}` : ofClass(name),
      );
      return [...named, ...(shown.length > 0 ? [`words like ${shown.join(', ')}`] : [])];
    },
  };
}

/** The phrases of a class and of those below it. */
function phrasesBy(lexicons: readonly LexiconFile[]): (name: string) => readonly string[] | undefined {
  const all = lexicons
    .filter(({ language }) => language === 'en')
    .flatMap(({ classes }) => Object.entries(classes));
  return (name) =>
    all.filter(([own]) => own === name || own.startsWith(`${name}.`)).flatMap(([, { phrases }]) => phrases);
}

function read(phrase: string): PhraseNode {
  return parsePhrase(phrase, asWritten).root;
}

/** The first wording of each option, then further ones; nothing where the choice is to leave it out. */
function choiceOf(
  options: readonly PhraseNode[],
  samplesOf: (option: PhraseNode) => readonly string[],
): readonly string[] {
  const isEmpty = (node: PhraseNode): boolean => node.type === 'sequence' && node.parts.length === 0;
  if (options.some(isEmpty)) return [''];
  const samples = options.slice(0, 3 * MOST).map(samplesOf);
  return distinct([...samples.map(([first = '']) => first), ...samples.flatMap((own) => own.slice(1))]).slice(
    0,
    MOST,
  );
}

/** Wordings of all parts side by side: the first of each, the second of each … */
function sequenceOf(parts: readonly (readonly string[])[]): readonly string[] {
  const count = Math.min(MOST, Math.max(1, ...parts.map(({ length }) => length)));
  return Array.from({ length: count }, (_, i) =>
    parts.map((own) => own[i % Math.max(1, own.length)] ?? '').join(' '),
  );
}

/** "backup" and "backups" show the same. */
function distinct(samples: readonly string[]): string[] {
  const seen = new Set<string>();
  return samples.filter((sample) => {
    const key = sample.replaceAll(/s\b/g, '');
    return !seen.has(key) && seen.add(key);
  });
}

/** Gaps at the ends and side by side say nothing. */
function tidy(sample: string): string {
  return sample
    .replaceAll(/(?:…\s*)+/g, '… ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[…\s]+|[…\s]+$/g, '')
    .replaceAll(/ ([,;:.])/g, '$1');
}
