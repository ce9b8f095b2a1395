import { defineConfig, type Options } from 'tsup';

const common: Options = {
  outDir: 'dist',
  target: 'es2022',
  // Neutral: the core runs in browsers too; what needs Node imports `node:` modules by name.
  platform: 'neutral',
  external: [/^node:/],
  // natural's root pulls in database clients; only two of its files are used, and they are bundled.
  noExternal: [/^natural\//, 'underscore'],
  dts: true,
  clean: false,
};

export default defineConfig([
  {
    ...common,
    format: 'esm',
    splitting: true,
    entry: {
      index: 'src/index.ts',
      browser: 'src/browser.ts',
      html: 'src/html.ts',
      node: 'src/node/index.ts',
      cli: 'src/cli/main.ts',
    },
  },
  {
    ...common,
    format: 'cjs',
    entry: { index: 'src/index.ts', html: 'src/html.ts', node: 'src/node/index.ts' },
  },
]);
