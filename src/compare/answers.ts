/**
 * The answers of the profile, from better to worse for people; those of one group weigh the same. Answers that are not listed say
 * that a question does not arise: a change from or to them is neither better nor worse.
 */
export const ANSWERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  recipients: [['denied', 'named'], ['partly-named'], ['categories'], ['generic', 'silent']],
  'sharing-purpose': [['stated'], ['partly'], ['vague', 'silent']],
  'sale-or-ad-sharing': [['denied'], ['silent'], ['disclosed']],
  'storage-location': [['specified'], ['unspecified', 'silent']],
  'cross-border-transfer': [['denied'], ['destinations-named'], ['destinations-unspecified']],
  'transfer-safeguards': [['specific'], ['generic'], ['consent-only', 'silent']],
  'marketing-opt-out': [['mechanism'], ['mentioned'], ['none']],
  'ads-or-sale-opt-out': [['mechanism'], ['mentioned'], ['none']],
  'tracking-control': [['mechanism'], ['browser-only'], ['mentioned'], ['none']],
  'stop-collection': [['mechanism'], ['mentioned'], ['none'], ['only-stop-using']],
  deletion: [['mechanism'], ['mentioned'], ['none']],
  retention: [['period'], ['criteria'], ['vague', 'silent']],
  encryption: [['stated'], ['generic'], ['silent']],
  audit: [['stated'], ['silent']],
  'change-notice': [['active'], ['post-only'], ['silent']],
};
