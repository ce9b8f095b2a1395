import type { Messages, TooMuch } from '../en/messages.js';

const TOO_MUCH: Readonly<Record<TooMuch['what'], (most: number) => string>> = {
  characters: (most) => `超过 ${most} 个字符`,
  line: (most) => `有超过 ${most} 个字符的行`,
  containers: (most) => `一行内嵌套的列表或引用超过 ${most} 层`,
  indent: (most) => `列表缩进超过 ${most} 列`,
  marks: () => '行、单元格或者强调、链接、代码标记过多',
  underlines: () => '嵌套行或者下划线标题过多',
  depth: (most) => `元素嵌套超过 ${most} 层`,
  'too-deep': () => '元素嵌套过深',
  attributes: (most) => `有元素的属性超过 ${most} 个`,
  'in-tables': (most) => `表格内、单元格外的元素超过 ${most} 个`,
  open: () => '未闭合的元素过多',
};

const LANGUAGES: Readonly<Record<string, string>> = {
  de: '德文',
  en: '英文',
  es: '西班牙文',
  fr: '法文',
  it: '意大利文',
  ja: '日文',
  ko: '韩文',
  nl: '荷兰文',
  pt: '葡萄牙文',
  ru: '俄文',
  zh: '中文',
};

const languageName = (code: string): string => LANGUAGES[code] ?? `语言“${code}”`;

export const messages: Messages = {
  'empty-text': () => '没有可供审阅的文字',
  'empty-page': () => '网页未显示任何文字',
  'other-terms': () => '网页未显示隐私政策，仅读取了其他条款',
  'no-terms': () => '网页未显示隐私政策，未读取任何内容',
  'fallback-markdown': ({ what, most }) => `已按纯文本读取：Markdown ${TOO_MUCH[what](most)}，解析耗时过长`,
  'fallback-html': ({ what, most }) => `未按网页结构、仅按段落读取：${TOO_MUCH[what](most)}`,
  'encoding-guessed': ({ byte, line }) =>
    `第 ${line} 行（第 ${byte} 字节）不是有效的 UTF-8，网页也未注明相符的编码：已按 Windows-1252 读取`,
  'encoding-broken': ({ byte, line }) =>
    `第 ${line} 行（第 ${byte} 字节）不是有效的 UTF-8：无效字节读作 U+FFFD`,
  language: ({ language, known }) =>
    `政策使用${languageName(language)}，目前只能评析${known.split(' ').map(languageName).join('、')}，因此未作评析`,
  languages: ({ main, other }) =>
    `政策使用${languageName(main)}和${languageName(other)}，各部分均按其语言评析`,
  'profile-only': () => '仅要求回答概况问题，未适用规则',
  'findings-limit': ({ shown, all }) => `仅显示 ${all} 项问题中的前 ${shown} 项，--format json 可输出全部`,
  'same-here': () => '此处同样如此',
  'words-here': ({ count }) => `此处有 ${count} 处此类用语`,
  answers: () => '此处已作出回应',
  'link-answers': () => '此链接已作出回应',
  'no-directive': ({ written, known }) => `“${written}”不是指令，可用的有 ${known}`,
  'no-day': ({ written }) => `“expires ${written}”不是日期，请写作 expires 2027-01-31`,
  'rule-unknown': ({ rule }) => `没有规则“${rule}”，可用 \`fineprint rules list\` 查看全部规则`,
  'rule-near': ({ rule, near }) => `没有规则“${rule}”，是否指 ${near.split(' ').join(' 或 ')}？`,
  'rule-category': ({ rule }) => `没有规则“${rule}”，指整个类别时请写作 ${rule}/*`,
  'no-reason': ({ name }) => `fineprint-${name} 未写明理由，不生效；请在规则后写明：-- 理由`,
  expired: ({ name, day }) => `fineprint-${name} 已于 ${day} 到期，请重新评析，然后删除或者另定日期`,
  'ends-nothing': () => 'fineprint-enable 之前没有需要结束的抑制，请删除',
  'ends-nothing-of': ({ rules }) => `fineprint-enable 之前没有对 ${rules} 的抑制，请删除`,
  'suppresses-nothing': ({ name }) => `fineprint-${name} 没有抑制任何问题，请删除`,
  'suppresses-nothing-of': ({ name, rules }) => `fineprint-${name} 没有抑制 ${rules} 的任何问题，请删除`,
  'baseline-gone': ({ rule, quote }) => `基线：${rule}“${quote}”已不再出现，请清理基线`,
  'baseline-fewer': ({ rule, quote }) => `基线：${rule}“${quote}”出现的位置已减少，请清理基线`,
  'baseline-expired': ({ rule, quote, day }) => `基线：${rule}“${quote}”已于 ${day} 到期，请重新评析`,
};
