import { plural } from '../../locale/index.js';
import type { Parity, ParityDifference } from '../schema.js';

type Kind = ParityDifference['kind'];

const KINDS: Readonly<Record<Kind, string>> = {
  passage: 'a passage',
  denial: 'a promise not to',
  recipient: 'recipients',
  party: 'a company',
  place: 'a place',
  period: 'a length of time',
  age: 'an age',
  right: 'a right',
  choice: 'a choice',
  consent: 'consent',
  data: 'a kind of data',
  purpose: 'a purpose',
  safeguard: 'a safeguard',
  feature: 'a function',
  topic: 'a subject',
  contact: 'an address',
};

/** Kinds whose names are written with capitals. */
const PROPER: ReadonlySet<Kind> = new Set(['place', 'party']);

/** "hong-kong" is "Hong Kong", "us" is "US". */
function proper(name: string): string {
  const capital = (word: string): string =>
    word.length < 3 ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
  return name.split('-').map(capital).join(' ');
}

/** What is told of two language versions. Names of concepts are those of `rules/parity/`. */
export const english = {
  /** What one version has and the other lacks: "a place (India)"; the name of a denial is its action, in words. */
  says: (kind: Kind, name: string | undefined): string => {
    if (name === undefined || kind === 'consent') return KINDS[kind];
    if (kind === 'denial') return `${KINDS[kind]} ${name}`;
    return `${KINDS[kind]} (${PROPER.has(kind) ? proper(name) : name.replaceAll('-', ' ')})`;
  },
  kind: (kind: string): string => ({ ...KINDS })[kind as Kind] ?? kind,
  unnamed: (language: string) => `the version in ${language}`,
  named: (path: string, language: string) => `${path} (${language})`,
  onlyIn: (name: string) => `Only in ${name}`,
  onlyInCount: (name: string, count: number) => `Only in ${name} (${count})`,
  other: (line: string, quote: string) => `the other version, ${line}: “${quote}”`,
  count: (count: number) => plural(count, 'difference'),
  summary: (differences: number, aligned: Parity['aligned']) =>
    `${differences === 0 ? 'No difference' : plural(differences, 'difference')} found; ${english.aligned(aligned)}.`,
  aligned: ({ first, second, ofFirst, ofSecond }: Parity['aligned']) =>
    `${first} of ${ofFirst} passages answer to ${second} of ${ofSecond}`,
  note: 'note',
  /** Before what is noted of one version. */
  of: { first: 'first: ', second: 'second: ' },
  columns: ['line', 'what', 'words', 'the other version there'],
  page: {
    toTexts: 'To the two texts',
    toDifferences: 'To the differences',
    overview: 'Overview',
    both: 'Both texts',
    differ: 'The versions differ',
    same: 'No difference found',
    next: 'Next difference',
    previous: 'Previous difference',
    nextKey: 'next difference',
    previousKey: 'difference before',
    findKey: 'find in differences',
    allKey: 'close, or show all differences again',
    difference: 'Difference',
    allKinds: 'All kinds',
    here: 'Said here',
    there: 'The other version there',
    nothing: 'Nothing that answers to it',
  },
};

export type ParityWords = typeof english;
