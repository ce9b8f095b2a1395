import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyzeBatch, writeBatch } from '../../src/batch/index.js';
import { analyze } from '../../src/index.js';
import { fineprint, folderOf, SOUND, VAGUE } from '../support/cli.js';
import { unprivileged } from '../support/unprivileged.js';
import { batch, CLI, ensureBuilt, start } from './built.js';
import { ndjson, policies } from './policies.js';

beforeAll(ensureBuilt);

/** Follows the counts where some failed. */
const WHY = 'why a policy failed stands beside it in the output, as its error\n';
const linesOf = (path: string) => readFileSync(path, 'utf8').trim().split('\n');
const records = (path: string) => linesOf(path).map((line) => JSON.parse(line));

describe('fineprint batch', () => {
  it('gives every policy the report that analyze gives, in input order, whatever the number of threads', async () => {
    const list = policies(40);
    const cwd = folderOf({ 'in.ndjson': ndjson(list) });
    for (const jobs of ['1', '3']) {
      const { status, err } = await batch(['in.ndjson', '-o', `${jobs}.ndjson`, '--jobs', jobs], cwd);
      expect({ status, err }).toEqual({ status: 0, err: '40 policies: 40 judged\n' });
    }
    const one = readFileSync(join(cwd, '1.ndjson'), 'utf8');
    expect(readFileSync(join(cwd, '3.ndjson'), 'utf8')).toBe(one);
    const found = records(join(cwd, '1.ndjson'));
    expect(found.map(({ id }) => id)).toEqual(list.map(({ id }) => id));
    for (const i of [0, 1, 30])
      expect(found[i].report).toEqual(JSON.parse(JSON.stringify(analyze(list[i]?.text ?? ''))));
    // The first of each text differs from the later ones by a number.
    expect(found.slice(0, 9).every(({ gate }) => gate.length === 0)).toBe(true);
    expect(found.at(-1)).toMatchObject({ gate: ['near-duplicate'], repeats: 4 });
    expect(readdirSync(cwd).sort()).toEqual(['1.ndjson', '3.ndjson', 'in.ndjson']);
  });

  it('gives equal output with either parser', async () => {
    const cwd = folderOf({ 'in.ndjson': ndjson(policies(9)) });
    for (const parser of ['native', 'remark']) {
      expect((await batch(['in.ndjson', '-o', `${parser}.ndjson`, '--parser', parser], cwd)).status).toBe(0);
    }
    expect(readFileSync(join(cwd, 'native.ndjson'), 'utf8')).toBe(
      readFileSync(join(cwd, 'remark.ndjson'), 'utf8'),
    );
  });

  it('makes error rows of what fails, says so by its status, and goes on', async () => {
    const cwd = folderOf({
      'folder/ok.md': SOUND,
      'big.md': 'x'.repeat(3000),
      'list.ndjson':
        '{"id":"gone","path":"gone.md"}\n{"id":"folder","path":"folder"}\nhalf\n{"id":"last","text":"We keep your e-mail address."}',
    });
    symlinkSync('..', join(cwd, 'folder/loop'));
    execFileSync('mkfifo', [join(cwd, 'pipe.md')]);
    const { status, err } = await batch(
      [
        'folder',
        'big.md',
        'pipe.md',
        'list.ndjson',
        '-o',
        'out.ndjson',
        '--max-bytes',
        '2000',
        '--include',
        'not-a-policy',
        '--jobs',
        '2',
      ],
      cwd,
    );
    expect({ status, err }).toEqual({ status: 2, err: `7 policies: 2 judged, 5 failed\n${WHY}` });
    const rows = records(join(cwd, 'out.ndjson'));
    expect(rows.map(({ id, error }) => [id, error?.code])).toEqual([
      ['folder/ok.md', undefined],
      ['big.md', 'too-large'],
      ['pipe.md', 'unreadable'],
      ['gone', 'unreadable'],
      ['folder', 'unreadable'],
      ['list.ndjson:3', 'bad-line'],
      ['last', undefined],
    ]);
    expect(rows[3].error.message).toBe('no such file: "gone.md"; check the path');
  });

  it('ends what takes too long, and goes on with the next', async () => {
    const long = policies(200)
      .map(({ text }, i) => (text.startsWith('<') ? '' : `${text}\n\n# Part ${i}\n\n`))
      .join('');
    const list = [{ id: 'long', text: long }, ...policies(3)];
    const cwd = folderOf({ 'in.ndjson': ndjson(list) });
    const args = ['in.ndjson', '-o', 'out.ndjson', '--jobs', '1', '--timeout', '0.2', '--parser', 'remark'];
    expect((await batch(args, cwd)).status).toBe(2);
    const rows = records(join(cwd, 'out.ndjson'));
    expect(rows.map(({ id }) => id)).toEqual(list.map(({ id }) => id));
    expect(rows[0].error).toEqual({ code: 'timeout', message: 'took more than the 0.2 s of --timeout' });
  });

  it('skips by the gate what is no policy, and on request what repeats another', async () => {
    const cwd = folderOf({ 'a.md': VAGUE, 'b.md': VAGUE, 'c.md': 'Stir the flour into the milk.' });
    await batch(['.', '-o', 'o.jsonl'], cwd);
    const gates = (name: string) =>
      records(join(cwd, name)).map(({ gate, skipped, repeats }) => [gate.join(), skipped, repeats]);
    expect(gates('o.jsonl')).toEqual([
      ['', undefined, undefined],
      ['duplicate', undefined, 1],
      ['not-a-policy', true, undefined],
    ]);
    const { err } = await batch(
      ['.', '-o', 'p.jsonl', '--skip', 'duplicate', '--include', 'not-a-policy'],
      cwd,
    );
    expect(err).toBe('3 policies: 2 judged, 1 skipped\n');
    expect(gates('p.jsonl')[1]).toEqual(['duplicate', true, 1]);
    expect((await batch(['.', '-o', 'q', '--skip', 'dupes'], cwd)).err).toMatch(
      /there is no gate "dupes"; use not-a-policy/,
    );
  });
});

describe('a configuration', () => {
  const RULE = 'third-party/vague-recipients';
  const COMMENTED = VAGUE.replace(
    'We may',
    `<!-- fineprint-disable-next-line ${RULE} expires 2027-01-31 -- counsel -->\n\nWe may`,
  );
  const config = `extends: []
rules: {${RULE}: error}
overrides: [{files: [eu/**], rules: {${RULE}: info}}]
suppress: [{rule: third-party/*, files: [old.md], reason: replaced in March}]
`;
  const severities = (path: string) =>
    records(path).map(({ id, report }) => [
      id,
      ...report.findings.map(({ severity }: { severity: string }) => severity),
    ]);

  it('counts as it does for single policies: overrides, comments, and what it suppresses', async () => {
    const cwd = folderOf({
      'eu/a.md': VAGUE,
      'comment.md': COMMENTED,
      'old.md': VAGUE,
      'us.md': VAGUE,
      'fineprint.config.yml': config,
    });
    for (const jobs of ['1', '2']) {
      await batch(['.', '-o', `${jobs}.ndjson`, '--jobs', jobs, '--timeout', '60', '--cache', 'kept'], cwd);
      expect(severities(join(cwd, `${jobs}.ndjson`))).toEqual([
        ['comment.md'],
        ['eu/a.md', 'info'],
        ['old.md'],
        ['us.md', 'error'],
      ]);
    }
    const alone = await fineprint(['.', '--format', 'ndjson'], { cwd, today: '2026-12-01' });
    expect(records(join(cwd, '1.ndjson')).map(({ report }) => report)).toEqual(
      alone.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
    await batch(['.', '-o', 'all.ndjson', '--ignore-suppressions', '--rule', `${RULE}=warning`], cwd);
    expect(severities(join(cwd, 'all.ndjson')).map(([, severity]) => severity)).toEqual(
      Array(4).fill('warning'),
    );
  });

  it('is held against the day it is, and a cache knows the day', async () => {
    const cwd = folderOf({ 'comment.md': COMMENTED });
    const found = async (today: string) => {
      const options = {
        cwd,
        today,
        cache: join(cwd, 'kept'),
        presets: [],
        rules: { [RULE]: 'error' as const },
        jobs: 1,
      };
      for await (const { report } of analyzeBatch('comment.md', options)) return report?.findings.length;
    };
    expect([await found('2027-01-31'), await found('2027-02-01'), await found('2027-01-31')]).toEqual([
      0, 1, 0,
    ]);
  });

  it('is held, in a run that is resumed, against the day it was begun', async () => {
    const cwd = folderOf({ 'in.ndjson': ndjson(['a', 'b', 'c'].map((id) => ({ id, text: COMMENTED }))) });
    const run = (today: string, more: object) =>
      writeBatch(['in.ndjson'], {
        ...{ cwd, today, presets: [], rules: { [RULE]: 'error' as const }, jobs: 1 },
        ...{ out: 'o.ndjson', output: 'ndjson' as const, ...more },
      });
    const ended = new AbortController();
    const { signal } = ended;
    const onPolicy = ({ policies }: { policies: number }) => policies === 1 && ended.abort();
    expect((await run('2027-01-31', { signal, onPolicy })).end).toBe('stopped');
    expect((await run('2027-02-01', { resume: true })).end).toBe('done');
    expect(severities(join(cwd, 'o.ndjson'))).toEqual([['a'], ['b'], ['c']]);
  });
});

describe('what a batch writes', () => {
  it('an overview shows every policy once, also those without a report, and runs nothing of what they say', async () => {
    const id = '<script>globalThis.ran=1</script>';
    const cwd = folderOf({
      'in.ndjson': `${ndjson([...policies(5), { id, text: 'Soup of the day.' }])}bad\n`,
    });
    await batch(['in.ndjson', '-o', 'o.html'], cwd);
    const html = readFileSync(join(cwd, 'o.html'), 'utf8');
    expect(html).toContain('<h1>7 policies</h1>');
    expect(html).toContain('2 without a report');
    expect(html).toContain('skipped: not-a-policy');
    expect(html).toContain('the line is not JSON');
    expect(html.split('<tr data-grade').length - 1).toBe(7);
    expect(html).not.toContain(id);
    expect(readdirSync(cwd).sort()).toEqual(['in.ndjson', 'o.html']);
  });

  it.each([
    [['-o', '-', '--format', 'html'], 'is written to a file'],
    [['-o', 'o.html', '--split', '2'], 'cannot be split'],
  ])('an overview is one file: %j', async (flags, says) => {
    const cwd = folderOf({ 'in.ndjson': ndjson(policies(1)) });
    const { status, err } = await batch(['in.ndjson', ...flags], cwd);
    expect(status).toBe(2);
    expect(err).toContain(says);
    expect(readdirSync(cwd)).toEqual(['in.ndjson']);
  });

  it('rows, CSV and Parquet hold the same', async () => {
    const cwd = folderOf({
      'in.ndjson': `${ndjson(policies(9))}bad\n${ndjson([
        { id: ' +1', text: SOUND },
        { id: '=1+1,"', text: VAGUE },
      ])}`,
    });
    for (const out of ['o.ndjson', 'o.csv', 'o.parquet'])
      await batch(['in.ndjson', '--rows', '-o', out], cwd);
    const rows = records(join(cwd, 'o.ndjson'));
    const table = linesOf(join(cwd, 'o.csv')).map((line) => line.split(','));
    const column = (name: string) => table.slice(1).map((cells) => cells[table[0]?.indexOf(name) ?? -1]);
    expect(column('score').slice(0, 9)).toEqual(rows.slice(0, 9).map(({ score }) => String(score)));
    expect(column('retention').slice(0, 9)).toEqual(rows.slice(0, 9).map(({ profile }) => profile.retention));
    expect(column('error')[9]).toBe('bad-line');
    const [plus, equals] = linesOf(join(cwd, 'o.csv')).slice(-2);
    expect(plus).toMatch(/^' \+1,/);
    expect(equals).toMatch(/^"'=1\+1,""",/);
    const parquet = await parquetReadObjects({ file: await asyncBufferFromFile(join(cwd, 'o.parquet')) });
    const rule = 'third-party/vague-recipients';
    expect(
      parquet.map((row) => [row.id, row.score ?? undefined, row.error ?? undefined, row[rule] ?? undefined]),
    ).toEqual(
      rows.map(({ id, score, error, findings }) => [
        id,
        score,
        error?.code,
        findings && (findings[rule] ?? 0),
      ]),
    );
  });

  it('several files, one policy after the other', async () => {
    const cwd = folderOf({ 'in.ndjson': ndjson(policies(7)) });
    await batch(['in.ndjson', '--rows', '-o', 'o.ndjson', '--split', '3'], cwd);
    const ids = [1, 2, 3].map((i) => records(join(cwd, `o-${i}-of-3.ndjson`)).map(({ id }) => id));
    expect(ids).toEqual(
      [
        [1, 4, 7],
        [2, 5],
        [3, 6],
      ].map((list) => list.map((i) => `policy-${i}`)),
    );
  });

  it('a summary, also as JSON', async () => {
    const cwd = folderOf({ 'a.md': VAGUE, 'b.md': SOUND });
    const { out } = await batch(['.', '-o', 'o.csv', '--summary', 'json'], cwd);
    const summary = JSON.parse(out);
    expect(summary).toMatchObject({ policies: 2, judged: 2, skipped: 0, failed: 0, gates: {} });
    expect(summary.rules[0]).toMatchObject({ policies: 1 });
    expect(Object.values(summary.profile.retention).reduce((sum: number, n) => sum + Number(n), 0)).toBe(2);
    const table = await batch(['.', '-o', 'o.csv', '--force'], cwd);
    expect(table.out).toMatch(/^Grades \(mean score \d/);
    expect(table.out).toMatch(/third-party\/vague-recipients +1 +50%/);
  });

  it('is not written over what is there, nor begun where it cannot be written', async () => {
    const cwd = folderOf({ 'a.md': SOUND, 'o.csv': 'precious' });
    const refused = await batch(['a.md', '-o', 'o.csv'], cwd);
    expect(refused).toMatchObject({ status: 2, out: '' });
    expect(refused.err).toMatch(/o\.csv" is there already; name another file, or write over it with --force/);
    expect(readFileSync(join(cwd, 'o.csv'), 'utf8')).toBe('precious');
    expect((await batch(['a.md', '-o', 'no/o.csv'], cwd)).err).toMatch(
      /its folder does not exist; make it first/,
    );
    expect((await batch(['a.md', '-o', '.', '--force'], cwd)).err).toMatch(
      /is a folder; name a file in it\n$/,
    );
    expect((await batch(['a.md', '-o', '/dev/null', '--force'], cwd)).err).toMatch(/is a device or a pipe/);
    expect((await batch(['a.md', '-o', 'o.json.gz'], cwd)).err).toMatch(
      /"o\.json\.gz": no format goes by "\.gz"; end it in \.ndjson, \.jsonl, \.json, \.txt, \.csv, \.parquet, \.html, or say which by --format/,
    );
    expect(readdirSync(cwd).sort()).toEqual(['a.md', 'o.csv']);
    expect((await batch(['a.md', '-o', 'o.json', '--format', 'rows'], cwd)).status).toBe(0);
    expect((await batch(['a.md', '-o', 'o-2027.01'], cwd)).err).toBe('1 policy: 1 judged\n');
    expect((await batch(['-o', 'x'], cwd)).err).toMatch(/name what to read/);
  });

  it('says so of a folder that may not be written to', async () => {
    const cwd = folderOf({ 'a.md': SOUND });
    chmodSync(cwd, 0o755);
    const { status, err } = await unprivileged(() => fineprint(['batch', 'a.md', '-o', 'o.csv'], { cwd }));
    expect(status).toBe(2);
    expect(err).toMatch(
      /^error: "[^"]*o\.csv\.journal" could not be written: it may not be written; check the permissions of its folder\n$/,
    );
    expect(readdirSync(cwd)).toEqual(['a.md']);
  });
});

describe('a full disk', () => {
  const disk = folderForDisk();

  it.skipIf(disk === undefined)('is told, and the run goes on when there is room', async () => {
    const cwd = folderOf({ 'in.ndjson': ndjson(policies(40)) });
    const out = join(disk ?? '', 'o.ndjson');
    const args = ['in.ndjson', '-o', out, '--summary', 'none'];
    const full = await batch(args, cwd);
    expect(full.status).toBe(2);
    expect(full.err).toMatch(
      /^error: .* could not be written: the disk is full; make room and go on with --resume\n$/,
    );
    execFileSync('mount', ['-o', 'remount,size=64m', disk ?? '']);
    await batch([...args, '--resume'], cwd);
    await batch(['in.ndjson', '-o', 'o.ndjson', '--summary', 'none'], cwd);
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(join(cwd, 'o.ndjson'), 'utf8'));
  });

  it.skipIf(!existsSync('/dev/full'))('behind standard output is told', () => {
    const cwd = folderOf({ 'a.md': VAGUE });
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'batch', 'a.md', '-o', '-'], {
      cwd,
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: standard output cannot be written: ENOSPC[^\n]*\n$/);
  });
});

/** A file system of 300 KB, where this process may mount one. */
function folderForDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'fineprint-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', folder]);
  afterAll(() => {
    if (status === 0) spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return status === 0 ? folder : undefined;
}

describe('a batch in a pipe', () => {
  it('answers each line as it comes', async () => {
    const cwd = folderOf({});
    const { child, ended } = start(['batch', '-', '-o', '-', '--rows', '--jobs', '2'], cwd);
    const answer = () =>
      new Promise<string>((done) => child.stdout?.once('data', (chunk) => done(String(chunk))));
    for (const [i, line] of [
      JSON.stringify({ id: 'a', text: SOUND }),
      'no json',
      JSON.stringify({ id: 'c', text: VAGUE }),
    ].entries()) {
      const answered = answer();
      child.stdin?.write(`${line}\n`);
      expect(JSON.parse(await answered).id).toBe(['a', '<stdin>:2', 'c'][i]);
    }
    child.stdin?.end();
    expect(await ended).toMatchObject({ status: 2, err: '3 policies: 2 judged, 1 failed\n' });
  });

  it('ends quietly when its reader leaves', async () => {
    const cwd = folderOf({ 'in.ndjson': ndjson(policies(60)) });
    const { child, ended } = start(['batch', 'in.ndjson', '-o', '-', '--jobs', '2'], cwd);
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await ended).toMatchObject({ status: 0, err: '' });
  });

  it('takes no more than it can hand on', async () => {
    const cwd = folderOf({});
    const { child, ended } = start(['batch', '-', '-o', '-', '--jobs', '2'], cwd);
    child.stdout?.pause();
    let taken = 0;
    const lines = ndjson(policies(900)).split('\n');
    const feed = async () => {
      for (const line of lines) {
        if (child.stdin?.write(`${line}\n`) === false)
          await new Promise((done) => child.stdin?.once('drain', done));
        taken++;
      }
    };
    void feed();
    let before = -1;
    for (let same = 0; same < 4; same = taken === before ? same + 1 : 0) {
      before = taken;
      await new Promise((done) => setTimeout(done, 500));
    }
    expect(taken).toBeLessThan(700);
    child.kill('SIGKILL');
    await ended;
  });
});

// Each of these starts the program several times, also on machines that do other work.
describe('a batch that is interrupted', { timeout: 120_000 }, () => {
  const list = policies(70);
  const args = (out: string, ...more: string[]) => [
    'in.ndjson',
    '-o',
    out,
    '--jobs',
    '2',
    '--summary',
    'json',
    ...more,
  ];

  /** Kills a run when its journal has so many lines. */
  const killed = async (cwd: string, out: string, lines: number, ...more: string[]): Promise<boolean> => {
    const { child, ended } = start(['batch', ...args(out, ...more)], cwd);
    let over = false;
    void ended.then(() => {
      over = true;
    });
    const journal = join(cwd, `${out}.journal`);
    while (!over && !(existsSync(journal) && linesOf(journal).length >= lines))
      await new Promise((done) => setTimeout(done, 3));
    child.kill('SIGKILL');
    return (await ended).status === null;
  };

  it.each(['o.ndjson', 'o.csv'])('goes on to the same bytes after each SIGKILL (%s)', async (out) => {
    const cwd = folderOf({ 'in.ndjson': ndjson(list) });
    const whole = await batch(args(`whole-${out}`), cwd);
    let kills = 0;
    for (const lines of [1, 2, 12, 30, 50]) if (await killed(cwd, out, lines, '--resume')) kills++;
    expect(kills).toBeGreaterThan(2);
    expect(existsSync(join(cwd, out))).toBe(false);
    const last = await batch(args(out, '--resume'), cwd);
    expect(last).toEqual(whole);
    expect(readFileSync(join(cwd, out), 'utf8')).toBe(readFileSync(join(cwd, `whole-${out}`), 'utf8'));
    expect(readdirSync(cwd).sort()).toEqual(['in.ndjson', out, `whole-${out}`].sort());
    expect((await batch(args(out, '--resume'), cwd)).err).toMatch(/is whole already/);
  });

  it('takes torn ends of output and journal for what they are', async () => {
    const cwd = folderOf({ 'in.ndjson': ndjson(list) });
    await batch(args('whole'), cwd);
    await killed(cwd, 'o', 20);
    const journal = join(cwd, 'o.journal');
    truncateSync(journal, readFileSync(journal).length - 25);
    writeFileSync(join(cwd, 'o.partial'), '{"id":"torn', { flag: 'a' });
    expect((await batch(args('o', '--resume'), cwd)).status).toBe(0);
    expect(readFileSync(join(cwd, 'o'), 'utf8')).toBe(readFileSync(join(cwd, 'whole'), 'utf8'));
  });

  it('is not gone on with by another run', async () => {
    const cwd = folderOf({ 'in.ndjson': ndjson(list), 'other.ndjson': '' });
    await killed(cwd, 'o', 20);
    const err = async (...more: string[]) => (await batch(more, cwd)).err;
    expect(await err(...args('o'))).toMatch(
      /was begun and not finished; go on with --resume, or begin anew with --force/,
    );
    expect(await err(...args('o', '--resume', '--preset', 'strict'))).toMatch(
      /cannot be resumed: its rules or options were others/,
    );
    expect(await err(...args('o', '--resume', '--max-bytes', '9'))).toMatch(/--max-bytes was 8388608/);
    expect(await err('other.ndjson', '-o', 'o', '--resume')).toMatch(/its inputs were others/);
    writeFileSync(join(cwd, 'in.ndjson'), ndjson([...list.slice(0, 3), ...list.slice(4)]));
    expect(await err(...args('o', '--resume'))).toMatch(/policy 4 of the input is not what it was/);
    expect((await batch(args('o', '--force'), cwd)).status).toBe(0);
    expect(records(join(cwd, 'o'))).toHaveLength(69);
  });

  it('by Ctrl-C says how to go on', async () => {
    const cwd = folderOf({ 'in.ndjson': ndjson(list) });
    const { child, ended } = start(['batch', ...args('o')], cwd);
    const journal = join(cwd, 'o.journal');
    while (!(existsSync(journal) && linesOf(journal).length >= 12))
      await new Promise((done) => setTimeout(done, 3));
    child.kill('SIGINT');
    const { status, out, err } = await ended;
    expect({ status, out }).toEqual({ status: 130, out: '' });
    expect(err).toMatch(/^\d+ policies: \d+ judged\nstopped; the same command with --resume goes on\n$/);
    expect((await batch(args('o', '--resume'), cwd)).err).toBe('70 policies: 70 judged\n');
  });
});

describe('the cache', () => {
  it('changes nothing, and takes torn and foreign entries for none', async () => {
    const cwd = folderOf({ 'in.ndjson': ndjson(policies(12)) });
    const run = (out: string) => batch(['in.ndjson', '-o', out, '--cache', 'cache', '--jobs', '1'], cwd);
    await Promise.all([run('a'), run('b')]);
    const entries = readdirSync(join(cwd, 'cache'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(cwd, 'cache', name));
    expect(entries).toHaveLength(12);
    const [torn, foreign, marked] = entries as [string, string, string];
    truncateSync(torn, 300);
    writeFileSync(foreign, readFileSync(marked));
    await run('c');
    for (const name of ['b', 'c'])
      expect(readFileSync(join(cwd, name), 'utf8')).toBe(readFileSync(join(cwd, 'a'), 'utf8'));
    expect(readFileSync(torn).length).toBeGreaterThan(300);
    expect(readFileSync(foreign, 'utf8')).not.toBe(readFileSync(marked, 'utf8'));
  });
});
