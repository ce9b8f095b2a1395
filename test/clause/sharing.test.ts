import { describe, expect, it } from 'vitest';
import type { ClauseFrame } from '../../src/clause/index.js';
import { clausesOf } from '../support/clauses.js';

const sharing = (text: string): readonly ClauseFrame[] =>
  clausesOf(text).filter(({ action }) => action === 'share' || action === 'sell');
const said = (text: string) => sharing(text).map(({ action, polarity }) => `${action} ${polarity}`);
const recipients = (text: string) =>
  sharing(text).flatMap(({ slots }) => (slots.recipient ?? []).map((value) => value.text));

describe('what is shared and sold', () => {
  it.each([
    ['We share your data with advertisers.', 'share affirmed'],
    ['We never sell your data.', 'sell denied'],
    ['We will not rent your email address without your consent.', 'sell conditional'],
    ['Your profile may be shared with other members.', 'share affirmed'],
    ['Advertisers may collect your IP address.', 'share affirmed'],
    ['Your posts can be read, collected or used by other members.', 'share affirmed'],
    ['We give our vendors access to your data.', 'share affirmed'],
    ['We, or our vendors, may release your data if required by law.', 'share affirmed'],
    ['Your data may be among the transferred assets.', 'share affirmed'],
  ])('%s', (text, expected) => {
    expect(said(text)).toContain(expected);
  });

  it.each([
    ['an order', 'Do not share your password with others.'],
    ['a request', 'Please send your personal data to our vendors only by post.'],
    ['what the user does', 'You may browse our site without disclosing your personal data.'],
    ['what is told to the reader', 'We use the data for purposes disclosed to you.'],
    ['data that shows who one is', 'We keep data that does not reveal your identity.'],
    ['a noun', 'We have no control over the use of cookies by advertisers.'],
    ['a way', 'You can choose among the ways we share your data with advertisers.'],
    ['circumstances', 'You will know under what circumstances we may disclose your data.'],
    ['circumstances, if any', 'You will know under what circumstances, if any, we disclose your data.'],
    ['a wish', 'If you do not want your data shared with third parties, write to us.'],
    ['a wish for somebody', 'If you do not want us to share your data with banks, write to us.'],
    ['a law', 'Such businesses may have a policy not to disclose personal data to third parties.'],
    ['what is told of businesses', 'Information about our delivery partners is provided below.'],
    ['data that comes in', 'You share your data with us.'],
  ])('sees no sharing in %s: %s', (_what, text) => {
    expect(said(text)).toEqual([]);
  });

  it('takes the longer of two names for who acts', () => {
    expect(recipients('Your posts can be used by other members.')).toEqual(['other members']);
  });

  it('knows what a pronoun stands for', () => {
    const [denied, shared] = sharing('We do not sell your address, but we do provide it to banks.');
    expect(denied?.polarity).toBe('denied');
    expect(shared?.slots.data?.map((value) => value.text)).toEqual(['your address']);
    expect(shared?.slots.recipient?.map((value) => value.text)).toEqual(['banks']);
  });

  it.each([
    'Your phone number is handed to couriers.',
    'Your profile is passed on to dealers.',
    'Contractors are given whatever you tell us.',
    'Disclosure of your address to couriers takes place daily.',
  ])('reads what changes hands: %s', (text) => {
    expect(sharing(text).map(({ action }) => action)).toEqual(['share']);
  });

  it('takes the capital of a kind of cookie for nobody', () => {
    expect(said('We use Persistent Cookies for analytics.')).toEqual([]);
  });

  it('hands sharing on to items, and not what others collect', () => {
    expect(said('We share your data with:\n\n- banks\n- couriers\n')).toHaveLength(3);
    expect(said('Advertisers collect your data for:\n\n- billing\n- research\n')).toHaveLength(1);
  });
});
