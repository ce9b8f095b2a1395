import { describe, expect, it } from 'vitest';
import { type BlockDraft, createOutline, type Outline } from '../../src/document/outline.js';
import { TextBuilder } from '../../src/source/index.js';

function draft(text: string): BlockDraft {
  const builder = new TextBuilder();
  builder.add(text, 0, text.length);
  return { ...builder.build(), links: [] };
}

function list(outline: Outline, items: readonly (readonly string[])[]): void {
  outline.openList();
  for (const item of items) {
    outline.openItem();
    for (const text of item) outline.paragraph(draft(text));
    outline.closeItem();
  }
  outline.closeList();
}

const leadIns = (outline: Outline): (number | undefined)[] => outline.finish().blocks.map((b) => b.leadIn);

describe('lead-ins', () => {
  it('a paragraph that announces the list introduces every item', () => {
    for (const text of [
      'We share with:',
      'We use it for the following purposes.',
      'We get data in these ways.',
      'We may',
    ]) {
      const outline = createOutline();
      outline.paragraph(draft(text));
      list(outline, [['our partners'], ['We sell your data.']]);
      expect(leadIns(outline)).toEqual([undefined, 0, 0]);
    }
  });

  it('a paragraph that ends without announcing introduces fragments, not sentences', () => {
    const outline = createOutline();
    outline.paragraph(draft('We share your data with others.'));
    list(outline, [['our partners'], ['We keep logs for a year.']]);
    expect(leadIns(outline)).toEqual([undefined, 0, undefined]);
  });

  it('a paragraph that ends without announcing introduces labelled entries', () => {
    const outline = createOutline();
    outline.paragraph(draft('We work with other firms.'));
    outline.openList();
    outline.paragraph({ ...draft('Acme: counts visits.'), label: { start: 0, end: 4 } });
    outline.closeList();
    expect(leadIns(outline)).toEqual([undefined, 0]);
  });

  it('a heading introduces the list under it; a paragraph of another section does not', () => {
    const outline = createOutline();
    outline.paragraph(draft('We share with:'));
    outline.heading(1, draft('Who gets it'));
    list(outline, [['partners']]);
    expect(leadIns(outline)).toEqual([undefined, undefined, 1]);
  });

  it('an inner list is introduced by its outer item, and an item’s further blocks by its first', () => {
    const outline = createOutline();
    outline.paragraph(draft('We share:'));
    outline.openList();
    outline.openItem();
    outline.paragraph(draft('names'));
    outline.paragraph(draft('and with whom'));
    list(outline, [['partners']]);
    outline.closeItem();
    outline.openItem();
    outline.paragraph(draft('orders'));
    outline.closeItem();
    outline.closeList();
    const { blocks } = outline.finish();
    expect(blocks.map((b) => [b.leadIn, b.list, b.depth])).toEqual([
      [undefined, undefined, 0],
      [0, 0, 1],
      [1, 0, 1],
      [2, 1, 2],
      [0, 0, 1],
    ]);
  });

  it('a list after a list has no lead-in', () => {
    const outline = createOutline();
    outline.paragraph(draft('We share:'));
    list(outline, [['a']]);
    list(outline, [['b']]);
    expect(leadIns(outline)).toEqual([undefined, 0, undefined]);
  });
});

describe('sections', () => {
  it('nest by level, and inherit the audience', () => {
    const outline = createOutline();
    outline.heading(2, draft('California residents'));
    outline.heading(3, draft('Your rights'));
    outline.heading(2, draft('Security'));
    const { sections } = outline.finish();
    expect(sections.map((s) => [s.level, s.parent, s.audience])).toEqual([
      [0, undefined, undefined],
      [2, 0, 'california'],
      [3, 1, 'california'],
      [2, 0, undefined],
    ]);
  });

  it('drops empty drafts, and labels of headings', () => {
    const outline = createOutline();
    outline.heading(1, draft(' '));
    outline.paragraph(draft(''));
    outline.heading(1, { ...draft('Who'), label: { start: 0, end: 3 } });
    expect(outline.finish().blocks.map((b) => [b.text, b.label])).toEqual([['Who', undefined]]);
  });
});

describe('tables', () => {
  it.each([
    ['We share data with these companies:', 0],
    ['Our partners stand in the following table.', 0],
    ['We are glad that you are here.', undefined],
  ])('a table is announced by the paragraph before it, if at all: %s', (text, announced) => {
    const outline = createOutline();
    outline.paragraph(draft(text));
    outline.openTable();
    outline.openRow();
    outline.cell(draft('Partner'), true);
    outline.openRow();
    outline.cell(draft('Acme'), false);
    outline.closeTable();
    const cells = outline.finish().blocks.filter(({ kind }) => kind === 'cell');
    expect(cells.map(({ cell }) => cell?.announced)).toEqual([announced, announced]);
  });

  it('empty cells keep the columns in line; cells outside a table are dropped', () => {
    const outline = createOutline();
    outline.cell(draft('lost'), false);
    outline.openTable();
    outline.openRow();
    for (const text of ['A', 'B']) outline.cell(draft(text), true);
    outline.openRow();
    for (const text of ['', 'b']) outline.cell(draft(text), false);
    outline.closeTable();
    expect(outline.finish().blocks.map((b) => [b.text, b.cell?.header])).toEqual([
      ['A', undefined],
      ['B', undefined],
      ['b', 1],
    ]);
  });
});
