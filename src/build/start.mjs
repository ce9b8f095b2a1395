// Runs the command line from a clone. `npm start` shows findings and is no check, so findings are no failure here.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './fresh.mjs';

ensureBuilt();
const args = process.argv.slice(2);
const COMMANDS = ['batch', 'log', 'text', 'explain', 'rules', 'help'];
const lenient =
  args.length > 0 && !COMMANDS.includes(args[0]) && !args.some((arg) => arg.startsWith('--fail-on'));
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const { status } = spawnSync(process.execPath, [cli, ...args, ...(lenient ? ['--fail-on', 'never'] : [])], {
  stdio: 'inherit',
});
process.exitCode = status ?? 2;
