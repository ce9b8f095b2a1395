/** Classes found so far, ends ascending; slots beyond `count` are left over from before. */
export interface Found {
  count: number;
  readonly classId: number[];
  readonly start: number[];
  readonly end: number[];
  readonly entry: number[];
  /** Earlier find of the same class that ends at the same place, or -1. */
  readonly twin: number[];
  /** When a class was last met, by `clock`, and what was then found. */
  readonly classSeen: Float64Array;
  readonly classFound: Int32Array;
  clock: number;
}

export function newFound(classes: number): Found {
  return {
    count: 0,
    classId: [],
    start: [],
    end: [],
    entry: [],
    twin: [],
    classSeen: new Float64Array(classes),
    classFound: new Int32Array(classes),
    clock: 0,
  };
}

/**
 * Notes that a class stands from `start` to `end`: once, with the first entry that says so. The clock has to move
 * between ends. Returns the number of finds looked at.
 */
export function complete(found: Found, classId: number, entry: number, start: number, end: number): number {
  const last = found.classSeen[classId] === found.clock ? (found.classFound[classId] as number) : -1;
  let steps = 0;
  for (let done = last; done >= 0; done = found.twin[done] as number) {
    steps++;
    if (found.start[done] === start) {
      if ((found.entry[done] as number) > entry) found.entry[done] = entry;
      return steps;
    }
  }
  const done = found.count++;
  found.classId[done] = classId;
  found.start[done] = start;
  found.end[done] = end;
  found.entry[done] = entry;
  found.twin[done] = last;
  found.classSeen[classId] = found.clock;
  found.classFound[classId] = done;
  return steps;
}
