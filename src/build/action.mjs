// Runs the GitHub Action from a checkout of this repository, which has no dist/ of its own.
import { ensureBuilt } from './fresh.mjs';

ensureBuilt();
await import('../../dist/action.js');
