import { describe, expect, it } from 'vitest';
import { clausesOf } from '../support/clauses.js';

const read = (text: string): string[] =>
  clausesOf(text).map(({ action, polarity, modality }) => `${action} ${polarity} ${modality}`);

describe('a lead-in that breaks off before its verb', () => {
  it.each([
    ['We never:', 'sell or share your data with partners', ['sell denied none', 'share denied none']],
    ['We will not:', 'share your address with advertisers', ['share denied will']],
    ['We may:', 'sell your data', ['sell affirmed may']],
    ['We do not do any of the following:', 'share your address with advertisers', ['share denied none']],
    ['We do not do this:', 'We share your address with couriers.', ['share affirmed none']],
    ['You can:', 'opt out of marketing e-mails', ['choose affirmed may']],
    ['You may:', 'delete your account', ['grant-right affirmed may']],
    [
      'Whether you agree or not, couriers ask:',
      'We share your address with couriers.',
      ['share affirmed none'],
    ],
  ])('is ended by its items: %s … %s', (leadIn, item, told) => {
    expect(read(`${leadIn}\n\n* ${item}\n* play`)).toEqual(told);
  });

  it('denies nothing behind a label that ends in "or not"', () => {
    const text = '**What we collect, whether you have an account or not**: We collect your address.';
    expect(read(text).filter((clause) => clause.startsWith('collect'))).toContain('collect affirmed none');
    expect(read(text).join()).not.toContain('denied');
  });
});
