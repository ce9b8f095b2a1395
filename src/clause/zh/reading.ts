import type { Block } from '../../document/index.js';
import { hanSentences, type Token } from '../../text/index.js';
import type { Action, SlotName } from '../frame.js';
import type { Grammar } from '../grammar.js';
import { type Mark, type SentenceReading, withoutOverlaps } from '../reading.js';
import type { Names } from './names.js';
import { unlistedRecipients } from './unlisted.js';

/** Longest stretch read at once, in tokens: a text without full stops must not cost the square of its length. */
const LONGEST = 400;

/** Reads a block sentence by sentence; headings too (they give topics, and are never judged alone). */
export function readBlock(
  block: Block,
  tokens: readonly Token[],
  grammar: Grammar,
  names: Names,
): SentenceReading[] {
  const readings: SentenceReading[] = [];
  let first = 0;
  for (const span of hanSentences(block.text)) {
    let last = first;
    while (last < tokens.length && (tokens[last] as Token).start < span.end) last++;
    while (first < last) {
      const end = Math.min(last, first + LONGEST);
      readings.push(readSentence(block, readings, tokens.slice(first, end), grammar, names));
      first = end;
    }
  }
  return readings;
}

function readSentence(
  block: Block,
  earlier: readonly SentenceReading[],
  tokens: readonly Token[],
  grammar: Grammar,
  names: Names,
): SentenceReading {
  const matches = grammar.index.match(tokens, undefined, grammar.hidden);
  const titles = between(tokens, '《', '》');
  const quoted = between(tokens, '“', '”');
  const actions: Mark[] = [];
  const words: Mark[] = [];
  const bySlot = new Map<SlotName, Mark[]>();
  const push = (slot: SlotName, mark: Mark): void => {
    const marks = bySlot.get(slot);
    if (marks) marks.push(mark);
    else bySlot.set(slot, [mark]);
  };
  for (const match of matches) {
    const role = grammar.roles[match.classId];
    if (
      role === undefined ||
      titles[match.start] === 1 ||
      (role.kind === 'action' && quoted[match.start] === 1 && !OFFERED.has(role.action))
    )
      continue;
    if (role.kind === 'action') actions.push(match);
    else if (role.kind === 'slot') push(role.slot, match);
    else if (role.kind === 'grammar') words.push(match);
  }
  meanStatistics(bySlot.get('data'), earlier.at(-1));
  const controllers = names.controllers(block, tokens);
  const isOwn = (mark: Mark): boolean =>
    controllers.some(({ start, end }) => start <= mark.start && end >= mark.end);
  const named = bySlot.get('recipient')?.filter((mark) => !isOwn(mark));
  if (named !== undefined) bySlot.set('recipient', named);
  for (const mark of names.organizations(tokens)) push('recipient', mark);
  const known = [...(bySlot.get('recipient') ?? []), ...(bySlot.get('actor') ?? []), ...controllers];
  for (const mark of unlistedRecipients(tokens, actions, known)) push('recipient', mark);
  for (const mark of controllers) push('actor', mark);
  return { block, number: earlier.length, tokens, matches, actions, grammar: words, slots: slotsOf(bySlot) };
}

/** "收集此类信息的目的": what was last spoken of as being about nobody is so here too. */
function meanStatistics(marks: Mark[] | undefined, previous: SentenceReading | undefined): void {
  if (!previous?.slots.data?.some((mark) => mark.class === 'data.non-personal')) return;
  marks?.forEach((mark, i) => {
    if (mark.class === 'data.referred') marks[i] = { ...mark, class: 'data.non-personal' };
  });
}

function slotsOf(bySlot: ReadonlyMap<SlotName, readonly Mark[]>): SentenceReading['slots'] {
  const slots: { [S in SlotName]?: readonly Mark[] } = {};
  for (const [slot, marks] of bySlot) {
    // Conditions may be told twice over; each of them counts.
    const kept = slot === 'condition' ? marks : withoutOverlaps(marks);
    const real = kept.filter((mark) => !mark.class.startsWith('neutral.'));
    if (real.length > 0) slots[slot] = real;
  }
  return slots;
}

/** What the names of buttons and menus offer. */
const OFFERED: ReadonlySet<Action> = new Set(['choose', 'grant-right']);

/** By token: 1 between two marks. A title names its topic, and what is quoted is a name or a button: neither states anything. */
function between(tokens: readonly Token[], opening: string, closing: string): Uint8Array {
  const inside = new Uint8Array(tokens.length);
  let open = -1;
  tokens.forEach(({ word }, at) => {
    if (word.lower === opening) open = at;
    if (word.lower === closing && open >= 0) {
      inside.fill(1, open, at + 1);
      open = -1;
    }
  });
  return inside;
}
