import { createHash } from 'node:crypto';

/** Two halves of a hash of 64 bits. */
export type Key = readonly [high: number, low: number];

/** Remembers under each key the number that came with it first; 12 to 40 bytes a key, whatever it was made of. */
export interface KeyTable {
  /** The number kept under the key, or undefined if the key is new: then this number is kept. */
  claim(key: Key, value: number): number | undefined;
}

export function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  // Lengths part the parts, so that no two lists of them look the same.
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest('hex');
}

export function keyOf(hex: string): Key {
  return [Number.parseInt(hex.slice(0, 8), 16), Number.parseInt(hex.slice(8, 16), 16)];
}

const FIRST_SIZE = 1 << 12;
const FULLEST = 0.6;

/** Open addressing over typed arrays: a Map of strings would take ten times the memory. */
export function keyTable(): KeyTable {
  let size = FIRST_SIZE;
  let cells = new Uint32Array(size * 3);
  let count = 0;
  const cellOf = (table: Uint32Array, [high, low]: Key): number => {
    const mask = table.length / 3 - 1;
    let at = (low ^ Math.imul(high, 0x9e3779b1)) & mask;
    // A value of 0 marks a free cell.
    while (table[at * 3 + 2] !== 0 && (table[at * 3] !== high || table[at * 3 + 1] !== low))
      at = (at + 1) & mask;
    return at * 3;
  };
  const grow = (): void => {
    size *= 2;
    const larger = new Uint32Array(size * 3);
    for (let at = 0; at < cells.length; at += 3) {
      if (cells[at + 2] !== 0)
        larger.set(
          cells.subarray(at, at + 3),
          cellOf(larger, [cells[at] as number, cells[at + 1] as number]),
        );
    }
    cells = larger;
  };
  return {
    claim(key, value) {
      const at = cellOf(cells, key);
      if (cells[at + 2] !== 0) return (cells[at + 2] as number) - 1;
      cells.set([key[0], key[1], value + 1], at);
      if (++count > size * FULLEST) grow();
      return undefined;
    },
  };
}
