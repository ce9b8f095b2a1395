import type { Token } from '../../text/index.js';
import type { Action, Modality } from '../frame.js';
import type { Agent, Predicate } from '../predicate.js';
import { agentOf } from '../predicate.js';
import type { Mark, SentenceReading } from '../reading.js';
import type { Segment } from './clause-bounds.js';
import { AND, BY, HOW, IF, MODALS, NEGATIONS, PREPOSITIONS, WHICH } from './words.js';

/** A sentence parted into its clauses. */
export interface Sentence {
  readonly reading: SentenceReading;
  readonly segments: readonly Segment[];
}

/** Reads the grammar of a verb: who acts, whether it is denied, and how sure it is. */
export function predicateAt(sentence: Sentence, mark: Mark, action: Action, manner: string): Predicate {
  const { reading, segments } = sentence;
  const { tokens } = reading;
  const at = segments.findIndex(({ from, to }) => mark.start >= from && mark.start < to);
  const segment = segments[at] ?? { from: 0, to: tokens.length };
  const own = subjectIn(reading, segment.from, mark.start);
  const keepsData = (action === 'retain' || action === 'store') && isAboutData(reading, segment, mark);
  const subject = own ?? (keepsData ? undefined : subjectBefore(sentence, at));
  const agent = subject ? agentIn(reading, subject, segment.from) : 'open';
  return {
    action,
    manner,
    start: mark.start,
    end: mark.end,
    agent,
    subject,
    passive: own !== undefined && BY.has(lowerAt(tokens, own.start - 1)),
    negated: isNegated(tokens, segment.from, mark),
    modality: modalityOf(tokens, segment.from, mark.start),
    topicOnly: isTopic(reading, segment, mark),
    completes: false,
    from: segment.from,
    to: segment.to,
  };
}

const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.word.lower ?? '';

/** The nearest noun before a verb that can act: not one that a preposition governs, nor "your" or "our". */
function subjectIn(reading: SentenceReading, from: number, to: number): Mark | undefined {
  const { slots, tokens } = reading;
  let subject: Mark | undefined;
  for (const mark of [...(slots.actor ?? []), ...(slots.recipient ?? [])]) {
    if (mark.start < from || mark.end > to || lowerAt(tokens, mark.end) === '的') continue;
    if (
      isGoverned(tokens, mark, from) ||
      isInDescription(reading, mark, to) ||
      isInBrackets(tokens, mark, to) ||
      isWithin(slots.data, mark)
    )
      continue;
    if (subject === undefined || mark.start > subject.start) subject = mark;
  }
  return subject;
}

/** "用户个人信息": part of a longer noun. */
function isWithin(nouns: readonly Mark[] | undefined, { start, end }: Mark): boolean {
  return nouns?.some((noun) => noun.start <= start && noun.end >= end) ?? false;
}

/** "您提供的信息会": who stands in the words that describe a noun of data acts there, and not in the clause. */
function isInDescription({ slots, tokens }: SentenceReading, mark: Mark, verb: number): boolean {
  if (MODALS.has(lowerAt(tokens, mark.end)) || NEGATIONS.has(lowerAt(tokens, mark.end))) return false;
  return (slots.data ?? []).some(
    (data) =>
      data.start > mark.end &&
      data.end <= verb &&
      !isReflexive(tokens, data) &&
      [data.start, data.start - 1].some((at) => lowerAt(tokens, at) === '的'),
  );
}

/** "保管自己的密码": said of what one has, and no description of it. */
const isReflexive = (tokens: readonly Token[], { start }: Mark): boolean =>
  [start - 1, start - 2].some((at) => /^(?:自己|自身|本人)$/.test(lowerAt(tokens, at)));

/** Whether a bracket that is open at the noun closes before the verb. */
function isInBrackets(tokens: readonly Token[], { end }: Mark, verb: number): boolean {
  for (let at = end; at < verb; at++) {
    if (lowerAt(tokens, at) === '(') return false;
    if (lowerAt(tokens, at) === ')') return true;
  }
  return false;
}

/** The same place, or that before the bracket which closes there. */
export function beforeBracket(tokens: readonly Token[], at: number): number {
  if (lowerAt(tokens, at) !== ')') return at;
  let open = at;
  while (open >= 0 && lowerAt(tokens, open) !== '(') open--;
  return open < 0 ? at : open - 1;
}

/** How far before a noun its preposition may stand, in tokens. */
const REACH = 16;
/** What ends the phrase of a preposition, or begins the verb's: what stands behind it is governed by nothing before. */
const FREES = /^(?:中|时|后|下|内|里|会|可能|可以|不会|应当|必须)$/;

/** "向我们的合作伙伴": a preposition stands before the noun and the words that describe it. */
function isGoverned(tokens: readonly Token[], mark: Mark, from: number): boolean {
  for (
    let at = beforeBracket(tokens, mark.start - 1);
    at >= from && at >= mark.start - REACH;
    at = beforeBracket(tokens, at - 1)
  ) {
    const lower = lowerAt(tokens, at);
    if (BY.has(lower) || FREES.test(lower)) return false;
    if (PREPOSITIONS.has(lower)) return true;
  }
  return false;
}

/** "我们和合作伙伴会收集": of two who act together the controller is one. */
function agentIn({ slots, tokens }: SentenceReading, subject: Mark, from: number): Agent {
  const agent = agentOf(subject);
  if (agent !== 'third-party') return agent;
  const joint = (slots.actor ?? []).some(
    (mark) =>
      mark.class.startsWith('actor.controller') &&
      mark.start >= from &&
      mark.end < subject.start &&
      subject.start - mark.end <= 4 &&
      AND.has(lowerAt(tokens, mark.end)),
  );
  return joint ? 'controller' : agent;
}

/** What may stand before a subject that acts in the next clauses too. */
const OPENS =
  /^(?:但|但是|而|且|并|并且|同时|此外|另外|因此|其中|目前|例如|即|所以|然而|不过|则|只要|由于|因|故|如|若|当|一旦|如果|即使|以及|和|与|或|我们|我们的|我司|我行|的|其|该|各|任何|所有|部分|相关|有关|[a-z])$/;

/** Who acts in the clauses before, if they are no conditions or labels ("如您注销账号，", "支付服务商："). */
function subjectBefore({ reading, segments }: Sentence, at: number): Mark | undefined {
  for (let i = at - 1; i >= 0; i--) {
    const { from, to } = segments[i] as Segment;
    if (IF.has(lowerAt(reading.tokens, from)) || lowerAt(reading.tokens, to) === ':') continue;
    const subject = subjectIn(reading, from, to);
    if (subject && isFirst(reading.tokens, from, subject.start)) return subject;
  }
  return undefined;
}

/** "我们建议您": who is asked to do something does it. */
const ADVISED = /^(?:建议|请|务请|敬请|提醒|提示)$/;

/** Whether only an item's number or a conjunction stands before: "（8）.", "但". */
function isFirst(tokens: readonly Token[], from: number, to: number): boolean {
  if (ADVISED.test(lowerAt(tokens, to - 1))) return true;
  for (let at = from; at < to; at++) {
    const { kind, lower } = tokens[at]?.word ?? { kind: 'mark', lower: '' };
    if (kind === 'word' && !OPENS.test(lower)) return false;
  }
  return true;
}

/** "您注销账号后，个人信息将保存90天": what is kept begins the clause, and whoever closed the account does not keep it. */
function isAboutData({ slots }: SentenceReading, { from }: Segment, verb: Mark): boolean {
  return (slots.data ?? []).some(({ start, end }) => start - from <= 1 && end <= verb.start);
}

/** What stands between a verb and its negation: never another clause, and nothing that the negation is spent on. */
function isNegated(tokens: readonly Token[], from: number, mark: Mark): boolean {
  for (let at = mark.start - 1; at >= from; at--) {
    const lower = lowerAt(tokens, at);
    if (!NEGATIONS.has(lower)) continue;
    // "未经您同意", "不再需要": said of the consent and the need.
    return !/^(经|征得|取得|获得|同意|授权|需要|必要)$/.test(lowerAt(tokens, at + 1));
  }
  return false;
}

function modalityOf(tokens: readonly Token[], from: number, to: number): Modality {
  for (let at = to - 1; at >= from; at--) {
    const modality = MODALS.get(lowerAt(tokens, at));
    // "将您的信息提供给": the word that puts the object first.
    if (modality !== undefined && !(lowerAt(tokens, at) === '将' && isObjectMarker(tokens, at, to)))
      return modality;
  }
  return 'none';
}

const isObjectMarker = (tokens: readonly Token[], at: number, verb: number): boolean =>
  verb - at > 1 && /^(您|你|用户|您的|该|相关|上述|所|个人信息|这些)/.test(lowerAt(tokens, at + 1));

/** "我们如何共享", a question, a label before a colon: the clause names a topic. */
function isTopic(reading: SentenceReading, { from }: Segment, mark: Mark): boolean {
  const { tokens, block } = reading;
  if (tokens.at(-1)?.word.lower === '?') return true;
  for (let at = from; at < mark.start; at++) if (HOW.has(lowerAt(tokens, at))) return true;
  // "说明我们收集哪些信息": what is only asked. "控制哪些第三方可以访问" is a choice all the same.
  if (WHICH.has(lowerAt(tokens, mark.end)) && !mark.class.startsWith('action.choose')) return true;
  return block.kind === 'paragraph' && (isTitle(tokens) || isDescriptive(reading, mark));
}

/** "共享信息的方式", "转让时征得同意的例外": what stands last is a noun, and the verb only tells what it is about. */
function isDescriptive({ tokens }: SentenceReading, { end }: Mark): boolean {
  const last = tokens.length - 1;
  const isNamed = TOPICS.test(lowerAt(tokens, last)) && lowerAt(tokens, last - 1) === '的' && end < last - 1;
  return isNamed && !tokens.some(({ word }) => MODALS.has(word.lower) || NEGATIONS.has(word.lower));
}

const TOPICS = /^(?:方式|例外|情况|情形|原则|规则|范围|目的|说明|提示|流程|清单)$/;

/** A few words without a full stop: a title that no markup shows as one. */
function isTitle(tokens: readonly Token[]): boolean {
  if (tokens.length > 12) return false;
  const last = tokens.at(-1)?.word;
  return (
    last?.kind !== 'mark' &&
    !tokens.some(({ word }) => /^(会|将|可能|可以|不会|您|我们|请)$/.test(word.lower))
  );
}

/** "我们共享的信息": the verb only says which noun is meant. */
export function isRelative(reading: SentenceReading, p: Predicate): boolean {
  const { tokens, actions } = reading;
  const { to } = p;
  let { end } = p;
  // "共享、转让或公开披露的": verbs in a row share what follows the last.
  for (let next = rowAfter(end); next !== undefined; next = rowAfter(end)) end = next;
  function rowAfter(at: number): number | undefined {
    return AND.has(lowerAt(tokens, at)) ? actions.find((mark) => mark.start === at + 1)?.end : undefined;
  }
  if (lowerAt(tokens, end) === '的') return !/^[:：]$/.test(lowerAt(tokens, to));
  return (
    lowerAt(tokens, end) === '之' || (lowerAt(tokens, end) === '给' && lowerAt(tokens, end + 2) === '的')
  );
}
