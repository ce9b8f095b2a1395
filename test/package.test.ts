import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../src/report/index.js';
import { ensureBuilt } from './support/built.js';
import { fineprint, folderOf, VAGUE } from './support/cli.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const node = (...args: string[]) =>
  spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FINEPRINT_TEST: '1' },
  });

beforeAll(ensureBuilt);

describe('the built library', () => {
  const check = `
    const names = Object.keys(lib).sort();
    const report = lib.analyze('<html><body><h1>Privacy</h1><p>We may share your personal data with our partners.</p></body></html>');
    if (report.source.format !== 'html' || report.findings.length === 0) throw new Error(JSON.stringify(report));
    if (JSON.stringify(process.env) !== before) throw new Error('process.env changed');
    process.stderr.write(names.join());`;
  const before = 'const before = JSON.stringify(process.env);';

  it('works as an ES module and as CommonJS, alike, and prints nothing', () => {
    const esm = node('--input-type=module', '-e', `${before} const lib = await import('fineprint');${check}`);
    const cjs = node(
      '--input-type=commonjs',
      '--no-warnings',
      '-e',
      `${before} const lib = require('fineprint');${check}`,
    );
    for (const { status, stdout, stderr } of [esm, cjs]) {
      expect({ status, stdout }, stderr).toEqual({ status: 0, stdout: '' });
    }
    expect(cjs.stderr).toBe(esm.stderr);
  });

  it('reads files by "fineprint/node"', () => {
    const cwd = folderOf({ 'a.md': VAGUE });
    const code = `const { analyzeFiles } = await import('fineprint/node');
      for await (const r of analyzeFiles(['*.md', 'none.md'], { cwd: ${JSON.stringify(cwd)} }))
        console.log('error' in r ? r.error.message : r.findings.length > 0);`;
    const { stdout, stderr } = node('--input-type=module', '-e', code);
    expect(stdout, stderr).toMatch(/^true\nno such file: "none\.md"/);
  });

  it('does not depend on natural', () => {
    expect(Object.keys(manifest.dependencies)).not.toContain('natural');
    expect(readFileSync(`${root}dist/index.js`, 'utf8')).not.toMatch(/from\s*["']natural/);
  });

  it('brings along the pages that its README and those pages link to', () => {
    const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
    });
    const [{ files }] = JSON.parse(stdout);
    const packed = new Set(files.map(({ path }: { path: string }) => path));
    const linked = [...packed]
      .filter((path) => /(?:^|\/)README\.md$/.test(path as string))
      .flatMap((path) =>
        [...readFileSync(join(root, path as string), 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(
          ([, target]) => join(dirname(path as string), target as string),
        ),
      );
    expect(linked.length).toBeGreaterThan(50);
    expect(linked.filter((path) => !packed.has(path))).toEqual([]);
  });

  it('knows its version', () => {
    expect(VERSION).toBe(manifest.version);
  });
});

describe('in browsers', () => {
  const bundle = async (code: string) => {
    const { outputFiles, metafile } = await build({
      stdin: { contents: code, resolveDir: root },
      bundle: true,
      minify: true,
      metafile: true,
      format: 'esm',
      platform: 'browser',
      write: false,
    });
    const kept = Object.values(metafile.outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    );
    return { size: gzipSync(outputFiles[0]?.contents ?? '').length, inputs: kept.join('\n') };
  };

  it('the core stays within its budget gzipped, rules included, without HTML, YAML and zod', async () => {
    const { size, inputs } = await bundle(
      `import { analyze, createAnalyzer, format, parsePolicy } from 'fineprint';
       globalThis.fineprint = { analyze, createAnalyzer, format, parsePolicy };`,
    );
    expect(inputs).not.toMatch(/node_modules\/(parse5|rehype-parse|yaml|zod)\//);
    // 70 KB is wanted; see the known gaps in ARCHITECTURE.md.
    expect(size).toBeLessThan(184 * 1024);
  });

  it('formats for other tools are asked for where they are needed', async () => {
    const core = await bundle(`export { format } from 'fineprint';`);
    expect(core.inputs).not.toMatch(/sarif|junit|csv/);
    const { inputs } = await bundle(`export { format } from 'fineprint/formats';`);
    expect(inputs).toMatch(/sarif/);
    expect(inputs).not.toMatch(/node_modules\/(parse5|yaml|zod)\//);
  });

  it('pages are asked for where they are needed, and make themselves without a DOM', async () => {
    const core = await bundle(`export * from 'fineprint';`);
    expect(core.inputs).not.toMatch(/dist\/browser\/page\/|hastscript/);
    const { inputs } = await bundle(`export { comparisonPage, reportPage } from 'fineprint/page';`);
    expect(inputs).toMatch(/dist\/browser\/page\//);
    expect(inputs).not.toMatch(/node_modules\/(parse5|yaml|zod)\//);
    const code = `const { analyze, parsePolicy } = await import('fineprint'); const { reportPage } = await import('fineprint/page');
      const text = 'We may share your personal information with our partners.';
      process.stdout.write(reportPage({ report: analyze(text), document: parsePolicy(text) }).slice(0, 15));`;
    expect(node('--input-type=module', '-e', code).stdout).toBe('<!doctype html>');
  });

  it('HTML is asked for where it is needed', async () => {
    const { inputs } = await bundle(`export { readHtml } from 'fineprint/html';`);
    expect(inputs).toMatch(/node_modules\/rehype-parse\//);
    const code = `const { analyze } = await import('./dist/browser/browser.js'); analyze('<html><body><p>x</p></body></html>');`;
    expect(node('--input-type=module', '-e', code).stderr).toMatch(
      /the text is HTML, and no reader of HTML was given/,
    );
  });
});

describe('the built command line', () => {
  const cli = `${root}dist/cli.js`;

  it('says what the command line in this process says', async () => {
    const cwd = folderOf({ 'a.md': VAGUE });
    const { status, stdout } = spawnSync(process.execPath, [cli, 'a.md'], { cwd, encoding: 'utf8' });
    const here = await fineprint(['a.md'], { cwd });
    expect({ status, out: stdout }).toEqual({ status: here.status, out: here.out });
  });

  it('reads standard input', () => {
    const { status, stdout } = spawnSync(process.execPath, [cli, '-', '--format', 'ndjson'], {
      input: VAGUE,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(JSON.parse(stdout).source.path).toBe('<stdin>');
  });

  it('is quiet when its reader leaves', async () => {
    const cwd = folderOf(
      Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.md`, VAGUE.repeat(20)])),
    );
    const child = spawn(process.execPath, [cli, '.', '--format', 'ndjson', '--include', 'clauses'], { cwd });
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect({ status, err }).toEqual({ status: 0, err: '' });
  });

  it('tells by its status what a closed stderr does not', async () => {
    const child = spawn(process.execPath, [cli, 'none.md'], { cwd: folderOf({}) });
    child.stderr.destroy();
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(2);
  });
});
