import { saysAny } from '../analyze/index.js';
import type { Clauses, SentenceReading } from '../clause/index.js';
import type { Block, PolicyDocument } from '../document/index.js';
import type { CompiledSignTest } from '../ruleset/index.js';

type Said = ReadonlySet<number>;

/** Whether the words around a sentence are what a test asks for; looked up once a block and section. */
export type FitsAround = (
  test: CompiledSignTest,
  block: Block,
  reading: SentenceReading | undefined,
) => boolean;

export function fitsAround({ sections }: PolicyDocument, { readings }: Clauses): FitsAround {
  const blockSaid = new Map<number, Said>();
  const headingSaid = new Map<number, Said>();
  const inBlock = (index: number): Said => {
    const said = blockSaid.get(index) ?? classesOf(readings[index] ?? []);
    blockSaid.set(index, said);
    return said;
  };
  const inHeadings = (index: number): Said => {
    const { heading, parent } = sections[index] ?? {};
    const said =
      headingSaid.get(index) ??
      new Set([
        ...(heading === undefined ? [] : inBlock(heading)),
        ...(parent === undefined || parent === index ? [] : inHeadings(parent)),
      ]);
    headingSaid.set(index, said);
    return said;
  };
  const standsUnder = (under: readonly number[], { section, leadIn }: Block): boolean =>
    meets(under, inHeadings(section)) || (leadIn !== undefined && meets(under, inBlock(leadIn)));
  return ({ lacks, beside, under, kind, within, outside }, block, reading) => {
    if (kind && !kind.some((one) => one === block.kind)) return false;
    const audience = sections[block.section]?.audience;
    if (within && !(audience && within.includes(audience))) return false;
    if (audience && outside?.includes(audience)) return false;
    if (lacks && saysAny(reading, lacks)) return false;
    if (beside && !meets(beside, inBlock(block.index))) return false;
    return !under || standsUnder(under, block);
  };
}

function classesOf(readings: readonly SentenceReading[]): Said {
  return new Set(readings.flatMap(({ matches }) => matches.map(({ classId }) => classId)));
}

function meets(asked: readonly number[], said: Said): boolean {
  return asked.some((classId) => said.has(classId));
}
