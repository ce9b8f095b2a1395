import type { Action, SlotName } from '../frame.js';
import type { Predicate } from '../predicate.js';
import type { Mark, SentenceReading } from '../reading.js';
import type { SlotMarks } from '../slots.js';
import { isRelative } from './predicate.js';
import { isForReader, isInbound } from './recipients.js';
import { statementChecks } from './statements.js';

type Check = (p: Predicate, slots: SlotMarks, reading: SentenceReading) => boolean;

const has = (marks: readonly Mark[] | undefined, prefix = ''): boolean =>
  (marks ?? []).some((mark) => mark.class.startsWith(prefix));
/** Somebody else than the reader's own contacts gets it. */
const given = (slots: SlotMarks): boolean => (slots.recipient ?? []).length > 0;
const ends = (reading: SentenceReading): string => reading.tokens.at(-1)?.word.lower ?? '';

/** "我们会向以下各方提供您的信息：": the items tell who gets it. */
const leadsIn = (p: Predicate, reading: SentenceReading): boolean =>
  ends(reading) === ':' &&
  p.agent === 'controller' &&
  reading.tokens.slice(p.from, p.start).some(({ word }) => /^(以下|下列|如下)$/.test(word.lower));

/** By manner of sharing: do the words add up to it? */
const sharing: Readonly<Record<string, Check>> = {
  strong: (p, slots, reading) => {
    if (p.agent === 'user' || isForReader(reading, p) || isInbound(reading, p) || isPrevented(reading, p))
      return false;
    if (p.agent === 'third-party' && !isPassedOn(p, slots)) return false;
    if (isRelative(reading, p) && !given(slots)) return false;
    if (/^分享/.test(reading.tokens[p.start]?.word.lower ?? '')) return has(slots.data) && given(slots);
    return isNear(p, slots) || given(slots) || ends(reading) === ':' || isException(p, slots);
  },
  weak: (p, slots, reading) =>
    p.agent !== 'user' &&
    isNear(p, slots) &&
    !isOfService(p, reading) &&
    (given(slots) || leadsIn(p, reading)) &&
    (p.agent !== 'third-party' || (isPassedOn(p, slots) && !isRelative(reading, p))) &&
    !isInbound(reading, p) &&
    !(isForReader(reading, p) && !isTiedDirectly(slots, p)),
  received: (p, slots, reading) =>
    p.agent === 'third-party' &&
    has(slots.data) &&
    given(slots) &&
    !isProduct(p.subject, reading) &&
    !isStranger(p.subject, reading) &&
    !isOfConsent(p, reading),
  engage: (p, slots, reading) => p.agent !== 'user' && given(slots) && !isRelative(reading, p),
  bound: (p, slots, reading) =>
    p.agent !== 'user' &&
    (slots.recipient ?? []).some(({ class: name }) => !OUTSIDE.test(name)) &&
    isAboutRecipients(reading) &&
    !isSubmitted(p, reading),
  obliged: (p, _slots, reading) =>
    p.agent !== 'user' && has(reading.slots.recipient) && !has(reading.slots.place),
  sorted: () => true,
  'handed-over': (_p, slots) => has(slots.data),
  'with-assets': (_p, slots) => has(slots.data),
  public: (p, slots) => !p.negated && has(slots.data),
  listed: (_p, _slots, reading) => has(reading.slots.recipient),
};

/** "按司法机关的要求而公开披露；": one of the cases in which what a list is about is done. */
const isException = (p: Predicate, slots: SlotMarks): boolean =>
  p.end >= p.to - 1 &&
  (slots.condition ?? []).some(({ class: name }) => /^condition\.(?:legal|protection|consent)/.test(name));

/** Data that the verb is about: in its own clause, or put before it. */
const isNear = (p: Predicate, slots: SlotMarks): boolean =>
  (slots.data ?? []).some((mark) => mark.start < p.to);

/** "向合作伙伴提供登录服务": what is given is no data. */
const isOfService = (p: Predicate, { tokens, slots }: SentenceReading): boolean =>
  /^(?:服务|功能|支持|产品|平台|技术|接口|帮助)$/.test(tokens[p.to - 1]?.word.lower ?? '') &&
  !(slots.data ?? []).some((mark) => mark.start >= p.from && mark.start < p.to);

/** "高德地图会记录": a well-known name alone may be the product that the policy is about. */
const isProduct = (subject: Mark | undefined, { tokens }: SentenceReading): boolean =>
  subject?.class === 'recipient.named' &&
  !/^(sdk|推送|.*公司)$/.test(tokens[subject.end - 1]?.word.lower ?? '');

/** Nobody agreed with them on anything: courts and offices that demand, other readers, the public. */
const OUTSIDE = /^recipient\.(?:authority|user|public|acquirer)/;

/** "受第三方条款约束": the reader is bound there, and by somebody else. */
const isSubmitted = (p: Predicate, { tokens }: SentenceReading): boolean =>
  tokens.slice(p.from, p.start).some(({ word }) => /^(受|受到|须受|将受|均受)$/.test(word.lower));

/** "他人收集您的信息": whoever it is, nobody gave it to them. */
const isStranger = (subject: Mark | undefined, { tokens }: SentenceReading): boolean =>
  subject !== undefined && /^(他人|别人|任何人|外界|外部)$/.test(tokens[subject.start]?.word.lower ?? '');

/** "获得您的授权": what is obtained is consent. */
const isOfConsent = (p: Predicate, { tokens }: SentenceReading): boolean =>
  tokens.slice(p.end, p.end + 4).some(({ word }) => /^(授权|同意|许可|授权同意|明示同意)$/.test(word.lower));

/** A recipient that gives data to somebody else. */
const isPassedOn = (p: Predicate, slots: SlotMarks): boolean =>
  (slots.recipient ?? []).some((mark) => mark !== p.subject);

/** "防止信息被披露": what is kept from happening. */
const isPrevented = ({ tokens }: SentenceReading, p: Predicate): boolean =>
  tokens
    .slice(p.from, p.start)
    .some(({ word }) =>
      /^(防止|避免|以防|防|防范|免遭|免受|降低|遭到|遭受|受到|未经授权|非授权|未授权|擅自|滥用|违反)$/.test(
        word.lower,
      ),
    );

/** "要求其按照…处理个人信息": what they are to do with the data that they have. */
const isAboutRecipients = ({ slots, tokens }: SentenceReading): boolean =>
  has(slots.recipient) &&
  (has(slots.data) || tokens.some(({ word }) => /^(数据|保密|处理|隐私|个人信息)$/.test(word.lower)));

/** "为您提供服务，将信息提供给商家": whoever it is for, somebody else gets it. */
const isTiedDirectly = (slots: SlotMarks, p: Predicate): boolean =>
  (slots.recipient ?? []).some(
    (mark) => Math.abs(p.start - mark.end) <= 2 || Math.abs(mark.start - p.end) <= 2,
  );

const byAction: Partial<Record<Action, Check>> = {
  sell: (p, slots) => p.agent !== 'user' && isNear(p, slots),
  collect: (p, slots, reading) => {
    if (!has(slots.data) || p.agent === 'third-party') return false;
    if (p.manner === 'given')
      return p.agent === 'user' && !isForReader(reading, p) && !isOfChoice(p, reading);
    return p.agent !== 'user' || /^要求|^请/.test(reading.tokens[p.start]?.word.lower ?? '');
  },
  use: (p, slots, { tokens }) => {
    if (p.manner === 'contact') return p.agent !== 'user' && !p.negated;
    // "手机号码无法使用": what does not work, and no promise.
    if (p.agent === 'open' && /^(无法|不能)$/.test(tokens[p.start - 1]?.word.lower ?? '')) return false;
    return (p.agent === 'controller' || p.agent === 'open') && has(slots.data);
  },
  transfer: (p, slots) => {
    if (p.agent === 'user') return false;
    if (p.manner === 'equal') return has(slots.place) && has(slots.data);
    return (slots.place ?? []).some((mark) => isAbroad(mark)) && (p.manner !== 'hold' || has(slots.data));
  },
  store: (p, slots, reading) =>
    p.agent !== 'user' &&
    !has(slots.data, 'data.cookie') &&
    !isSafeguard(p, reading) &&
    (p.manner === 'placed'
      ? isPlaced(p, slots, reading)
      : has(slots.place) || (has(slots.data) && isHosted(reading))),
  retain: (p, slots, reading) => {
    if (p.agent === 'third-party' || (p.manner !== 'delete' && isOver(p, reading))) return false;
    const lasts = has(slots.period);
    if (p.manner === 'keep') return p.agent !== 'user' && (lasts || (p.negated && has(slots.data)));
    if (p.manner === 'term') return p.agent !== 'user';
    if (p.manner === 'delete') return p.agent !== 'user' && !p.negated && lasts && !isAsked(reading);
    return p.agent !== 'user' && (lasts || p.negated) && has(slots.data);
  },
};

/** "撤回授权", "拒绝提供": said of what is not given. */
const isOfChoice = ({ start, end }: Predicate, { actions }: SentenceReading): boolean =>
  actions.some((mark) => mark.class.startsWith('action.choose') && mark.start < start && mark.end >= end);

/** "保存期限已届满": a case, and nothing of how long that is. */
const isOver = (p: Predicate, { tokens }: SentenceReading): boolean =>
  tokens.slice(p.end, p.end + 4).some(({ word }) => /^(届满|到期|期满|未届满|已届满)$/.test(word.lower));

/** "保存在您的设备": said of data, and no function that is offered ("下载、保存至本地"). */
const isPlaced = (p: Predicate, slots: SlotMarks, { tokens }: SentenceReading): boolean =>
  isNear(p, slots) &&
  !(p.negated && !KEEPS.test(tokens[p.start]?.word.lower ?? '')) &&
  tokens[p.start - 1]?.word.lower !== '、';

const KEEPS = /^(?:存储|储存|保存|存放|缓存|本地|本机|云端)$/;

/** "加密存储、访问控制", "备份以防丢失": how it is kept safe, and not where it lies. */
const isSafeguard = (p: Predicate, { tokens }: SentenceReading): boolean =>
  /^(加密|隔离)$/.test(tokens[p.start - 1]?.word.lower ?? '') ||
  (tokens[p.start]?.word.lower === '备份' &&
    tokens.some(({ word }) => /^(丢失|毁损|滥用|篡改|泄露)$/.test(word.lower)));

/** What data lies on is spoken of. */
const isHosted = ({ grammar }: SentenceReading): boolean =>
  grammar.some((mark) => mark.class === 'grammar.host');

/** Data that stays in the country is stored and not transferred. */
const isAbroad = (mark: Mark): boolean => mark.class !== 'place.domestic' && mark.class !== 'place.home';

/** "您可以要求我们删除": a right, whenever it is granted. */
const isAsked = ({ slots, tokens }: SentenceReading): boolean =>
  has(slots.actor, 'actor.user') &&
  tokens.some(({ word }) => /^(有权|请求|要求|可以|申请)$/.test(word.lower));

/** Law and definitions that a sentence reports are done by nobody. */
const isReported = (reading: SentenceReading): boolean =>
  reading.grammar.some((mark) => mark.class === 'grammar.reported');

/** Slots that an action cannot do without, by action and manner: one of them the sentence has to fill. */
const NEEDED: Readonly<Record<string, readonly SlotName[]>> = {
  'share/weak': ['recipient'],
  'share/received': ['recipient'],
  'share/engage': ['recipient'],
  'share/bound': ['recipient'],
  'share/listed': ['recipient'],
  'share/handed-over': ['data'],
  'share/with-assets': ['data'],
  'collect/': ['data'],
  'collect/given': ['data'],
  'use/': ['data'],
  'sell/': ['data'],
  'store/': ['data', 'place'],
  'transfer/move': ['place'],
  'transfer/equal': ['place'],
  'transfer/hold': ['place'],
  'retain/delete': ['period'],
  'retain/hold': ['data'],
};

/** A glance at the sentence that spares reading the verb's grammar. */
export function lacksNeeded(
  { action, manner }: { readonly action: Action; readonly manner: string },
  { slots, tokens }: SentenceReading,
): boolean {
  // Whom a lead-in gives data to, its items tell.
  if (manner === 'weak' && tokens.at(-1)?.word.lower === ':') return false;
  const needed = NEEDED[`${action}/${manner}`];
  return needed !== undefined && !needed.some((slot) => slots[slot] !== undefined);
}

/** Is a predicate a statement of its own, and do its words add up to its action? */
export function holds(p: Predicate, slots: SlotMarks, reading: SentenceReading): boolean {
  const statement = statementChecks[p.action];
  if (p.topicOnly || (statement === undefined && isReported(reading))) return false;
  const check: Check | undefined =
    statement ?? (p.action === 'share' ? sharing[p.manner] : byAction[p.action]);
  return check === undefined || check(p, slots, reading);
}
