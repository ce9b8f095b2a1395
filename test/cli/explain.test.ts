import { describe, expect, it } from 'vitest';
import { fineprint, folderOf } from '../support/cli.js';

const FILES = {
  'a.md': `# Sharing

We may share your e-mail address with our partners for marketing.

Service providers receive your e-mail address. They send receipts on our behalf.

Good morning to you all.
`,
};
const explain = (...args: string[]) => fineprint(['explain', ...args], { cwd: folderOf(FILES) });

describe('explain file:line', () => {
  it('tells what was read and which rules found something', async () => {
    const { out, status } = await explain('a.md:3');
    expect(status).toBe(0);
    expect(out).toContain('read as share, affirmed, "may"');
    expect(out).toMatch(/recipient +"our partners" \(recipient\.generic\)/);
    expect(out).toContain('found    third-party/vague-recipients  "our partners"');
    expect(out).toMatch(/- +cross-border\/unspecified-location {2}\(not fit: place\)/);
  });

  it('tells which evidence cleared a finding, and where', async () => {
    const { out } = await explain('a.md:5');
    expect(out).toMatch(/cleared {2}third-party\/vague-purpose {2}"Service .+", by line 3: "We may .+"/);
  });

  it('takes several lines, and says where nothing was read', async () => {
    expect((await explain('a.md:3-5')).out.match(/read as share/g)?.length).toBeGreaterThan(1);
    expect((await explain('a.md:7')).out).toMatch(/^no clause was read here/);
  });

  it('refuses lines that there are none of, and files that cannot be read', async () => {
    expect(await explain('a.md:99')).toMatchObject({ status: 2, out: '' });
    expect((await explain('a.md:99')).err).toMatch(/a\.md has lines 1 to \d+; there is none of 99/);
    expect((await explain('b.md:1')).err).toMatch(/no such file: "b\.md"/);
  });

  it('lets the rules of a preset look', async () => {
    const names = (text: string) => new Set(text.match(/[a-z-]+\/[a-z-]+(?= )/g));
    const [few, all] = [await explain('a.md:3'), await explain('a.md:3', '--preset', 'strict')];
    expect(names(all.out).size).toBeGreaterThanOrEqual(names(few.out).size);
    expect((await explain('a.md:3', '--preset', 'none')).err).toMatch(/unknown preset "none"/);
  });
});
