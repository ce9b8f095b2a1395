import type { Modality } from '../frame.js';

/** A set from words parted by spaces. */
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What denies the verb behind it. */
export const NEGATIONS = words(
  '不会 不 未 没有 不得 不再 绝不 决不 从不 并不 并未 不能 无法 不可 不予 禁止 严禁 不曾 从未 也不 均不 亦不 无权 不允许 绝不会 并不会 不将 不应 不需要 不需 不必 切勿 请勿 不要 勿 暂不 暂未 尚未 永不 不存在 不涉及',
);

export const MODALS: ReadonlyMap<string, Modality> = new Map([
  ['可能', 'may'],
  ['可', 'may'],
  ['可以', 'may'],
  ['有可能', 'may'],
  ['能', 'may'],
  ['能够', 'may'],
  ['有权', 'may'],
  ['会', 'will'],
  ['将', 'will'],
  ['将会', 'will'],
  ['不会', 'will'],
  ['应', 'must'],
  ['应当', 'must'],
  ['必须', 'must'],
  ['需', 'must'],
  ['需要', 'must'],
  ['须', 'must'],
  ['建议', 'should'],
]);

/** Before whom something is given to. */
export const TOWARDS = words('向 与 和 跟 同 给 对 至 予 到');
/** Behind a verb of giving, before who gets it. */
export const GIVEN_TO = words('给 至 到 于 予 与 向');
/** Before a noun that is no subject. */
export const PREPOSITIONS = words(
  '向 与 和 跟 同 给 对 至 为 从 在 根据 按照 依据 按 依 征得 获得 取得 要求 请求 通知 将 把 于 经 经过 除 针对 关于 对于 基于 以 因 通过 帮助 协助 提示 提醒 告知 供 属于 来自 就 便于 方便 使 让 令 因为',
);
/** Before who acts, in a passive. */
export const BY = words('由 被');
export const AND = words('和 与 及 以及 或 、 / 或者 并');
/** What a conditional clause begins with. */
export const IF = words(
  '如 如果 若 倘若 假如 当 一旦 如您 如你 如若 若您 如用户 如需 如我们 如因 如不 除非 在 只有',
);
export const HOW = words('如何 怎样 怎么 是否 为何 何种 哪些 何时 什么 哪种');
/** What a verb has for its object in a question. */
export const WHICH = words('哪些 哪种 何种 什么');
/** Before what something is done for. */
export const FOR = words(
  '为了 为 用于 用来 以便 以 旨在 供 以用于 便于 目的是 用以 从而 以实现 出于 以便于 为实现 为保障 为提供 为使',
);

/** All that has to stay one word, beside the words of the lexicon. */
export const CLOSED: readonly string[] = [
  ...NEGATIONS,
  ...MODALS.keys(),
  ...TOWARDS,
  ...GIVEN_TO,
  ...PREPOSITIONS,
  ...BY,
  ...AND,
  ...IF,
  ...HOW,
  ...FOR,
].filter((word) => /\p{Script=Han}/u.test(word));
