// Prints the contradictions that are reported in ../shared/corpora: `node test/eval/contradictions.mjs [count] [file]`, by
// default of the first 60 policies of modern.ndjson.gz. The verdicts on them stand in contradictions.md.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { ensureBuilt } from '../../src/build/fresh.mjs';

const [count = '60', file = 'modern.ndjson.gz'] = process.argv.slice(2);
const root = fileURLToPath(new URL('../..', import.meta.url));
const path = join(root, '../shared/corpora', file);
if (!existsSync(path)) {
  console.log(`nothing printed; missing: ${path}`);
  process.exit(0);
}

ensureBuilt();
const { createAnalyzer } = await import('../../dist/index.js');
const analyzer = createAnalyzer();
const bytes = readFileSync(path);
const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
const policies = text
  .trim()
  .split('\n')
  .slice(0, Number(count))
  .map((line) => JSON.parse(line));

let total = 0;
for (const policy of policies) {
  const name = policy.service ?? policy.url ?? policy.id;
  const report = analyzer.analyze({ text: policy.text, format: 'markdown' });
  for (const finding of report.findings) {
    if (finding.category !== 'contradiction') continue;
    total++;
    const [other] = finding.related;
    console.log(`${name}  ${finding.ruleId}`);
    console.log(`  line ${finding.position.start.line}: ${finding.quote}`);
    console.log(`  line ${other.position.start.line}: ${other.quote}  (${other.message})\n`);
  }
}
console.log(`${total} contradictions in ${policies.length} policies`);
