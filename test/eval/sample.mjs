// Counts what a preset finds in ../shared/corpora/modern.ndjson.gz and prints findings drawn at random, to be read one by one:
// `node test/eval/sample.mjs [--seed N] [--count N] [--preset name] [--rule id]`. The verdicts on them stand in reading.md.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { ensureBuilt } from '../../src/build/fresh.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    preset: { type: 'string', default: 'recommended' },
    rule: { type: 'string' },
  },
});
const root = fileURLToPath(new URL('../..', import.meta.url));
const path = join(root, '../shared/corpora/modern.ndjson.gz');
if (!existsSync(path)) {
  console.log(`nothing read; missing: ${path}`);
  process.exit(0);
}

ensureBuilt();
const { createAnalyzer } = await import('../../dist/index.js');
const analyzer = createAnalyzer({ presets: [values.preset] });
const policies = gunzipSync(readFileSync(path))
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const all = [];
const counts = [];
for (const { service, text } of policies) {
  const { findings } = analyzer.analyze({ text, format: 'markdown' });
  const shown = findings.filter(({ ruleId }) => !values.rule || ruleId === values.rule);
  counts.push(shown.length);
  const lines = text.split('\n');
  for (const finding of shown) all.push({ service, finding, lines });
}

counts.sort((a, b) => a - b);
const percentile = (share) => counts[Math.round((counts.length - 1) * share)];
console.log(
  `${policies.length} policies, ${all.length} findings by ${values.preset}; a policy has ${percentile(0.5)} (median), ${percentile(0.1)} (10th percentile), ${percentile(0.9)} (90th)\n`,
);
const byRule = new Map();
for (const { finding } of all) byRule.set(finding.ruleId, (byRule.get(finding.ruleId) ?? 0) + 1);
for (const [ruleId, found] of [...byRule].sort((a, b) => b[1] - a[1])) {
  console.log(`${String(found).padStart(6)}  ${ruleId}`);
}

for (const [index, { service, finding, lines }] of draw(all, Number(values.count)).entries()) {
  const { start, end } = finding.position;
  console.log(`\n#${index + 1}  ${service}, line ${start.line}  ${finding.ruleId}`);
  if (finding.section.length > 0) console.log(`section: ${finding.section.join(' > ')}`);
  console.log(`quote: ${finding.quote}`);
  console.log(around(lines.slice(start.line - 1, end.line).join('\n'), start.column - 1));
}

/** The first of a shuffled copy; the same for a seed, and for a smaller count the beginning of the larger. */
function draw(items, count) {
  const random = mulberry(Number(values.seed));
  const left = [...items];
  const drawn = [];
  while (drawn.length < count && left.length > 0) {
    drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return drawn;
}

/** A generator of numbers from 0 to 1 that a seed determines: mulberry32. */
function mulberry(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The lines of the finding, or of a long block the part around it. */
function around(block, column) {
  const from = Math.max(0, column - 500);
  return `${from > 0 ? '… ' : ''}${block.slice(from, column + 900)}${column + 900 < block.length ? ' …' : ''}`;
}
