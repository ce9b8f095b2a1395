import { parseData } from '../ruleset/index.js';
import { BaselineError, named } from './baseline-parts.js';
import { type Baseline, baselineSchema } from './baseline-schema.js';

/** Characters up to which a file that is no baseline is read again for the places of its mistakes. */
const MAX_LOCATED = 256 * 1024;
const CONFLICT = /^(?:<{7} |={7}$|>{7} )/m;

/**
 * Reads a baseline from JSON. Throws RuleError with `file:line:column: problem; remedy` for each mistake, or BaselineError where
 * no place can be told; `path` names the file in it.
 */
export function parseBaseline(text: string, path = 'baseline'): Baseline {
  const bare = text.replace(/^\ufeff/, '');
  const { data, why } = readJson(bare);
  const result = baselineSchema.safeParse(data);
  if (why === undefined && result.success) return checked(result.data, path);
  const conflict = CONFLICT.exec(bare);
  if (conflict) {
    const line = bare.slice(0, conflict.index).split('\n').length;
    throw new BaselineError(
      `${path}:${line}:1: a merge left both sides here; keep one and prune the baseline`,
    );
  }
  if (bare.length <= MAX_LOCATED) return checked(parseData(bare, path, baselineSchema), path);
  throw new BaselineError(
    `${path}: ${why ?? 'this is no baseline'}; restore the file, or delete it and write it anew`,
  );
}

/** Data in a field of its own, since "null" is JSON too. */
function readJson(text: string): { data?: unknown; why?: string } {
  try {
    return { data: JSON.parse(text) };
  } catch (error) {
    return { why: `this is no JSON (${(error as Error).message})` };
  }
}

/** Of two policies of one path the second would count for nothing. */
function checked(baseline: Baseline, path: string): Baseline {
  const seen = new Set<string | undefined>();
  for (const policy of baseline.policies) {
    if (seen.has(policy.path))
      throw new BaselineError(
        `${path}: ${named(policy.path)} is listed twice; put its findings into one list`,
      );
    seen.add(policy.path);
  }
  return baseline;
}
