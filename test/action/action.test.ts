import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runAction } from '../../src/action/action.js';
import { ensureBuilt } from '../support/built.js';
import { folderOf, SOUND, VAGUE } from '../support/cli.js';
import { repositoryOf } from '../support/git.js';

/** Runs the action in this process with these inputs; "fail-on" is the variable INPUT_FAIL_ON. */
async function action(cwd: string, inputs: Record<string, string>, env: Record<string, string> = {}) {
  const files = folderOf({});
  const given = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.toUpperCase().replaceAll('-', '_')}`,
    value,
  ]);
  const paths = { GITHUB_STEP_SUMMARY: join(files, 'summary'), GITHUB_OUTPUT: join(files, 'output') };
  let log = '';
  const status = await runAction({
    cwd,
    today: '2026-06-15',
    env: { ...paths, ...env, ...Object.fromEntries(given) },
    log: (text) => {
      log += text;
    },
  });
  const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  return { status, log, summary: read(paths.GITHUB_STEP_SUMMARY), output: read(paths.GITHUB_OUTPUT) };
}

const OLD = '# Privacy\n\nWe share your address with couriers. We keep orders for 30 days.\n';
const WORSE = `${OLD}\nWe may share your personal information with our partners for business purposes.\n`;

describe('the action', () => {
  it('marks findings, writes the summary, and fails as the command line does', async () => {
    const cwd = folderOf({ 'privacy.md': VAGUE, 'sound.md': SOUND });
    const { status, log, summary, output } = await action(cwd, { files: 'privacy.md\n\n sound.md \n' });
    expect(status).toBe(1);
    expect(log).toMatch(
      /^::error file=privacy\.md,line=5,.*title=third-party\/vague-recipients::"our partners"/m,
    );
    expect(summary).toMatch(/^### fineprint: \d findings/);
    expect(summary).toContain('**`sound.md`**: no findings');
    expect(output).toMatch(/^findings=\d\n$/);
    expect((await action(cwd, { files: 'privacy.md', 'fail-on': 'never' })).status).toBe(0);
    expect((await action(cwd, { files: 'sound.md' })).status).toBe(0);
  });

  it('applies presets and the configuration', async () => {
    const cwd = folderOf({
      'privacy.md': VAGUE,
      'own.yml': 'rules:\n  third-party/vague-recipients: "off"\n',
      'fineprint.config.yml': 'rules:\n  third-party/vague-purpose: "off"\n',
    });
    const { log } = await action(cwd, { files: 'privacy.md', preset: 'recommended,iot' });
    expect(log).toContain('vague-recipients');
    expect(log).not.toContain('third-party/vague-purpose');
    expect((await action(cwd, { files: 'privacy.md', config: 'own.yml' })).log).not.toContain(
      'vague-recipients',
    );
  });

  it('writes all findings to a file, for later steps', async () => {
    const cwd = folderOf({ 'privacy.md': VAGUE });
    await action(cwd, { files: '*.md', output: 'out/fineprint.sarif' });
    const log = JSON.parse(readFileSync(join(cwd, 'out/fineprint.sarif'), 'utf8'));
    expect(log.runs[0].results.length).toBeGreaterThan(0);
    const { summary } = await action(cwd, { files: '*.md', output: 'comment.md', format: 'markdown' });
    expect(readFileSync(join(cwd, 'comment.md'), 'utf8')).toBe(summary);
  });

  it('writes nothing to the log but its own commands', async () => {
    const evil = '::stop-commands::x';
    const policy = `# ${evil}\n\n${evil}\n\nWe may share your personal information ::add-mask::a with our partners.\n`;
    const cwd = folderOf({ 'a.md': policy });
    const { log } = await action(cwd, { files: `a.md\n${evil}.md` });
    for (const line of log.trimEnd().split('\n')) expect(line).toMatch(/^::(?:error|warning|notice) /);
  });

  it.each([
    [{ files: ' \n ' }, /the input "files" is empty/],
    [{ files: 'none.md' }, /no such file: "none\.md"/],
    [{ files: 'a.md', format: 'xml' }, /the input "format" is "xml"; use/],
    [{ files: 'a.md', 'fail-on': 'worse' }, /"fail-on" is "worse"; without the input "base" use error, /],
    [{ files: 'a.md', preset: 'nothing' }, /unknown preset "nothing"/],
    [{ files: 'a.md', base: 'auto' }, /GITHUB_EVENT_PATH names no event/],
    [{ files: 'a.md', base: 'HEAD' }, /is not in a git repository/],
    [{ files: 'diff' }, /no such file/],
    [
      { files: '*.md', output: './a.md' },
      /the input "output" names a policy, "\.\/a\.md"; name another file/,
    ],
    [{ files: 'a.md', output: '.' }, /"\." cannot be written: it is a folder/],
  ])('says what is wrong with %j', async (inputs, message) => {
    const cwd = folderOf({ 'a.md': SOUND });
    const { status, log, summary } = await action(cwd, inputs);
    expect({ status, log }).toMatchObject({ status: 2, log: expect.stringMatching(message) });
    expect(log).toMatch(/^::error .*\n$/);
    if (!('output' in inputs)) expect(summary).toContain('**Error:** ');
  });
});

describe('the action with a base', () => {
  const states = [{ 'privacy.md': OLD }, { 'privacy.md': WORSE, 'new.md': VAGUE }] as const;

  it('judges what changed since, and new policies by what is found in them', async () => {
    const { cwd, commits } = repositoryOf(...states);
    const inputs = { files: 'privacy.md', base: commits[0] as string };
    const { status, log, summary, output } = await action(cwd, inputs);
    expect(status).toBe(1);
    expect(log).toMatch(/^::notice file=privacy\.md,title=fineprint::the revision is worse/);
    expect(log).toMatch(/^::error file=privacy\.md,line=5,.*title=third-party\/vague-recipients/m);
    expect(summary).toMatch(/^### fineprint: worse\n/);
    expect(summary).toContain(`${commits[0]?.slice(0, 12)}:privacy.md`);
    expect(output).toMatch(/^findings=[1-9]\d*\nverdict=worse\n$/);
    const both = await action(cwd, { ...inputs, files: '.', 'fail-on': 'never' });
    expect(both.status).toBe(0);
    expect(both.log).toMatch(/^::error file=new\.md,/m);
    expect(both.summary).toContain('**`new.md`**: ');
    expect((await action(cwd, { ...inputs, files: 'new.md' })).status).toBe(1);
  });

  it('lets findings pass that were there before', async () => {
    const { cwd, commits } = repositoryOf(
      { 'privacy.md': WORSE },
      { 'privacy.md': `${WORSE}\nUpdated in May.\n` },
    );
    const { status, log } = await action(cwd, { files: 'privacy.md', base: commits[0] as string });
    expect(log).toMatch(/^::notice .*the revision is neutral.*\n$/);
    expect(status).toBe(0);
  });

  it('takes the base that the event tells', async () => {
    const { cwd, commits } = repositoryOf(...states);
    const run = (event: unknown, failOn = '') => {
      const GITHUB_EVENT_PATH = join(cwd, 'event.json');
      writeFileSync(GITHUB_EVENT_PATH, JSON.stringify(event));
      return action(cwd, { files: 'privacy.md', base: 'auto', 'fail-on': failOn }, { GITHUB_EVENT_PATH });
    };
    expect((await run({ pull_request: { base: { sha: commits[0] } } })).output).toContain('verdict=worse');
    expect((await run({ before: commits[0] })).output).toContain('verdict=worse');
    // The first push of a branch, and events of other kinds.
    expect((await run({ before: '0'.repeat(40) })).output).not.toContain('verdict');
    expect((await run({ schedule: 'daily' })).output).not.toContain('verdict');
    expect((await run([])).status).toBe(1);
    // What fails is named in terms of changes, of which there are none to judge.
    expect((await run({ before: '0'.repeat(40) }, 'introduced')).status).toBe(1);
    expect((await run({ before: '0'.repeat(40) }, 'never')).status).toBe(0);
  });

  it('says what to do where the base was not fetched, and takes no option for a revision', async () => {
    const { cwd } = repositoryOf(...states);
    const shallow = await action(cwd, { files: 'privacy.md', base: 'a'.repeat(40) });
    expect(shallow).toMatchObject({
      status: 2,
      log: expect.stringMatching(/unknown revision.*fetch-depth%3A 0|fetch-depth: 0/),
    });
    const option = await action(cwd, { files: 'privacy.md', base: '--output=x' });
    expect(option).toMatchObject({ status: 2, log: expect.stringMatching(/unknown revision/) });
    const wrong = await action(cwd, { files: 'privacy.md', base: 'HEAD', 'fail-on': 'warning' });
    expect(wrong).toMatchObject({
      status: 2,
      log: expect.stringMatching(/"fail-on" is "warning"; with the input "base" use worse, .*\n$/),
    });
  });
});

interface Step {
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
}

describe('action.yml', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const { inputs, runs } = parse(readFileSync(`${root}action.yml`, 'utf8')) as {
    inputs: Record<string, { default?: string }>;
    runs: { steps: Step[] };
  };
  const last = runs.steps.at(-1) as Step;

  beforeAll(ensureBuilt);

  it('puts no expression into a script', () => {
    for (const { run } of runs.steps) expect(run).not.toContain('${{');
  });

  it('hands every input over', () => {
    const handed = Object.values(last.env ?? {});
    expect(handed.sort()).toEqual(
      Object.keys(inputs)
        .map((name) => `\${{ inputs.${name} }}`)
        .sort(),
    );
  });

  it('runs as GitHub runs it', () => {
    const cwd = folderOf({ 'privacy.md': VAGUE });
    const given: Record<string, string> = {
      files: 'privacy.md\n$(touch evil)\n`touch evil`',
      'fail-on': 'error',
    };
    const env = Object.entries(last.env ?? {}).map(([name, expression]) => {
      const input = /inputs\.([\w-]+)/.exec(expression)?.[1] ?? '';
      return [name, given[input] ?? inputs[input]?.default ?? ''];
    });
    const summary = join(cwd, 'summary.md');
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', last.run],
      {
        cwd,
        encoding: 'utf8',
        env: {
          ...process.env,
          GITHUB_ACTION_PATH: root,
          GITHUB_STEP_SUMMARY: summary,
          ...Object.fromEntries(env),
        },
      },
    );
    expect(stderr).toBe('');
    expect(status).toBe(2);
    expect(stdout).toMatch(/^::error file=privacy\.md,line=5/m);
    expect(stdout).toMatch(/^::error .*no file matches "\$\(touch evil\)"/m);
    expect(readFileSync(summary, 'utf8')).toMatch(/^### fineprint/);
    expect(existsSync(join(cwd, 'evil'))).toBe(false);
  });
});
