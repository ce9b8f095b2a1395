import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { writeWhole } from '../node/index.js';
import { EXIT, type ExitStatus, type Io, UsageError } from './io.js';

export interface OutputFlags {
  readonly output?: string;
}

/**
 * Runs a command whose result goes to a file, if one is named: at its end and whole. One that failed and said nothing writes none.
 * `inputs` are what the command reads: throws a UsageError rather than write over one of them.
 */
export async function outputTo(
  flags: OutputFlags,
  inputs: readonly string[],
  io: Io,
  command: (io: Io) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  const { output } = flags;
  if (output === undefined) return command(io);
  await checkOutput(flags, inputs, io);
  const parts: string[] = [];
  const status = await command({
    ...io,
    color: false,
    columns: undefined,
    out: (text) => void parts.push(text),
  });
  const text = parts.join('');
  if (status !== EXIT.failed || text !== '') await writeWhole(resolve(io.cwd, output), text, output);
  return status;
}

/** Throws a UsageError if the result would be written over one of the policies that were read. */
export async function checkOutput(
  { output }: OutputFlags,
  policies: readonly string[],
  { cwd }: Pick<Io, 'cwd'>,
): Promise<void> {
  const target = output === undefined ? undefined : await realPath(cwd, output);
  if (target === undefined) return;
  for (const policy of policies)
    if (target === (await realPath(cwd, policy)))
      throw new UsageError(`--output "${output}" would write over the policy it is about; name another file`);
}

/** Where a path leads through links; undefined where nothing is there. */
function realPath(cwd: string, path: string): Promise<string | undefined> {
  return realpath(resolve(cwd, path)).catch(() => undefined);
}
