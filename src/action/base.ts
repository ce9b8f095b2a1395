import { readFile } from 'node:fs/promises';
import { InputError } from './inputs.js';

/**
 * The revision to hold policies against: the one given, or for `auto` the base of the pull request or what was pushed to, as the
 * event of the run tells. Undefined where there is none, as at the first push of a branch.
 */
export async function baseOf(
  base: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  if (base !== 'auto') return base;
  const path = env.GITHUB_EVENT_PATH;
  if (!path) throw new InputError('base is "auto", and GITHUB_EVENT_PATH names no event; give a revision');
  const event = await readEvent(path);
  const sha = textAt(event, ['pull_request', 'base', 'sha']) ?? textAt(event, ['before']);
  return sha === undefined || /^0+$/.test(sha) ? undefined : sha;
}

async function readEvent(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new InputError(
      `base is "auto", and the event "${path}" cannot be read (${(error as Error).message}); give a revision`,
    );
  }
}

function textAt(data: unknown, keys: readonly string[]): string | undefined {
  let at = data;
  for (const key of keys) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return typeof at === 'string' ? at : undefined;
}
