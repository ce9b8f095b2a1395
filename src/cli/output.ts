import { resolve } from 'node:path';
import { writeWhole } from '../node/index.js';
import { EXIT, type ExitStatus, type Io } from './io.js';

export interface OutputFlags {
  readonly output?: string;
}

/** Runs a command whose result goes to a file, if one is named: at its end and whole. One that failed and said nothing writes none. */
export async function outputTo(
  { output }: OutputFlags,
  io: Io,
  command: (io: Io) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  if (output === undefined) return command(io);
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
