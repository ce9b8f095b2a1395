import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');

/** Fenced examples of a page, by what stands behind the language. */
function blocks(page: string): { readonly meta: string; readonly code: string }[] {
  return Array.from(read(page).matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm), ([, meta = '', code = '']) => ({
    meta,
    code,
  }));
}

describe('pages of the adapters', () => {
  it.each(['src/vitest/README.md', 'src/remark/README.md'])(
    '%s shows the examples that tests run',
    (page) => {
      const shown = blocks(page).filter(({ meta }) => meta.startsWith('file='));
      expect(shown.length).toBeGreaterThan(0);
      for (const { meta, code } of shown) expect(code).toBe(read(meta.slice('file='.length)));
    },
  );

  it('src/action/README.md gives the action inputs that it has', () => {
    const { inputs } = parse(read('action.yml'));
    const example = blocks('src/action/README.md').find(({ meta }) => meta === 'workflow')?.code ?? '';
    const { jobs } = parse(example);
    const step = jobs.policy.steps.find(({ uses }: { uses: string }) => uses.includes('fineprint'));
    for (const name of Object.keys(step.with)) expect(inputs).toHaveProperty(name);
    for (const name of Object.keys(inputs)) expect(read('src/action/README.md')).toContain(`\`${name}\``);
  });

  it('src/action/README.md names the hook that there is', () => {
    const example = blocks('src/action/README.md').find(({ meta }) => meta === 'pre-commit')?.code ?? '';
    const [hook] = parse(read('.pre-commit-hooks.yaml'));
    expect(parse(example).repos[0].hooks[0].id).toBe(hook.id);
  });
});
