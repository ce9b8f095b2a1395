import type { Token } from '../../text/index.js';
import type { Mark } from '../reading.js';
import { beforeBracket } from './predicate.js';

/** Before whom something is given to or shared with. */
const TOWARDS = /^(?:向|与|和|同|跟)$/;
/** Behind the verb. */
const GIVEN_TO = /^(?:给|至|予|给予)$/;
/** What ends the noun behind the verb. */
const ENDS = /^(?:[，.;:、()]|以|用于|用来|进行|来|为|并|后|时|以便|从而)$/;
const PRONOUN = /^(?:其|他们|她们|对方)$/;
/** How many words a noun and what describes it may have. */
const LONGEST = 14;
/** What nouns for persons and bodies end in: 承办方, 车主, 招聘者, 派出所. */
const SOMEBODY =
  /(?:方|者|人|商|主|员|部|局|院|校|公司|机构|机关|单位|企业|团队|团体|组织|集团|家|厂|店|师|所|社|代表|客户|商户|部门|伙伴)$/;
/** Looks like somebody, and is the reader, the controller, a place or a case. */
const NOBODY = /(?:您|你|用户|我们|我司|我方|本人|自己|国家|大家|地方|一方面|双方|场所|[本该]公司|客户端)/;
const VAGUE = /^(?:有关|相关|其他|任何|某些)?(?:公司|机构|单位|企业|组织|部门|团体)$/;

/**
 * Recipients that the lexicon does not list: a pronoun ("向其提供"), or a noun for somebody ("向承办方提供", "提供给车主"),
 * where the grammar of a verb of giving tells that somebody gets it.
 */
export function unlistedRecipients(
  tokens: readonly Token[],
  actions: readonly Mark[],
  known: readonly Mark[],
): Mark[] {
  const marks: Mark[] = [];
  for (const { class: name, start, end } of actions) {
    if (name !== 'action.share.strong' && name !== 'action.share.weak') continue;
    const [from, to] = before(tokens, start) ?? behind(tokens, end) ?? [0, 0];
    if (from === to || [...known, ...marks].some((mark) => mark.start < to && mark.end > from)) continue;
    const noun = tokens
      .slice(from, to)
      .map(({ word }) => word.lower)
      .join('');
    const kind = kindOf(noun);
    if (kind !== undefined)
      marks.push({ class: kind, classId: -1, specific: kind === 'recipient.category', start: from, end: to });
  }
  return marks;
}

function kindOf(noun: string): string | undefined {
  if (PRONOUN.test(noun)) return 'recipient.referred';
  if (!SOMEBODY.test(noun) || NOBODY.test(noun)) return undefined;
  return VAGUE.test(noun) ? 'recipient.generic' : 'recipient.category';
}

/** The words between a preposition and the verb. */
function before(tokens: readonly Token[], verb: number): readonly [number, number] | undefined {
  for (let at = beforeBracket(tokens, verb - 1); at >= verb - LONGEST && at >= 0; at--) {
    const lower = tokens[at]?.word.lower ?? '';
    if (TOWARDS.test(lower)) return [at + 1, verb];
    if (/^[，.;:()]$/.test(lower)) return undefined;
  }
  return undefined;
}

/** The words behind "提供给" up to what is done with it there. */
function behind(tokens: readonly Token[], end: number): readonly [number, number] | undefined {
  if (!GIVEN_TO.test(tokens[end]?.word.lower ?? '')) return undefined;
  let to = end + 1;
  while (to < tokens.length && to - end <= LONGEST && !ENDS.test(tokens[to]?.word.lower ?? '')) to++;
  return [end + 1, to];
}
