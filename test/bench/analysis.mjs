// One process: the stages of an analysis and the parsers, against remark-parse + remark-gfm on the same texts, interleaved.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { imported } from '../support/bundle.mjs';
import { median, spread, table, timed } from './measure.mjs';
import { nearest } from './texts.mjs';

const YARD = 'remark-parse + remark-gfm';
const NATIVE_PARSE = 'parse, native';
const NATIVE = 'whole analysis, native parser';
const { nativeAnalysis, nativeParse, stagesOf } = await imported('test/bench/bench-stages.ts');
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
const yardstick = unified().use(remarkParse).use(remarkGfm).freeze();

/** What each part of an analysis takes, as a share of the yardstick. */
export async function stages(texts, preset, rounds) {
  const all = stagesOf(preset);
  const [parse, analyze] = [await nativeParse(), await nativeAnalysis(preset)];
  const round = (number) => {
    const sums = new Map();
    const works = [
      (text) => timed(sums, YARD, () => yardstick.parse(text)),
      (text) => all.reduce((input, { name, run }) => timed(sums, name, () => run(input)), text),
      (text) => timed(sums, NATIVE_PARSE, () => parse(text)),
      (text) => timed(sums, NATIVE, () => analyze(text)),
    ];
    // Each over all texts before the next, so that none clears away what another left; and none always goes first.
    for (let i = 0; i < works.length; i++) {
      collectGarbage();
      for (const text of texts) works[(i + number) % works.length](text);
    }
    return sums;
  };
  round(0);
  const sums = Array.from({ length: rounds }, (_, i) => round(i));
  const shares = (value) => sums.map((one) => value(one) / one.get(YARD));
  const after = all.slice(1).filter(({ part }) => !part);
  const row = (name) => [
    name,
    median(sums.map((one) => one.get(name))).toFixed(0),
    spread(shares((one) => one.get(name))),
  ];
  const rest = shares((one) => after.reduce((sum, { name }) => sum + one.get(name), 0));
  const faster = sums.map((one) => one.get(YARD) / one.get(NATIVE));
  return [
    table(
      [`preset ${preset}`, 'ms', 'of the yardstick'],
      [
        [YARD, median(sums.map((one) => one.get(YARD))).toFixed(0), '1'],
        ...all.map(({ name }) => row(name)),
        row(NATIVE_PARSE),
        row(NATIVE),
      ],
    ),
    `\nAll after parsing takes ${spread(rest)} of the yardstick (bar: at most 0.12). With the native parser the whole analysis is`,
    ` ${spread(faster, 1)} times as fast as the yardstick (bar: 6).\n`,
  ].join('');
}

/** One policy and two revisions of one, in a warm process. */
export async function single(texts, root) {
  const all = stagesOf('strict').filter(({ part }) => !part);
  const [forty] = nearest(texts, 40_000);
  const ratios = Array.from({ length: 15 }, () => {
    const sums = new Map();
    all.reduce((input, { run }, i) => timed(sums, i === 0 ? 'parse' : 'rest', () => run(input)), forty);
    return 1 + sums.get('rest') / sums.get('parse');
  });
  const { compare, createAnalyzer } = await import(pathToFileURL(join(root, 'dist/index.js')));
  const [before, other = before] = nearest(texts, 50_000);
  const pair = [before, revised(before, other)].map((text) => ({ text, format: 'markdown' }));
  const plain = createAnalyzer();
  const comparing = createAnalyzer({ include: ['clauses', 'cleared', 'sentences'] });
  const compared = Array.from({ length: 25 }, () => {
    const sums = new Map();
    timed(sums, 'both', () => pair.map((input) => plain.analyze(input)));
    timed(sums, 'compare', () => compare(...pair.map((input) => comparing.analyze(input))));
    return sums.get('compare') / sums.get('both');
  });
  return [
    `\nA policy of ${(forty.length / 1000).toFixed(0)} KB, all rules: analysis / parse ${spread(ratios.slice(5))} (bar: 1.25).`,
    ` Comparing two revisions of ${(before.length / 1000).toFixed(0)} KB / analyzing both: ${spread(compared.slice(6))} (bar: 1.30).\n`,
  ].join('');
}

/** Every tenth paragraph is another policy's, and the last fifth stands first. */
function revised(text, other) {
  const others = other.split('\n\n');
  const changed = text.split('\n\n').map((block, i) => (i % 10 === 5 ? (others[i] ?? block) : block));
  const last = changed.splice(Math.floor(changed.length * 0.8));
  return [...last, ...changed].join('\n\n');
}

/** What the import of the built library adds to the start of Node. */
export function startup(root) {
  const library = JSON.stringify(pathToFileURL(join(root, 'dist/index.js')).href);
  const start = (code) => {
    const begin = performance.now();
    spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root });
    return performance.now() - begin;
  };
  const more = Array.from({ length: 11 }, () => -start('') + start(`await import(${library})`));
  return `\nImport of the built library over bare node: ${spread(more, 0)} ms (bar: 150).\n`;
}
