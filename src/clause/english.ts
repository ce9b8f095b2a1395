import type { Token } from '../text/index.js';
import type { Modality } from './frame.js';
import { words } from './wording.js';

/** What stands before a verb in English: auxiliaries, modals, negation, adverbs, "to", verbs like "need to". */
export interface VerbGroup {
  /** First token of the group; the subject ends here if it is adjacent. */
  readonly start: number;
  readonly negated: boolean;
  readonly modality: Modality;
  readonly passive: boolean;
  /** "to share", "by sharing": the subject is that of a verb further left. */
  readonly infinitive: boolean;
  /** "who", "which", "that" stands before: the subject is the noun before that. */
  readonly relative: boolean;
}

const BE = words(
  "is are was were be been being am get gets isn't aren't wasn't weren't we're they're you're it's",
);
const AUXILIARIES = words(
  "do does did has have had having we've you've they've we'd you'd we'll you'll they'll it'll",
);
const ADVERBS = words(
  'also sometimes only then further otherwise always ever still thus therefore hereby occasionally often both already just either all each no instead once again together in turn even now hence jointly',
);
const MODALS: ReadonlyMap<string, Modality> = new Map([
  ['may', 'may'],
  ['might', 'may'],
  ['can', 'may'],
  ['could', 'may'],
  ["can't", 'may'],
  ['cannot', 'may'],
  ['will', 'will'],
  ['shall', 'will'],
  ['would', 'will'],
  ["won't", 'will'],
  ["we'll", 'will'],
  ["wouldn't", 'will'],
  ['must', 'must'],
  ['should', 'should'],
]);
const NEGATIONS = words('not never cannot neither nor without');
/** Verbs and adjectives that pass their subject on to the infinitive after them. */
const PASS_ON = words(
  'required need needs needed oblige obliged obligated entitled permitted allowed able likely continue continues seek intend intends have has right agree agrees forced compelled authorized authorised going plan plans want wish used necessary willing expected attempt try ask asked choose legally',
);
const RELATIVES = words('who which that whom');
const IRREGULAR = words(
  'read sold sent given kept held made sought built shown known seen taken put set lost stolen bought brought dealt told drawn written shared transferred',
);
const NEUTRAL = words('or and nor');

export function isNegation(token: Token | undefined): boolean {
  const lower = token?.word.lower ?? '';
  return NEGATIONS.has(lower) || lower.endsWith("n't");
}

export function isParticiple(token: Token): boolean {
  const { lower } = token.word;
  return lower.endsWith('ed') || IRREGULAR.has(lower) || lower.endsWith('own');
}

/** Reads leftwards from a verb; stops at the first word that belongs to no verb group. Work: at most 12 tokens. */
export function verbGroupBefore(tokens: readonly Token[], verb: number): VerbGroup {
  let i = verb - 1;
  let negated = false;
  let be = false;
  let infinitive = false;
  let modality: Modality = 'none';
  for (const stop = verb - 12; i >= 0 && i > stop; i--) {
    const token = tokens[i] as Token;
    const { lower } = token.word;
    if (isNegation(token)) {
      negated = !(lower === 'not' && tokens[i + 1]?.word.lower === 'only');
      modality = MODALS.get(lower) ?? modality;
    } else if (lower === 'time' && tokens[i - 3]?.word.lower === 'from') {
      i -= 3;
    } else if (lower === ',' && isParenthetic(tokens, i)) {
      i -= 2;
    } else if (MODALS.has(lower)) modality = MODALS.get(lower) as Modality;
    else if (BE.has(lower)) be = true;
    else if (lower === 'to' && passesOn(tokens, i - 1)) {
      modality = modality === 'none' ? modalityOf(tokens[i - 1] as Token) : modality;
      i = leftOfPassOn(tokens, i - 1);
    } else if (lower === 'to') {
      infinitive = true;
      // "choose not to provide".
      if (tokens[i - 1]?.word.lower === 'not') negated = true;
      i--;
      break;
    } else if (!(AUXILIARIES.has(lower) || ADVERBS.has(lower) || lower.endsWith('ly'))) break;
    else if (NEUTRAL.has(lower)) break;
  }
  const relative = RELATIVES.has(tokens[i]?.word.lower ?? '');
  const verbToken = tokens[verb] as Token;
  return {
    start: relative ? i : i + 1,
    negated,
    modality,
    passive: be && isParticiple(verbToken),
    infinitive: infinitive || verbToken.word.lower.endsWith('ing'),
    relative,
  };
}

const PARENTHETIC = words('however therefore moreover nevertheless nonetheless furthermore though');

/** "we do, however, share": does a comma close an adverb that stands between commas? */
export function isParenthetic(tokens: readonly Token[], comma: number): boolean {
  return (
    PARENTHETIC.has(tokens[comma - 1]?.word.lower ?? '') &&
    tokens[comma]?.word.lower === ',' &&
    tokens[comma - 2]?.word.lower === ','
  );
}

function passesOn(tokens: readonly Token[], at: number): boolean {
  return PASS_ON.has(tokens[at]?.word.lower ?? '');
}

/** "reserve the right to": the verb stands before the noun. */
function leftOfPassOn(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.word.lower !== 'right') return at;
  let i = at;
  for (const stop = at - 3; i > stop && i > 0; i--) if (tokens[i]?.word.stem.startsWith('reserv')) return i;
  return at;
}

function modalityOf(token: Token): Modality {
  const { lower } = token.word;
  if (lower.startsWith('requir') || lower.startsWith('need') || lower.startsWith('oblig') || lower === 'have')
    return 'must';
  if (lower === 'right' || lower === 'entitled' || lower === 'permitted' || lower === 'allowed') return 'may';
  return 'none';
}

/** Not the beginning of an infinitive: "to our partners", "to you". */
const DETERMINERS = words(
  'the a an any all our your their its his her these those this that such other others us you them him each every some certain third anyone whom which various several both me it one more another unaffiliated affiliated selected trusted date learn opt',
);

/** "to process", "in order to deliver": does an infinitive begin at `to`? */
export function isInfinitive(tokens: readonly Token[], to: number): boolean {
  if (tokens[to]?.word.lower !== 'to') return false;
  const next = tokens[to + 1];
  return (
    next !== undefined &&
    next.word.kind === 'word' &&
    !next.capital &&
    !DETERMINERS.has(next.word.lower) &&
    !next.word.lower.endsWith('ing') &&
    !isPlural(next.word.lower)
  );
}

const SINGULAR = words('process access discuss address');

function isPlural(lower: string): boolean {
  return lower.endsWith('s') && !lower.endsWith('ss') && !SINGULAR.has(lower);
}
