import { describe, expect, it } from 'vitest';
import { clausesOf } from '../support/clauses.js';

const transfers = (text: string): number =>
  clausesOf(text).filter(({ action }) => action === 'transfer').length;
const rows = (...lines: string[]): string => lines.map((line) => `| ${line} |`).join('\n');

describe('a table', () => {
  it('says nothing by the label of a row alone', () => {
    expect(
      transfers(
        rows('Vendor | Harbour Mail', '--- | ---', 'Transfers outside the EU | None', 'Purpose | Mail'),
      ),
    ).toBe(0);
  });

  it('says what the sentence in a first cell says', () => {
    expect(
      transfers(
        rows('What we do | Why', '--- | ---', 'We transfer your data to servers outside the EU. | Backups'),
      ),
    ).toBe(1);
  });
});
