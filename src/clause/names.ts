import type { Token, Word } from '../text/index.js';
import type { Mark } from './reading.js';
import { words } from './wording.js';

/** Proper names in one document: who the controller is, and which other organizations are named. */
export interface Names {
  /** The controller's own name ("Acme may share …"). */
  controllers(tokens: readonly Token[]): Mark[];
  /** Other names, as would-be recipients. A capital at a sentence's start tells nothing. */
  organizations(tokens: readonly Token[]): Mark[];
  /** Short forms that the document gives to kinds of data: "Customer Information (CI)". */
  data(tokens: readonly Token[]): Mark[];
}

/** A name before one of these is somebody who acts. */
const VERBS = words(
  'may will does do is has can collects uses shares reserves respects takes values provides processes stores discloses receives might would shall cannot retains sells believes maintains owns operates recognizes recognises understands considers keeps makes',
);

/** Capital words of policies that name nobody. */
const COMMON = words(
  'policy policies privacy notice statement terms service services website websites site sites app apps application applications ' +
    'platform product products software user users customer customers member members information data personal cookie cookies ' +
    'internet web email ip id url http https pdf faq account accounts section sections article articles act code law laws civil ' +
    'regulation regulations directive gdpr ccpa cpra coppa hipaa pipeda lgpd pipl rights right request requests controller processor ' +
    'company companies affiliates affiliate partners partner party parties third agreement date effective last updated monday tuesday ' +
    'wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'please note however inc llc ltd gmbh corp i ii iii iv v vi a b c d e f g h the this that these those our your we you us if when by for in on at to ' +
    'of and or as an any all some not no yes how what why who where which with from under about contact support center help settings ' +
    'content agreement conditions use children child parent parents security legal law enforcement out do track dnt gpc ' +
    'gps wi fi wifi bluetooth usb ssl tls html html5 javascript flash pixel mac sdk sdks api apis dpo eu eea uk us usa u.s. ' +
    'personally identifiable non sensitive special categories category process processing collect collection share sharing purpose purposes ' +
    'commission authority authorities court state states federal department office commissioner chapter part step dear sincerely',
);

/** Learns the names of a document from the capitals of its blocks. Work: one pass over the words. */
export function namesOf(blocks: readonly (readonly Token[])[]): Names {
  const small = new Set<Word>();
  const acting = new Map<string, number>();
  const shortForms = new Set<string>();
  for (const tokens of blocks) {
    for (const { word, capital } of tokens) if (!capital && word.kind === 'word') small.add(word);
    learn(tokens, acting);
    for (const form of shortFormsIn(tokens)) shortForms.add(form);
  }
  const lower = new Set<string>();
  for (const word of small) lower.add(bare(word));
  const names = [...acting].filter(([, times]) => times >= 2).map(([name]) => name.split(' '));
  const ofController = new Set(
    names.flat().filter((word) => !lower.has(word) && !COMMON.has(word) && !shortForms.has(word)),
  );
  const phrases = new Set(
    names.filter((name) => name.some((word) => ofController.has(word))).map((name) => name.join(' ')),
  );
  const isOwn = ({ capital, word }: Token): boolean => capital && ofController.has(bare(word));
  const isName = ({ word }: Token): boolean => {
    if (word.kind !== 'word' || word.lower.length <= 1) return false;
    const name = bare(word);
    return !COMMON.has(name) && !lower.has(name) && !ofController.has(name);
  };
  return {
    controllers: (tokens) => {
      if (ofController.size === 0 || !tokens.some(isOwn)) return [];
      const own = runs(tokens, isWord, 0).filter(
        ({ start, end }) =>
          tokens.slice(start, end).some(isOwn) &&
          isOwnRun(wordsOf(tokens, start, end), phrases, ofController),
      );
      return own.map((run) => markOf(run, 'actor.controller', true));
    },
    organizations: (tokens) => {
      const named = runs(tokens, isName, 1);
      if (named.length === 0 || mostlyCapital(tokens)) return [];
      return named.map((run) => markOf(run, 'recipient.named', true));
    },
    data: (tokens) => {
      if (shortForms.size === 0) return [];
      const forms = runs(tokens, ({ word }) => shortForms.has(word.lower), 0);
      return forms.map((run) => markOf(run, 'data.generic', false));
    },
  };
}

const PUNCTUATION = /^[.,(“"‘']$/;

function learn(tokens: readonly Token[], acting: Map<string, number>): void {
  for (const { start, end } of runs(tokens, isWord, 0)) {
    let at = end;
    // "Acme, Inc. may", "Acme ("we")": the verb or the pronoun may stand behind marks.
    while (at < end + 3 && PUNCTUATION.test(tokens[at]?.word.lower ?? '')) at++;
    const next = tokens[at];
    const weight = next === undefined || next.capital ? 0 : weightOf(next.word.lower);
    if (weight === 0) continue;
    const name = wordsOf(tokens, start, end).filter((word) => !/^(inc|llc|ltd|corp|gmbh)$/.test(word));
    while (name.length > 0 && COMMON.has(name[0] as string)) name.shift();
    if (name.length === 0 || name.every((word) => COMMON.has(word))) continue;
    acting.set(name.join(' '), (acting.get(name.join(' ')) ?? 0) + weight);
  }
}

/** How much the word behind a name tells that the name is the controller's. */
function weightOf(next: string): number {
  return /^(we|us|our)$/.test(next) ? 2 : VERBS.has(next) ? 1 : 0;
}

const QUOTE = /^["“”']$/;

/** "… Information (CI)", "… Data ("PD")": what stands in the brackets. */
function shortFormsIn(tokens: readonly Token[]): string[] {
  const forms: string[] = [];
  tokens.forEach(({ word }, i) => {
    if ((word.lower !== 'information' && word.lower !== 'data') || tokens[i + 1]?.word.lower !== '(') return;
    const quoted = QUOTE.test(tokens[i + 2]?.word.lower ?? '') ? 1 : 0;
    const form = tokens[i + 2 + quoted];
    const end = tokens[i + 3 + 2 * quoted]?.word.lower;
    const isShort = form?.capital && /^[a-z]{2,5}$/.test(form.word.lower) && !COMMON.has(form.word.lower);
    if (isShort && end === ')') forms.push(form.word.lower);
  });
  return forms;
}

/** A run of capitals is the controller's name if all of it is, or if it ends in a known name. */
function isOwnRun(run: readonly string[], phrases: ReadonlySet<string>, own: ReadonlySet<string>): boolean {
  return run.every((word) => own.has(word) || COMMON.has(word)) || phrases.has(run.join(' '));
}

function bare({ lower }: Word): string {
  // Most words have no apostrophe, and this is asked of every word.
  return lower.includes("'") ? lower.replace(/'s?$/, '') : lower;
}

function wordsOf(tokens: readonly Token[], start: number, end: number): string[] {
  return tokens.slice(start, end).map(({ word }) => bare(word));
}

const isWord = ({ word }: Token): boolean => word.kind === 'word';

/** Title Case tells no names. */
function mostlyCapital(tokens: readonly Token[]): boolean {
  let all = 0;
  let capital = 0;
  for (const { word, capital: isCapital } of tokens) {
    if (word.kind !== 'word' || word.lower.length < 4) continue;
    all++;
    if (isCapital) capital++;
  }
  return capital * 2 > all && all > 3;
}

/** Tokens that stand together, `end` exclusive. */
interface Run {
  readonly start: number;
  readonly end: number;
}

/** The longest runs of tokens with a capital that pass a test. */
function runs(tokens: readonly Token[], test: (token: Token) => boolean, from: number): Run[] {
  const found: Run[] = [];
  let start = -1;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.capital && test(token)) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      found.push({ start, end: at });
      start = -1;
    }
  }
  if (start >= 0) found.push({ start, end: tokens.length });
  return found;
}

function markOf({ start, end }: Run, name: string, specific: boolean): Mark {
  return { class: name, classId: -1, specific, start, end };
}
