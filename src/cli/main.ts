#!/usr/bin/env node
import { buffer } from 'node:stream/consumers';
import pico from 'picocolors';
import { EXIT } from './io.js';
import { run } from './run.js';

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.clean);
});

// The exit status still tells what a closed stderr does not.
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  color: pico.isColorSupported && process.stdout.isTTY === true,
  columns: process.stdout.columns,
  // Everywhere the same day, so that two machines do not judge differently.
  today: new Date().toISOString().slice(0, 10),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  stdin: () => buffer(process.stdin),
});
