import { concepts } from './concepts-zh.js';
import type { ParityWords } from './en.js';

const KINDS: Readonly<Record<string, string>> = {
  passage: '段落',
  denial: '否定的承诺',
  recipient: '接收方',
  party: '公司',
  place: '地点',
  period: '期限',
  age: '年龄',
  right: '权利',
  choice: '选择',
  consent: '同意',
  data: '个人信息种类',
  purpose: '目的',
  safeguard: '保障措施',
  feature: '功能',
  topic: '主题',
  contact: '联系方式',
};

const UNITS: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/ working days?$/, '个工作日'],
  [/ days?$/, '天'],
  [/ months?$/, '个月'],
  [/ hours?$/, '小时'],
  [/ minutes?$/, '分钟'],
];

const aligned: ParityWords['aligned'] = ({ first, second, ofFirst, ofSecond }) =>
  `${ofFirst} 段中有 ${first} 段与另一版本 ${ofSecond} 段中的 ${second} 段对应`;

export const chinese: ParityWords = {
  says: (kind, name) => {
    const what = KINDS[kind] ?? kind;
    if (name === undefined || kind === 'consent') return what;
    if (kind === 'denial') return `${what}：不${name}`;
    return `${what}（${nameOf(kind, name)}）`;
  },
  kind: (kind) => KINDS[kind] ?? kind,
  unnamed: (language) => `${language === 'zh' ? '中文' : '英文'}版本`,
  named: (path, language) => `${path}（${language === 'zh' ? '中文' : '英文'}）`,
  onlyIn: (name) => `仅见于 ${name}`,
  onlyInCount: (name, count) => `仅见于 ${name}（${count}）`,
  other: (line, quote) => `另一版本，${line}：“${quote}”`,
  count: (count) => `${count} 处差异`,
  summary: (differences, all) =>
    `${differences === 0 ? '未发现差异' : `发现 ${differences} 处差异`}；${aligned(all)}。`,
  aligned,
  note: '说明',
  of: { first: '第一个版本：', second: '第二个版本：' },
  columns: ['行', '内容', '原文', '另一版本对应之处'],
  page: {
    toTexts: '跳到两个版本',
    toDifferences: '跳到差异',
    overview: '概览',
    both: '两个版本',
    differ: '两个版本不一致',
    same: '未发现差异',
    next: '下一处差异',
    previous: '上一处差异',
    nextKey: '下一处差异',
    previousKey: '上一处差异',
    findKey: '在差异中查找',
    allKey: '关闭，或重新显示全部差异',
    difference: '差异',
    allKinds: '全部类型',
    here: '此处原文',
    there: '另一版本对应之处',
    nothing: '没有对应的内容',
  },
};

function nameOf(kind: string, name: string): string {
  if (kind === 'period') {
    const [end, unit] = UNITS.find(([suffix]) => suffix.test(name)) ?? [/$/, ''];
    return `${name.replace(end, unit === '' ? '' : ' ')}${unit}`;
  }
  return kind === 'age' ? `${name} 岁` : (concepts.get(`${kind}.${name}`) ?? name);
}
