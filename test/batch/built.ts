import { execFileSync, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const CLI = `${root}dist/cli.js`;

/** Builds dist/ where a source is newer; worker threads are of the built package. */
export function ensureBuilt(): void {
  const url = JSON.stringify(new URL('../../src/build/fresh.mjs', import.meta.url).href);
  execFileSync(process.execPath, ['--input-type=module', '-e', `(await import(${url})).ensureBuilt()`]);
}

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly ended: Promise<Ended>;
  readonly child: ReturnType<typeof spawn>;
}

/** Starts the built command line. */
export function start(args: readonly string[], cwd: string, input?: string): Running {
  const child = spawn(process.execPath, [CLI, ...args], { cwd });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  // What a killed process does not take any more is no failure of the test.
  child.stdin.on('error', () => undefined);
  if (input !== undefined) child.stdin.end(input);
  const ended = new Promise<Ended>((done) => child.on('close', (status) => done({ status, out, err })));
  return { ended, child };
}

export const batch = (args: readonly string[], cwd: string, input?: string): Promise<Ended> =>
  start(['batch', ...args], cwd, input).ended;
