import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ensureBuilt } from '../support/built.js';
import { folderOf, SOUND, VAGUE } from '../support/cli.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [hook] = parse(readFileSync(`${root}.pre-commit-hooks.yaml`, 'utf8'));
const { bin } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

describe('the pre-commit hook', () => {
  beforeAll(ensureBuilt);

  /** Runs the hook as pre-commit does: its entry from the package, with the names of the files behind it. */
  function run(files: Record<string, string>, args: readonly string[] = []) {
    const [name, ...rest] = hook.entry.split(' ');
    return spawnSync(process.execPath, [root + bin[name], ...rest, ...args, ...Object.keys(files)], {
      cwd: folderOf(files),
      encoding: 'utf8',
    });
  }

  it('fails on a policy with findings, and passes one without', () => {
    const { status, stdout } = run({ 'docs/privacy.md': VAGUE, 'privacy-notice.md': SOUND });
    expect(status).toBe(1);
    expect(stdout).toContain('third-party/vague-recipients');
    expect(run({ 'privacy.md': SOUND }).status).toBe(0);
  });

  it('takes arguments of the repository', () => {
    expect(run({ 'privacy.md': VAGUE }, ['--fail-on', 'never']).status).toBe(0);
  });

  it('looks at files that are called policies', () => {
    // pre-commit reads the pattern as Python does, where (?i) may stand in front.
    const files = new RegExp(hook.files.replace('(?i)', ''), 'i');
    for (const path of ['PRIVACY.md', 'docs/privacy-policy.html', 'site/en/privacy_notice.txt'])
      expect(files.test(path), path).toBe(true);
    for (const path of ['README.md', 'src/privacy.ts', 'privacy/index.md'])
      expect(files.test(path), path).toBe(false);
  });
});
