/** The questions that a profile answers of a whole policy, each with its possible answers. */
export const PROFILE_ANSWERS = {
  recipients: ['named', 'partly-named', 'categories', 'generic', 'denied', 'silent'],
  'sharing-purpose': ['stated', 'partly', 'vague', 'silent'],
  'sale-or-ad-sharing': ['disclosed', 'denied', 'silent'],
  'storage-location': ['specified', 'unspecified', 'silent'],
  'cross-border-transfer': ['destinations-named', 'destinations-unspecified', 'denied', 'silent'],
  'transfer-safeguards': ['specific', 'generic', 'consent-only', 'silent', 'not-applicable'],
  'marketing-opt-out': ['mechanism', 'mentioned', 'none', 'not-applicable'],
  'ads-or-sale-opt-out': ['mechanism', 'mentioned', 'none', 'not-applicable'],
  'tracking-control': ['mechanism', 'browser-only', 'mentioned', 'none', 'not-applicable'],
  'stop-collection': ['mechanism', 'mentioned', 'only-stop-using', 'none'],
  deletion: ['mechanism', 'mentioned', 'none'],
  retention: ['period', 'criteria', 'vague', 'silent'],
  encryption: ['stated', 'generic', 'silent'],
  audit: ['stated', 'silent'],
  'change-notice': ['active', 'post-only', 'silent'],
} as const;

export type ProfileKey = keyof typeof PROFILE_ANSWERS;
export type ProfileAnswer<K extends ProfileKey = ProfileKey> = (typeof PROFILE_ANSWERS)[K][number];

export const PROFILE_KEYS = Object.keys(PROFILE_ANSWERS) as readonly ProfileKey[];
