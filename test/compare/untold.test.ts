import { describe, expect, it } from 'vitest';
import { compareTexts } from './compare-texts.js';

const page = (...blocks: string[]): string => `# Privacy policy\n\n## Sharing\n\n${blocks.join('\n\n')}\n`;
const changed = (before: string, after: string): string[] =>
  compareTexts(before, after).clauses.changed.map(({ change, slot, says }) => `${change} ${slot}: ${says}`);

describe('of clauses that were reworded, compare does not tell', () => {
  it.each([
    [
      'a condition in the place of words that were not read',
      'We ask for your agreement to share your photos with our printer.',
      'We ask for your consent to share your photos with our printer.',
      'condition',
    ],
    [
      'a way that is told in other words',
      'You may opt out of marketing e-mails through your account settings.',
      'You may opt out of marketing e-mails by writing to the address printed below.',
      'control',
    ],
    [
      'a purpose that no lexicon knows, as an addition',
      'We share your address with couriers.',
      'We share your address with couriers for the sake of good order.',
      'purpose',
    ],
    [
      'the modal verb of an item, which stands in its lead-in',
      'We may:\n\n* share your address with couriers in your town',
      'Our practices:\n\n* share your address with couriers in your town',
      'modality',
    ],
  ])('%s', (_, before, after, slot) => {
    expect(changed(page(before), page(after)).filter((line) => line.includes(` ${slot}:`))).toEqual([]);
  });

  it('anything of words that stay, where only a like text elsewhere went', () => {
    const regime = (name: string, lead: string) =>
      `## ${name}\n\n${lead}:\n\n* share your orders with couriers`;
    const one = regime('For Norway', 'To deliver parcels, we');
    const other = regime('For Chile', 'To promote new products, we');
    expect(changed(`# Policy\n\n${other}\n\n${one}\n`, `# Policy\n\n${one}\n`)).toEqual([]);
  });

  it('a denial turned round, where two clauses have little but their place in common', () => {
    const { clauses } = compareTexts(
      page('We will never sell or rent your address book to third parties.', 'Couriers get your address.'),
      page('We share your orders with third parties, as told on another page.', 'Couriers get your address.'),
    );
    expect(clauses.changed.filter(({ slot }) => slot === 'polarity')).toEqual([]);
    expect(clauses.removed.map(({ says }) => says)).toContain('promise not to do so gone');
  });
});

describe('of findings, compare does not tell', () => {
  const vague = 'We may share your personal data with our partners at any time.';
  const twice = `# Policy\n\n## Sharing\n\n${vague}\n\n## For Norway\n\n${vague}\n`;
  const introduced = (before: string, after: string): string[] =>
    compareTexts(page(before), page(after)).findings.introduced.map(({ after: { quote } }) => quote);
  const resolved = (before: string, after: string): string[] =>
    compareTexts(page(before), page(after)).findings.resolved.map(({ before: { quote } }) => quote);
  const any = 'We may share your personal data with third parties at any time.';
  const some = 'Our vendors help us, and so your personal data is disclosed to advertising partners as well.';
  const photos = 'For contests we may disclose your photos to other businesses that we know.';

  it('what was allowed before, said once more in other words and of fewer', () => {
    expect(introduced(any, `${any}\n\n${some}`)).toEqual([]);
    expect(resolved(`${any}\n\n${some}`, any)).toEqual([]);
  });

  it('but what is allowed to more than before', () => {
    expect(introduced(some, `${some}\n\n${any}`)).toContain('third parties');
    expect(resolved(`${some}\n\n${any}`, some)).toContain('third parties');
  });

  it('but what is allowed with other data than before', () => {
    expect(introduced(photos, `${photos}\n\n${any}`)).toContain('your personal data');
  });

  const once = `# Policy\n\n## Sharing\n\n${vague}\n\n## For Norway\n\nWrite to us.\n`;

  it.each([
    ['one that comes a second time in the same words', once, twice],
    ['one that goes and stays elsewhere in the same words', twice, once],
  ])('%s', (_, before, after) => {
    const { findings } = compareTexts(before, after);
    expect([findings.introduced, findings.resolved]).toEqual([[], []]);
    expect(findings.persisting.length).toBeGreaterThan(0);
  });
});

describe('of clauses that were reworded, compare tells', () => {
  it('what a lead-in of other words makes of the same items', () => {
    const list = (lead: string) => page(`${lead}\n\n* share your address with advertisers`);
    expect(
      changed(list('We never share:').replace('* share', '*'), list('We share:').replace('* share', '*')),
    ).toContainEqual(expect.stringMatching(/^worse polarity/));
  });

  it('what was added to words that stay', () => {
    expect(
      changed(
        page('You may object to marketing e-mails.'),
        page('You may object to marketing e-mails through your account settings.'),
      ),
    ).toEqual(['better control: way to choose is given']);
  });
});

describe('of values that another verb owns, compare does not tell', () => {
  it.each([
    [
      'what people do themselves before the main verb',
      'When you order, we share your name with couriers.',
      'When you order or save your phone number, we share your name with couriers.',
    ],
    [
      'who makes something, told in brackets',
      'We share device identifiers (tokens in your browser) with our printing partner Acme.',
      'We share device identifiers (tokens that may be set in your browser by advertising vendors) with our printing partner Acme.',
    ],
    [
      'a law that is referred to',
      'We protect your data by encryption.',
      'We protect your data by encryption, as required by the Harbour Act.',
    ],
    [
      'a denial that stands in both',
      'We do not have any knowledge of selling the personal data of children.',
      'We do not have knowledge that we sell the personal data of children.',
    ],
    [
      'a word that is written in one',
      'We collect your e-mail address, user names and password.',
      'We collect your e-mail address, usernames and password.',
    ],
    [
      'a product that has a name',
      'We share your address with couriers who deliver what you buy in our shop.',
      'We share your address with couriers who deliver what you buy with our Parcel Prime features.',
    ],
  ])('%s', (_, before, after) => {
    expect(changed(page(before), page(after))).toEqual([]);
  });

  it('but tells of what the main verb gives', () => {
    expect(
      changed(
        page('When you order, we share your name with couriers.'),
        page('When you order, we share your name and phone number with couriers.'),
      ),
    ).toEqual(['worse data: data added']);
  });
});

describe('of findings whose like stands elsewhere, compare does not tell', () => {
  const like = 'Our shop and web pages share your personal data with business partners of all kinds.';
  const again = 'Also, our shop and all web pages share your personal data with business partners.';

  it('when a second one comes, or goes', () => {
    const one = `# Policy\n\n## Sharing\n\n${like}\n`;
    const two = `${one}\n## For Norway\n\nYou live there.\n\n${again}\n`;
    expect(compareTexts(one, two).findings.introduced).toEqual([]);
    expect(compareTexts(two, one).findings.resolved).toEqual([]);
  });

  it('but tells of one that lost its limit', () => {
    const limited = page(`${like.slice(0, -1)}, only with your consent.`);
    const free = page(like);
    const { findings, clauses } = compareTexts(limited, free);
    expect(findings.introduced.length + clauses.changed.length).toBeGreaterThan(0);
  });
});
