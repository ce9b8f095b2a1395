// Builds the playground: one HTML file that holds its style, its script and its worker, for a static host or the file system.
// Browsers load neither modules nor workers from a file, so the script is a classic one and the worker starts from its text.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));
const room = `${root}src/playground`;
const folder = `${root}dist-playground`;
const presets = ['recommended', 'strict', 'gdpr', 'ccpa', 'pipl', 'iot', 'kids'];

/** What natural's two files import and the tokenizer and stemmer never reach. */
const UNREACHED = {
  underscore: 'exports.without = (list, ...gone) => list.filter((item) => !gone.includes(item));',
  './stemmer': 'module.exports = class {};',
  './orthography_matchers': 'module.exports = {};',
};

const lean = {
  name: 'lean',
  enforce: 'pre',
  resolveId(id, importer) {
    if (id in UNREACHED && importer?.includes('natural')) return `\0lean:${id}.cjs`;
    if (id.endsWith('/markdown-parser.js')) return `${root}src/document/markdown-parser.browser.ts`;
    // The desk speaks English as yet, and is to be small.
    if (id.endsWith('/known.js')) return `${root}src/locale/known.browser.ts`;
    return undefined;
  },
  load: (id) => (id.startsWith('\0lean:') ? UNREACHED[id.slice(6, -4)] : undefined),
};

/** A bundle as one text. */
async function bundle(entry) {
  const { 0: made } = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [lean],
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

const [style, script, worker, template, rule, example] = await Promise.all([
  css(),
  bundle('client/main.ts').then(inScript),
  bundle('worker.ts').then(inScript),
  readFile(`${room}/index.html`, 'utf8'),
  readFile(`${room}/own-rule.example.yaml`, 'utf8'),
  readFile(`${root}corpus/smart-home-maker.md`, 'utf8'),
]);
if (!parse(rule).id) throw new Error('own-rule.example.yaml: names no rule');
// No request may leave: what is typed could be sent nowhere, even by code that got in.
const policy = [
  "default-src 'none'",
  `style-src ${hash(style)}`,
  `script-src ${hash(script)}`,
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
};
const html = template.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
await mkdir(folder, { recursive: true });
await writeFile(`${folder}/index.html`, html);
console.log(`${folder}/index.html: ${Math.round(gzipSync(html, { level: 9 }).length / 1024)} KB gzipped`);
