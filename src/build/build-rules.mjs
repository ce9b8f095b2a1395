// Checks all files under rules/ and writes them as one module, so that nobody who uses the package needs YAML or files.
// Problems are printed as file:line:column, and the exit status is 2.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { Converter } from 'opencc-js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = join(root, 'src/ruleset/builtin.generated.ts');
/** Languages beside English are modules of their own, so that browsers load them only where they are read. */
const chineseTarget = join(root, 'src/ruleset/zh/lexicon.generated.ts');
/** What rules and questions say to readers of Chinese. */
const textsTarget = join(root, 'src/locale/zh/rules.generated.ts');
const parityTarget = join(root, 'src/parity/vocabulary.generated.ts');
// Inside node_modules, so that the bundle finds the packages that it leaves out.
const bundle = join(root, `node_modules/.cache/fineprint/ruleset-${process.pid}.mjs`);

/** The loader speaks English: the Chinese texts are yet to be written. */
const inEnglish = {
  name: 'in English',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/known\.js$/ }, ({ resolveDir }) => ({
      path: join(resolveDir, 'known.browser.ts'),
    })),
};

/** The loader's sources, bundled; not the room's index, which needs the module that is to be written. */
async function loadLoader() {
  const contents = [
    'ruleset/build',
    'ruleset/parse',
    'ruleset/preset',
    'ruleset/problem',
    'ruleset/profile-keys',
    'ruleset/translation',
    'clause/zh/index',
  ]
    .map((name) => `export * from './src/${name}.ts';`)
    .join('\n');
  await mkdir(dirname(bundle), { recursive: true });
  try {
    await build({
      stdin: { contents, resolveDir: root },
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      plugins: [inEnglish],
      outfile: bundle,
      logLevel: 'error',
    });
    return await import(pathToFileURL(bundle).href);
  } finally {
    await rm(bundle, { force: true });
  }
}

async function yamlFiles(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Reads every file, collecting the problems of all of them. */
async function readAll(loader, paths, parse) {
  const data = [];
  const problems = [];
  for (const path of paths) {
    try {
      data.push(parse(await readFile(join(root, path), 'utf8'), path));
    } catch (error) {
      if (!(error instanceof loader.RuleError)) throw error;
      problems.push(...error.problems);
    }
  }
  return { data, problems };
}

function moduleText(rules, lexicons, presets, profiles, score) {
  const bare = (files) => files.map(({ examples: _, ...file }) => file);
  const examples = Object.fromEntries(rules.map(({ id, examples }) => [id, examples]));
  return `// Written by src/build/build-rules.mjs from rules/; do not edit.
import type { RuleData } from './parts.js';
import type { Preset } from './preset-schema.js';
import type { ProfileData } from './profile-build.js';
import type { LexiconFile, Rule } from './schema.js';
import type { ScoreScheme } from './score-schema.js';

/** What comes with the package: rules, lexicons, presets, the questions of the profile, and how policies are scored. */
export const builtin: {
  readonly rules: readonly RuleData[];
  readonly lexicons: readonly LexiconFile[];
  readonly presets: readonly Preset[];
  readonly profiles: readonly ProfileData[];
  readonly score: ScoreScheme;
} = ${JSON.stringify({ rules: bare(rules), lexicons, presets, profiles: bare(profiles), score })};

/** The examples of those rules, by rule id; apart, since judging does not need them. */
export const builtinExamples: Readonly<Record<string, Rule['examples']>> = ${JSON.stringify(examples)};
`;
}

/** The characters of the lexicons in their traditional and other forms, each followed by the simplified one. */
function variantsOf(lexicons) {
  const used = new Set(JSON.stringify(lexicons).match(/\p{Script=Han}/gu));
  const simplify = Converter({ from: 't', to: 'cn' });
  let variants = '';
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const simplified = simplify(character);
    if (simplified !== character && simplified.length === 1 && used.has(simplified) && !used.has(character))
      variants += character + simplified;
  }
  return variants;
}

function chineseText(lexicons, variants) {
  return `// Written by src/build/build-rules.mjs from rules/lexicon/zh/; do not edit.
import type { LexiconFile } from '../schema.js';

export const lexicons: readonly LexiconFile[] = ${JSON.stringify(lexicons)};

/** Other forms of the characters of these lexicons, each followed by the one that they have. */
export const variants = ${JSON.stringify(variants)};
`;
}

/** Puts the texts of all rules under their ids; a text for a rule that there is none of is a slip in its name. */
async function textsIn(loader, paths, ids) {
  const { parseData, questionTextsSchema, translationSchema, RuleError } = loader;
  const isQuestions = (path) => path.endsWith('/profile.yml');
  const questions = await readAll(loader, paths.filter(isQuestions), (text, path) =>
    parseData(text, path, questionTextsSchema),
  );
  const files = await readAll(
    loader,
    paths.filter((path) => !isQuestions(path)),
    (text, path) => ({ ...parseData(text, path, translationSchema), path, id: basename(path, '.yml') }),
  );
  const problems = [...questions.problems, ...files.problems];
  if (problems.length > 0) throw new RuleError(problems);
  const rules = {};
  for (const { path, id, rules: own } of files.data)
    for (const [name, texts] of Object.entries(own)) {
      if (!ids.includes(`${id}/${name}`))
        throw new Error(`${path}: there is no rule "${id}/${name}"; remove it`);
      rules[`${id}/${name}`] = texts;
    }
  const categories = Object.fromEntries(files.data.map(({ id, category }) => [id, category]));
  return { rules, categories, questions: questions.data[0] ?? {} };
}

function textsModule({ rules, categories, questions }) {
  return `// Written by src/build/build-rules.mjs from rules/locale/zh/; do not edit.
import type { Locale } from '../locale.js';

export const rules: Locale['rules'] = ${JSON.stringify(rules)};

export const categories: Locale['categories'] = ${JSON.stringify(categories)};

export const questions: Locale['questions'] = ${JSON.stringify(questions)};
`;
}

function parityText(lexicons) {
  return `// Written by src/build/build-rules.mjs from rules/parity/; do not edit.
import type { LexiconFile } from '../ruleset/index.js';

/** The concepts that two language versions are held against each other by, in each language. */
export const vocabulary: readonly LexiconFile[] = ${JSON.stringify(lexicons)};
`;
}

/** Every concept has words in every language, or its absence would tell nothing. */
function checkParity(lexicons) {
  const all = new Set(lexicons.flatMap(({ classes }) => Object.keys(classes)));
  for (const { language, classes } of lexicons) {
    const missing = [...all].filter((name) => !(name in classes));
    if (missing.length > 0) throw new Error(`rules/parity/${language}.yml: missing: ${missing.join(', ')}`);
  }
}

/** An unchanged file keeps its time, so that watchers and caches rest. */
async function writeChanged(path, text) {
  const before = await readFile(path, 'utf8').catch(() => undefined);
  if (before !== text) await writeFile(path, text);
}

/** Questions in the order of the keys: one may ask for the answers to those before it. */
function inOrder(profiles, keys) {
  return [...profiles].sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
}

/** Every category of the rules and every question has its part in the score. */
function checkScore({ categories }, ids, { PROFILE_KEYS }) {
  const unscored = ids.map((id) => id.slice(0, id.indexOf('/'))).filter((name) => !(name in categories));
  const asked = Object.values(categories).flatMap(({ questions }) => questions);
  const missing = PROFILE_KEYS.filter((key) => !asked.includes(key));
  const unknown = asked.filter((key) => !PROFILE_KEYS.includes(key));
  const named = [...new Set([...unscored, ...missing, ...unknown])];
  if (named.length > 0) throw new Error(`rules/score/score.yml: missing or not known: ${named.join(', ')}`);
}

async function main() {
  const loader = await loadLoader();
  const {
    RuleError,
    buildRuleSet,
    checkPreset,
    parseLexicon,
    parsePreset,
    parseProfile,
    parseRule,
    parseScore,
  } = loader;
  const paths = await yamlFiles(join(root, 'rules'));
  const isLexicon = (path) => path.startsWith('rules/lexicon/');
  const isPreset = (path) => path.startsWith('rules/presets/');
  const isProfile = (path) => path.startsWith('rules/profile/');
  const isScore = (path) => path.startsWith('rules/score/');
  const isTranslation = (path) => path.startsWith('rules/locale/');
  const isParity = (path) => path.startsWith('rules/parity/');
  const isRule = (path) =>
    ![isLexicon, isPreset, isProfile, isScore, isTranslation, isParity].some((is) => is(path));
  const lexicons = await readAll(loader, paths.filter(isLexicon), parseLexicon);
  const concepts = await readAll(loader, paths.filter(isParity), parseLexicon);
  const presets = await readAll(loader, paths.filter(isPreset), parsePreset);
  const rules = await readAll(loader, paths.filter(isRule), parseRule);
  const profiles = await readAll(loader, paths.filter(isProfile), parseProfile);
  const scores = await readAll(loader, paths.filter(isScore), parseScore);
  const problems = [lexicons, concepts, presets, rules, profiles, scores].flatMap((files) => files.problems);
  if (problems.length > 0) throw new RuleError(problems);
  const own = (code) => lexicons.data.filter(({ language }) => language === code);
  checkParity(concepts.data);
  const variants = variantsOf([...own('zh'), ...concepts.data]);
  const languages = [{ language: loader.chinese, lexicons: own('zh'), variants }];
  buildRuleSet(rules.data, [...lexicons.data, ...concepts.data], profiles.data, { whole: true, languages });
  const ids = rules.data.map(({ id }) => id);
  for (const preset of presets.data) checkPreset(preset, ids);
  const questions = inOrder(profiles.data, loader.PROFILE_KEYS);
  checkScore(scores.data[0], ids, loader);
  await writeChanged(target, moduleText(rules.data, own('en'), presets.data, questions, scores.data[0]));
  await writeChanged(chineseTarget, chineseText(own('zh'), variants));
  await writeChanged(textsTarget, textsModule(await textsIn(loader, paths.filter(isTranslation), ids)));
  await writeChanged(parityTarget, parityText(concepts.data));
}

try {
  await main();
} catch (error) {
  if (error?.name !== 'RuleError') throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
