// What the first version has to reach on the development sets. Rows without a bar are shown for tuning.
const QUESTIONS = [
  'recipients',
  'sharing-purpose',
  'sale-or-ad-sharing',
  'storage-location',
  'cross-border-transfer',
  'transfer-safeguards',
  'marketing-opt-out',
  'ads-or-sale-opt-out',
  'tracking-control',
  'stop-collection',
  'deletion',
  'retention',
  'encryption',
  'audit',
  'change-notice',
];

export const BARS = {
  gold: {
    'profile accuracy': { least: 0.88 },
    ...Object.fromEntries(QUESTIONS.map((key) => [`profile ${key} accuracy`, { least: 0.7 }])),
    'flags F1': { least: 0.75 },
    'flags precision': { least: 0.75 },
    'xiaomi-global-2018 categories': { least: 1 },
    'xiaomi-global-2019 categories': { least: 1 },
    'xiaomi-mi-account-2022 categories': { least: 1 },
  },
  opp115: {
    'thirdParty F1': { least: 0.78 },
    'thirdPartyVague F1': { least: 0.58 },
    'optOut F1': { least: 0.7 },
    'retentionVague F1': { least: 0.5 },
    'policyChange F1': { least: 0.75 },
    'accessDelete F1': { least: 0.7 },
    'security F1': { least: 0.68 },
    'doNotTrack F1': { least: 0.9 },
    'firstParty F1': { least: 0.76 },
  },
  gdpr200: { 'transfer F1': { least: 0.8 }, 'retention F1': { least: 0.7 } },
  capp130: {
    'thirdPartySharing F1': { least: 0.72 },
    'editControl F1': { least: 0.7 },
    'retention F1': { least: 0.65 },
  },
  html115: {
    'recall in order, 10th percentile': { least: 0.97 },
    'precision in order, 10th percentile': { least: 0.8 },
    'pages with F1 under 0.9': { most: 6 },
  },
};
