import type { Token } from '../text/index.js';
import { isNegation, isParenthetic, isParticiple, verbGroupBefore } from './english.js';
import type { Action, Modality } from './frame.js';
import type { Mark, SentenceReading } from './reading.js';
import type { Unfinished } from './unfinished.js';
import type { Verb } from './verbs.js';
import { words } from './wording.js';

/** Who acts: the controller, the user, somebody else; data stands as subject of a passive; open when nobody is named. */
export type Agent = 'controller' | 'user' | 'third-party' | 'open';

/** A verb (or a whole statement) that names an action, with its grammar. Indices are tokens of the sentence. */
export interface Predicate {
  readonly action: Action;
  /** How the lexicon lists it: "strong", "weak", "received", "by-use" … */
  readonly manner: string;
  readonly start: number;
  readonly end: number;
  readonly agent: Agent;
  /** The noun in subject position, if one stands there. */
  readonly subject: Mark | undefined;
  readonly passive: boolean;
  readonly negated: boolean;
  readonly modality: Modality;
  /** "how we share", "what we collect": the clause names the topic and says nothing of it. */
  readonly topicOnly: boolean;
  /** The words end a sentence that the lead-in begins. */
  readonly completes: boolean;
  /** The stretch of the sentence that its slots are looked for in. */
  readonly from: number;
  readonly to: number;
}

/** Words that begin a clause of their own. */
const BREAKS = new Set([
  'but',
  'however',
  'although',
  'though',
  'whereas',
  'because',
  'since',
  'therefore',
  'unless',
  'except',
  'nevertheless',
]);

/** What the verbs of a sentence share. */
export interface Sentence {
  readonly reading: SentenceReading;
  /** What the lead-in of an item leaves for its first verb to finish. */
  readonly unfinished: Unfinished | undefined;
  /** Where its clauses begin, once that is known. */
  bounds: readonly number[] | undefined;
}

/** Reads the grammar of a verb; `before` is the verb before in its sentence. */
export function predicateAt(
  sentence: Sentence,
  mark: Mark,
  action: Action,
  manner: string,
  before: Verb | undefined,
): Predicate {
  const { reading } = sentence;
  const { tokens } = reading;
  sentence.bounds ??= clauseBounds(reading);
  const group = verbGroupBefore(tokens, mark.start);
  let from = 0;
  let to = tokens.length;
  for (const bound of sentence.bounds) {
    if (bound <= group.start) from = bound;
    else if (bound >= mark.end) {
      to = bound;
      break;
    }
  }
  // "You may visit our site without giving data": what stands before "without" is no subject.
  const apart = tokens[mark.start - 1]?.word.lower === 'without';
  const subject = apart ? undefined : subjectBefore(reading, group.start, group.relative);
  const previous = subject ? undefined : coordinated(tokens, before, group.start, from);
  const denied = subject || previous ? false : deniedBefore(tokens, group.start);
  // "We will never:" + "share your data".
  const unfinished = subject || previous || group.start > 0 ? undefined : sentence.unfinished;
  // "may be collected and shared": the second participle shares the auxiliary.
  const passive = group.passive || (previous?.passive === true && isParticiple(tokens[mark.start] as Token));
  let agent: Agent;
  if (passive) agent = agentAfterBy(reading, mark.end) ?? 'open';
  else if (subject) agent = agentOf(subject);
  else if (previous) agent = previous.agent;
  else if (unfinished) agent = unfinished.agent;
  // "plug-ins that provide it to networks": what the relative clause hangs on acts, and not who stands before it.
  else agent = group.relative ? 'open' : nearestAgent(reading, from, group.start);
  const topicOnly = isTopic(reading, subject?.start ?? group.start) || (previous?.topicOnly ?? false);
  const determined = subject !== undefined && noBefore(tokens, subject.start);
  return {
    action,
    manner,
    start: mark.start,
    end: mark.end,
    agent,
    subject: subject ?? previous?.subject,
    passive,
    negated:
      group.negated ||
      (unfinished?.negated ?? false) ||
      determined ||
      noObject(tokens, mark.end) ||
      (subject === undefined && takesNoPlace(tokens, mark.end)) ||
      notAllowed(tokens, subject) ||
      (previous?.negated ?? false) ||
      denied ||
      deniedAbove(tokens, mark.start, from),
    modality: group.modality === 'none' ? ((previous ?? unfinished)?.modality ?? 'none') : group.modality,
    topicOnly,
    completes: unfinished !== undefined,
    from,
    to,
  };
}

/** Token indices at which a clause with its own subject begins; 0 is always one. */
function clauseBounds(reading: SentenceReading): number[] {
  const { tokens } = reading;
  const bounds = [0];
  const starts = new Set<number>();
  for (const mark of reading.slots.actor ?? []) {
    if (mark.class !== 'actor.controller' && mark.class !== 'actor.user') continue;
    const before = tokens[mark.start - 1]?.word.lower;
    // A relative clause ("information we collect") belongs to its noun.
    if (
      before === undefined ||
      !/^(,|;|and|or|but|if|when|where|then|:|—|–|\)|so|because|although|while|unless|that|case)$/.test(
        before,
      )
    )
      continue;
    if (before === 'that' || !followedByVerb(reading, mark.end)) continue;
    starts.add(mark.start);
  }
  tokens.forEach((token, i) => {
    // "including, but not limited to" breaks nothing off.
    if (i > 0 && BREAKS.has(token.word.lower) && !isLimited(tokens, i) && !isParenthetic(tokens, i + 1))
      starts.add(i);
  });
  starts.delete(0);
  if (starts.size > 0) bounds.push(...[...starts].sort((a, b) => a - b));
  return bounds;
}

function isLimited(tokens: readonly Token[], but: number): boolean {
  return tokens.slice(but + 1, but + 4).some(({ word }) => word.lower === 'limited');
}

function followedByVerb(reading: SentenceReading, at: number): boolean {
  const word = reading.tokens[at]?.word;
  if (word === undefined || word.kind !== 'word') return false;
  if (
    /^(may|might|can|could|will|shall|would|must|should|do|does|are|is|have|has|reserve|also|cannot|not|never|agree|consent|understand|acknowledge|choose|use|need|want|wish|provide|register|hereby)$/.test(
      word.lower,
    )
  )
    return true;
  return (
    word.lower.endsWith("n't") ||
    word.lower.endsWith('ly') ||
    reading.actions.some((action) => action.start === at)
  );
}

const CLOSING = words(', ) ” "');

/** The noun that ends right before a verb group. */
export function subjectBefore(reading: SentenceReading, at: number, relative: boolean): Mark | undefined {
  let end = at;
  while (end > 0 && CLOSING.has(reading.tokens[end - 1]?.word.lower ?? '')) end--;
  const { actor = [], recipient = [], data = [] } = reading.slots;
  let longest: Mark | undefined;
  // "other users": the recipient is the longer name.
  for (const marks of [actor, recipient, data]) {
    const mark = marks.find((m) => m.end === end);
    if (mark && (longest === undefined || mark.start < longest.start)) longest = mark;
  }
  if (longest && isGoverned(reading, longest)) return headOf(recipient, reading);
  if (longest) return longest;
  return relative ? (lastBefore(recipient, end, 4) ?? lastBefore(data, end, 4)) : undefined;
}

/** "… whose request seems fair to us may get": no subject stands behind a preposition. */
function isGoverned({ tokens }: SentenceReading, { start, end }: Mark): boolean {
  if (end - start > 1 || tokens[start]?.word.lower !== 'us') return false;
  return /^(to|with|by|from|of|on)$/.test(tokens[start - 1]?.word.lower ?? '');
}

/** The recipient that opens the sentence and is told more of by a relative clause. */
function headOf(recipients: readonly Mark[], { tokens }: SentenceReading): Mark | undefined {
  return recipients.find(
    ({ start, end }) => start <= 1 && /^(who|whose|that|which)$/.test(tokens[end]?.word.lower ?? ''),
  );
}

function lastBefore(marks: readonly Mark[], at: number, reach: number): Mark | undefined {
  let found: Mark | undefined;
  for (const mark of marks) if (mark.end <= at && mark.end >= at - reach) found = mark;
  return found;
}

export function agentOf(subject: Mark): Agent {
  if (subject.class.startsWith('actor.user')) return 'user';
  if (subject.class.startsWith('recipient.')) return 'third-party';
  return subject.class.startsWith('actor.') ? 'controller' : 'open';
}

function agentAfterBy(reading: SentenceReading, at: number): Agent | undefined {
  const { tokens, slots } = reading;
  // "read, collected and used by anyone": verbs that share the agent may stand between.
  const verbs = reading.actions.filter((m) => m.start >= at && m.start < at + 8).length;
  for (let i = at; i < Math.min(at + 6 + 2 * verbs, tokens.length); i++) {
    if (tokens[i]?.word.lower !== 'by') continue;
    const near = (marks: readonly Mark[] | undefined): Mark | undefined =>
      marks?.find((m) => m.start > i && m.start <= i + 3);
    const actor = near(slots.actor);
    const recipient = near(slots.recipient);
    // "by other users": of two names for one the longer tells who is meant.
    const agent = actor && recipient && recipient.start < actor.start ? recipient : (actor ?? recipient);
    return agent ? agentOf(agent) : undefined;
  }
  return undefined;
}

/** The nearest actor before a verb that has no subject of its own, within its clause. */
function nearestAgent(reading: SentenceReading, from: number, at: number): Agent {
  let best: Mark | undefined;
  // "You may visit our site without giving": who has a verb of his own comes before who is only mentioned.
  let acts = false;
  for (const mark of reading.slots.actor ?? []) {
    if (mark.start < from || mark.end > at) continue;
    const own = followedByVerb(reading, mark.end);
    if (own || !acts) best = mark;
    acts ||= own;
  }
  return best ? agentOf(best) : 'open';
}

const JOINING = words(', and or nor /');

/** "sell, rent or share", "collect your name and share it": the verb before, if it shares its subject with this one. */
function coordinated(
  tokens: readonly Token[],
  before: Verb | undefined,
  at: number,
  from: number,
): Predicate | undefined {
  const conjunction = tokens[at - 1]?.word.lower ?? '';
  if (!JOINING.has(conjunction)) return undefined;
  const previous = before?.lastWithin(from, at)?.predicate;
  if (previous === undefined) return undefined;
  const adjacent = at - previous.end <= 3;
  return adjacent || conjunction === 'or' || conjunction === 'nor'
    ? previous
    : { ...previous, negated: false };
}

/** "we do not publish or share": a verb of no action stands between the negation and this one. */
function deniedBefore(tokens: readonly Token[], at: number): boolean {
  const conjunction = tokens[at - 1]?.word.lower;
  // "do not buy, sell or rent": the list goes on behind the comma.
  const goesOn = conjunction === ',' && tokens.slice(at + 1, at + 4).some(({ word }) => word.lower === 'or');
  if (conjunction !== 'or' && conjunction !== 'nor' && !goesOn) return false;
  for (let verb = at - 2; verb > at - 7 && verb > 0; verb -= 2) {
    if (verbGroupBefore(tokens, verb).negated && isNegation(tokens[verb - 1])) return true;
    if (tokens[verb - 1]?.word.lower !== ',') return false;
  }
  return false;
}

const ASKING = words('how what whom why whether who');
const WAY = words('way ways manner');
const OF_WHICH = words('type types kind kinds of which long circumstances');

/** Does a question word govern the clause whose subject (or verb) begins at `at`? */
function isTopic(reading: SentenceReading, at: number): boolean {
  const { tokens, slots } = reading;
  if (tokens.at(-1)?.word.lower === '?') return true;
  let i = at - 1;
  const data = slots.data?.find((m) => m.end === at || m.end === at - 1);
  if (data) i = data.start - 1;
  // "control how it is shared".
  else if (/^(it|they)$/.test(tokens[i]?.word.lower ?? '')) i--;
  // "under what circumstances, if any, we disclose it".
  if (tokens[i]?.word.lower === ',' && tokens[i - 1]?.word.lower === 'any') i -= 4;
  // "limit which of our employees and contractors have access".
  for (let back = i; back > i - 6 && back > 0; back--)
    if (tokens[back]?.word.lower === 'of' && tokens[back - 1]?.word.lower === 'which') return true;
  const lower = tokens[i]?.word.lower ?? '';
  if (lower === 'whom') return !slots.recipient?.some((m) => m.end >= i - 1 && m.end <= i);
  return (
    ASKING.has(lower) ||
    WAY.has(lower) ||
    (OF_WHICH.has(lower) && ASKING.has(tokens[i - 1]?.word.lower ?? '')) ||
    (lower === 'which' && data !== undefined)
  );
}

const ALLOWING = /^(allow|permit|let|authori)/;

/** "we do not allow others to collect": the verb above denies the infinitive. */
function notAllowed(tokens: readonly Token[], subject: Mark | undefined): boolean {
  let above = (subject?.start ?? 0) - 1;
  // "allow other Acme affiliates".
  for (let back = 0; back < 2 && !ALLOWING.test(tokens[above]?.word.stem ?? ''); back++) above--;
  if (!ALLOWING.test(tokens[above]?.word.stem ?? '')) return false;
  // "nor do we allow".
  const inverted = tokens[above - 3]?.word.lower === 'nor';
  return inverted || verbGroupBefore(tokens, above).negated || isNegation(tokens[above - 4]);
}

/** "we are not in the business of selling": the verb above denies the gerund. */
function deniedAbove(tokens: readonly Token[], verb: number, from: number): boolean {
  if (
    !tokens[verb]?.word.lower.endsWith('ing') ||
    !/^(of|from|by|in|to)$/.test(tokens[verb - 1]?.word.lower ?? '')
  )
    return false;
  for (let i = verb - 2; i >= Math.max(from, verb - 8); i--) if (isNegation(tokens[i])) return true;
  return false;
}

/** "sells no data", "is passed to nobody": what the verb governs denies it. */
function noObject(tokens: readonly Token[], at: number): boolean {
  const word = (i: number): string => tokens[i]?.word.lower ?? '';
  const first = /^(to|with)$/.test(word(at)) ? at + 1 : at;
  if (/^(nobody|nothing)$/.test(word(first))) return true;
  return word(first) === 'no' && !/^(longer|more|later|less|matter)$/.test(word(first + 1));
}

/** "A transfer to other countries does not take place": the verb that the noun is the subject of denies it. */
function takesNoPlace(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < Math.min(tokens.length - 1, at + MOST_BETWEEN); i++) {
    const happens = OCCUR.test(tokens[i]?.word.stem ?? '') || tokens[i + 1]?.word.lower === 'place';
    if (happens) return verbGroupBefore(tokens, i).negated;
    if (tokens[i]?.word.lower === ';') return false;
  }
  return false;
}

const OCCUR = /^(occur|happen)$/;
/** Words between a noun and its verb. */
const MOST_BETWEEN = 24;

function noBefore(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i >= Math.max(0, at - 2); i--) {
    const lower = tokens[i]?.word.lower;
    // "whether or not you agree", and what ends before a colon, deny nothing behind them.
    if (lower === ':' || (lower === 'not' && tokens[i - 1]?.word.lower === 'or')) return false;
    if (lower === 'no' || lower === 'none' || (i < at && isNegation(tokens[i]))) return true;
  }
  return false;
}
