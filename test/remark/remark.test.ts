import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/index.js';
import remarkFineprint, { type RemarkFineprintOptions } from '../../src/remark/index.js';
import { ensureBuilt } from '../support/built.js';
import { VAGUE } from '../support/cli.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = fileURLToPath(new URL('example/', import.meta.url));

/** The messages on a file that the plugin was run on. */
function messages(value: string | Uint8Array, options?: RemarkFineprintOptions) {
  const file = new VFile({ value, path: 'privacy.md' });
  const processor = unified()
    .use(remarkParse)
    .use(remarkFineprint, options ?? {});
  processor.runSync(processor.parse(file), file);
  return file.messages;
}

describe('the plugin', () => {
  it('tells each finding with rule, place, words and page', () => {
    const found = analyze(VAGUE).findings;
    const told = messages(VAGUE);
    expect(told).toHaveLength(found.length);
    for (const [i, message] of told.entries()) {
      const { ruleId, position, quote, message: reason, suggestion } = found[i] as (typeof found)[number];
      expect(message).toMatchObject({ source: 'fineprint', ruleId, reason, place: position, actual: quote });
      expect(message.note).toContain(suggestion);
      expect(message.file).toBe('privacy.md');
      expect(existsSync(fileURLToPath(message.url ?? '')), message.url).toBe(true);
    }
  });

  it('is fatal for errors, not for warnings, and informs of the rest', () => {
    const rules = { 'third-party/vague-recipients': 'info', 'third-party/vague-purpose': 'warning' } as const;
    const fatal = new Map(messages(VAGUE, { rules }).map((message) => [message.ruleId, message.fatal]));
    expect(fatal.get('third-party/vague-recipients')).toBeUndefined();
    expect(fatal.has('third-party/vague-recipients')).toBe(true);
    expect(fatal.get('third-party/vague-purpose')).toBe(false);
    expect(messages(VAGUE).find(({ ruleId }) => ruleId === 'third-party/vague-recipients')?.fatal).toBe(true);
  });

  it('reads the text of the file and not what would be made of its tree', () => {
    const [first] = messages(
      '\ufeff#   Privacy\r\n\r\n*  We share your personal data with   *our partners*.\r\n',
    );
    expect(first?.place).toMatchObject({ start: { line: 3 } });
    expect(messages(new TextEncoder().encode(VAGUE))).toHaveLength(messages(VAGUE).length);
  });

  it('passes on what a reader must know, and comments that do not count', () => {
    const french =
      'Nous partageons vos données personnelles avec nos partenaires, et nous les conservons longtemps.';
    expect(messages(french)).toMatchObject([{ ruleId: 'language', source: 'fineprint', fatal: undefined }]);
    const expired =
      '<!-- fineprint-disable-file third-party/vague-recipients expires 2020-01-01 -- agreed -->\n\n';
    const rules = (today?: string) =>
      messages(expired + VAGUE, today ? { today } : {}).map(({ ruleId }) => ruleId);
    expect(rules()).toEqual(expect.arrayContaining(['third-party/vague-recipients', 'suppression-expired']));
    expect(rules('2019-12-31')).not.toContain('third-party/vague-recipients');
  });

  it('links to pages elsewhere, and refuses options it cannot follow', () => {
    const [first] = messages(VAGUE, { docsUrl: 'https://example.org/rules/' });
    expect(first?.url).toBe(`https://example.org/rules/${first?.ruleId}.md`);
    expect(() => messages(VAGUE, { presets: ['none'] })).toThrow(/unknown preset "none"/);
  });

  it.each([
    [{ preset: ['strict'] }, /no option "preset"; use presets, rules/],
    ['strict', /options of fineprint are "strict"; write \{ presets: … \}/],
    [['strict'], /options of fineprint are \["strict"\]/],
    [{ docsUrl: 5 }, /docsUrl is 5; write the address/],
  ])('refuses %j, which would leave all as it is', (options, message) => {
    expect(() => messages(VAGUE, options as RemarkFineprintOptions)).toThrow(message);
  });
});

describe('remark-cli with the plugin', () => {
  beforeAll(ensureBuilt);

  it('reports on a file by a .remarkrc, and fails on errors', () => {
    const cli = `${root}node_modules/remark-cli/cli.js`;
    const { status, stderr } = spawnSync(process.execPath, [cli, 'privacy.md', '--no-color'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/^privacy\.md\n/);
    expect(stderr).toMatch(/3:\d+-3:\d+ +error +"our partners" .* third-party\/vague-recipients +fineprint/);
    expect(stderr).toMatch(/3:\d+-3:\d+ +info +.* third-party\/open-ended-data +fineprint/);
    expect(status).toBe(1);
  });
});
