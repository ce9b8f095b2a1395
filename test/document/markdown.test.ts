import { describe, expect, it } from 'vitest';
import { readMarkdownTree } from '../../src/document/markdown.js';
import { parseMarkdown } from '../../src/document/markdown-parser.js';
import { sourceText } from '../../src/source/index.js';
import { expectTokensShown, outlineOf, readMd, showMarkdown } from './read-blocks.js';

describe('blocks of Markdown', () => {
  it('reads headings of both kinds, paragraphs, lists with their lead-ins, quotations and code', () => {
    const text =
      'Title\n=====\n\n## Part\n\nWe share:\n\n- one\n- two:\n  - inner\n\n> quoted\n> on\n\n    kept as\n    it is\n\n```\nfenced\n```\n';
    expect(outlineOf(readMd(text))).toEqual([
      'heading1 Title',
      'heading2 Part',
      'paragraph We share:',
      'item<2 one',
      'item<2 two:',
      'item<4 inner',
      'paragraph quoted on',
      'paragraph kept as it is',
      'paragraph fenced',
    ]);
  });

  it('gives sections their path, parent and blocks', () => {
    const { sections } = readMd('intro\n\n# A\n\n## B\n\ntext\n\n# C\n');
    expect(sections.map((s) => [s.path.join('/'), s.parent, s.firstBlock, s.endBlock])).toEqual([
      ['', undefined, 0, 1],
      ['A', 0, 1, 2],
      ['A/B', 1, 2, 4],
      ['C', 0, 4, 5],
    ]);
  });

  it('takes short bold lines for headings below the last real one', () => {
    const text =
      '## Real\n\n**Bold title**\n\nText.\n\n**We will never sell what you give us, come what may.**\n\n__Who?__\n';
    expect(outlineOf(readMd(text))).toEqual([
      'heading2 Real',
      'heading3 Bold title',
      'paragraph Text.',
      'paragraph We will never sell what you give us, come what may.',
      'heading3 Who?',
    ]);
  });

  it('takes numbered titles and capitals for headings', () => {
    const text =
      '# P\n\n3.1 Sharing of data\n\nText.\n\n3.2 We share your data with others.\n\nYOUR RIGHTS\n\nText.\n';
    expect(outlineOf(readMd(text))).toEqual([
      'heading1 P',
      'heading3 3.1 Sharing of data',
      'paragraph Text.',
      'paragraph 3.2 We share your data with others.',
      'heading2 YOUR RIGHTS',
      'paragraph Text.',
    ]);
  });

  it('takes numbered lists of bold titles, and lone numbered titles, for headings', () => {
    const bold = '1. **Use**\n\n   We use it.\n\n2. **Sharing**\n\n   We share it.\n';
    expect(outlineOf(readMd(bold))).toEqual([
      'heading1 Use',
      'paragraph We use it.',
      'heading1 Sharing',
      'paragraph We share it.',
    ]);
    expect(outlineOf(readMd('1. Sharing\n\nWe share it.\n'))).toEqual([
      'heading1 Sharing',
      'paragraph We share it.',
    ]);
    expect(outlineOf(readMd('1. names\n2. orders\n'))).toEqual(['item names', 'item orders']);
  });

  it('parts a bold line from the text under it', () => {
    const body = 'We keep what you send us for as long as the account is open, and then we delete it all.';
    expect(outlineOf(readMd(`**Retention**  \n${body}`))).toEqual([
      'heading1 Retention',
      `paragraph ${body}`,
    ]);
    expect(outlineOf(readMd('**Acme**  \nLong Road 3'))).toEqual(['paragraph Acme Long Road 3']);
  });

  it('marks run-in openings as labels, and no emphasis inside a sentence', () => {
    const labels = (text: string): (string | undefined)[] =>
      readMd(text).blocks.map((b) => (b.label ? b.text.slice(b.label.start, b.label.end) : undefined));
    expect(labels('**Partners.** We share it.\n\n*Cookies:* small files.\n\n**Partners** – some.')).toEqual([
      'Partners.',
      'Cookies:',
      'Partners',
    ]);
    expect(labels('**Analytics** We use a tool.\n\nDevice data: model and maker.')).toEqual([
      'Analytics',
      'Device data',
    ]);
    expect(
      labels(
        '**We do not** sell it.\n\nWe *never* do.\n\nPlease note: we do.\n\nWe share the following: names.',
      ),
    ).toEqual([undefined, undefined, 'Please note', undefined]);
  });

  it('reads lines that begin with bullets or letters as items', () => {
    expect(outlineOf(readMd('We get:\n• names\n• mail\naddresses'))).toEqual([
      'paragraph We get:',
      'item<0 names',
      'item<0 mail addresses',
    ]);
    expect(outlineOf(readMd('We get:<br>• names<br>• orders'))).toEqual([
      'paragraph We get:',
      'item<0 names',
      'item<0 orders',
    ]);
    expect(outlineOf(readMd('We may:\n\n(a) use it;\n\n(b) share it.\n\nMore.'))).toEqual([
      'paragraph We may:',
      'item<0 use it;',
      'item<0 share it.',
      'paragraph More.',
    ]);
    expect(outlineOf(readMd('We use it\n– as said – for this.'))).toEqual([
      'paragraph We use it – as said – for this.',
    ]);
  });

  it('ties table cells to their column headers, also where the header row is empty', () => {
    const cells = (text: string): unknown[] =>
      readMd(text).blocks.map((b) => [b.text, b.cell?.row, b.cell?.column, b.cell?.header]);
    expect(cells('| Data | Why |\n|---|:-:|\n| name | a \\| b |\n| | c |\n')).toEqual([
      ['Data', 0, 0, undefined],
      ['Why', 0, 1, undefined],
      ['name', 1, 0, 0],
      ['a | b', 1, 1, 1],
      ['c', 2, 1, 1],
    ]);
    expect(cells('| | |\n|---|---|\n| **Data** | **Why** |\n| name | mail |\n')).toEqual([
      ['Data', 1, 0, undefined],
      ['Why', 1, 1, undefined],
      ['name', 2, 0, 0],
      ['mail', 2, 1, 1],
    ]);
  });

  it('keeps links with anchor and target, references resolved, and leaves images out', () => {
    const text =
      'See [our *list*](https://a.example/l?a=1&amp;b=2) or [that][r], ![alt](i.png) <https://b.example>.\n\n[R]: /there "t"\n';
    const [block] = readMd(text).blocks;
    expect(block?.text).toBe('See our list or that, https://b.example.');
    expect(block?.links.map((l) => [l.text, l.target, block.text.slice(l.span.start, l.span.end)])).toEqual([
      ['our list', 'https://a.example/l?a=1&b=2', 'our list'],
      ['that', '/there', 'that'],
      ['https://b.example', 'https://b.example', 'https://b.example'],
    ]);
  });

  it('skips front matter, rules and comments, and collects directives', () => {
    const text =
      '---\ntitle: x\n---\n\n<!-- fineprint-disable -->\n\nWe <!-- fineprint-ignore a/b --> share. <!-- other -->\n\n***\n';
    const document = readMd(text);
    expect(outlineOf(document)).toEqual(['paragraph We share.']);
    expect(document.directives.map((d) => [d.text, text.slice(d.span.start, d.span.end)])).toEqual([
      ['fineprint-disable', '<!-- fineprint-disable -->'],
      ['fineprint-ignore a/b', '<!-- fineprint-ignore a/b -->'],
    ]);
  });

  it('takes directives out from between items, and leaves the tree as it is', () => {
    const comment = '<!-- fineprint-enable -->';
    const text = `We share:\n\n- one\n${comment}\n- two\n${comment} ${comment}\n${comment}\n- three\n\n1. first\n`;
    const tree = parseMarkdown(text);
    const before = JSON.stringify(tree);
    const { blocks, directives } = readMarkdownTree(sourceText(text), tree);
    expect(JSON.stringify(tree)).toBe(before);
    expect(blocks.map((block) => `${block.kind} ${block.leadIn} ${block.list} ${block.text}`)).toEqual([
      'paragraph undefined undefined We share:',
      ...['one', 'two', 'three'].map((item) => `item 0 0 ${item}`),
      'item undefined 1 first',
    ]);
    expect(directives.map(({ span }) => text.slice(span.start, span.end))).toEqual(Array(4).fill(comment));
  });

  it('lets other comments part lists, as writers do', () => {
    expect(readMd('- one\n\n<!-- -->\n\n- two\n').blocks.map(({ list }) => list)).toEqual([0, 1]);
  });

  it('reads HTML that stands in Markdown', () => {
    const text = [
      '# P',
      '',
      'Plain <b>and</b> <a href="/x">linked</a> text.',
      '',
      '<h2>Sharing &amp; more</h2>',
      '<p>We share:</p>',
      '<ul>',
      '<li>names</li>',
      '<li>orders<br>made</li>',
      '</ul>',
      '',
      '<table><tr><th>Data</th></tr><tr><td>mail</td></tr></table>',
      '',
      '<script>hidden()</script>',
      '',
      '<div>one<br><br>two</div>',
      '',
      'a<br><br>b',
    ].join('\n');
    const document = readMd(text);
    expect(outlineOf(document)).toEqual([
      'heading1 P',
      'paragraph Plain and linked text.',
      'heading2 Sharing & more',
      'paragraph We share:',
      'item<3 names',
      'item<3 orders made',
      'cell Data',
      'cell mail',
      'paragraph one',
      'paragraph two',
      'paragraph a',
      'paragraph b',
    ]);
    expect(document.blocks[1]?.links.map((l) => [l.text, l.target])).toEqual([['linked', '/x']]);
    expect(document.blocks[7]?.cell?.header).toBe(6);
    expectTokensShown(document, showMarkdown);
  });
});

describe('places in Markdown', () => {
  it.each([
    'a\\*b &amp; c&#39;d &eacute;t&eacute; &copy; \\\\ end',
    'one *two **three*** `co de` ~~gone~~ [li\nnk](u)',
    '> quoted  \n> on and\n> > deeper\nlazy text',
    '- item one\n  goes on\n\n  second &lt;part&gt;\n    - inner\n      text',
    '1. first\n   more\n2. `` a b c ``',
    '| a | b `x \\| y` |\n|---|---|\n| c \\| d | **e** f |',
    'tabs\tand   spaces \n next line',
    'hard\\\nbreak  \nhere',
    '# He*ad* &amp; more #\n\nSet\next\n---',
    'astral 😀 𝔘 &Aopf; and &nGg; done',
    'soft\u00adhyphen and zero\u200bwidth \u00a0 nbsp',
    'lone \ud83d surrogate \udc00 and \0 nul',
    '```js\nlet a = 1;\n\nlet b;\n```\n\n    in dent\n\n    ed',
    '<div>\n  <p>in &amp; out</p>\n</div>',
    '- [ ] open task\n- [x] done task',
  ])('maps every token (%#)', (text) => {
    for (const variant of [
      text,
      text.replaceAll('\n', '\r\n'),
      `\ufeff${text}`,
      text.replaceAll('\n', '\r'),
    ]) {
      const show = (raw: string): string =>
        showMarkdown(raw)
          .replace(/[\u00ad\u200b]/g, '')
          .replace('&copy;', '©')
          .replace('&Aopf;', '𝔸')
          .replace('&nGg;', '⋙̸')
          .replace('&lt;', '<')
          .replace('&gt;', '>')
          .replace('\0', '\ufffd');
      expect(expectTokensShown(readMd(variant), show)).toBeGreaterThanOrEqual(3);
    }
  });

  it('says when the text is empty', () => {
    for (const text of ['', ' \n\n', '\ufeff', '<!-- x -->', '---\na: b\n---\n']) {
      const document = readMd(text);
      expect(document.blocks).toEqual([]);
      expect(document.notes.map((note) => note.code)).toEqual(['empty']);
    }
  });
});
