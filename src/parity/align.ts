import { inSameOrder, type Pair } from '../compare/index.js';
import type { Unit } from './unit.js';

/** Blocks that say the same in two languages: one or two on either side; none on one side where the other lacks them. */
export interface Bead {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

export interface AlignStats {
  /** Pairs of blocks that were weighed. */
  steps: number;
}

/** How far from where it is expected a block's counterpart is looked for. What bounds the work: it is linear in the blocks. */
const BAND = 40;
/** What a pair has to be worth; below it both stand alone. */
const WORTH = 0.55;
const SPLIT = 0.25;
/** Lengths that differ by more than this, as a natural logarithm of their ratio, are not those of one text in two languages. */
const FAR = 1.1;

/** How many blocks of each side a bead takes, in the order in which equals are preferred. */
const SHAPES: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 0],
  [0, 1],
  [2, 1],
  [1, 2],
];

/**
 * Aligns the blocks of two language versions in order, by dynamic programming over beads (Gale and Church 1993), here over what
 * blocks name as well as over their lengths. It keeps near a path through features that stand once in each text.
 */
export function align(all: readonly Unit[], others: readonly Unit[], stats?: AlignStats): Bead[] {
  const [first, second] = [sharing(all, others), sharing(others, all)];
  const anchors = anchorsOf(first, second);
  const longer = ratioOf(first, second, anchors);
  const worth = worthOf(first, second, longer);
  const { lows, highs, starts, size } = bandOf(pathOf(first, second, anchors), second.length);
  const score = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const shape = new Int8Array(size).fill(-1);
  const slot = (i: number, j: number): number => {
    const low = lows[i] as number;
    return j < low || j > (highs[i] as number) ? -1 : (starts[i] as number) + j - low;
  };
  for (let i = 0; i <= first.length; i++) {
    for (let j = lows[i] as number; j <= (highs[i] as number); j++) {
      const here = slot(i, j);
      if (i === 0 && j === 0) score[here] = 0;
      for (const [number, [down, across]] of SHAPES.entries()) {
        const before = i >= down && j >= across ? slot(i - down, j - across) : -1;
        if (before < 0) continue;
        if (stats) stats.steps++;
        const value =
          (score[before] as number) + (down * across === 0 ? 0 : worth(i - down, i, j - across, j));
        if (value > (score[here] as number)) {
          score[here] = value;
          shape[here] = number;
        }
      }
    }
  }
  const beads = backwards(first.length, second.length, (i, j) => SHAPES[shape[slot(i, j)] as number]);
  return withHeadings(closed(beads, first, second, longer), first, second);
}

/**
 * Short headings and items name nothing that tells them. Where as many blocks, or at least as many headings, are left over on both sides
 * between two that are aligned, they answer to each other in order, if their lengths allow it.
 */
function closed(
  beads: readonly Bead[],
  first: readonly Unit[],
  second: readonly Unit[],
  longer: number,
): Bead[] {
  const fits = (i: number, j: number): boolean =>
    Math.abs(Math.log((lengthAt(second, j) + 2) / ((lengthAt(first, i) + 2) * longer))) < FAR;
  const out: Bead[] = [];
  let open: Bead[] = [];
  const close = (): void => {
    const [left, right] = [open.flatMap((bead) => bead.first), open.flatMap((bead) => bead.second)];
    const isHeading = (units: readonly Unit[]) => (i: number) => units[i]?.kind === 'heading';
    const paired =
      inOrder(left, right) ?? inOrder(left.filter(isHeading(first)), right.filter(isHeading(second))) ?? [];
    const taken = new Set(paired.map(([i]) => i));
    const answered = new Set(paired.map(([, j]) => j));
    out.push(...paired.map(([i, j]) => ({ first: [i], second: [j] })));
    out.push(
      ...open.filter(
        (bead) => !bead.first.some((i) => taken.has(i)) && !bead.second.some((j) => answered.has(j)),
      ),
    );
    open = [];
  };
  const inOrder = (
    left: readonly number[],
    right: readonly number[],
  ): (readonly [number, number])[] | undefined => {
    const pairs = left.map((i, k) => [i, right[k] ?? -1] as const);
    return left.length === right.length && pairs.every(([i, j]) => fits(i, j)) ? pairs : undefined;
  };
  for (const bead of beads) {
    if (bead.first.length === 0 || bead.second.length === 0) open.push(bead);
    else {
      close();
      out.push(bead);
    }
  }
  close();
  return out;
}

/** A heading goes with what stands under it: its number may be that of another section in the other version. */
function withHeadings(beads: readonly Bead[], first: readonly Unit[], second: readonly Unit[]): Bead[] {
  const ofFirst = new Map(beads.flatMap((bead) => bead.first.map((i) => [i, bead])));
  const ofSecond = new Map(beads.flatMap((bead) => bead.second.map((j) => [j, bead])));
  const put = (left: readonly number[], right: readonly number[]): void => {
    const bead = { first: left, second: right };
    for (const i of left) ofFirst.set(i, bead);
    for (const j of right) ofSecond.set(j, bead);
  };
  for (const bead of beads) {
    const [i = 0] = bead.first;
    const [j = 0] = bead.second;
    const [above, beside] = [ofFirst.get(i - 1), ofSecond.get(j - 1)];
    const together = bead.first.length > 0 && bead.second.length > 0;
    if (!together || !above || !beside || above === beside) continue;
    if (first[i - 1]?.kind !== 'heading' || second[j - 1]?.kind !== 'heading') continue;
    put([i - 1], [j - 1]);
    put(without(above.first, i - 1), above.second);
    put(beside.first, without(beside.second, j - 1));
  }
  return inOrderOf(first.length, second.length, ofFirst, ofSecond);
}

/** Beads in the order of both texts; what the first has alone comes before what the second has alone. */
function inOrderOf(
  firsts: number,
  seconds: number,
  ofFirst: ReadonlyMap<number, Bead>,
  ofSecond: ReadonlyMap<number, Bead>,
): Bead[] {
  const out: Bead[] = [];
  for (let [i, j] = [0, 0]; i < firsts || j < seconds; ) {
    const [left, right] = [ofFirst.get(i), ofSecond.get(j)];
    const alone = left?.second.length === 0 ? left : right?.first.length === 0 ? right : undefined;
    const next = (alone ?? left ?? right) as Bead;
    out.push(next);
    i += next.first.length;
    j += next.second.length;
  }
  return out;
}

function without(list: readonly number[], one: number): number[] {
  return list.filter((other) => other !== one);
}

function lengthAt(units: readonly Unit[], index: number): number {
  return units[index]?.length ?? 0;
}

function backwards(
  firstEnd: number,
  secondEnd: number,
  shapeAt: (i: number, j: number) => readonly [number, number] | undefined,
): Bead[] {
  const beads: Bead[] = [];
  let [i, j] = [firstEnd, secondEnd];
  while (i > 0 || j > 0) {
    // Outside the band nothing was weighed: what is left stands alone.
    const [down, across] = shapeAt(i, j) ?? (i > 0 ? [1, 0] : [0, 1]);
    beads.push({ first: range(i - down, i), second: range(j - across, j) });
    i -= down;
    j -= across;
  }
  return beads.reverse();
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}

/** How much two stretches of blocks look like the same words in two languages, less what a pair has to be worth. */
function worthOf(
  first: readonly Unit[],
  second: readonly Unit[],
  longer: number,
): (i: number, iEnd: number, j: number, jEnd: number) => number {
  const weight = weights([...first, ...second]);
  const heaviness = ({ features }: Unit): number => [...features].reduce((sum, one) => sum + weight(one), 0);
  const heavy = new Map([...first, ...second].map((unit) => [unit, heaviness(unit)]));
  /** The weighted share of features that two blocks have in common: the cosine of their indicator vectors. */
  const likeness = (one: Unit, two: Unit): number => {
    let common = 0;
    for (const feature of one.features) if (two.features.has(feature)) common += weight(feature);
    if (common === 0) return 0;
    return common / Math.sqrt((heavy.get(one) ?? heaviness(one)) * (heavy.get(two) ?? heaviness(two)));
  };
  return (i, iEnd, j, jEnd) => {
    const one = merged(first, i, iEnd);
    const two = merged(second, j, jEnd);
    const split = iEnd - i + jEnd - j > 2 ? SPLIT : 0;
    const ratio = Math.abs(Math.log((two.length + 2) / ((one.length + 2) * longer)));
    return (
      1.4 * likeness(one, two) +
      0.5 * Math.max(-1, 1 - ratio) +
      kinds(one, two) +
      ordinals(one, two) -
      split -
      WORTH
    );
  };
}

/** What the shape of two blocks tells; pages of one site in two languages may count the levels of their headings anew. */
function kinds(one: Unit, two: Unit): number {
  if ((one.kind === 'heading') !== (two.kind === 'heading')) return -0.3;
  if (one.kind !== two.kind) return 0.1;
  return one.level === two.level ? 0.2 : 0;
}

function ordinals(one: Unit, two: Unit): number {
  if (one.ordinal === undefined && two.ordinal === undefined) return 0;
  return one.ordinal === two.ordinal ? 0.3 : -0.15;
}

function merged(units: readonly Unit[], from: number, to: number): Unit {
  const head = units[from] as Unit;
  if (to - from === 1) return head;
  const next = units[from + 1] as Unit;
  return {
    ...head,
    length: head.length + next.length,
    features: new Set([...head.features, ...next.features]),
  };
}

/** What the other text names nowhere tells nothing of which block answers to which. */
function sharing(units: readonly Unit[], others: readonly Unit[]): Unit[] {
  const known = new Set(others.flatMap(({ features }) => [...features]));
  return units.map((unit) => ({
    ...unit,
    features: new Set([...unit.features].filter((feature) => known.has(feature))),
  }));
}

/** Inverse document frequency: what few blocks name tells more. */
function weights(units: readonly Unit[]): (feature: string) => number {
  const counts = new Map<string, number>();
  for (const { features } of units)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return (feature) => Math.log(1 + units.length / (counts.get(feature) ?? 1)) ** 2;
}

function total(units: readonly Unit[]): number {
  return units.reduce((sum, { length }) => sum + length, 0);
}

/** For each place between blocks of the first text the places in the second that are looked at, both included; they overlap. */
function bandOf(path: Int32Array, end: number) {
  // From where the place before is expected to where the next is: a passage that the first text lacks is gone through here.
  const lows = path.map((middle, i) => Math.max(0, (path[i - 1] ?? middle) - BAND));
  const highs = path.map((middle, i) => Math.min(end, (path[i + 1] ?? middle) + BAND));
  const starts = new Int32Array(path.length);
  let size = 0;
  for (let i = 0; i < path.length; i++) {
    starts[i] = size;
    size += (highs[i] as number) - (lows[i] as number) + 1;
  }
  return { lows, highs, starts, size };
}

/** For each place between blocks of the first text the place in the second that it is expected at. */
function pathOf(first: readonly Unit[], second: readonly Unit[], anchors: readonly Pair[]): Int32Array {
  const marks: Pair[] = [[0, 0], ...anchors, [first.length, second.length]];
  const path = new Int32Array(first.length + 1);
  for (let m = 1; m < marks.length; m++) {
    const [[i, j], [iEnd, jEnd]] = [marks[m - 1] ?? [0, 0], marks[m] ?? [0, 0]];
    for (let at = i; at <= iEnd; at++)
      path[at] = Math.round(j + ((jEnd - j) * (at - i)) / Math.max(1, iEnd - i));
  }
  return path;
}

/** Blocks that alone in their texts name the same, as far as they stand in the same order. */
function anchorsOf(first: readonly Unit[], second: readonly Unit[]): Pair[] {
  const others = onlyOnce(second);
  const anchors = [...onlyOnce(first)].flatMap(([feature, i]): Pair[] => {
    const j = others.get(feature);
    return j === undefined ? [] : [[i, j]];
  });
  return [...inSameOrder(anchors)].sort(([a], [b]) => a - b);
}

/** How many characters of the second language stand for one of the first, by the anchors: one text may have passages more. */
function ratioOf(first: readonly Unit[], second: readonly Unit[], anchors: readonly Pair[]): number {
  const [own, others] =
    anchors.length > 0
      ? [anchors.map(([i]) => first[i] as Unit), anchors.map(([, j]) => second[j] as Unit)]
      : [first, second];
  return (total(others) + 1) / (total(own) + 1);
}

function onlyOnce(units: readonly Unit[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [i, { features }] of units.entries())
    for (const feature of features) places.set(feature, places.has(feature) ? -1 : i);
  return new Map([...places].filter(([, place]) => place >= 0));
}
