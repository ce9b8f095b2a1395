import type { Token } from '../text/index.js';
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
  const lower = new Set<string>();
  const acting = new Map<string, number>();
  const shortForms = new Set<string>();
  for (const tokens of blocks) {
    learn(tokens, lower, acting);
    for (const form of shortFormsIn(tokens)) shortForms.add(form);
  }
  const names = [...acting].filter(([, times]) => times >= 2).map(([name]) => name.split(' '));
  const ofController = new Set(
    names.flat().filter((word) => !lower.has(word) && !COMMON.has(word) && !shortForms.has(word)),
  );
  const phrases = new Set(
    names.filter((name) => name.some((word) => ofController.has(word))).map((name) => name.join(' ')),
  );
  const isOwn = (token: Token): boolean => token.capital && ofController.has(bare(token));
  const isName = (token: Token): boolean =>
    token.capital &&
    token.word.kind === 'word' &&
    token.word.lower.length > 1 &&
    !COMMON.has(bare(token)) &&
    !lower.has(bare(token));
  return {
    controllers: (tokens) =>
      !tokens.some(isOwn)
        ? []
        : runs(tokens, (t) => t.capital && t.word.kind === 'word', 0)
            .filter(
              (run) =>
                run.some((t) => isOwn(t.token)) &&
                isOwnRun(
                  run.map((t) => bare(t.token)),
                  phrases,
                  ofController,
                ),
            )
            .map((run) => markOf(run, 'actor.controller')),
    organizations: (tokens) => {
      const named = runs(tokens, (t) => isName(t) && !isOwn(t), 1);
      return named.length === 0 || mostlyCapital(tokens)
        ? []
        : named.map((run) => markOf(run, 'recipient.named'));
    },
    data: (tokens) =>
      shortForms.size === 0
        ? []
        : runs(tokens, (t) => t.capital && shortForms.has(t.word.lower), 0).map((run) => ({
            ...markOf(run, 'data.generic'),
            specific: false,
          })),
  };
}

function learn(tokens: readonly Token[], lower: Set<string>, acting: Map<string, number>): void {
  for (const token of tokens) if (token.word.kind === 'word' && !token.capital) lower.add(bare(token));
  for (const run of runs(tokens, (t) => t.capital && t.word.kind === 'word', 0)) {
    let at = (run.at(-1) as Placed).at + 1;
    // "Acme, Inc. may", "Acme ("we")": the verb or the pronoun may stand behind marks.
    while (
      at < tokens.length &&
      /^[.,(“"‘']$/.test(tokens[at]?.word.lower ?? '') &&
      at < (run.at(-1) as Placed).at + 4
    )
      at++;
    const next = tokens[at];
    if (next === undefined || next.capital) continue;
    const name = run.map((t) => bare(t.token)).filter((word) => !/^(inc|llc|ltd|corp|gmbh)$/.test(word));
    while (name.length > 0 && COMMON.has(name[0] as string)) name.shift();
    if (name.length === 0 || name.every((word) => COMMON.has(word))) continue;
    const weight = /^(we|us|our)$/.test(next.word.lower) ? 2 : VERBS.has(next.word.lower) ? 1 : 0;
    if (weight > 0) acting.set(name.join(' '), (acting.get(name.join(' ')) ?? 0) + weight);
  }
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

function bare(token: Token): string {
  const { lower } = token.word;
  // Most words have no apostrophe, and this is asked of every word.
  return lower.includes("'") ? lower.replace(/'s?$/, '') : lower;
}

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

interface Placed {
  readonly token: Token;
  readonly at: number;
}

function runs(tokens: readonly Token[], test: (token: Token) => boolean, from: number): Placed[][] {
  const found: Placed[][] = [];
  let run: Placed[] = [];
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (test(token)) run.push({ token, at });
    else if (run.length > 0) {
      found.push(run);
      run = [];
    }
  }
  if (run.length > 0) found.push(run);
  return found;
}

function markOf(run: readonly Placed[], name: string): Mark {
  const first = run[0] as Placed;
  return { class: name, classId: -1, specific: true, start: first.at, end: (run.at(-1) as Placed).at + 1 };
}
