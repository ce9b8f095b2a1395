import { describe, expect, it } from 'vitest';
import { outline, POLICY, policy, read } from './page.js';

/** What stands between two paragraphs of policy, as "kind text". */
const between = (html: string): string[] =>
  outline(`<p>${POLICY[0]}</p>${html}<p>${POLICY[1]}</p>${policy()}`).slice(1, -5);

describe('blocks of a page', () => {
  it('nests sections by headings', () => {
    const { blocks, sections } = read(
      `<h1>Privacy</h1>${policy()}<h2>Sharing</h2>${policy()}<h3>Abroad</h3>${policy()}`,
    );
    expect(sections.map((section) => section.path)).toEqual([
      [],
      ['Privacy'],
      ['Privacy', 'Sharing'],
      ['Privacy', 'Sharing', 'Abroad'],
    ]);
    expect(blocks.filter((block) => block.kind === 'heading')).toHaveLength(3);
  });

  it.each([
    ['a bold paragraph', '<p><b>Sharing with others</b></p>', ['h2 Sharing with others']],
    ['a bold span', '<div><span style="font-weight:700">Sharing</span></div>', ['h2 Sharing']],
    [
      'a bold line above its text',
      '<p><strong>Sharing</strong><br>We share data.</p>',
      ['h2 Sharing', 'p We share data.'],
    ],
    [
      'the summary of details',
      '<details><summary>Sharing</summary><p>We share data.</p></details>',
      ['h2 Sharing', 'p We share data.'],
    ],
    [
      'a button that opens a part',
      '<button aria-expanded="false">Sharing data</button><div>We share data.</div>',
      ['h2 Sharing data', 'p We share data.'],
    ],
    ['a line in capitals', '<p>HOW WE SHARE</p>', ['h2 HOW WE SHARE']],
    [
      'no heading: a bold sentence',
      '<p><b>We never sell any of the data that we collect from you.</b></p>',
      ['p We never sell any of the data that we collect from you.'],
    ],
    [
      'no heading: a whole paragraph in a heading element',
      `<h3>${POLICY.join(' ')}</h3>`,
      [`p ${POLICY.join(' ')}`],
    ],
  ])('takes for a heading: %s', (_, html, expected) => {
    expect(between(html)).toEqual(expected);
  });

  it('marks run-in labels', () => {
    const label = (html: string): string | undefined => {
      const block = read(`${policy()}<p>${html}</p>${policy()}`).blocks[4];
      return block?.label && block.text.slice(block.label.start, block.label.end);
    };
    expect(label('<b>Service providers.</b> We share data with them.')).toBe('Service providers.');
    expect(label('<strong>Partners</strong>: we share data with them.')).toBe('Partners');
    expect(label('<em>Partners.</em> We share data with them.')).toBe('Partners.');
    expect(label('<b>We</b> share data with them.')).toBeUndefined();
    expect(label('We share <b>all data.</b> With them.')).toBeUndefined();
  });

  it('ties items to the paragraph or item that introduces them', () => {
    expect(
      between(
        '<p>We share data with:</p><ul><li>partners<ul><li>near</li><li><p>far</p></li></ul></li><li>banks</li></ul>',
      ),
    ).toEqual(['p We share data with:', 'item1<1 partners', 'item2<2 near', 'item2<2 far', 'item1<1 banks']);
  });

  it('reads bullets that are only letters as items', () => {
    expect(between('<p>We share data with:<br>• partners<br>• banks</p>')).toEqual([
      'p We share data with:',
      'item1<1 • partners',
      'item1<1 • banks',
    ]);
  });

  it('hangs definitions on their terms', () => {
    expect(between('<dl><dt>Cookies</dt><dd>Small files.</dd><dd>They last.</dd></dl>')).toEqual([
      'item1<0 Cookies',
      'item2<1 Small files.',
      'item2<1 They last.',
    ]);
  });

  it('reads lists that hold headings as layout', () => {
    expect(between('<ul><li><h3>Data</h3><p>We collect data.</p></li></ul>')).toEqual([
      'h3 Data',
      'p We collect data.',
    ]);
  });

  it('parts paragraphs at two line breaks and after sentences, and keeps addresses together', () => {
    expect(between('<div>One line<br>goes on.<br> <br>Next <br/>line.</div>')).toEqual([
      'p One line goes on.',
      'p Next line.',
    ]);
    expect(between(`<div>${POLICY[2]}<br>${POLICY[3]}</div>`)).toEqual([`p ${POLICY[2]}`, `p ${POLICY[3]}`]);
    expect(between('<p>Example Ltd<br>1 Some Street<br>Sometown</p>')).toEqual([
      'p Example Ltd 1 Some Street Sometown',
    ]);
  });

  it('leaves out letters that do not show', () => {
    expect(between('<p>Per&shy;sonal da\u200bta\u00ad\u00ad \ufeff here</p>')).toEqual([
      'p Personal data here',
    ]);
  });

  it('folds white space and joins words that inline tags cut', () => {
    expect(between('<p>  We \n do&nbsp; n<i>o</i>t <b> share</b> .</p>')).toEqual(['p We do not share .']);
  });
});

describe('tables', () => {
  const row = (tag: string, ...cells: string[]): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;

  it('reads data with column headers', () => {
    expect(
      between(
        `<table>${row('th', 'Data', 'Purpose')}${row('td', 'Name', '<p>Billing</p><p>Mail</p>')}${row('td', '', 'Ads')}</table>`,
      ),
    ).toEqual([
      'cell0,0< Data',
      'cell0,1< Purpose',
      'cell1,0<1 Name',
      'cell1,1<2 Billing Mail',
      'cell2,1<2 Ads',
    ]);
  });

  it('takes a bold first row for headers, and row headers for cells', () => {
    expect(
      between(`<table>${row('td', '<b>Data</b>', '<b>Kept for</b>')}${row('td', 'Name', 'A year')}</table>`),
    ).toEqual(['cell0,0< Data', 'cell0,1< Kept for', 'cell1,0<1 Name', 'cell1,1<2 A year']);
    expect(
      between('<table><tr><th>Name</th><td>A year</td></tr><tr><th>Mail</th><td>A day</td></tr></table>'),
    ).toEqual(['cell0,0< Name', 'cell0,1< A year', 'cell1,0< Mail', 'cell1,1< A day']);
  });

  it('finds the column of cells beside and below spans', () => {
    const head = '<tr><th rowspan="2">Who</th><th colspan="2">What</th><th>Why</th></tr>';
    const html = `<table>${head}<tr><td>name</td><td>mail</td><td>ads</td></tr><tr><td>Bank</td><td>sum</td><td></td><td>law</td></tr></table>`;
    expect(between(html)).toEqual([
      'cell0,0< Who',
      'cell0,1< What',
      'cell0,3< Why',
      'cell1,1<2 name',
      'cell1,2< mail',
      'cell1,3<3 ads',
      'cell2,0<1 Bank',
      'cell2,1<2 sum',
      'cell2,3<3 law',
    ]);
  });

  it('reads layout as plain text', () => {
    expect(between(`<table>${row('td', 'Only one column')}${row('td', 'of text')}</table>`)).toEqual([
      'p Only one column',
      'p of text',
    ]);
    expect(
      between(`<table role="presentation">${row('td', 'a', 'b')}${row('td', 'c', 'd')}</table>`),
    ).toEqual(['p a', 'p b', 'p c', 'p d']);
    expect(between(`<table>${row('td', '<h2>Data</h2>', 'x')}${row('td', 'y', 'z')}</table>`)[0]).toBe(
      'h2 Data',
    );
  });
});

describe('links and directives', () => {
  it('gives anchors and targets', () => {
    const { blocks } = read(
      `${policy()}<p>See <a href="/a?x=1&amp;y=2">our <b>partners</b></a> and <a name="n">this</a>.</p>${policy()}`,
    );
    const block = blocks[4];
    expect(block?.links).toEqual([
      { span: { start: 4, end: 16 }, text: 'our partners', target: '/a?x=1&y=2' },
    ]);
  });

  it('gives comments that are meant for fineprint, wherever they stand', () => {
    const html = `\uFEFF<!-- fineprint-disable rule/x --><head><!-- fineprint-head --></head>${policy()}<ul><li><!-- other --><!--fineprint-enable--></li></ul>`;
    expect(
      read(html).directives.map((each) => [each.text, html.slice(each.span.start, each.span.end)]),
    ).toEqual([
      ['fineprint-disable rule/x', '<!-- fineprint-disable rule/x -->'],
      ['fineprint-head', '<!-- fineprint-head -->'],
      ['fineprint-enable', '<!--fineprint-enable-->'],
    ]);
  });
});
