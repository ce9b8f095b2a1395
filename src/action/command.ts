import { EXIT, type ExitStatus, type Io, run } from '../cli/index.js';
import type { Failure } from '../format/index.js';

/** What a command line printed, as data. */
export interface Outcome<T> {
  readonly status: ExitStatus;
  readonly results: readonly T[];
  readonly failures: readonly Failure[];
}

/** Runs a command line of fineprint, so that configuration, baseline and comments count as they do for who runs it by hand. */
export async function command<T>(
  args: readonly string[],
  { cwd, today }: Pick<Io, 'cwd' | 'today'>,
): Promise<Outcome<T>> {
  let out = '';
  let err = '';
  const status = await run(args, {
    cwd,
    today,
    color: false,
    columns: undefined,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    stdin: async () => new Uint8Array(),
  });
  const results = out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as T]));
  return { status, results, failures: status === EXIT.failed ? failuresIn(err) : [] };
}

/** An error may go on in further lines; warnings stand between them. */
function failuresIn(err: string): Failure[] {
  return err
    .split(/^(?=(?:error|warning|note): )/m)
    .filter((part) => part.startsWith('error: '))
    .map((part) => ({ error: { message: part.slice('error: '.length).trim() } }));
}
