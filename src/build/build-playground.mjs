// Builds the playground for a static host or the file system: an HTML file that holds its style, its script and its worker, and beside it
// the parts that most policies do without. Browsers load neither modules nor workers from a disk, so scripts are classic ones, and worker
// and parts start from their texts.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { parse } from 'yaml';
import { UNREACHED } from './lean.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const room = `${root}src/playground`;
const folder = `${root}dist-playground`;
const WORKER = 'worker.ts';
const PARTS = ['html', 'chinese', 'rule', 'look'];

/** What a bundle does without; that of the worker also without the look of saved pages. */
const leanFor = (entry) => ({
  name: 'lean',
  enforce: 'pre',
  resolveId(id, importer) {
    if (id in UNREACHED && importer?.includes('natural')) return `\0lean:${id}.cjs`;
    if (id.endsWith('/markdown-parser.js')) return `${root}src/document/markdown-parser.browser.ts`;
    // The desk speaks English as yet, and is to be small.
    if (id.endsWith('/assets.generated.js') && entry === WORKER) return `${room}/look.ts`;
    if (id.endsWith('/known.js')) return `${root}src/locale/known.browser.ts`;
    return undefined;
  },
  load: (id) => (id.startsWith('\0lean:') ? UNREACHED[id.slice(6, -4)] : undefined),
});

/** A bundle as one text. */
async function bundle(entry) {
  const { 0: made } = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [leanFor(entry)],
    // What a package has for pages alone asks for `document`, which a worker does not have.
    resolve: { conditions: ['worker', 'module', 'import', 'default'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      target: ['chrome123', 'firefox120', 'safari17.5'],
      lib: { entry: `${room}/${entry}`, formats: ['iife'], name: 'playground', fileName: 'out' },
    },
  });
  const file = made.output.find(({ type, fileName }) => type === 'chunk' || fileName.endsWith('.css'));
  return String(file.type === 'chunk' ? file.code : file.source).trim();
}

/** As text of a `script` element: nothing in it may end the element. */
const inScript = (text) => text.replace(/<(?=\/script|!--|script)/gi, '\\x3c');
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

async function css() {
  const made = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      cssMinify: true,
      target: ['chrome123', 'firefox120', 'safari17.5'],
      rollupOptions: { input: `${room}/playground.css` },
    },
  });
  return String(made.output.find(({ fileName }) => fileName.endsWith('.css')).source).trim();
}

/** The presets that come with the package; the one that is used where none is chosen comes first. */
async function presetNames() {
  const names = (await readdir(`${root}rules/presets`)).map((file) => file.replace(/\.yml$/, '')).sort();
  return ['recommended', ...names.filter((name) => name !== 'recommended')];
}

/** A part as a file that hands its code to the page. Its name changes with its code, so that no cache gives an older one. */
async function part(name) {
  const text = `fineprintPart(${JSON.stringify(name)},${JSON.stringify(await bundle(`parts/${name}.ts`))});\n`;
  const mark = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { name, text, file: `fineprint-${name}-${mark}.js` };
}

const [style, script, worker, template, rule, example, presets, ...parts] = await Promise.all([
  css(),
  bundle('client/main.ts').then(inScript),
  bundle(WORKER).then(inScript),
  readFile(`${room}/index.html`, 'utf8'),
  readFile(`${room}/own-rule.example.yaml`, 'utf8'),
  readFile(`${root}corpus/smart-home-maker.md`, 'utf8'),
  presetNames(),
  ...PARTS.map(part),
]);
if (!parse(rule).id) throw new Error('own-rule.example.yaml: names no rule');
// What is typed can be sent to no other host, even by code that got in: only scripts that lie where the page lies are loaded, from a
// disk (`file:`, which pages of hosts cannot reach) or its host, and those that the worker makes of the parts (`blob:`).
const policy = [
  "default-src 'none'",
  `style-src ${hash(style)}`,
  `script-src ${hash(script)} 'self' file: blob:`,
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
const values = {
  policy,
  style,
  script,
  worker,
  rule: escaped(rule),
  // Without the comments that tell the tests what is to be found.
  example: inScript(example.replace(/<!--[\s\S]*?-->\n*/g, '')),
  presets: presets.map((name) => `<option>${name}</option>`).join(''),
  parts: parts.map(({ name, file }) => ` data-${name}="${file}"`).join(''),
};
const html = template.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const { file, text } of [{ file: 'index.html', text: html }, ...parts]) {
  await writeFile(`${folder}/${file}`, text);
  console.log(`${folder}/${file}: ${Math.round(gzipSync(text, { level: 9 }).length / 1024)} KB gzipped`);
}
