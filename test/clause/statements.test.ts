import { describe, expect, it } from 'vitest';
import { type ClauseFrame, extractClauses, parsePolicy } from '../../src/index.js';

const framesOf = (text: string, action: ClauseFrame['action']): readonly ClauseFrame[] =>
  extractClauses(parsePolicy({ text, format: 'markdown' })).filter((frame) => frame.action === action);

const controlsOf = (text: string, action: ClauseFrame['action']): readonly string[] =>
  framesOf(text, action).flatMap((frame) => (frame.slots.control ?? []).map((value) => value.class));

describe('choices', () => {
  it.each([
    ['You may opt out of promotional messages.', 'control.opt-out'],
    ['If you no longer wish to receive our newsletter, please write to us.', 'control.opt-out'],
    ['You can ask us not to share your profile with advertisers.', 'control.opt-out'],
    ['Subscribers can unsubscribe at any time.', 'control.opt-out'],
    [
      'Most browsers can be set to reject cookies, and you can delete cookies that were stored.',
      'control.settings',
    ],
    ['You can change your notification settings.', 'control.settings'],
    ['You may withdraw your consent at any time.', 'control.withdraw'],
    ['We track your position only if you opt in.', 'control.opt-in'],
  ])('offers one: %s', (text, control) => {
    expect(controlsOf(text, 'choose')).toContain(control);
  });

  it.each([
    'You cannot opt out of notices about security.',
    'If you opted out before, this opt-out does not cover the new service.',
    'We restrict our use of the data to billing.',
    'Our analysts control the display of ads.',
    'How can I opt out?',
    'Data is stored until you withdraw your consent.',
  ])('offers none: %s', (text) => {
    expect(framesOf(text, 'choose')).toEqual([]);
  });

  it.each([
    ['You may opt out of e-mail offers through the link in each of them.', true],
    ['You may opt out of e-mail offers at offers@shop.example.', true],
    ['You may opt out of e-mail offers on [this page](https://shop.example/out).', true],
    ['To opt out of e-mail offers, call 1800 555 0199.', true],
    ['You have the right to opt out of e-mail offers.', false],
  ])('has a means or not: %s', (text, expected) => {
    expect(controlsOf(text, 'choose').includes('control.means')).toBe(expected);
  });
});

describe('rights over one’s data', () => {
  it.each([
    'You may review and correct your account information at any time.',
    'Parents can request that we delete the personal information of their child.',
    'We let you update your profile.',
    'To delete your account, please write to help@shop.example.',
    'You have the right to have your personal data erased or to request deletion of your data.',
    'On the settings page, you have the opportunity to access your personal information.',
  ])('are granted: %s', (text) => {
    expect(framesOf(text, 'grant-right')).not.toEqual([]);
  });

  it.each([
    'We may access your account in order to repair it.',
    'Our staff update the records of the warehouse every night.',
    'When you access your account, we record the time.',
    'You may change your browser so that it deletes cookies.',
    'We reserve the right to remove your content.',
  ])('are not: %s', (text) => {
    expect(framesOf(text, 'grant-right')).toEqual([]);
  });
});

describe('protection', () => {
  it.each([
    'We use technical and organizational measures to keep your data safe.',
    'All traffic is encrypted.',
    'We take reasonable steps to protect your personal information.',
    'Access to your data is restricted to employees who need to know it.',
    'No transmission over the internet is 100% safe.',
    'If the confidentiality of your data has been compromised, we will tell you.',
  ])('is spoken of: %s', (text) => {
    expect(framesOf(text, 'protect')).not.toEqual([]);
  });

  it.each([
    'We care about your privacy.',
    'We disclose data in order to protect our rights and property.',
    'You should keep your password secret and protect your account.',
    'Beacons and similar technologies measure how well a campaign works.',
  ])('is not: %s', (text) => {
    expect(framesOf(text, 'protect')).toEqual([]);
  });
});

describe('changes to the policy', () => {
  it.each([
    ['We may change this policy at any time.', 'control.notice.silent'],
    ['Please check this page regularly for changes to our privacy policy.', 'control.notice.check-back'],
    [
      'We will tell you of changes to this notice by posting them on our website.',
      'control.notice.post-only',
    ],
    ['Should this policy change in substance, we will notify you by e-mail.', 'control.notice.active'],
    ['We will notify you before changes to this policy take effect.', 'control.notice.active'],
    [
      'Material changes to this policy are announced by a prominent notice on our website.',
      'control.notice.active',
    ],
    ['This notice may be revised. When it is, we will let you know in the app.', 'control.notice.active'],
  ])('say how one learns of them: %s', (text, notice) => {
    expect(controlsOf(text, 'change-policy')).toContain(notice);
  });

  it.each([
    'You may change your profile at any time.',
    'This policy was last updated on 3 March 2025.',
    'If our company is sold, we will notify you by e-mail of the change in ownership.',
    'Changes to this policy',
    'We regularly review our compliance with this policy.',
  ])('are not meant: %s', (text) => {
    expect(framesOf(text, 'change-policy')).toEqual([]);
  });
});

describe('agreement by use', () => {
  it.each([
    'By using the service, you consent to the processing of your data.',
    'Your continued use of the app after a change constitutes acceptance of the new policy.',
    'If you access the site after a change, we will assume that you agree to the change.',
    'You hereby authorize us to use your information.',
    'Everyone who uses the service agrees to these terms.',
  ])('is inferred: %s', (text) => {
    expect(controlsOf(text, 'consent')).toContain('control.by-use');
  });

  it.each([
    'By ticking the box, you agree to the use of your address for the newsletter.',
    'By visiting our stand, you can win a phone.',
    'Using the site does not mean that you consent to advertising.',
    'We never lend our lists of customers to others unless you authorize it.',
    'We use the location that you authorize us to see.',
    'We rely on the consent you expressly give to us for the use of your data.',
    'By using the app you agree to behave well in the chat.',
  ])('is not: %s', (text) => {
    expect(controlsOf(text, 'consent')).not.toContain('control.by-use');
  });
});

describe('take it or leave it', () => {
  it.each([
    'If you do not agree with this policy, do not use our website.',
    'If you object to these practices, please stop using the app.',
    'If you do not provide your data, we will not be able to provide our services.',
    'You may refuse to give your data, but then you cannot use the app.',
    'Withdrawing your consent will close your account.',
    'You must not use the site unless you accept this policy.',
  ])('is said: %s', (text) => {
    expect(controlsOf(text, 'consent')).toContain('control.take-it-or-leave-it');
  });

  it.each([
    'If you block cookies, you may not be able to use some features of the site.',
    'Without your address we will not be able to deliver the requested goods.',
    'If you are under 13, please do not use the service.',
    'If you do not want the newsletter, you can still use the app.',
    'What happens if you want to stop using the app?',
  ])('is not: %s', (text) => {
    expect(controlsOf(text, 'consent')).not.toContain('control.take-it-or-leave-it');
  });
});

describe('signals', () => {
  it('are spoken of in a sentence, not in a title', () => {
    expect(framesOf('We do not respond to Do Not Track signals.', 'honor-signal')).not.toEqual([]);
    expect(framesOf('Cookies and Do Not Track', 'honor-signal')).toEqual([]);
  });
});
