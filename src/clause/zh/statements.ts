import type { Action } from '../frame.js';
import type { Predicate } from '../predicate.js';
import type { Mark, SentenceReading } from '../reading.js';
import type { SlotMarks } from '../slots.js';
import { IF } from './words.js';

/** Whether a statement's words, said by whom they are said, amount to the statement. */
type StatementCheck = (p: Predicate, slots: SlotMarks, reading: SentenceReading) => boolean;

const says = ({ tokens }: SentenceReading, words: RegExp): boolean =>
  tokens.some(({ word }) => words.test(word.lower));
const actor = ({ slots }: SentenceReading, name: string): boolean =>
  (slots.actor ?? []).some((mark: Mark) => mark.class === name);

/** What offers something to the reader, or tells how it is done. */
const OFFERING = /^(可以|可|有权|能够|能|随时|通过|在|请|如需|自行|自主|联系|选择|路径|进入|登录|打开)$/;

/** A choice that the reader is offered, not what the controller itself turns off, nor what follows once it is made. */
function isChoice(p: Predicate, _slots: SlotMarks, reading: SentenceReading): boolean {
  if (p.agent === 'third-party') return false;
  if (p.manner === 'decline' && (isCase(p, reading) || !says(reading, /^(有权|可以|可)$/))) return false;
  if (p.agent === 'controller')
    return actor(reading, 'actor.user') && says(reading, /^(提供|支持|允许|便于|方便|供)$/);
  return actor(reading, 'actor.user') || says(reading, OFFERING);
}

/** "如您关闭权限，…", "您撤回同意后，…": a case, of which the rest of the sentence tells what comes of it. */
export function isSupposed(p: Predicate, reading: SentenceReading): boolean {
  return (
    isCase(p, reading) &&
    !reading.tokens.slice(p.to).some(({ word }) => /^(可以|可|请|通过|点击|联系我们|进入)$/.test(word.lower))
  );
}

function isCase(p: Predicate, { tokens }: SentenceReading): boolean {
  const lower = (at: number): string => tokens[at]?.word.lower ?? '';
  if (IF.has(lower(p.from)) || lower(p.from) === '即使') return true;
  return /^(后|时|之后|的)$/.test(lower(p.to - 1)) || /^(后|之后)$/.test(lower(p.end));
}

/** A request is spoken of that is not the controller's own: "请求您授权访问相册". */
const isRequested = ({ tokens }: SentenceReading): boolean =>
  tokens.some(
    ({ word }, at) => word.lower === '请求' && !/^(您|你|用户)$/.test(tokens[at + 1]?.word.lower ?? ''),
  );

/** Seeing, correcting or deleting one's own data, or leaving: the reader does it, may do it, or asks for it. */
function isGrant(p: Predicate, slots: SlotMarks, reading: SentenceReading): boolean {
  if (p.agent === 'third-party' || (p.manner !== 'right' && isSupposed(p, reading))) return false;
  if (p.manner === 'right') return !says(reading, /^(减少|削减|变更|更新|修订|变化|发生|重大变更|重大变化)$/);
  if (p.agent === 'user' && says(reading, /^(需要|需|必须|应)$/) && !says(reading, /^(可以|可|有权|如需)$/))
    return false;
  if (p.agent === 'controller')
    return actor(reading, 'actor.user') && (isRequested(reading) || says(reading, /^(权利|途径|渠道|副本)$/));
  const near = reading.tokens.slice(p.from, p.to);
  const own =
    (slots.data ?? []).some((mark) => mark.start >= p.from && mark.start < p.to) ||
    (reading.slots.control ?? []).some((mark) => mark.class === 'control.means') ||
    near.some(({ word }) => /^(账号|账户|帐号|帐户|注销)$/.test(word.lower));
  return own && reading.tokens.slice(p.from, p.end).some(({ word }) => OFFERING.test(word.lower));
}

/** Protecting data is a measure only where some means is spoken of. */
function isProtection(p: Predicate, _slots: SlotMarks, reading: SentenceReading): boolean {
  if (p.agent === 'user' || p.agent === 'third-party') return false;
  return p.manner !== 'guard' || says(reading, /^(措施|加密|技术|手段|制度|安全措施|保护措施|机制)$/);
}

/** A change that is announced or kept open, not the date of the last one. */
function isChange(p: Predicate, _slots: SlotMarks, reading: SentenceReading): boolean {
  return p.agent !== 'user' && !says(reading, /^(已于|于|合并|收购|破产)$/);
}

/** Agreement inferred from use. An act of its own (勾选, 点击同意) is consent proper. */
function isInferred(p: Predicate, _slots: SlotMarks, reading: SentenceReading): boolean {
  return !p.negated && !says(reading, /^(勾选|不视为|不|并不|不会|不得|不应)$/);
}

/** Part of the service is lost: the rest is open. */
const PARTIAL = /^(部分|某些|相应|相关|该|对应|此|特定|不影响|其他|上述|个别|此类|该等|某项|附加|扩展|正常)$/;

function isOnlyAlternative(p: Predicate, _slots: SlotMarks, { tokens }: SentenceReading): boolean {
  return !tokens.slice(p.start).some(({ word }) => PARTIAL.test(word.lower));
}

/** By action; those that are not here need no check. */
export const statementChecks: Partial<Record<Action, StatementCheck>> = {
  'grant-right': isGrant,
  protect: isProtection,
  choose: isChoice,
  'change-policy': isChange,
  consent: (p, slots, reading) => (p.manner === 'by-use' ? isInferred : isOnlyAlternative)(p, slots, reading),
};
