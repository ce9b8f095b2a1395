import type { Element } from 'hast';
import { h } from 'hastscript';
import { alignBlocks, type BlockRow } from '../compare/index.js';
import type { Block, PolicyDocument } from '../document/index.js';
import { plural } from '../format/index.js';
import { type Change, marksOn } from './changes.js';
import { spanOf } from './marks.js';
import { placesIn } from './place.js';
import { type Draw, drawingOf } from './policy.js';
import { type WordDiff, wordDiff } from './word-diff.js';

export interface Sides {
  readonly before: PolicyDocument;
  readonly after: PolicyDocument;
}

type Side = keyof Sides;

/** Both texts side by side. What does not change what people are told is folded; everything can be read. */
export function sidesView(sides: Sides, changes: readonly Change[]): Element[] {
  const rows = alignBlocks(sides.before, sides.after);
  const draws = drawingsOf(sides, changes, rows);
  const matters = mattering(sides, changes);
  const out: Element[] = [];
  let folded: BlockRow[] = [];
  const unfold = (): void => {
    if (folded.length > 0) out.push(foldOf(folded, sides, draws));
    folded = [];
  };
  for (const [at, row] of rows.entries()) {
    const shown = matters(row) || headsWhatMatters(rows, at, sides, matters);
    if (shown) {
      unfold();
      out.push(rowView(row, sides, draws));
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

function foldOf(rows: readonly BlockRow[], sides: Sides, draws: Draws): Element {
  const kinds = ['same', 'reworded', 'moved', 'removed', 'added'] as const;
  const counts = kinds.flatMap((kind) => {
    const count = rows.filter((row) => row.kind === kind).length;
    return count > 0 ? [`${count} ${NAMES[kind]}`] : [];
  });
  return h('details', { className: 'fold' }, [
    h('summary', `${plural(rows.length, 'passage')}: ${counts.join(', ')}`),
    ...rows.map((row) => rowView(row, sides, draws)),
  ]);
}

const NAMES: Readonly<Record<BlockRow['kind'], string>> = {
  same: 'the same',
  reworded: 'in other words',
  moved: 'elsewhere',
  removed: 'gone',
  added: 'new',
};

/** One row: a text that is the same once over both sides, others each on its side. */
function rowView(row: BlockRow, sides: Sides, draws: Draws): Element {
  const side = (which: Side): Element[] => {
    const block = sides[which].blocks[blockOn(which, row) ?? -1];
    if (!block) return [];
    const label = which === 'before' ? 'Before' : 'After';
    return [
      h('div', { className: ['side', which] }, [
        h(
          'span',
          { className: 'label' },
          row.kind === 'reworded' || row.kind === 'same' ? label : `${label}, ${NAMES[row.kind]}`,
        ),
        blockView(block, draws[which]),
      ]),
    ];
  };
  return h('div', { className: ['row', row.kind] }, [...side('before'), ...side('after')]);
}

export function blockView(block: Block, draw: Draw): Element {
  const { kind, depth } = block;
  if (kind === 'heading') return h('h3', { dir: 'auto' }, draw(block));
  return h(
    'p',
    { dir: 'auto', className: kind === 'item' ? ['item', `depth-${Math.min(depth, 4)}`] : [kind] },
    draw(block),
  );
}
