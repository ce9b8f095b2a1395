import type { Block, PolicyDocument } from '../document/index.js';
import type { PatternIndex } from '../pattern/index.js';
import { tokenize } from '../text/index.js';
import type { ClauseFrame } from './frame.js';
import { frameOfVerb, VerbDraft } from './frames.js';
import { type Grammar, grammarOf } from './grammar.js';
import { itemFrames, leadInOf } from './lists.js';
import { namesOf } from './names.js';
import { readBlock, type SentenceReading } from './reading.js';
import { tableFrames } from './tables.js';
import { underTopic } from './topics.js';
import { unfinishedBy } from './unfinished.js';
import { verbsOf } from './verbs.js';
import { isHeadline } from './wording.js';

/** A document's clauses, with the readings they came from. */
export interface Clauses {
  readonly frames: readonly ClauseFrame[];
  /** By block: its sentences. */
  readonly readings: readonly (readonly SentenceReading[])[];
}

const grammars = new WeakMap<PatternIndex, Grammar>();

/** Reads the clauses of a document's English blocks with a compiled lexicon. Work grows linearly with the text. */
export function readClauses(
  document: PolicyDocument,
  index: PatternIndex,
  isOwn: (block: Block) => boolean = () => true,
): Clauses {
  const grammar = grammars.get(index) ?? grammarOf(index);
  grammars.set(index, grammar);
  const tokens = document.blocks.map((block) => (isOwn(block) ? tokenize(block.text) : []));
  const names = namesOf(tokens);
  const readings: SentenceReading[][] = [];
  const drafts: VerbDraft[][] = [];
  const leadIns: (number | undefined)[] = [];
  const frames: ClauseFrame[] = [];
  for (const block of document.blocks) {
    const sentences = readBlock(block, tokens[block.index] ?? [], grammar, names);
    readings.push(sentences);
    const speaks = !namesOnly(block) && !isRowLabel(block, sentences);
    const leadIn = speaks ? leadInOf(block, document.blocks, sentences[0], leadIns) : undefined;
    leadIns[block.index] = leadIn;
    const last = leadIn === undefined ? undefined : readings[leadIn]?.at(-1);
    const own: VerbDraft[] = [];
    for (const [i, reading] of sentences.entries()) {
      const unfinished = i === 0 && last ? unfinishedBy(last) : undefined;
      for (const verb of verbsOf(reading, grammar, unfinished)) own.push(new VerbDraft(reading, verb));
    }
    drafts.push(own);
    if (!speaks) continue;
    const said: ClauseFrame[] = [];
    for (const draft of own) {
      const frame = frameOfVerb(draft);
      if (frame) said.push(frame);
    }
    // One by one: a block may hold more frames than a call takes arguments.
    for (const frame of itemFrames(block, sentences, drafts, leadIn)) said.push(frame);
    if (said.length === 0) continue;
    for (const frame of underTopic(merged(said), block, document, readings)) frames.push(frame);
  }
  for (const frame of tableFrames(document, readings)) frames.push(frame);
  return { frames: frames.sort((a, b) => a.block - b.block), readings };
}

/** Headings, headers of columns and entries of a table of contents name what is said elsewhere. */
function namesOnly(block: Block): boolean {
  const { kind, cell } = block;
  const isColumnHeader = cell !== undefined && cell.header === undefined && cell.row === 0;
  return kind === 'heading' || isColumnHeader || isEntry(block);
}

/** All of it leads to another place of the same document. */
function isEntry({ text, links }: Block): boolean {
  const [link, ...more] = links;
  return more.length === 0 && link?.target.startsWith('#') === true && link.text.length === text.length;
}

/** "Transfers outside Norway | none": the first cell of a row names what the next one says. */
function isRowLabel({ cell }: Block, sentences: readonly SentenceReading[]): boolean {
  const [first, ...more] = sentences;
  return cell?.column === 0 && first !== undefined && more.length === 0 && isHeadline(first);
}

/** One frame an action, sentence and polarity: of two the one with more slots filled stands. */
function merged(said: readonly ClauseFrame[]): readonly ClauseFrame[] {
  if (said.length === 1) return said;
  const found = new Map<string, ClauseFrame>();
  for (const frame of said) {
    // What the recipient's own policy says of the data is a statement beside the sharing.
    const handedOver = frame.slots.purpose?.[0]?.class === 'purpose.handed-over';
    const key = `${frame.action} ${frame.sentence} ${frame.polarity} ${frame.span.start} ${handedOver}`;
    const other = found.get(key);
    if (other === undefined || weight(frame) > weight(other)) found.set(key, frame);
  }
  return [...found.values()];
}

function weight(frame: ClauseFrame): number {
  return Object.values(frame.slots).reduce((sum, values) => sum + values.length, 0);
}
