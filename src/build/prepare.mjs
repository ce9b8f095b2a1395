// npm runs this before it packs, for `npm pack` and `npm publish` as for installs from git, and also after `npm ci` in a clone.
// Those who work in a clone build when they need to.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, isStale, WHOLE } from './fresh.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { INIT_CWD, npm_command: command = '' } = process.env;
const isClone = INIT_CWD !== undefined && resolve(root) === resolve(INIT_CWD);
if (!(isClone && ['ci', 'install'].includes(command)) && isStale(WHOLE)) build();
