// Measures the analyzer against the sets in ../shared: `npm run eval [-- <set>…] [--detail LABEL|QUESTION|PAGE|TOPIC:fp|TOPIC:fn] [--write]`.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../src/build/fresh.mjs';
import { capp130, isHeldOut } from './capp130.mjs';
import { BARS } from './eval-bars.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const shared = join(root, '../shared');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { detail: { type: 'string' }, write: { type: 'boolean' }, keep: { type: 'string' } },
});

const missing = [
  ...['gold', 'tools', 'corpora'].map((name) => join(shared, name)).filter((path) => !existsSync(path)),
  ...(spawnSync('python3', ['--version']).status === 0 ? [] : ['python3']),
];
if (missing.length > 0) {
  console.log(`nothing measured; missing: ${missing.join(', ')}`);
  process.exit(0);
}

ensureBuilt();
const { createAnalyzer, parsePolicy } = await import('../../dist/index.js');
const { readSource } = await import('../../dist/node.js');
const analyzer = createAnalyzer({ include: ['clauses'] });
const work = values.keep ?? mkdtempSync(join(tmpdir(), 'fineprint-eval-'));
mkdirSync(work, { recursive: true });

const python = (tool, ...args) =>
  execFileSync('python3', [join(shared, 'tools', tool), ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
const files = (folder) =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
// Python writes NaN where a ratio has no cases.
const parseJson = (text) => JSON.parse(text.replace(/\bNaN\b/g, 'null'));
const jsonFile = (path) => parseJson(readFileSync(path, 'utf8'));

/** Analyzes files one by one and writes a report a line. */
async function reports(paths, name) {
  const out = join(work, `${name}.reports.ndjson`);
  const all = [];
  for (const path of paths) all.push(analyzer.analyze(await readSource(path)));
  writeFileSync(out, all.map((report) => `${JSON.stringify(report)}\n`).join(''));
  return { out, all };
}

async function gold() {
  const answers = files(join(shared, 'gold'))
    .filter((path) => path.endsWith('.json'))
    .map(jsonFile);
  const { out, all } = await reports(
    answers.map(({ source }) => join(shared, source)),
    'gold',
  );
  const args = ['--gold', join(shared, 'gold'), '--reports', out];
  if (values.detail?.includes('/')) console.log(python('score_gold.py', ...args, '--detail', values.detail));
  const score = parseJson(python('score_gold.py', ...args, '--json'));
  const { f1, precision, recall } = score.flags;
  const rows = { 'flags F1': { value: f1, precision, recall }, 'flags precision': { value: precision } };
  for (const [label, { tp, fp, fn, f1: value }] of Object.entries(score['by label'])) {
    rows[`${label} F1`] = { value, precision: tp / (tp + fp), recall: tp / (tp + fn) };
  }
  const { accuracy, 'by key': byKey } = score.profile;
  rows['profile accuracy'] = { value: accuracy };
  for (const [key, value] of Object.entries(byKey)) {
    rows[`profile ${key} accuracy`] = { value };
    if (values.detail === key) showWrongAnswers(key, answers, all);
  }
  return { ...rows, ...xiaomi(answers, all) };
}

/** Lists the policies whose answer to a question is wrong, with the words it rests on and the lines of the gold answer. */
function showWrongAnswers(key, answers, all) {
  answers.forEach(({ id, profile }, index) => {
    const want = profile[key];
    const { answer, evidence = [] } = all[index].profile[key] ?? {};
    if (!want || answer === want.answer || answer === want.also) return;
    console.log(`${id}: ${answer}; gold ${want.answer}, lines ${(want.lines ?? []).join(', ')}`);
    for (const { quote, position } of evidence)
      console.log(`  ${position.start.line}: ${quote.slice(0, 200)}`);
  });
}

/** Of the categories in which a Xiaomi policy has flags, the share in which it has findings. */
function xiaomi(answers, all) {
  const rows = {};
  answers.forEach(({ id, flags }, index) => {
    if (!id.startsWith('xiaomi-')) return;
    const want = new Set(flags.map(({ label }) => label.split('/')[0]));
    const got = new Set(all[index].findings.map(({ category }) => category));
    rows[`${id} categories`] = {
      value: [...want].filter((category) => got.has(category)).length / want.size,
    };
  });
  return rows;
}

async function segments(name) {
  const corpus = join(shared, 'corpora', `${name}.ndjson`);
  const folder = join(work, name);
  python('score.py', 'export', '--corpus', corpus, '--out', folder);
  const { out } = await reports(files(folder), name);
  const json = join(work, `${name}.score.json`);
  python('score.py', 'score', '--corpus', corpus, '--findings', out, '--json', json, '--boot', '0');
  const rows = {};
  for (const { target, level, precision, recall, f1 } of jsonFile(json)) {
    if (level === 'segment')
      rows[`${target.replace(' | ', ' within ')} F1`] = { value: f1, precision, recall };
  }
  return rows;
}

async function html115() {
  const corpus = join(shared, 'corpora/html115.ndjson.gz');
  const folder = join(work, 'html115');
  python('score_reading.py', 'export', '--corpus', corpus, '--out', folder);
  const lines = [];
  for (const path of files(folder)) {
    const { blocks } = parsePolicy(await readSource(path));
    lines.push(JSON.stringify({ path: basename(path), text: blocks.map(({ text }) => text).join('\n\n') }));
  }
  const texts = join(work, 'html115.texts.ndjson');
  writeFileSync(texts, `${lines.join('\n')}\n`);
  const json = join(work, 'html115.score.json');
  const args = ['--corpus', corpus, '--texts', texts];
  if (values.detail && /^\d+/.test(values.detail))
    console.log(python('score_reading.py', ...args, '--detail', values.detail));
  python('score_reading.py', ...args, '--json', json);
  const { summary, pages } = jsonFile(json);
  return {
    'recall in order, 10th percentile': { value: summary.p10['order recall'] },
    'precision in order, 10th percentile': { value: summary.p10['order precision'] },
    'pages with F1 under 0.9': { value: Object.values(pages).filter((page) => page.F1 < 0.9).length },
  };
}

/**
 * Chinese sentences: as they stand in their policies, and each alone, where headings, lists and what came before are missing. Errors
 * are shown of one half of the policies only; the other half tells how well what was learnt from them holds elsewhere.
 */
function chinese() {
  const lines = readFileSync(join(shared, 'corpora/capp130.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map(parseJson);
  const [topic, kind] = (values.detail ?? '').split(':');
  const show = (...[found, how, sentence]) => found === topic && how === kind && console.log(sentence);
  const heldOut = lines.filter(({ policy }) => isHeldOut(policy));
  if (topic)
    capp130(
      analyzer,
      lines.filter(({ policy }) => !isHeldOut(policy)),
      { show },
    );
  const rows = {};
  for (const [alone, how] of [
    [false, ''],
    [true, ', sentences alone'],
  ]) {
    for (const [set, which] of [
      [lines, ''],
      [heldOut, ', half held out'],
    ])
      for (const [topic, row] of Object.entries(capp130(analyzer, set, { alone })))
        rows[`${topic} F1${how}${which}`] = row;
  }
  return rows;
}

const SETS = {
  gold,
  opp115: () => segments('opp115'),
  gdpr200: () => segments('gdpr200'),
  html115,
  capp130: chinese,
};
const round = (value) => (Number.isFinite(value) ? String(Math.round(value * 1000) / 1000) : '');

/** What the bar asks, and whether the value reaches it. */
function judge(bar, value) {
  if (bar === undefined) return ['', ''];
  const met = bar.most === undefined ? value >= bar.least : value <= bar.most;
  return [bar.most === undefined ? `>= ${bar.least}` : `<= ${bar.most}`, met ? 'met' : 'MISSED'];
}

const chosen = positionals.length > 0 ? positionals : Object.keys(SETS);
const unknown = chosen.find((set) => !(set in SETS));
if (unknown) throw new Error(`no set "${unknown}"; there are ${Object.keys(SETS).join(', ')}`);
const table = [['set', 'measure', 'value', 'bar', '', 'precision', 'recall']];
for (const set of chosen) {
  for (const [measure, { value, precision, recall }] of Object.entries(await SETS[set]())) {
    table.push([
      set,
      measure,
      round(value),
      ...judge(BARS[set]?.[measure], value),
      round(precision),
      round(recall),
    ]);
  }
}
if (!values.keep) rmSync(work, { recursive: true, force: true });

const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
const lines = table.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`);
lines.splice(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
console.log(lines.join('\n'));

if (values.write) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  const text = `# What \`npm run eval\` measured\n\nAt commit ${commit}, on the development sets beside this repository.\n\n${lines.join('\n')}\n\nWhat a reader says of findings of the default preset, by rule: [reading.md](reading.md); of comparisons of revisions:\n[comparison.md](comparison.md); of contradictions: [contradictions.md](contradictions.md).\n`;
  mkdirSync(join(root, 'test/eval'), { recursive: true });
  writeFileSync(join(root, 'test/eval/results.md'), text);
}
