/** Why a text is too much for a parser; `most` is how much it takes. */
const TOO_MUCH = {
  characters: (most: number) => `more than ${most} characters`,
  line: (most: number) => `a line of more than ${most} characters`,
  containers: (most: number) => `more than ${most} nested containers on a line`,
  indent: (most: number) => `lists indented by more than ${most} columns`,
  marks: () => 'very many lines, cells or marks of emphasis, links and code',
  underlines: () => 'very many nested or underlined lines',
  depth: (most: number) => `elements are nested more than ${most} deep`,
  'too-deep': () => 'elements are nested too deep',
  attributes: (most: number) => `an element has more than ${most} attributes`,
  'in-tables': (most: number) => `more than ${most} elements stand in tables but outside of cells`,
  open: () => 'too many elements are left open',
};

export interface TooMuch {
  readonly what: keyof typeof TOO_MUCH;
  readonly most: number;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  de: 'German',
  en: 'English',
  es: 'Spanish',
  fr: 'French',
  it: 'Italian',
  ja: 'Japanese',
  ko: 'Korean',
  nl: 'Dutch',
  pt: 'Portuguese',
  ru: 'Russian',
  zh: 'Chinese',
};

const languageName = (code: string): string => LANGUAGES[code] ?? `language "${code}"`;

/**
 * What reports tell beside what rules say: notes, suppressions that do not count, what stands beside a finding. Reports hold the name of
 * each and its values too, from which other languages make their own.
 */
export const messages = {
  'empty-text': () => 'there is no text to review',
  'empty-page': () => 'the page shows no text',
  'other-terms': () => 'the page shows no privacy policy; only its other terms were read',
  'no-terms': () => 'the page shows no privacy policy; nothing was read',
  'fallback-markdown': ({ what, most }: TooMuch) =>
    `read as plain text, because Markdown with ${TOO_MUCH[what](most)} takes too long to parse`,
  'fallback-html': ({ what, most }: TooMuch) =>
    `read as plain blocks without the page's structure: ${TOO_MUCH[what](most)}`,
  'encoding-guessed': ({ byte, line }: { byte: number; line: number }) =>
    `not valid UTF-8 (byte ${byte}, line ${line}) and no fitting encoding is named: read as Windows-1252`,
  'encoding-broken': ({ byte, line }: { byte: number; line: number }) =>
    `not valid UTF-8 at byte ${byte}, line ${line}: bad bytes are read as U+FFFD`,
  language: ({ language, known }: { language: string; known: string }) =>
    `the policy is in ${languageName(language)}; only ${known.split(' ').map(languageName).join(', ')} can be judged, so nothing was`,
  languages: ({ main, other }: { main: string; other: string }) =>
    `the policy is in ${languageName(main)} and ${languageName(other)}; each part was judged in its own language`,
  'profile-only': () => 'only the profile was asked for; the rules were not applied',
  'findings-limit': ({ shown, all }: { shown: number; all: number }) =>
    `the first ${shown} of ${all} findings are shown; --format json has them all`,
  'same-here': () => 'the same here',
  'words-here': ({ count }: { count: number }) => `${count} such words here`,
  answers: () => 'this answers it',
  'link-answers': () => 'this link answers it',
  'no-directive': ({ written, known }: { written: string; known: string }) =>
    `"${written}" is no directive; use ${known}`,
  'no-day': ({ written }: { written: string }) =>
    `"expires ${written}" names no day; write it as expires 2027-01-31`,
  'rule-unknown': ({ rule }: { rule: string }) =>
    `unknown rule "${rule}"; \`fineprint rules list\` names those there are`,
  'rule-near': ({ rule, near }: { rule: string; near: string }) =>
    `unknown rule "${rule}"; did you mean ${near.split(' ').join(' or ')}?`,
  'rule-category': ({ rule }: { rule: string }) => `unknown rule "${rule}"; write ${rule}/* for the category`,
  'no-reason': ({ name }: { name: string }) =>
    `fineprint-${name} does not count without a reason; write one behind the rules: -- reason`,
  expired: ({ name, day }: { name: string; day: string }) =>
    `fineprint-${name} expired on ${day}; judge the words anew, then remove it or give it another day`,
  'ends-nothing': () => 'fineprint-enable ends nothing; remove it',
  'ends-nothing-of': ({ rules }: { rules: string }) =>
    `fineprint-enable ends nothing for ${rules}; remove it`,
  'suppresses-nothing': ({ name }: { name: string }) => `fineprint-${name} suppresses nothing; remove it`,
  'suppresses-nothing-of': ({ name, rules }: { name: string; rules: string }) =>
    `fineprint-${name} suppresses nothing of ${rules}; remove it`,
  'baseline-gone': ({ rule, quote }: { rule: string; quote: string }) =>
    `baseline: ${rule} "${quote}" is not found any more; prune the baseline`,
  'baseline-fewer': ({ rule, quote }: { rule: string; quote: string }) =>
    `baseline: ${rule} "${quote}" is found in fewer places now; prune the baseline`,
  'baseline-expired': ({ rule, quote, day }: { rule: string; quote: string; day: string }) =>
    `baseline: ${rule} "${quote}" expired on ${day}; judge the words anew`,
};

export type Messages = typeof messages;
