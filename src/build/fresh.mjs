// Builds dist/ when a source is newer than it. Says nothing on stdout, so that a command run after it owns that.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const LOCK = `${root}node_modules/.cache/fineprint/build.lock`;
const SOURCES = ['src', 'rules', 'package.json', 'tsup.config.ts'];
const OUTPUTS = ['cli.js', 'action.js', 'index.js', 'index.cjs', 'browser/browser.js', 'node.js'];
/** With what only a build with types leaves. */
export const WHOLE = [...OUTPUTS, 'index.d.ts', 'index.d.cts'];

/** Makes sure that dist/ runs what the sources say; type declarations are left to `npm run build`. */
export function ensureBuilt() {
  if (!isStale(OUTPUTS)) return;
  lock();
  if (isStale(OUTPUTS)) build('--no-dts');
  rmSync(LOCK, { recursive: true, force: true });
}

/** Waits for its turn: tests that run side by side ask for a build together. A lock that nobody took away holds five minutes. */
function lock() {
  mkdirSync(dirname(LOCK), { recursive: true });
  for (;;) {
    try {
      mkdirSync(LOCK);
      process.once('exit', () => rmSync(LOCK, { recursive: true, force: true }));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > 300_000) rmSync(LOCK, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

/** Whether a file of dist/ is older than a source, or missing. */
export function isStale(outputs) {
  const built = Math.min(...outputs.map((path) => newest(`${root}dist/${path}`)));
  return built <= Math.max(...SOURCES.map((path) => newest(root + path)));
}

/** Builds dist/ and then takes away what an earlier build left there: the names of chunks change with their content. */
export function build(...flags) {
  const start = Date.now();
  run('src/build/build-rules.mjs');
  run('src/build/build-page.mjs');
  run('node_modules/tsup/dist/cli-default.js', '--silent', ...flags);
  for (const name of readdirSync(`${root}dist`, { recursive: true })) {
    const path = `${root}dist/${name}`;
    // Copied files keep their dates.
    if (/[\\/]?schemas[\\/]/.test(name) || !statSync(path).isFile()) continue;
    if (statSync(path).mtimeMs < start - 1000) rmSync(path);
  }
}

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [root + script, ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 2);
}

/** Latest change in a file or folder, in milliseconds; 0 if there is none. The generated rules follow from rules/. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return path.endsWith('.generated.ts') ? 0 : stat.mtimeMs;
  return readdirSync(path).reduce((last, name) => Math.max(last, newest(`${path}/${name}`)), stat.mtimeMs);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
