import type { Block, PolicyDocument } from '../document/index.js';
import type { Token } from '../text/index.js';
import { tokenize } from '../text/index.js';
import type { Mark } from './reading.js';

/** Proper names in one document: who the controller is, and which other organizations are named. */
export interface Names {
  /** The controller's own name ("Acme may share …"). */
  controllers(tokens: readonly Token[]): Mark[];
  /** Other names, as recipients. `opening` is the block if the tokens are its first sentence: a capital at its start tells nothing. */
  organizations(tokens: readonly Token[], opening: Block | undefined): Mark[];
}

export const NO_NAMES: Names = { controllers: () => [], organizations: () => [] };

/** A name before one of these is somebody who acts. */
const VERBS = new Set(
  'may will does do is has can collects uses shares reserves respects takes values provides processes stores discloses receives might would shall cannot retains sells believes maintains owns operates recognizes recognises understands considers keeps makes'.split(' '),
);

/** Capital words of policies that name nobody. */
const COMMON = new Set(
  (
    'policy policies privacy notice statement terms service services website websites site sites app apps application applications ' +
    'platform product products software user users customer customers member members information data personal cookie cookies ' +
    'internet web email ip id url http https pdf faq account accounts section sections article articles act code law laws civil ' +
    'regulation regulations directive gdpr ccpa cpra coppa hipaa pipeda lgpd pipl rights right request requests controller processor ' +
    'company companies affiliates affiliate partners partner party parties third agreement date effective last updated monday tuesday ' +
    'wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'please note however inc llc ltd gmbh corp i ii iii iv v vi a b c d e f g h the this that these those our your we you us if when by for in on at to ' +
    'of and or as an any all some not no yes how what why who where which with from under about contact support center help settings ' +
    'content agreement conditions use children child parent parents security legal law enforcement opt-out opt out do track dnt gpc ' +
    'gps wi fi wifi bluetooth usb ssl tls html javascript flash pixel mac sdk sdks api apis http dpo eu eea uk us usa u.s. ' +
    'personally identifiable non sensitive special categories category process processing collect collection share sharing purpose purposes ' +
    'commission authority authorities court state states federal department office commissioner chapter part step dear sincerely'
  ).split(' '),
);

/** Learns the names of a document from its capitals. Work: one pass over its words. */
export function namesOf(document: PolicyDocument): Names {
  const lower = new Set<string>();
  const acting = new Map<string, number>();
  for (const block of document.blocks) {
    const tokens = tokenize(block.text);
    tokens.forEach((token, i) => {
      if (token.word.kind !== 'word') return;
      if (!token.capital) lower.add(token.word.lower);
      else if (!COMMON.has(token.word.lower) && VERBS.has(tokens[i + 1]?.word.lower ?? '') && !tokens[i + 1]?.capital) {
        acting.set(token.word.lower, (acting.get(token.word.lower) ?? 0) + 1);
      }
    });
  }
  const controllers = new Set([...acting].filter(([name, times]) => times >= 2 && !lower.has(name)).map(([name]) => name));
  const isName = (token: Token): boolean =>
    token.capital && token.word.kind === 'word' && token.word.lower.length > 1 &&
    !COMMON.has(token.word.lower) && !lower.has(token.word.lower);
  return {
    controllers: (tokens) => marksOf(tokens, (t) => t.capital && controllers.has(bare(t)), 'actor.controller', 0),
    organizations: (tokens, opening) =>
      marksOf(tokens, (t) => isName(t) && !controllers.has(bare(t)), 'recipient.named', opening === undefined ? 0 : 1),
  };
}

function bare(token: Token): string {
  return token.word.lower.replace(/'s?$/, '');
}

function marksOf(
  tokens: readonly Token[],
  test: (token: Token) => boolean,
  name: string,
  from: number,
): Mark[] {
  const marks: Mark[] = [];
  for (let i = from; i < tokens.length; i++) {
    if (!test(tokens[i] as Token)) continue;
    let end = i + 1;
    while (end < tokens.length && test(tokens[end] as Token)) end++;
    marks.push({ class: name, classId: -1, specific: true, start: i, end });
    i = end;
  }
  return marks;
}
