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
const OFFERING =
  /^(可以|可|有权|能够|能|随时|通过|在|请|如需|自行|自主|联系|选择|路径|进入|登录|打开|点击|点选|轻触)$/;

/** A choice that the reader is offered, not what the controller itself turns off, nor what follows once it is made. */
function isChoice(p: Predicate, _slots: SlotMarks, reading: SentenceReading): boolean {
  if (p.agent === 'third-party') return false;
  if (p.manner === 'made') return true;
  if (p.manner === 'decline' && (isCase(p, reading) || !says(reading, /^(有权|可以|可)$/))) return false;
  if (p.manner === 'settings' && (isAgreement(p, reading) || isReading(p, reading))) return false;
  if (p.agent === 'controller')
    return (
      actor(reading, 'actor.user') &&
      reading.tokens
        .slice(p.from, p.end)
        .some(({ word }) => /^(提供|支持|允许|便于|方便|供|帮助)$/.test(word.lower))
    );
  return actor(reading, 'actor.user') || says(reading, OFFERING);
}

/** "点击“同意”": agreeing is no path to a choice. */
const isAgreement = (p: Predicate, { tokens }: SentenceReading): boolean =>
  tokens
    .slice(p.start, p.end)
    .some(({ word }) => /^(同意|接受|确认|下一步|登录|注册|发布|拍摄)$/.test(word.lower)) &&
  !tokens.slice(p.start, p.end).some(({ word }) => /^(撤回|撤销|取消|不|不同意)$/.test(word.lower));

/** "点击“清单”了解详情": one is sent to read something, and changes nothing. */
const isReading = (p: Predicate, { tokens }: SentenceReading): boolean => {
  const path = tokens.slice(p.start);
  return (
    path.some(({ word }) => /^(了解|参考|阅读|查看|查阅|获悉|联系|联系我们)$/.test(word.lower)) &&
    !path.some(({ word }) => CHANGES.test(word.lower))
  );
};

const CHANGES =
  /^(关闭|开启|管理|修改|更改|变更|删除|更正|注销|撤回|撤销|取消|设置|退订|编辑|调整|举报|清除|停用|拒绝|解除|解绑|控制|系统设置|隐私设置)$/;

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
    ({ word }, at) =>
      word.lower === '请求' &&
      ![at - 1, at + 1].some((near) => /^(您|你|用户)$/.test(tokens[near]?.word.lower ?? '')),
  );

/** "如果我们处理个人信息违反法律；": one of the cases of a list. */
const isItemOrCase = (p: Predicate, { tokens }: SentenceReading): boolean =>
  tokens.slice(0, p.start).some(({ word }) => IF.has(word.lower)) || tokens.at(-1)?.word.lower === ';';

const OTHERS = /^(法律|法规|法律法规|司法|行政|监管|政府|主管部门|法定|业务|公安部|实名)$/;

/** "按司法机关提出的要求", "满足法律要求": others ask there, and the controller obeys. */
const isOfOthers = (p: Predicate, { tokens, slots }: SentenceReading): boolean =>
  tokens.slice(Math.max(p.from, p.start - 6), p.end).some(({ word }) => OTHERS.test(word.lower)) ||
  (slots.recipient ?? []).some(
    (mark) => mark.class === 'recipient.authority' && mark.start >= p.from && mark.end <= p.end,
  );

/** "您所享有的权利", "行使我们的权利": a noun for what one has, or the controller's own. */
const isHeld = (p: Predicate, { tokens }: SentenceReading): boolean =>
  tokens
    .slice(p.start, p.end)
    .some(
      ({ word }, at, near) =>
        (word.lower === '享有' && /^(所|应|应当|而)$/.test(near[at - 1]?.word.lower ?? '')) ||
        word.lower === '我们的' ||
        (word.lower === '我们' && near[at + 1]?.word.lower === '的'),
    );

/**
 * The verb's own clause offers it, or those before it do: "您可以登录网站，注销您的账号", "如需更正，请联系我们". Where nobody acts,
 * 在 and 通过 alone offer nothing.
 */
function isOffered(p: Predicate, reading: SentenceReading): boolean {
  const { tokens, slots } = reading;
  const until = isCase(p, reading) ? tokens.length : p.end;
  if (tokens.slice(0, until).some(({ word }) => INVITING.test(word.lower))) return true;
  const isDirected =
    p.agent === 'user' || (slots.control ?? []).some((mark) => mark.class === 'control.means');
  return isDirected && tokens.slice(p.from, p.end).some(({ word }) => OFFERING.test(word.lower));
}

const INVITING = /^(可以|可|有权|请|如需|随时|自行|自主|联系|联系我们|点击|点选|前往|登录)$/;

/** What is looked at is a list or a policy, the profile is filled in for the first time, or the staff does it. */
function isOther(p: Predicate, { tokens }: SentenceReading): boolean {
  const verb = tokens[p.start]?.word.lower ?? '';
  if (/^(查看|查阅|查询|浏览|访问)$/.test(verb))
    return tokens.slice(p.end, p.to).some(({ word }) => READ.test(word.lower));
  if (/^(补充|完善)$/.test(verb)) return !tokens.some(({ word }) => CHANGES.test(word.lower));
  return tokens.slice(p.from, p.start).some(({ word }) => /^(人员|员工)$/.test(word.lower));
}

const READ =
  /^(清单|列表|目录|名录|名单|隐私政策|政策|说明|规则|协议|指引|全文|详情|情况|sdk|sdks|第三方sdk)$/;

/** Seeing, correcting or deleting one's own data, or leaving: the reader does it, may do it, or asks for it. */
function isGrant(p: Predicate, slots: SlotMarks, reading: SentenceReading): boolean {
  if (p.agent === 'third-party') return false;
  if (p.manner === 'grounds') return p.agent !== 'user' && !p.negated && isItemOrCase(p, reading);
  if (p.manner === 'refused') return true;
  if (p.manner !== 'right' && (isSupposed(p, reading) || isOther(p, reading))) return false;
  if (p.manner === 'right' && (isOfOthers(p, reading) || isHeld(p, reading))) return false;
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
  return own && isOffered(p, reading);
}

/** Protecting data is a measure only where some means is spoken of. */
function isProtection(p: Predicate, _slots: SlotMarks, reading: SentenceReading): boolean {
  if (p.agent === 'user' || p.agent === 'third-party') return false;
  return p.manner !== 'guard' || says(reading, /^(措施|加密|技术|手段|制度|安全措施|保护措施|机制)$/);
}

/** A change that is announced or kept open, not the date of the last one. */
function isChange(p: Predicate, _slots: SlotMarks, reading: SentenceReading): boolean {
  // "包括更新版本": a version, and no change.
  const isVersion = reading.tokens[p.end]?.word.lower === '版本';
  return p.agent !== 'user' && !isVersion && !says(reading, /^(已于|合并|收购|破产)$/) && !isDated(reading);
}

/** "本政策于2024年3月1日更新": not "修改后公布于网站". */
const isDated = ({ tokens }: SentenceReading): boolean =>
  tokens.some(({ word }, at) => word.lower === '于' && tokens[at + 1]?.word.kind === 'number');

/** Agreement inferred from use. An act of its own (勾选, 点击同意) is consent proper. */
function isInferred(p: Predicate, _slots: SlotMarks, reading: SentenceReading): boolean {
  return !p.negated && !says(reading, /^(勾选|不视为|不|并不|不会|不得|不应)$/);
}

/** Part of the service is lost: the rest is open. */
const PARTIAL =
  /^(部分|某些|相应|相关|该|对应|此|特定|不影响|其他|上述|个别|此类|该等|某项|附加|扩展|正常|功能|第三方|第三方平台)$/;
/** From here on it is told what is lost; before, what was refused. */
const LOSING = /^(无法|不能|不可|停止|停止使用|不要|请勿|勿|不应|不得|放弃|退出)$/;

function isOnlyAlternative(p: Predicate, _slots: SlotMarks, { tokens }: SentenceReading): boolean {
  const told = tokens.slice(p.start);
  return !told
    .slice(told.findIndex(({ word }) => LOSING.test(word.lower)) + 1)
    .some(({ word }) => PARTIAL.test(word.lower));
}

/** By action; those that are not here need no check. */
export const statementChecks: Partial<Record<Action, StatementCheck>> = {
  'grant-right': isGrant,
  protect: isProtection,
  choose: isChoice,
  'change-policy': isChange,
  consent: (p, slots, reading) => (p.manner === 'by-use' ? isInferred : isOnlyAlternative)(p, slots, reading),
};
