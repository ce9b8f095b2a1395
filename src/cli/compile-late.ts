import { setFlagsFromString } from 'node:v8';

/**
 * Bytes of bytecode that a function runs before V8 11 (Node 20) looks whether to optimize it; 67584 by default. That is so early
 * that an analysis, with many branches that few sentences take, has its large functions optimized up to ten times: optimizing takes a third
 * of the processor time of a batch of 200 policies. Later versions count in other flags, and do better.
 */
const BUDGET = 1_000_000;

/** Has V8 wait longer before it optimizes. For whole programs only: flags are the process's, and not a library's to set. */
export function compileLate(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
