import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../support/built.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = fileURLToPath(new URL('example/', import.meta.url));

beforeAll(ensureBuilt);

/** Runs Vitest on the example, as its users do. */
function vitest(...args: string[]) {
  const cli = `${root}node_modules/vitest/vitest.mjs`;
  const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1', CI: '1' };
  // The run within a run is one of its own.
  for (const name of Object.keys(env)) if (/^VITEST/.test(name)) delete env[name];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'run', '--root', folder, '--config', `${folder}vitest.config.mjs`, '--reporter=verbose', ...args],
    { cwd: folder, encoding: 'utf8', env },
  );
  return { status, out: stdout + stderr };
}

describe('the example of "fineprint/vitest"', () => {
  it('passes what is met and fails, readably, what is not', () => {
    const { status, out } = vitest('policy');
    expect(out).toMatch(/✓ .*the policy names who gets data/);
    expect(out).toMatch(/× .*the new revision makes nothing worse/);
    expect(out).toMatch(/expected no new findings in the policy, found \d+:/);
    expect(out).toMatch(/policy:13:\d+ {2}error {2}"our partners" .* {2}third-party\/vague-recipients/);
    expect(status).toBe(1);
  });

  it('makes a test of each example of a rule', () => {
    const { status, out } = vitest('rules');
    expect(out.match(/✓ .*house\/no-sale > (?:bad|good) example/g), out).toHaveLength(10);
    expect(status).toBe(0);
  });
});

describe('"fineprint/matchers"', () => {
  it('works with Jest, from CommonJS', () => {
    const code = `const { expect } = require('expect');
      const { matchers } = require('fineprint/matchers');
      expect.extend(matchers);
      expect('We keep your address for 30 days.').toHaveNoFindings();
      try { expect('We share your personal data with our partners.').not.toHaveFinding('third-party/vague-recipients'); }
      catch (error) { console.log(error.message); }`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', code], { cwd: root, encoding: 'utf8' });
    expect(stdout, stderr).toMatch(
      /^expected no finding of third-party\/vague-recipients in the policy, found 1:/,
    );
  });
});
