import type { Block } from '../document/index.js';
import type { Match } from '../pattern/index.js';
import { sentences, type Token } from '../text/index.js';
import type { SlotName } from './frame.js';
import type { Grammar } from './grammar.js';
import type { Names } from './names.js';
import { words } from './wording.js';

/** A stretch of tokens with a lexicon class. `start` and `end` are token indices in the sentence, `end` exclusive. */
export interface Mark {
  readonly class: string;
  readonly classId: number;
  readonly specific: boolean;
  readonly start: number;
  readonly end: number;
}

/** A sentence with what the lexicon says of its words. */
export interface SentenceReading {
  readonly block: Block;
  /** Number within the block, from 0. */
  readonly number: number;
  readonly tokens: readonly Token[];
  /** The matches of the index, as found, helper classes left out; rules look up their own phrases here. */
  readonly matches: readonly Match[];
  readonly actions: readonly Mark[];
  /** Marks of the `grammar.` classes. */
  readonly grammar: readonly Mark[];
  /** By slot, in order, without overlaps: of two that overlap the longer one stands. */
  readonly slots: Readonly<Partial<Record<SlotName, readonly Mark[]>>>;
}

/**
 * Longest stretch read at once, in tokens. Clauses are looked up among all marks of their sentence, so that a text
 * without full stops would cost the square of its length.
 */
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
  for (const span of sentences(block.text)) {
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
  const actions: Mark[] = [];
  const words: Mark[] = [];
  const bySlot: SlotLists = {};
  let neutral = false;
  for (const match of matches) {
    const role = grammar.roles[match.classId];
    if (role === undefined) continue;
    if (role.kind === 'action') actions.push(match);
    else if (role.kind === 'slot') {
      push(bySlot, role.slot, match);
      neutral ||= role.neutral;
    } else if (role.kind === 'grammar') words.push(match);
  }
  for (const mark of names.controllers(tokens)) push(bySlot, 'actor', mark);
  for (const mark of names.data(tokens)) push(bySlot, 'data', mark);
  for (const mark of names.organizations(tokens)) {
    if (!taken(bySlot, mark)) push(bySlot, 'recipient', mark);
  }
  const they = pronounIn(tokens);
  const meant = they < 0 ? undefined : spokenOf(earlier.at(-1));
  if (meant) push(bySlot, 'recipient', { ...meant, start: they, end: they + 1 });
  const it = tokens[0]?.word.lower === 'it' && IT_DOES.has(tokens[1]?.word.lower ?? '');
  const data = it ? dataSpokenOf(earlier.at(-1)) : undefined;
  if (data) push(bySlot, 'data', { ...data, start: 0, end: 1 });
  tidy(bySlot, neutral);
  return { block, number: earlier.length, tokens, matches, actions, grammar: words, slots: bySlot };
}

type SlotLists = { [S in SlotName]?: Mark[] };

/** Parts what overlaps, and takes out what only looks like a filler. */
function tidy(slots: { [S in SlotName]?: readonly Mark[] }, neutral: boolean): void {
  for (const slot of Object.keys(slots) as SlotName[]) {
    const marks = slots[slot] as readonly Mark[];
    // Conditions may be told twice over ("if you choose to use"); each of them counts.
    const kept = slot === 'condition' ? marks : withoutOverlaps(marks);
    slots[slot] = neutral ? kept.filter((mark) => !mark.class.startsWith('neutral.')) : kept;
  }
}

/** Whom "they" means in the next sentence: the recipients spoken of last, if no users are. */
function spokenOf(previous: SentenceReading | undefined): Mark | undefined {
  const mark = previous?.slots.recipient?.at(-1);
  return mark !== undefined && !/^recipient\.(user|authority|public)/.test(mark.class) ? mark : undefined;
}

/** "It may also be shared": what "it" means, if the sentence before was about people's data. */
function dataSpokenOf(previous: SentenceReading | undefined): Mark | undefined {
  const marks = previous?.slots.data ?? [];
  const last = marks.at(-1);
  const personal = marks.every((mark) => !/^data\.(non-personal|cookie)/.test(mark.class));
  return last && personal ? { ...last, class: 'data.referred', specific: false } : undefined;
}

const IT_DOES = words('may might can could will is also');

/** Where "they" stands at the head of a sentence, or -1. */
function pronounIn(tokens: readonly Token[]): number {
  for (let at = 0; at < Math.min(tokens.length, 4); at++) if (tokens[at]?.word.lower === 'they') return at;
  return -1;
}

function push(bySlot: SlotLists, slot: SlotName, mark: Mark): void {
  const marks = bySlot[slot];
  if (marks) marks.push(mark);
  else bySlot[slot] = [mark];
}

/** Is a would-be name really a data kind, a place or the controller? */
function taken(bySlot: SlotLists, name: Mark): boolean {
  for (const slot of ['data', 'place', 'actor', 'safeguard', 'period'] as const) {
    if (bySlot[slot]?.some((mark) => mark.start < name.end && name.start < mark.end)) return true;
  }
  return false;
}

/** In order and without overlaps, as most marks come. */
function areApart(marks: readonly Mark[]): boolean {
  for (let i = 1; i < marks.length; i++)
    if ((marks[i - 1] as Mark).end > (marks[i] as Mark).start) return false;
  return true;
}

/** Of marks that overlap, keeps the longest; of equals the first, and the specific one before the other. */
export function withoutOverlaps(marks: readonly Mark[]): readonly Mark[] {
  if (areApart(marks)) return marks;
  const order: Mark[] = [];
  for (const mark of marks) insert(order, mark, goesFirst);
  const kept: Mark[] = [];
  for (const mark of order) {
    if (!kept.some((other) => other.start < mark.end && mark.start < other.end))
      insert(kept, mark, standsBefore);
  }
  return kept;
}

function goesFirst(a: Mark, b: Mark): boolean {
  const longer = a.end - a.start - (b.end - b.start);
  if (longer !== 0) return longer > 0;
  return a.start !== b.start ? a.start < b.start : a.specific && !b.specific;
}

function standsBefore(a: Mark, b: Mark): boolean {
  return a.start < b.start;
}

/** Puts a mark behind all that it does not come before: for the few marks of a slot cheaper than to sort them. */
function insert(sorted: Mark[], mark: Mark, comesBefore: (a: Mark, b: Mark) => boolean): void {
  let at = sorted.length;
  for (; at > 0 && comesBefore(mark, sorted[at - 1] as Mark); at--) sorted[at] = sorted[at - 1] as Mark;
  sorted[at] = mark;
}
