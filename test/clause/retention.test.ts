import { describe, expect, it } from 'vitest';
import { clausesOf } from '../support/clauses.js';

const retained = (text: string) => clausesOf(text).filter(({ action }) => action === 'retain');
const periods = (text: string) =>
  retained(text).flatMap(({ slots }) => (slots.period ?? []).map((value) => value.class));

describe('how long data is kept', () => {
  it.each([
    ['We keep your data for as long as necessary.', ['period.vague']],
    ['Your messages are stored for a limited time.', ['period.vague']],
    ['We retain your address as needed to settle disputes.', ['period.vague.purpose']],
    ['The comments you write to us remain on file for the time needed.', ['period.vague']],
    ['Anything else is preserved for a limited period.', ['period.vague']],
    ['We do not keep your address longer than necessary.', ['period.vague.at-most']],
    ['Call records about you are retained for 18 months.', ['period.number']],
    ['We retain your profile information until you close your account.', ['period.event']],
    ['We retain your photos while you have an account with us.', ['period.event']],
    ['When we no longer need your data, we erase it.', ['period.vague']],
    ['We delete your feedback once the survey has been completed.', ['period.event']],
  ])('%s', (text, classes) => {
    expect(periods(text)).toEqual(classes);
  });

  it('lets an event end an open length, and not the other way round', () => {
    expect(periods('We store your photos as long as needed or until you delete them.')).toEqual([
      'period.event',
    ]);
    expect(
      periods('We keep your data while you have an account and then for as long as we need it.'),
    ).toEqual(['period.event', 'period.vague']);
  });

  it.each([
    ['We keep a copy of the earlier version.', 'affirmed'],
    ['We do not store your credit card number.', 'denied'],
    ['We may keep your comments.', 'affirmed'],
  ])('reads keeping without a length: %s', (text, polarity) => {
    expect(retained(text).map((frame) => frame.polarity)).toEqual([polarity]);
  });

  it.each([
    'We keep your information confidential.',
    'We will keep you informed about your data.',
    'We retain the right to use your data.',
    'You should keep your password for a long time.',
    'How long we keep your data?',
    'Persistent cookies remain for 30 days.',
    'The settings are stored on your device for two years.',
    'You may request deletion of your data, and we answer within 30 days.',
    'We may collect, retain and use your information.',
    'We do not collect data of children under 13 years of age.',
    'We process orders within three days.',
    'We preserve your privacy when required by law.',
    'We are under no obligation to store your messages indefinitely.',
  ])('is not told by: %s', (text) => {
    expect(retained(text)).toEqual([]);
  });
});
