import { cp } from 'node:fs/promises';
import { defineConfig, type Options } from 'tsup';
import { lean } from './src/build/lean.mjs';

type Plugin = NonNullable<Options['plugins']>[number];

/** Chunks are imported for their names alone; an import without names makes bundlers warn, as nothing has side effects. */
const namedOnly: Plugin = {
  name: 'no imports without names',
  renderChunk: (code) => ({ code: code.replace(/^import "\.\/[\w-]+\.js";\n/gm, '') }),
};

const common: Options = {
  outDir: 'dist',
  target: 'es2022',
  // Neutral: the core runs in browsers too; what needs Node imports `node:` modules by name.
  platform: 'neutral',
  external: [/^node:/],
  // natural's root pulls in database clients; only two of its files are used, and they are bundled.
  noExternal: [/^natural\//],
  esbuildPlugins: [lean],
  dts: true,
  clean: false,
};

/**
 * For Node the parsers, zod and yaml are bundled: a program that imports the library opens one file and not two hundred,
 * and leaves most of zod behind. Browsers' bundlers do the same for themselves.
 */
const inOneFile: Options = {
  ...common,
  splitting: true,
  minifyWhitespace: true,
  // A line that throws is printed whole.
  esbuildOptions: (options) => {
    options.lineLimit = 120;
  },
  noExternal: [/^(?:natural|unified|remark|rehype|mdast|micromark|hast|diff|zod|yaml)/],
};

/** What programs import. */
const FACES = {
  index: 'src/index.ts',
  html: 'src/html.ts',
  zh: 'src/zh.ts',
  parity: 'src/parity.ts',
  formats: 'src/formats.ts',
  page: 'src/page/index.ts',
  node: 'src/node/index.ts',
  batch: 'src/batch.ts',
  queue: 'src/queue.ts',
  remark: 'src/remark/index.ts',
  vitest: 'src/vitest/extend.ts',
  matchers: 'src/vitest/index.ts',
};

export default defineConfig([
  {
    ...inOneFile,
    format: 'esm',
    plugins: [namedOnly],
    // The command line, the action and the worker thread have no types to offer.
    entry: {
      ...FACES,
      cli: 'src/cli/main.ts',
      action: 'src/action/main.ts',
      'batch-worker': 'src/batch/worker.ts',
    },
    dts: { entry: FACES },
    onSuccess: () => cp('src/schemas', 'dist/schemas', { recursive: true }),
  },
  {
    ...inOneFile,
    format: 'cjs',
    // Without chunks, as tsup's for CommonJS are rewritten by another tool; small, since each face holds the whole.
    splitting: false,
    minify: true,
    // CommonJS has no import.meta.url, by which files are found that lie beside the library's own.
    shims: true,
    entry: FACES,
  },
  // For bundlers, file by file: they can then leave out zod and YAML where neither rules nor schemas are asked for.
  {
    ...common,
    format: 'esm',
    outDir: 'dist/browser',
    bundle: false,
    dts: false,
    entry: [
      'src/**/*.ts',
      '!src/index.ts',
      '!src/{node,batch,queue,cli,testing,playground,remark,vitest,action}/**',
      '!src/{batch,queue}.ts',
      '!src/page/client/**',
      '!src/text/natural.ts',
      '!src/document/markdown-parser*',
      '!src/locale/known*',
      '!**/*.d.ts',
    ],
  },
  {
    ...common,
    format: 'esm',
    outDir: 'dist/browser/document',
    bundle: false,
    dts: false,
    entry: { 'markdown-parser': 'src/document/markdown-parser.browser.ts' },
  },
  {
    ...common,
    format: 'esm',
    outDir: 'dist/browser/locale',
    bundle: false,
    dts: false,
    entry: { known: 'src/locale/known.browser.ts' },
  },
  {
    ...common,
    format: 'esm',
    outDir: 'dist/browser/text',
    dts: false,
    entry: { natural: 'src/text/natural.ts' },
  },
]);
