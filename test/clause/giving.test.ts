import { describe, expect, it } from 'vitest';
import type { ClauseFrame } from '../../src/clause/index.js';
import { clausesOf } from '../support/clauses.js';

const sharing = (text: string): readonly ClauseFrame[] =>
  clausesOf(text).filter(({ action }) => action === 'share');
const actors = (text: string) => sharing(text).map(({ slots }) => slots.actor?.[0]?.class);
const polarities = (text: string) => sharing(text).map(({ polarity }) => polarity);
const recipients = (text: string) =>
  sharing(text).flatMap(({ slots }) => (slots.recipient ?? []).map((value) => value.text));
const purposes = (text: string) =>
  clausesOf(text).flatMap(({ slots }) => (slots.purpose ?? []).map(({ class: name }) => name));

describe('who lets data out', () => {
  it.each([
    ['We and our partners share your address with banks.', 'actor.controller'],
    ['Our vendors can see your address.', 'actor.recipient'],
    ['Banks receive your address from us.', 'actor.recipient'],
    ['Anyone can see your profile.', 'actor.third-party'],
    ['Advertisers may set cookies.', 'actor.third-party'],
    ['All data we hold on you may be disclosed to banks.', undefined],
  ])('%s', (text, actor) => {
    expect(actors(text)).toContain(actor);
  });

  it('takes who acts in an item from its lead-in', () => {
    const items = sharing('We share with our dealers:\n\n- your name;\n- anything about you.\n');
    expect(items.map(({ slots }) => slots.actor?.[0]?.text)).not.toContain('you');
  });
});

describe('whether it is done', () => {
  it.each([
    ['We share your address with banks with your consent.', 'conditional'],
    ['We share your address with banks for any purpose or with your consent.', 'affirmed'],
    ['With your consent, we call you; we share your address with banks.', 'affirmed'],
    ['If you choose to take part in a draw, we share your address with banks.', 'affirmed'],
    ['If you choose to share it, we pass your address to banks.', 'conditional'],
    ['We share your address with banks with your consent or where the law lets us.', 'affirmed'],
    ['We do not allow advertisers to collect your address.', 'denied'],
  ])('%s', (text, polarity) => {
    expect(polarities(text)).toContain(polarity);
  });

  it('tells people from figures that stand beside them', () => {
    const data = (text: string) =>
      sharing(text).flatMap(({ slots }) => (slots.data ?? []).map((one) => one.class));
    expect(data('We share aggregate statistics and your email address with banks.')).toContain(
      'data.contact',
    );
    expect(data('We share aggregate statistics about email addresses with banks.')).not.toContain(
      'data.contact',
    );
  });

  it('lets "but not limited to" break nothing off', () => {
    expect(recipients('We share data, including but not limited to your age, with banks.')).toContain(
      'banks',
    );
  });
});

describe('who is spoken of and gets nothing', () => {
  it.each([
    ['whose products they are', 'We share your address with couriers of goods provided by third parties.'],
    ['whom it protects', 'We share your address with couriers to protect our users or others.'],
  ])('%s', (_what, text) => {
    expect(recipients(text)).toEqual(['couriers']);
  });
});

it('sees nothing given to others in what the reader gets', () => {
  expect(sharing('From your address we provide you with offers of our partners.')).toEqual([]);
});

describe('empty purposes', () => {
  it('takes the purpose of processing for use, and hands it on to a list', () => {
    const text =
      'The purpose of processing personal data is the following:\n\n- internal purposes;\n- billing.\n';
    const uses = clausesOf(text).filter(({ action, leadIn }) => action === 'use' && leadIn !== undefined);
    expect(uses.map(({ slots }) => slots.purpose?.[0]?.class)).toContain('purpose.vague');
  });

  it.each([
    ['We use your data for other purposes.', 'purpose.vague'],
    ['We use your data for whatever reason we think fit.', 'purpose.open'],
    ['We use your data to pursue other business interests.', 'purpose.vague'],
    ['We use your data for purposes including but not limited to billing.', 'purpose.open'],
  ])('%s', (text, expected) => {
    expect(purposes(text)).toContain(expected);
  });

  it('sees no purpose in a recipient, nor in what there is none of', () => {
    expect(purposes('We pass your address to group companies from time to time.')).toEqual([]);
    expect(purposes('We use your data without any advertising.')).toEqual([]);
  });

  it('keeps what is left to the recipient beside the sharing', () => {
    const text =
      'When we share your data with dealers, the data is handled under their own privacy policies.';
    expect(purposes(text)).toContain('purpose.handed-over');
  });
});
