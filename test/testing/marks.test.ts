import { describe, expect, it } from 'vitest';
import { parseMarks } from '../../src/testing/marks.js';

describe('parseMarks', () => {
  it('takes marks out and says where they stood', () => {
    expect(parseMarks('We sell to [[partners]] and [[others]].')).toEqual({
      text: 'We sell to partners and others.',
      ranges: [
        { start: 11, end: 19 },
        { start: 24, end: 30 },
      ],
    });
  });

  it('leaves links and single brackets alone', () => {
    expect(parseMarks('See [the list](/list) [x].').ranges).toEqual([]);
  });

  it.each(['a [[b', 'a ]] b', 'a [[b [[c]] d]]'])('says what is wrong with the marks of %s', (example) => {
    expect(() => parseMarks(example)).toThrow(/"\[\["/);
  });
});
