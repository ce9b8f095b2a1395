import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { fineprint, folderOf, SOUND, VAGUE } from '../support/cli.js';

const RULE = 'third-party/vague-recipients';
const only = `extends: []\nrules: {${RULE}: error}\n`;
const comment = (text: string): string => VAGUE.replace('We may', `<!-- fineprint-${text} -->\n\nWe may`);

describe('comments', () => {
  it('are counted in the sums, and keep the status clean', async () => {
    const cwd = folderOf({
      'a.md': comment(`disable-next-line ${RULE} -- counsel`),
      'fineprint.config.yml': only,
    });
    const { status, out } = await fineprint(['a.md', '--no-profile'], { cwd });
    expect([status, out]).toEqual([0, 'no findings in 1 policy; 1 suppressed\n']);
    expect((await fineprint(['a.md', '--ignore-suppressions'], { cwd })).status).toBe(1);
  });

  it.each([
    [
      'disable-next-line',
      1,
      /suppression {2}5:1 {2}fineprint-disable-next-line does not count without a reason/,
    ],
    ['disable-next-line expires 2026-06-14 -- x', 1, /suppression {2}5:1 {2}.* expired on 2026-06-14/],
    ['enable', 1, /suppression {2}5:1 {2}fineprint-enable ends nothing; remove it/],
    ['disable-next-line none/such -- x', 1, /suppression {2}5:1 {2}unknown rule "none\/such"/],
  ])('%s are told with their place', async (text, status, message) => {
    const cwd = folderOf({ 'a.md': comment(text), 'fineprint.config.yml': only });
    const result = await fineprint(['a.md'], { cwd });
    expect(result.status).toBe(status);
    expect(result.out).toMatch(message);
  });

  it('that are not needed fail on request, or are not told of', async () => {
    const cwd = folderOf({
      'a.md': `<!-- fineprint-disable-file -- x -->\n\n${SOUND}`,
      'fineprint.config.yml': only,
    });
    const run = (...args: string[]) => fineprint(['a.md', ...args], { cwd });
    expect((await run()).out).toMatch(/suppresses nothing; remove it/);
    expect((await run()).status).toBe(0);
    expect((await run('--report-unused', 'error')).status).toBe(1);
    expect((await run('--report-unused', 'off')).out).not.toMatch(/suppresses nothing/);
    expect((await run('--report-unused', 'loud')).status).toBe(2);
  });
});

describe('suppress in the configuration', () => {
  const config = `${only}suppress:
  - {rule: third-party/*, files: [eu/**], reason: agreed, expires: 2026-12-31}
  - {rule: "*", files: [old.md], reason: gone soon}
`;

  it('lets pass in the policies named, with its reason', async () => {
    const cwd = folderOf({ 'eu/a.md': VAGUE, 'us.md': VAGUE, 'fineprint.config.yml': config });
    const { status, out, err } = await fineprint(['.', '--format', 'json'], { cwd });
    const [eu, us] = JSON.parse(out);
    expect([status, err]).toEqual([1, '']);
    expect(eu.suppressed[0].suppression).toEqual({ kind: 'config', reason: 'agreed', expires: '2026-12-31' });
    expect([eu.findings.length, us.findings.length]).toEqual([0, 1]);
    // Paths start from the configuration, wherever the command runs.
    expect((await fineprint(['a.md'], { cwd: join(cwd, 'eu') })).status).toBe(0);
  });

  it('is told with its place when it is over, or suppresses nothing of what was looked at', async () => {
    const cwd = folderOf({ 'eu/a.md': VAGUE, 'old.md': SOUND, 'fineprint.config.yml': config });
    const over = await fineprint(['eu'], { cwd, today: '2027-01-01' });
    expect(over.status).toBe(1);
    expect(over.err).toMatch(
      /^warning: .*fineprint\.config\.yml:4:5: the suppression of third-party\/\* expired on 2026-12-31/,
    );
    const idle = await fineprint(['.'], { cwd });
    expect(idle.err).toMatch(
      /fineprint\.config\.yml:5:5: the suppression of \* suppresses nothing here; remove it/,
    );
    expect(idle.status).toBe(0);
    expect((await fineprint(['.', '--report-unused', 'error'], { cwd })).status).toBe(1);
    expect((await fineprint(['eu'], { cwd })).err).toBe('');
  });

  it.each([
    ['suppress: [{rule: none/such, reason: x}]', /config\.yml:1:19: unknown rule "none\/such"/],
    ['overrides: [{files: [a], rules: {none/such: off}}]', /config\.yml:1:45: unknown rule "none\/such"/],
    ['extends: []', /config\.yml:1:10: .* no rule is switched on/],
    ['overrides: [{files: [a], extends: [none]}]', /config\.yml:1:36: unknown preset "none"/],
  ])('%s is refused with its place', async (text, message) => {
    const { status, err } = await fineprint(['a.md'], {
      cwd: folderOf({ 'fineprint.config.yml': text, 'a.md': SOUND }),
    });
    expect([status, err]).toEqual([2, expect.stringMatching(message)]);
  });
});

describe('overrides', () => {
  it('hold for the policies named, the later over the earlier, the command line over all', async () => {
    const cwd = folderOf({
      'eu/a.md': VAGUE,
      'us.md': VAGUE,
      'fineprint.config.yml': `${only}overrides:
  - {files: ["**/*.md"], rules: {${RULE}: warning}}
  - {files: [eu/**], rules: {${RULE}: "off", third-party/vague-purpose: info}}
`,
    });
    const found = async (...args: string[]) =>
      JSON.parse((await fineprint(['.', '--format', 'json', ...args], { cwd })).out).map(
        ({ findings }: { findings: { ruleId: string; severity: string }[] }) =>
          findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`),
      );
    expect(await found()).toEqual([['third-party/vague-purpose info'], [`${RULE} warning`]]);
    expect(await found('--rule', `${RULE}=error`)).toEqual([
      [`${RULE} error`, 'third-party/vague-purpose info'],
      [`${RULE} error`],
    ]);
  });

  it('hold for both sides of a comparison, and for a line that is explained', async () => {
    const cwd = folderOf({
      'old.md': SOUND,
      'new.md': VAGUE,
      'fineprint.config.yml': `${only}overrides: [{files: [new.md], rules: {third-party/vague-purpose: info}}]\n`,
    });
    const { err, out } = await fineprint(['diff', 'old.md', 'new.md', '--format', 'json'], { cwd });
    expect(err).toBe('');
    expect(JSON.parse(out).findings.introduced).toHaveLength(2);
    expect((await fineprint(['explain', 'new.md:5'], { cwd })).out).toContain('third-party/vague-purpose');
  });
});

describe('diff', () => {
  it('takes a comment for no change of what a policy says', async () => {
    const cwd = folderOf({ 'old.md': VAGUE, 'new.md': comment('disable-next-line -- known') });
    const { status, out } = await fineprint(
      ['diff', 'old.md', 'new.md', '--format', 'json', '--fail-on', 'any'],
      { cwd },
    );
    const { verdict, findings } = JSON.parse(out);
    expect([status, verdict, findings.introduced, findings.resolved]).toEqual([0, 'neutral', [], []]);
  });

  it('knows what the configuration suppresses', async () => {
    const cwd = folderOf({
      'old.md': SOUND,
      'new.md': VAGUE,
      'fineprint.config.yml': 'suppress: [{rule: "*", files: [new.md], reason: agreed}]\n',
    });
    expect((await fineprint(['diff', 'old.md', 'new.md', '--fail-on', 'introduced'], { cwd })).status).toBe(
      0,
    );
    expect((await fineprint(['diff', 'new.md', 'old.md', '--fail-on', 'introduced'], { cwd })).status).toBe(
      0,
    );
  });

  it('does not hold what is accepted against a revision', async () => {
    const added = 'We disclose your phone number to other third parties.';
    const text = `${VAGUE}\n## More\n\n<!-- fineprint-disable-next-line -- known -->\n\n${added}\n`;
    const cwd = folderOf({ 'old.md': VAGUE, 'new.md': text, 'open.md': text.replace(/<!--.*-->/, '') });
    const diff = (name: string) => fineprint(['diff', 'old.md', name, '--fail-on', 'introduced'], { cwd });
    expect((await diff('open.md')).status).toBe(1);
    expect((await diff('new.md')).status).toBe(0);
  });
});

describe('the packed command', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const cli = join(root, 'dist/cli.js');
  const run = (cwd: string, ...args: string[]) =>
    spawnSync(process.execPath, [cli, ...args], { cwd, encoding: 'utf8' });

  beforeAll(async () => {
    const { ensureBuilt } = await import(pathToFileURL(join(root, 'src/build/fresh.mjs')).href);
    ensureBuilt();
  });

  it('gates a folder of policies by a baseline, with the day of the clock', () => {
    const cwd = folderOf({
      'policies/a.md': VAGUE,
      'policies/b.html': `<h1>Privacy policy</h1><p>We share your phone number with our partners.</p>`,
    });
    expect(run(cwd, 'baseline', 'write', 'policies').status).toBe(0);
    expect(run(cwd, 'baseline', 'check').status).toBe(0);
    expect(run(cwd, 'policies', '--baseline', 'fineprint.baseline.json').status).toBe(0);
    const text = readFileSync(join(cwd, 'fineprint.baseline.json'), 'utf8');
    const dated = folderOf({
      'policies/a.md': VAGUE,
      'fineprint.baseline.json': text.replace(
        '"quote": "our partners"',
        '"expires": "2020-01-01", "quote": "our partners"',
      ),
    });
    const { status, stdout, stderr } = run(dated, 'baseline', 'check');
    expect(status).toBe(1);
    expect(stdout).toMatch(/expired on 2020-01-01/);
    expect(stderr).toBe('warning: "policies/b.html" is gone; prune the baseline\n');
  });
});
