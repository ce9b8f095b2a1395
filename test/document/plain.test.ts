import { describe, expect, it } from 'vitest';
import { outlineOf, readText } from './read-blocks.js';

describe('plain text', () => {
  it('keeps wrapped lines together and parts paragraphs at blank lines, whatever the line ends', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['We keep the data', 'for a year.', '', ' \t', 'Then we delete it.'].join(end);
      expect(outlineOf(readText(text))).toEqual([
        'paragraph We keep the data for a year.',
        'paragraph Then we delete it.',
      ]);
    }
  });

  it('takes lines of their own for paragraphs where lines are not wrapped', () => {
    const long = `We keep ${'very '.repeat(30)}long lines.`;
    expect(outlineOf(readText(`${long}\nAnd short ones.`))).toEqual([
      `paragraph ${long}`,
      'paragraph And short ones.',
    ]);
  });

  it('tells titles: capitals, numbers, title case, rulers', () => {
    const text = [
      'PRIVACY POLICY',
      '',
      '1. Sharing of Data',
      '',
      'We share data.',
      '',
      '1.1 With partners',
      '',
      'We do.',
      '',
      'Your Rights and Choices',
      '',
      'You have some.',
      '',
      'Contact',
      '-------',
      'Write to us.',
      '',
      '*****',
      '',
      'and a last line',
    ].join('\n');
    expect(outlineOf(readText(text))).toEqual([
      'heading1 PRIVACY POLICY',
      'heading2 1. Sharing of Data',
      'paragraph We share data.',
      'heading3 1.1 With partners',
      'paragraph We do.',
      'heading3 Your Rights and Choices',
      'paragraph You have some.',
      'heading2 Contact',
      'paragraph Write to us.',
      'paragraph and a last line',
    ]);
  });

  it('tells a title right above its text', () => {
    const text = 'Retention\nWe keep what you send us for as long as your account is open.';
    expect(outlineOf(readText(text))).toEqual([
      'heading1 Retention',
      'paragraph We keep what you send us for as long as your account is open.',
    ]);
    expect(outlineOf(readText('Acme Shop\nLong Road 3\nTown'))).toEqual([
      'paragraph Acme Shop Long Road 3 Town',
    ]);
  });

  it('reads bulleted lines and paragraphs as one list with its lead-in', () => {
    expect(outlineOf(readText('We get:\n- names,\n- mail\n  addresses.'))).toEqual([
      'paragraph We get:',
      'item<0 names,',
      'item<0 mail addresses.',
    ]);
    const { blocks } = readText('We get:\n\n• names\n\n• orders\n\nThat is all.');
    expect(blocks.map((b) => [b.kind, b.leadIn, b.list])).toEqual([
      ['paragraph', undefined, undefined],
      ['item', 0, 0],
      ['item', 0, 0],
      ['paragraph', undefined, undefined],
    ]);
  });

  it('marks a label before a colon', () => {
    const [block] = readText('Device data: model, maker and number.').blocks;
    expect(block?.label).toEqual({ start: 0, end: 11 });
    expect(readText('We share the following: names and numbers.').blocks[0]?.label).toBeUndefined();
  });

  it('leaves markup as it is, a BOM out, and notes an empty text', () => {
    expect(outlineOf(readText('\ufeffa **b** &amp; <i>'))).toEqual(['paragraph a **b** &amp; <i>']);
    expect(readText('\ufeff \n').notes.map((n) => n.code)).toEqual(['empty']);
  });
});
