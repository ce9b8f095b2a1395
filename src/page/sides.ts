import type { Element, Properties } from 'hast';
import { h } from 'hastscript';
import { alignBlocks, type BlockRow } from '../compare/index.js';
import type { Block, PolicyDocument } from '../document/index.js';
import { type Change, marksOn } from './changes.js';
import { langOfPolicy, langWithin } from './lang.js';
import { spanOf } from './marks.js';
import { placesIn } from './place.js';
import { type Draw, drawingOf } from './policy.js';
import type { Reader } from './reader.js';
import { type WordDiff, wordDiff } from './word-diff.js';

export interface Sides {
  readonly before: PolicyDocument;
  readonly after: PolicyDocument;
}

type Side = keyof Sides;

/** Both texts side by side. What does not change what people are told is folded; everything can be read. */
export function sidesView(sides: Sides, changes: readonly Change[], reader: Reader): Element[] {
  const rows = alignBlocks(sides.before, sides.after);
  const shown: Shown = {
    sides,
    draws: drawingsOf(sides, changes, rows),
    langs: { before: langOfPolicy(sides.before), after: langOfPolicy(sides.after) },
    reader,
  };
  const matters = mattering(sides, changes);
  const out: Element[] = [];
  let folded: BlockRow[] = [];
  const unfold = (): void => {
    if (folded.length > 0) out.push(foldOf(folded, shown));
    folded = [];
  };
  for (const [at, row] of rows.entries()) {
    if (matters(row) || headsWhatMatters(rows, at, sides, matters)) {
      unfold();
      out.push(rowView(row, shown));
    } else folded.push(row);
  }
  unfold();
  return out;
}

type Matters = (row: BlockRow) => boolean;

/** Whether a row holds words that got worse or better. */
function mattering(sides: Sides, changes: readonly Change[]): Matters {
  const own = changes.filter(({ level }) => level !== 'other');
  const blocksOf = (side: Side): Set<number> => {
    const places = placesIn(sides[side]);
    return new Set(
      own.flatMap(({ entry }) => {
        const position = entry.words[side] === '' ? undefined : entry[side];
        return position ? places(spanOf(position)).map(({ block }) => block) : [];
      }),
    );
  };
  const marked = { before: blocksOf('before'), after: blocksOf('after') };
  return (row) =>
    (['before', 'after'] as const).some((side) => {
      const block = blockOn(side, row);
      return block !== undefined && marked[side].has(block);
    });
}

/** Whether the next row that matters stands right under this heading. */
function headsWhatMatters(rows: readonly BlockRow[], at: number, sides: Sides, matters: Matters): boolean {
  const isHeading = (row: BlockRow | undefined): boolean =>
    row !== undefined && blocksIn(row, sides)[0]?.kind === 'heading';
  if (!isHeading(rows[at])) return false;
  for (let i = at + 1; i < rows.length && !isHeading(rows[i]); i++)
    if (matters(rows[i] as BlockRow)) return true;
  return false;
}

function blockOn(side: Side, row: BlockRow): number | undefined {
  if (row.kind === 'moved') return row.side === side ? row.block : undefined;
  return side in row ? (row as Readonly<Record<Side, number>>)[side] : undefined;
}

function blocksIn(row: BlockRow, sides: Sides): Block[] {
  return (['before', 'after'] as const).flatMap((side) => sides[side].blocks[blockOn(side, row) ?? -1] ?? []);
}

type Draws = Readonly<Record<Side, Draw>>;

/** What is shown, how its marks are drawn, in which languages it is, and to whom. */
interface Shown {
  readonly sides: Sides;
  readonly draws: Draws;
  readonly langs: Readonly<Record<Side, string | undefined>>;
  readonly reader: Reader;
}

function drawingsOf(sides: Sides, changes: readonly Change[], rows: readonly BlockRow[]): Draws {
  const words = {
    before: new Map<number, WordDiff['before']>(),
    after: new Map<number, WordDiff['after']>(),
  };
  for (const row of rows) {
    if (row.kind !== 'reworded') continue;
    const { before, after } = wordDiff(
      sides.before.blocks[row.before]?.text ?? '',
      sides.after.blocks[row.after]?.text ?? '',
    );
    words.before.set(row.before, before);
    words.after.set(row.after, after);
  }
  return {
    before: drawingOf(sides.before, marksOn('before', changes), words.before),
    after: drawingOf(sides.after, marksOn('after', changes), words.after),
  };
}

function foldOf(rows: readonly BlockRow[], shown: Shown): Element {
  const { sides: said } = shown.reader.words;
  const kinds = ['same', 'reworded', 'moved', 'removed', 'added'] as const;
  const counts = kinds.flatMap((kind) => {
    const count = rows.filter((row) => row.kind === kind).length;
    return count > 0 ? [said.count(count, said.rows[kind])] : [];
  });
  return h('details', { className: 'fold' }, [
    h('summary', said.fold(rows.length, counts)),
    ...rows.map((row) => rowView(row, shown)),
  ]);
}

/** One row: a text that is the same once over both sides, others each on its side. */
function rowView(row: BlockRow, { sides, draws, langs, reader }: Shown): Element {
  const { comparison, sides: said } = reader.words;
  const side = (which: Side): Element[] => {
    const block = sides[which].blocks[blockOn(which, row) ?? -1];
    if (!block) return [];
    const label = comparison[which];
    return [
      h('div', { className: ['side', which] }, [
        h(
          'span',
          { className: 'label' },
          row.kind === 'reworded' || row.kind === 'same' ? label : said.label(label, said.rows[row.kind]),
        ),
        blockView(block, draws[which], {
          dir: 'auto',
          lang: langWithin(block.text, undefined) ?? langs[which],
        }),
      ]),
    ];
  };
  return h('div', { className: ['row', row.kind] }, [...side('before'), ...side('after')]);
}

export function blockView(block: Block, draw: Draw, attributes: Properties): Element {
  const { kind, depth } = block;
  if (kind === 'heading') return h('h3', attributes, draw(block));
  return h(
    'p',
    { ...attributes, className: kind === 'item' ? ['item', `depth-${Math.min(depth, 4)}`] : [kind] },
    draw(block),
  );
}
