import { describe, expect, it } from 'vitest';
import type { ClauseFrame } from '../../src/clause/index.js';
import { clausesOf } from '../support/clauses.js';

const framesOf = (text: string, action: ClauseFrame['action']): readonly ClauseFrame[] =>
  clausesOf(text).filter((frame) => frame.action === action);
const classesOf = (text: string, action: ClauseFrame['action'], slot: keyof ClauseFrame['slots']) =>
  framesOf(text, action).flatMap((frame) => (frame.slots[slot] ?? []).map((value) => value.class));

describe('agreement read into an act', () => {
  it.each([
    'By setting up the hub you accept our collection of data.',
    'Logging in to the portal constitutes acceptance of this notice.',
    'Keeping an account signals that you accept the terms.',
    'Browsing the catalogue counts as your agreement that data is combined.',
    'Any order shows that you accept this page.',
  ])('%s', (text) => {
    expect(classesOf(text, 'consent', 'control')).toContain('control.by-use');
  });

  it.each([
    'Logging in to the portal shows you your orders.',
    'Keeping your password safe is up to you.',
    'By logging in you can see what we hold.',
  ])('none: %s', (text) => {
    expect(framesOf(text, 'consent')).toEqual([]);
  });
});

describe('no way but to stay away', () => {
  it.each([
    'Whoever prefers not to be filmed has no choice but to leave the shop.',
    'Members who do not want their posts to be read should refrain from posting anything.',
    'There is no alternative but to close the account.',
  ])('%s', (text) => {
    expect(classesOf(text, 'consent', 'control')).toContain('control.take-it-or-leave-it');
  });

  it('is not said of a wish that is met', () => {
    expect(framesOf('Members who do not want their posts to be read can hide them.', 'consent')).toEqual([]);
  });
});

describe('what data is used for', () => {
  it.each([
    ['Your photos train our image model.', 'purpose.ai-training'],
    ['We follow how visitors move and score their interest.', 'purpose.profiling'],
    ['Your posts serve the growth of our service and general purposes.', 'purpose.vague'],
    ['We work with your data for such further purposes as come up.', 'purpose.vague'],
  ])('%s', (text, purpose) => {
    expect(classesOf(text, 'use', 'purpose')).toContain(purpose);
  });

  it.each([
    'We train our staff.',
    'We follow the law.',
    'We work with schools.',
    'We serve the whole region.',
  ])('no use: %s', (text) => {
    expect(framesOf(text, 'use')).toEqual([]);
  });

  it('is read from a table without recipients only', () => {
    const own = '| Data | Purpose |\n| --- | --- |\n| your e-mail address | general purposes |';
    const given =
      '| Recipient | Data | Purpose |\n| --- | --- | --- |\n| other companies | your e-mail address | various |';
    expect(classesOf(own, 'use', 'purpose')).toEqual(['purpose.vague']);
    expect(framesOf(given, 'use')).toEqual([]);
    expect(classesOf(given, 'share', 'purpose')).toEqual(['purpose.vague']);
  });
});

describe('who gives data to whom', () => {
  it.each([
    ['We do, however, make your data available to other companies.', 'share affirmed'],
    ['We let chosen partners have your e-mail address.', 'share affirmed'],
    ['A partner may also be given information we hold.', 'share affirmed'],
    ['Third parties whose wish seems fair to us may obtain your data.', 'share affirmed'],
    ['The company sells no data.', 'sell denied'],
    ['Your data is disclosed to nobody.', 'share denied'],
  ])('%s', (text, expected) => {
    expect(clausesOf(text).map(({ action, polarity }) => `${action} ${polarity}`)).toContain(expected);
  });

  it.each([
    'The page can be read by anyone, and for that no personal data is needed.',
    'If the company is sold, your data goes to the buyer.',
  ])('nobody, or not that: %s', (text) => {
    expect(
      [...framesOf(text, 'sell'), ...framesOf(text, 'share')].filter((f) => f.polarity === 'affirmed'),
    ).toEqual([]);
  });
});

describe('choices by what they are about', () => {
  it('names a button', () => {
    const [choice] = framesOf('You end this with *Stop sharing* at the top.', 'choose');
    expect(choice?.slots.control?.some(({ specific }) => specific)).toBe(true);
  });

  it.each([
    ['You may refuse this.', 'control.near'],
    ['You can keep your records out of all of this.', 'control.near'],
    ['You may object to the processing of your data.', 'control.general'],
  ])('%s', (text, control) => {
    expect(classesOf(text, 'choose', 'control')).toContain(control);
  });

  it('is none that only ends a period', () => {
    expect(framesOf('We keep it until you close the account or withdraw your consent.', 'choose')).toEqual(
      [],
    );
  });
});
