import type { ClauseFrame, Clauses, SentenceReading } from '../clause/index.js';
import type { Block, PolicyDocument } from '../document/index.js';
import type { CompiledEvidence, CompiledFrameTest, CompiledSentenceTest } from '../ruleset/index.js';
import { frameMisfit, placeMisfit, sentenceMisfit, type Unmet } from './frame-test.js';
import type { Trigger } from './trigger.js';

type Scope = CompiledEvidence['within'];

/** Where to look for evidence: the frames, blocks and readings around a clause. */
export interface Surroundings {
  readonly document: PolicyDocument;
  /** Whether a clause or sentence of this document is what a test asks for. */
  fits(trigger: Trigger, test: CompiledFrameTest | CompiledSentenceTest): boolean;
  /** What keeps a clause or sentence of this document from being what a test asks for; undefined if nothing does. */
  misfit(trigger: Trigger, test: CompiledFrameTest | CompiledSentenceTest): Unmet;
  /** Whether a sentence, whatever its clauses, says what a test without an action asks for. */
  says(reading: SentenceReading, test: CompiledFrameTest): boolean;
  /** A key that clauses share if they look for this evidence at the same place; undefined if each looks at itself. */
  placeOf(frame: Trigger, evidence: CompiledEvidence): string | undefined;
  /** The clauses around one; those of the whole document only if they can be of the one action that is asked for. */
  framesIn(frame: Trigger, scope: Scope, actions?: readonly string[]): readonly ClauseFrame[];
  blocksIn(frame: Trigger, scope: Scope): readonly number[];
  readingsIn(frame: Trigger, scope: Scope): readonly SentenceReading[];
  /** The sentences of the document with words of one of these classes, in order. */
  saying(classIds: readonly number[]): readonly SentenceReading[];
}

/** Indexes a document's frames by block, list and section. */
export function surroundings(document: PolicyDocument, clauses: Clauses): Surroundings {
  const { blocks, sections } = document;
  const byBlock = group(clauses.frames, (frame) => frame.block);
  const bySection = group(clauses.frames, (frame) => blocks[frame.block]?.section ?? 0);
  const items = group(blocks, (block) => block.cell?.announced ?? block.leadIn);
  const rows = group(blocks, (block) => (block.cell ? rowKey(block) : undefined));
  /** A block, or the row of a cell. */
  const near = (frame: Trigger): string => {
    const block = blocks[frame.block];
    return block?.cell ? `row ${rowKey(block)}` : String(frame.block);
  };
  const bySentence = group(clauses.frames, (frame) => `${near(frame)} ${frame.sentence}`);
  const byAction = group(clauses.frames, (frame): string => frame.action);
  const all = blocks.map((block) => block.index);
  let byClass: ReadingsByClass | undefined;
  const audienceAt = (block: number) => sections[blocks[block]?.section ?? 0]?.audience;

  const blocksIn = (frame: Trigger, scope: Scope): readonly number[] => {
    const block = blocks[frame.block];
    if (block === undefined) return [];
    switch (scope) {
      case 'document':
        return all;
      case 'section': {
        const section = sections[block.section];
        return all.slice(section?.firstBlock ?? 0, section?.endBlock ?? 0);
      }
      case 'list':
        return (items.get(block.index) ?? []).map((item) => item.index);
      case 'lead-in':
        return block.leadIn === undefined ? [] : [block.leadIn];
      default:
        return block.cell ? (rows.get(rowKey(block)) ?? []).map((cell) => cell.index) : [block.index];
    }
  };
  const readingOf = (frame: Trigger) => clauses.readings[frame.block]?.[frame.sentence];
  const misfit = (trigger: Trigger, test: CompiledFrameTest | CompiledSentenceTest): Unmet =>
    'classes' in test
      ? sentenceMisfit(test, readingOf(trigger), audienceAt(trigger.block))
      : frameMisfit(trigger, test, readingOf(trigger), audienceAt(trigger.block));
  return {
    document,
    blocksIn,
    fits: (frame, test) => misfit(frame, test) === undefined,
    misfit,
    says: (reading, test) => placeMisfit(test, reading, audienceAt(reading.block.index)) === undefined,
    placeOf: (frame, { within, frame: test }) => {
      if (within === 'document') return '';
      if (within === 'section') return String(blocks[frame.block]?.section);
      if (within === 'lead-in') return String(blocks[frame.block]?.leadIn);
      if (within === 'list') return String(frame.block);
      if (within === 'block') return near(frame);
      if (test) return within === 'clause' ? undefined : `${near(frame)} ${frame.sentence}`;
      return `${frame.block} ${frame.sentence}`;
    },
    framesIn: (frame, scope, actions) => {
      if (scope === 'clause') return frame.action ? [frame] : [];
      if (scope === 'document')
        return actions?.length === 1 ? (byAction.get(actions[0] as string) ?? []) : clauses.frames;
      if (scope === 'section') return bySection.get(blocks[frame.block]?.section ?? 0) ?? [];
      if (scope === 'sentence') return bySentence.get(`${near(frame)} ${frame.sentence}`) ?? [];
      return blocksIn(frame, scope).flatMap((block) => byBlock.get(block) ?? []);
    },
    saying: (classIds) => {
      byClass ??= readingsByClass(clauses);
      const [first, ...others] = classIds.flatMap((id) => {
        const found = byClass?.[id];
        return found ? [found] : [];
      });
      if (first === undefined || others.length === 0) return first ?? [];
      const all = new Set([first, ...others].flat());
      return [...all].sort((a, b) => a.block.index - b.block.index || a.number - b.number);
    },
    readingsIn: (frame, scope) => {
      if (scope !== 'clause' && scope !== 'sentence')
        return blocksIn(frame, scope).flatMap((block) => clauses.readings[block] ?? []);
      const reading = readingOf(frame);
      return reading ? [reading] : [];
    },
  };
}

/** By class number; most have none. */
type ReadingsByClass = readonly (readonly SentenceReading[] | undefined)[];

function readingsByClass({ readings }: Clauses): ReadingsByClass {
  const byClass: SentenceReading[][] = [];
  for (const sentences of readings) {
    for (const reading of sentences) {
      for (const { classId } of reading.matches) {
        const others = byClass[classId];
        if (others === undefined) byClass[classId] = [reading];
        else if (others[others.length - 1] !== reading) others.push(reading);
      }
    }
  }
  return byClass;
}

function rowKey(block: Block): number {
  return (block.cell?.table ?? 0) * 1e6 + (block.cell?.row ?? 0);
}

function group<T, K>(items: readonly T[], keyOf: (item: T) => K | undefined): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
