import type { Block, PolicyDocument } from '../../document/index.js';
import type { Clauses } from '../extract.js';
import type { ClauseFrame } from '../frame.js';
import { type Grammar, grammarOf } from '../grammar.js';
import type { LanguageIndex } from '../language.js';
import type { Mark, SentenceReading } from '../reading.js';
import { tableFrames } from '../tables.js';
import { underTopic } from '../topics.js';
import { segmentsOf } from './clause-bounds.js';
import { type Draft, frameOf } from './frames.js';
import { isColumnHeader, itemFrames, listsOf } from './lists.js';
import { namesOf } from './names.js';
import { predicateAt, type Sentence } from './predicate.js';
import { readBlock } from './reading.js';
import { slotsOf } from './slots.js';
import { lacksNeeded } from './validity.js';
import { GIVEN_TO } from './words.js';

const grammars = new WeakMap<LanguageIndex, Grammar>();

/** Reads the clauses of a document's Chinese blocks with a compiled lexicon. Work grows linearly with the text. */
export function readChinese(
  document: PolicyDocument,
  index: LanguageIndex,
  isOwn: (block: Block) => boolean,
): Clauses {
  const grammar = grammars.get(index) ?? grammarOf(index);
  grammars.set(index, grammar);
  const names = namesOf(document.blocks.filter(isOwn));
  const lists = listsOf();
  const readings: SentenceReading[][] = [];
  const frames: ClauseFrame[] = [];
  for (const block of document.blocks) {
    const sentences = isOwn(block) ? readBlock(block, index.tokenize(block.text), grammar, names) : [];
    readings.push(sentences);
    if (block.kind === 'heading' || isColumnHeader(block)) continue;
    const said: ClauseFrame[] = [];
    for (const reading of sentences) {
      const drafts = draftsOf(reading, grammar);
      const own = drafts.flatMap((draft) => {
        const frame = frameOf(draft);
        return frame ? [{ draft, frame }] : [];
      });
      const leading = lists.before(reading);
      for (const { frame } of merged(own)) said.push(frame);
      for (const frame of itemFrames(
        reading,
        own.map(({ draft }) => draft),
        leading,
      ))
        said.push(frame);
      lists.after(
        reading,
        own.map(({ draft }) => draft),
      );
    }
    if (said.length > 0) for (const frame of underTopic(said, block, document, readings)) frames.push(frame);
  }
  for (const frame of tableFrames(document, readings)) frames.push(frame);
  return { frames: frames.sort((a, b) => a.block - b.block), readings };
}

/** What the verbs of a sentence would say; of triggers of one class that overlap the longest counts. */
function draftsOf(reading: SentenceReading, grammar: Grammar): Draft[] {
  if (reading.actions.length === 0) return [];
  const sentence: Sentence = { reading, segments: segmentsOf(reading) };
  const ends = new Map<string, number>();
  const drafts: Draft[] = [];
  for (const mark of reading.actions) {
    const role = grammar.roles[mark.classId];
    if (role?.kind !== 'action' || mark.start < (ends.get(mark.class) ?? 0) || isPartOfNoun(reading, mark))
      continue;
    ends.set(mark.class, mark.end);
    if (lacksNeeded(role, reading)) continue;
    const predicate = predicateAt(sentence, mark, role.action, role.manner);
    drafts.push({ reading, predicate, slots: slotsOf(sentence, predicate) });
  }
  return drafts;
}

/** "使用记录", "共享清单": the word belongs to a longer noun of the lexicon. */
function isPartOfNoun({ slots, matches, tokens }: SentenceReading, { start, end }: Mark): boolean {
  // "提供给为您提供服务的第三方": the first of them is the verb.
  if (GIVEN_TO.has(tokens[end]?.word.lower ?? '')) return false;
  const covers = (m: { start: number; end: number }): boolean =>
    m.start <= start && m.end >= end && m.end - m.start > end - start;
  return (
    (slots.data ?? []).some(covers) ||
    (slots.recipient ?? []).some(covers) ||
    matches.some((m) => m.class === 'neutral.data' && covers(m))
  );
}

interface Said {
  readonly draft: Draft;
  readonly frame: ClauseFrame;
}

/** One frame an action, clause and polarity: of two the one with more slots filled stands. */
function merged(said: readonly Said[]): readonly Said[] {
  if (said.length < 2) return said;
  const found = new Map<string, Said>();
  for (const one of said) {
    const { frame } = one;
    const handedOver = frame.slots.purpose?.[0]?.class === 'purpose.handed-over';
    // "If you disagree, stop; if you go on, you agree": two statements of one sentence.
    const manner = frame.action === 'consent' ? frame.slots.control?.[0]?.class : '';
    const key = `${frame.action} ${frame.polarity} ${frame.span.start} ${handedOver} ${manner}`;
    const other = found.get(key);
    if (other === undefined || weight(frame) > weight(other.frame)) found.set(key, one);
  }
  return [...found.values()];
}

function weight(frame: ClauseFrame): number {
  return Object.values(frame.slots).reduce((sum, values) => sum + values.length, 0);
}
