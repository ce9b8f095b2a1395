import type { Block } from '../../document/index.js';
import type { Token } from '../../text/index.js';
import type { Mark } from '../reading.js';
import { AND, BY, FOR, GIVEN_TO, PREPOSITIONS } from './words.js';

/** Proper names in one document: what the controller calls itself, companies by their legal form, libraries. */
export interface Names {
  controllers(block: Block, tokens: readonly Token[]): Mark[];
  organizations(tokens: readonly Token[]): Mark[];
}

const LEGAL_FORM = /^(?:有限公司|有限责任公司|股份有限公司|股份公司)$/;
/** How many characters a company's name has at most. */
const LONGEST_NAME = 20;
/** "（以下简称“小米”或“我们”）": what the controller is called from here on. */
const CALLED = /(?:简称|下称|统称|合称)(?:为)?[：:]?((?:[“"「][^”"」]{1,12}[”"」][或、和及]?){1,4})/g;
const QUOTED = /[“"「]([^”"」]{1,12})[”"」]/g;
/** "云雀隐私政策", "《云雀APP隐私权政策》": whose policy it is, as its first lines say. */
const TITLED =
  /(?:^|[《“"「【\s])((?:(?!用户|使用|我们|您|儿童|第三方|以下|关于|更新|最新|本|的|与|及)[\p{L}\p{N}+]){2,10}?)[”"」】]?(?:移动)?(?:APP|App|app|平台|软件|应用|网站|产品|服务)?(?:用户|会员)?(?:隐私|个人信息保护)(?:权|信息|权益)?(?:保护)?(?:政策|声明|指引|协议|条款|规则)/gu;
/** Policies that are only pointed at. */
const OF_OTHERS = /第三方|合作|参见|详见/;
/** How many blocks tell whose policy it is. */
const FIRST_BLOCKS = 8;
const OURSELVES = /^(?:我们|本公司|我司|公司|我行|本行|平台|本平台)$/;
const NO_NAME = /政策|协议|服务|产品|您|用户|信息|App|APP|软件|平台|规则|声明/;

/** Learns the names of a document. Work: one pass over the text. */
export function namesOf(blocks: readonly Block[]): Names {
  const own = new Set<string>();
  for (const { text } of blocks) {
    for (const [, forms = ''] of text.matchAll(CALLED)) {
      const names = [...forms.matchAll(QUOTED)].map(([, name = '']) => name.trim());
      if (!names.some((name) => OURSELVES.test(name))) continue;
      for (const name of names) if (!OURSELVES.test(name) && !NO_NAME.test(name)) own.add(name);
    }
  }
  for (const { text } of blocks.slice(0, FIRST_BLOCKS).filter((block) => !OF_OTHERS.test(block.text)))
    for (const [, name = ''] of text.matchAll(TITLED)) if (!NO_NAME.test(name)) own.add(name);
  return {
    controllers: (block, tokens) => controllersIn(block, tokens, own),
    organizations: (tokens) => [...organizations(tokens), ...libraries(tokens)],
  };
}

function controllersIn({ text }: Block, tokens: readonly Token[], own: ReadonlySet<string>): Mark[] {
  const start = tokens[0]?.start ?? 0;
  const end = tokens.at(-1)?.end ?? start;
  const marks: Mark[] = [];
  for (const name of own) {
    for (let at = text.indexOf(name, start); at >= 0 && at < end; at = text.indexOf(name, at + name.length)) {
      const first = tokens.findIndex((token) => token.start === at);
      const last = tokens.findIndex((token) => token.end === at + name.length);
      if (first >= 0 && last >= first)
        marks.push({ class: 'actor.controller', classId: -1, specific: true, start: first, end: last + 1 });
    }
  }
  return marks;
}

/** "上海某某科技有限公司": from the last word that cannot be part of a name. */
function organizations(tokens: readonly Token[]): Mark[] {
  const marks: Mark[] = [];
  tokens.forEach(({ word, end }, at) => {
    if (!LEGAL_FORM.test(word.lower)) return;
    let start = at;
    while (
      start > 0 &&
      isInName(tokens[start - 1] as Token) &&
      end - (tokens[start - 1] as Token).start <= LONGEST_NAME
    )
      start--;
    if (start < at) marks.push({ class: 'recipient.named', classId: -1, specific: true, start, end: at + 1 });
  });
  return marks;
}

const LIBRARY = /^sdks?$/;
/** "沛图地图SDK": how many words that say what it does may stand between the name and its kind. */
const LONGEST_KIND = 2;
/** Characters that point at libraries and name none: "各SDK", "该等SDK". */
const POINTS = /^[各该此等多个类家款种项中内其和与及或由的了]$/;

/** "沛图SDK", "Bugly SDK": a name is made of characters that are no words, two or more, or of Latin letters. */
function libraries(tokens: readonly Token[]): Mark[] {
  return tokens.flatMap(({ word }, at): Mark[] => {
    if (!LIBRARY.test(word.lower)) return [];
    let end = at;
    while (end > 0 && at - end < LONGEST_KIND && isKind(tokens[end - 1] as Token)) end--;
    let start = end;
    while (start > 0 && isNameless(tokens[start - 1] as Token)) start--;
    const latin = end > 0 && /^[a-z][a-z0-9]+$/.test((tokens[end - 1] as Token).word.lower);
    if (end - start < 2 && !latin) return [];
    const from = latin ? end - 1 : start;
    return [{ class: 'recipient.named', classId: -1, specific: true, start: from, end: at + 1 }];
  });
}

const isKind = ({ word }: Token): boolean =>
  /^\p{Script=Han}{2,4}$/u.test(word.lower) &&
  !/第三方|其他|合作|相关|部分|上述|此类|这些|所有/.test(word.lower);

const isNameless = ({ word }: Token): boolean =>
  /^\p{Script=Han}$/u.test(word.lower) && !POINTS.test(word.lower);

function isInName({ word }: Token): boolean {
  const { lower, kind } = word;
  if (kind === 'mark') return lower === '(' || lower === ')';
  return !(
    PREPOSITIONS.has(lower) ||
    GIVEN_TO.has(lower) ||
    AND.has(lower) ||
    BY.has(lower) ||
    FOR.has(lower) ||
    NAME_ENDS.has(lower)
  );
}

const NAME_ENDS = new Set([
  '是',
  '的',
  '即',
  '包括',
  '我们',
  '您',
  '提供',
  '提供方',
  '例如',
  '称',
  '运营',
  '其',
]);
