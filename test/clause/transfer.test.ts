import { describe, expect, it } from 'vitest';
import { clausesOf } from '../support/clauses.js';

const transfers = (text: string) => clausesOf(text).filter(({ action }) => action === 'transfer');
const places = (text: string) =>
  transfers(text).flatMap(({ slots }) => (slots.place ?? []).map((value) => value.text));

describe('where data goes', () => {
  it.each([
    ['We may transfer your data to Canada and New Zealand.', ['Canada', 'New Zealand']],
    ['Your messages are stored and processed in the United States.', ['United States']],
    ['Personal data may be sent to other countries.', ['other countries']],
    ['Your data is held in various countries, including Japan.', ['various countries', 'Japan']],
    ['Our servers are located in Ireland.', ['Ireland']],
    ['We have data centers in Singapore.', ['Singapore']],
    ['We share your data with suppliers located outside India.', ['outside India']],
    ['Place of processing: Norway.', ['Norway']],
    ['You understand that we process your data in the US.', ['the US']],
    ['By using the app you consent to the transfer of your data to Brazil.', ['Brazil']],
    ['Your data may be moved abroad.', ['abroad']],
    ['Your comments travel to a bureau overseas.', ['overseas']],
    ['Your messages may be viewed from other countries.', ['other countries']],
    ['Our support teams, who are located overseas, can open your messages.', ['overseas']],
    ['Data is processed wherever our suppliers have premises.', ['wherever our suppliers have premises']],
  ])('%s', (text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  it('counts no origin, and no place of a list that "outside" governs', () => {
    expect(places('We send your data from Spain to Chile.')).toEqual(['Chile']);
    expect(places('Your data is stored outside the European Union, Norway and Iceland.')).toEqual([
      'outside the European Union',
    ]);
  });

  it("gives the items of a list the lead-in's transfer", () => {
    const text =
      'Your data may be transferred to:\n\n- our offices in Peru\n- facilities in other countries\n';
    expect(places(text)).toEqual(['Peru', 'other countries']);
  });

  it('reads denials', () => {
    expect(transfers('We do not transfer your data to other countries.').map((f) => f.polarity)).toEqual([
      'denied',
    ]);
    const noun = 'A transfer of your address to countries overseas does not take place.';
    expect(transfers(noun).map((f) => f.polarity)).toEqual(['denied']);
    expect(transfers(noun.replace('does not take', 'takes')).map((f) => f.polarity)).toEqual(['affirmed']);
  });

  it.each([
    'If you live in France, we process your data by consent.',
    'Users in Germany may access their data.',
    'We disclose data under the laws of Texas.',
    'California residents may ask what data we share.',
    'We share your data with China Telecom.',
    'You may access your account data from other countries.',
    'We ship goods to Canada.',
    'Your messages may go through other countries on their way.',
    'We help with complaints about data transferred to Mexico.',
    'Write to our office in Madrid, Spain.',
    'We may share data when your country requires consent.',
  ])('is not told by: %s', (text) => {
    expect(transfers(text)).toEqual([]);
  });
});
