import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli/run.js';

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process; `stdin` stands in for standard input. */
export async function fineprint(
  args: readonly string[],
  {
    cwd = process.cwd(),
    stdin = '',
    today = '2026-06-15',
  }: { cwd?: string; stdin?: string | Uint8Array; today?: string } = {},
): Promise<Outcome> {
  let out = '';
  let err = '';
  const status = await run(args, {
    cwd,
    color: false,
    columns: 100,
    today,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    stdin: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    long: {
      stdin: () => Readable.from([Buffer.from(stdin)]),
      out: async (text) => {
        out += text;
      },
      progress: undefined,
      interrupted: () => new AbortController().signal,
      now: () => 0,
    },
  });
  return { status, out, err };
}

/** A folder with these files, by relative path, that goes when the test ends. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'fineprint-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A small policy with a clause that no careful reader would let pass, and one that is fine. */
export const VAGUE = `# Privacy policy

## Sharing

We may share your personal information with our partners for business purposes.

## Deletion

You can delete your account and all your data in the app under Settings, Account, at any time.
`;

export const SOUND = `# Privacy policy

## What we keep

We keep your e-mail address for 30 days after your last order and then delete it.
`;
