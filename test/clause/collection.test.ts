import { describe, expect, it } from 'vitest';
import type { ClauseFrame } from '../../src/clause/index.js';
import { clausesOf } from '../support/clauses.js';

const practices = (text: string): readonly ClauseFrame[] =>
  clausesOf(text).filter(({ action }) => action === 'collect' || action === 'use');
const said = (text: string) => practices(text).map(({ action, polarity }) => `${action} ${polarity}`);

describe('what the controller collects and uses', () => {
  it.each([
    ['We collect your email address.', ['collect affirmed']],
    ['We do not collect your location data.', ['collect denied']],
    ['We may from time to time use your photos.', ['use affirmed']],
    ['Your order history is used to suggest products.', ['use affirmed']],
    ['We ask for your date of birth.', ['collect affirmed']],
    ['We get information about you from credit bureaus.', ['collect affirmed']],
    ['We collect information about how you play.', ['collect affirmed']],
    ['When you sign up, you provide us with your name and phone number.', ['collect affirmed']],
    ['We and our vendors collect your IP address.', ['collect affirmed']],
    ['We place cookies on your computer.', ['use affirmed']],
    ['Your postal address helps us deliver parcels.', ['use affirmed']],
    ['Cookies allow us to recognize you.', ['use affirmed']],
    ['We may contact you about new courses.', ['use affirmed']],
    ['We send you offers.', ['use affirmed']],
    ['The data serves to plan new shops.', ['use affirmed']],
    ['We conduct research on how members behave.', ['use affirmed']],
    ['The information we collect includes your shoe size.', ['collect affirmed']],
    ['We use your information only with your consent.', ['use conditional']],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it('takes both verbs of a row, with the object behind the last', () => {
    expect(said('We collect, use and combine your account information.')).toContain('collect affirmed');
    expect(said('We collect, use and combine your account information.')).toContain('use affirmed');
  });

  it.each([
    ['a topic', 'This page says how we use your data.'],
    ['a way', 'We tell you about any change in the way we use your data.'],
    ['a noun', 'We take care in our use of the site and the storage of your data.'],
    ['a subordinate clause', 'If we collect your data, this policy applies.'],
    ['a wish', 'Tell us whether you want your data used for research.'],
    ['an infinitive of somebody else', 'We require our vendors not to use your data for other ends.'],
    ['a participle', 'We protect the data collected by our partners.'],
    ['a means, not data', 'We use firewalls to protect your data.'],
    ['a place of processing', 'Your data will be stored and processed in Canada.'],
    ['keeping', 'We will retain and use your data as long as the law asks.'],
    ['others as agent', 'Your postings can be read, collected or used by other members.'],
    ['children', 'We do not knowingly collect data from children.'],
    ['a refusal of the user', 'You may choose not to provide your phone number.'],
    ['talk of practices', 'Our information practices are described here.'],
    ['a message about the service', 'We will send you a copy.'],
  ])('sees no practice in %s: %s', (_what, text) => {
    expect(said(text)).toEqual([]);
  });

  it('knows its own name and that of others as the subject', () => {
    const names = 'Wavelet may change this page. Wavelet does so seldom. ';
    expect(said(`${names}Wavelet collects your name.`)).toEqual(['collect affirmed']);
    expect(said('Advertisers collect your IP address.')).toEqual([]);
  });
});

describe('lists of data and of uses', () => {
  it('hands the lead-in on to bulleted items', () => {
    const frames = practices('We use your data to:\n\n- answer questions\n- plan deliveries\n');
    expect(frames.map(({ leadIn, action }) => [action, leadIn])).toEqual([
      ['use', undefined],
      ['use', 0],
      ['use', 0],
    ]);
  });

  it('hands it on to an enumeration that has no bullets', () => {
    const text =
      'We may use personal data:\n\nto answer your questions;\n\nto plan deliveries.\n\nThank you.';
    expect(practices(text).map(({ block, leadIn }) => [block, leadIn])).toEqual([
      [0, undefined],
      [1, 0],
      [2, 0],
    ]);
  });

  it('does not reach over a sentence that closes the enumeration', () => {
    const text = 'We may use personal data:\n\nto answer your questions.\n\nto be continued.';
    expect(practices(text).map(({ block }) => block)).toEqual([0, 1]);
  });

  it('reads an item that names data with a relative clause', () => {
    expect(said('We speak of:\n\n- Contact details you give us at the counter\n')).toEqual([
      'collect affirmed',
    ]);
  });
});
