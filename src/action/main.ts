// The entry point of the GitHub Action; action.yml hands its inputs over as environment variables.
import { runAction } from './action.js';

process.exitCode = await runAction({
  cwd: process.cwd(),
  today: new Date().toISOString().slice(0, 10),
  env: process.env,
  log: (text) => void process.stdout.write(text),
});
