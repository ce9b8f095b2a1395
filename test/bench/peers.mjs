// Programs that people would otherwise run over a folder of policies. They are no dependencies: they are installed on demand, into a
// folder that git does not see.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGES = [
  'textlint@15',
  'textlint-rule-write-good@2',
  'textlint-rule-common-misspellings@1',
  'textlint-rule-terminology@5',
  'textlint-rule-alex@5',
  'alex@11',
  'write-good@1',
  'markdownlint-cli2@0.20',
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

/** Installs the peers where they are not yet, and tells the folder they are in. */
export function installPeers(root) {
  const folder = join(root, 'node_modules/.cache/fineprint-peers');
  const wanted = JSON.stringify({ private: true, type: 'module', peers: PACKAGES });
  const stamp = join(folder, 'installed.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), wanted);
  const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', ...PACKAGES], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0)
    throw new Error(`The peers could not be installed; --no-peers goes without them.\n${stderr}`);
  writeFileSync(join(folder, 'retext.mjs'), RETEXT);
  writeFileSync(stamp, wanted);
  return folder;
}

/** Command lines over a folder of Markdown, each with what it is called; `folder` is where the peers are. */
export function peersOver(texts, folder) {
  const bin = (name) => join(folder, 'node_modules/.bin', name);
  return [
    ['textlint', bin('textlint'), ...TEXTLINT_RULES.flatMap((rule) => ['--rule', rule]), `${texts}/*.md`],
    ['alex', bin('alex'), texts],
    ['retext-equality', join(folder, 'retext.mjs'), texts],
    ['markdownlint', bin('markdownlint-cli2'), `${texts}/*.md`],
    // It knows no patterns.
    ['write-good', bin('write-good'), ...readdirSync(texts).map((name) => join(texts, name))],
  ].map(([name, ...args]) => ({ name, args, cwd: folder }));
}
