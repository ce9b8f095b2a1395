#!/usr/bin/env node
import { buffer } from 'node:stream/consumers';
import pico from 'picocolors';
import { compileLate } from './compile-late.js';
import { EXIT } from './io.js';
import { run } from './run.js';

compileLate();

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.clean);
  process.stderr.write(`error: standard output cannot be written: ${error.message}\n`);
  process.exit(EXIT.failed);
});

// The exit status still tells what a closed stderr does not.
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

function interrupted(): AbortSignal {
  const controller = new AbortController();
  // A second Ctrl-C ends the process at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  color: pico.isColorSupported && process.stdout.isTTY === true,
  columns: process.stdout.columns,
  // Everywhere the same day, so that two machines do not judge differently.
  today: new Date().toISOString().slice(0, 10),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  stdin: () => buffer(process.stdin),
  long: {
    stdin: () => process.stdin,
    out: (text) => new Promise((done) => process.stdout.write(text, () => done())),
    progress: process.stderr.isTTY ? (text) => void process.stderr.write(`\r${text}\x1b[K`) : undefined,
    interrupted,
    now: () => performance.now(),
  },
});
// A source that was left, such as standard input, would keep the process waiting.
if (process.exitCode === EXIT.interrupted) process.exit();
