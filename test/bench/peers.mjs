// Programs that people would otherwise run over a folder of policies. They are no dependencies: they are installed on demand, into a
// folder that git does not see.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGES = [
  'textlint@15',
  'textlint-rule-write-good@2',
  'textlint-rule-common-misspellings@1',
  'textlint-rule-terminology@5',
  'textlint-rule-alex@5',
  'alex@11',
  'write-good@1',
  'markdownlint-cli2@0.23',
  'unified@11',
  'retext-english@5',
  'retext-equality@7',
];
const TEXTLINT_RULES = ['write-good', 'common-misspellings', 'terminology', 'alex'];

/** retext has no program of its own for a folder. */
const RETEXT = `import { readdirSync, readFileSync } from 'node:fs';
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import { unified } from 'unified';
import { VFile } from 'vfile';

const [folder] = process.argv.slice(2);
const reader = unified().use(retextEnglish).use(retextEquality).freeze();
for (const name of readdirSync(folder)) {
  const file = new VFile({ path: name, value: readFileSync(folder + '/' + name, 'utf8') });
  await reader.run(reader.parse(file), file);
  for (const { message } of file.messages) console.log(name, message);
}
`;

/** Command lines over a folder of Markdown, each with what it is called. The peers are installed where they are not yet. */
export function peersOver(texts, root) {
  const folder = join(root, 'node_modules/.cache/fineprint-peers');
  if (!existsSync(join(folder, 'node_modules/.bin/textlint'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', ...PACKAGES], {
      cwd: folder,
      stdio: 'ignore',
    });
  }
  writeFileSync(join(folder, 'retext.mjs'), RETEXT);
  const bin = (name) => join(folder, 'node_modules/.bin', name);
  return [
    ['textlint', bin('textlint'), ...TEXTLINT_RULES.flatMap((rule) => ['--rule', rule]), `${texts}/*.md`],
    ['alex', bin('alex'), texts],
    ['retext-equality', join(folder, 'retext.mjs'), texts],
    ['markdownlint', bin('markdownlint-cli2'), `${texts}/*.md`],
    ['write-good', bin('write-good'), `${texts}/*.md`],
  ].map(([name, ...args]) => ({ name, args, cwd: folder }));
}
