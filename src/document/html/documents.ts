import type { Page, Segment } from './segment.js';
import { titleKind } from './vocabulary.js';
import type { Weight } from './weigh.js';

/** Log odds that a word belongs to a policy rather than to terms of use, measured on rates of both vocabularies. */
const POLICY_WORD = 0.94;
const FOREIGN_WORD = -2.3;
const PLAIN_WORD = -0.052;

/**
 * What it costs to take the next text for another document: little under its title, much in the middle of a text. A
 * policy may have sections on other matters, so that leaving it costs more than coming back.
 */
const AT_TITLE = 5;
const BACK = { heading: 20, elsewhere: 40 };
const AWAY = { heading: 90, elsewhere: 120 };

const TITLE_WORDS = 14;
/** A document of less foreign words than this in all, or in so many words, is not set apart. */
const FOREIGN_LEAST = 4;
const FOREIGN_EVERY = 250;

/**
 * Finds other documents on the page (terms of use beside the policy): the best parting of its prose in policy and
 * other text, given what each word speaks for and where titles and headings stand. Linear (Viterbi with two states).
 */
export function otherDocuments(page: Page, weights: readonly Weight[]): boolean[] {
  const back: [boolean, boolean][] = [];
  let policy = 0;
  let other = 0;
  page.segments.forEach((segment, i) => {
    const [toPolicy, toOther] = switchCosts(segment);
    const fromOther = other - toPolicy > policy;
    const fromPolicy = policy - toOther > other;
    back.push([fromOther, fromPolicy]);
    const odds = oddsOf(weights[i] as Weight) / 2;
    const nextPolicy = (fromOther ? other - toPolicy : policy) + odds;
    other = (fromPolicy ? policy - toOther : other) - odds;
    policy = nextPolicy;
  });
  const marked = page.segments.map(() => false);
  let isOther = other > policy;
  for (let i = page.segments.length - 1; i >= 0; i--) {
    marked[i] = isOther;
    const [fromOther, fromPolicy] = back[i] as [boolean, boolean];
    if (isOther ? fromPolicy : fromOther) isOther = !isOther;
  }
  return withoutSlight(marked, weights);
}

function oddsOf(weight: Weight): number {
  if (!weight.prose) return 0;
  return weight.policy * POLICY_WORD + weight.foreign * FOREIGN_WORD + weight.words * PLAIN_WORD;
}

/** Costs of going over to a policy and to another document at this segment. */
function switchCosts(segment: Segment): [number, number] {
  const alone = segment.words > 0 && segment.words <= TITLE_WORDS && segment.linked < segment.words;
  const set =
    segment.heading > 0 || segment.bold === segment.words || segment.text === segment.text.toUpperCase();
  if (!alone || !set) return [BACK.elsewhere, AWAY.elsewhere];
  const kind = titleKind(segment.text);
  return [kind === 'policy' ? AT_TITLE : BACK.heading, kind === 'other' ? AT_TITLE : AWAY.heading];
}

/** Takes back runs without enough words of other documents: prose in a language or on a matter the words do not know. */
function withoutSlight(marked: boolean[], weights: readonly Weight[]): boolean[] {
  for (let i = 0; i < marked.length; ) {
    let end = i;
    let foreign = 0;
    let words = 0;
    for (; end < marked.length && marked[end] === marked[i]; end++) {
      const weight = weights[end] as Weight;
      foreign += weight.foreign;
      if (weight.prose) words += weight.words;
    }
    if (marked[i] && (foreign < FOREIGN_LEAST || foreign * FOREIGN_EVERY < words)) marked.fill(false, i, end);
    i = end;
  }
  return marked;
}
