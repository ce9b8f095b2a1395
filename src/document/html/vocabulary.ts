/**
 * Beginnings of English words that tell a policy's prose from a page's other prose. They only choose what to read: what a
 * clause says is judged elsewhere.
 */
const STRONG =
  'privacy|personal|confidential|identif|collect|disclos|cookie|consent|opt(?:ing|ed)?[- ](?:out|in)|third[- ]part|gdpr|' +
  'data|web beacon|safe harbor|retain|retention|encrypt|anonymous|aggregate|advertis|unsubscri|information';
const WEAK =
  'shar|use|using|access|secur|track|stor|transfer|delet|right|polic|notice|statement|subscri|e-?mail|register|registration|account|' +
  'browser|part(?:y|ies)|child|parent|age|visit|submit|provide|request|contact|updat|process|controller|law|affiliate|vendor|' +
  'service|site|web|choice|choose|protect|correct|change';
/** What other documents of a site speak of. */
const FOREIGN =
  'indemnif|warrant|liabilit|liable|copyright|trademark|infring|licen[sc]e|arbitrat|jurisdiction|damages|refund|' +
  'shipping|merchantab|intellectual property|governing law|severab|terminat|user content|disclaim|' +
  'unlawful|obscene|defamatory|hold harmless|negligen';

const counter = (words: string): ((text: string) => number) => {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})`, 'giu');
  return (text) => text.match(pattern)?.length ?? 0;
};
const strong = counter(STRONG);
const weak = counter(WEAK);

/** How many words of a text a privacy policy would use; the weak ones count a third. */
export function policyWords(text: string): number {
  return strong(text) + weak(text) / 3;
}

/** How many words of a text are those of terms of use and the like. */
export const foreignWords = counter(FOREIGN);

/** How many words of a text are English function words: about a third of English prose, few of any other. */
export const englishWords = counter(
  '(?:the|of|and|to|we|you|your|our|or|in|is|that|for|by|with|may|not)(?![\\p{L}\\p{N}])',
);
const PRIVACY_TITLE =
  /privacy|cookie|data (?:protection|use)|your information|datenschutz|confidentialité|privacidad|隐私|隱私|個人情報|개인정보/iu;
const OTHER_TITLE =
  /\b(?:terms|conditions) (?:and (?:terms|conditions)|of (?:use|service|sale))|\b(?:user|visitor|subscriber|license|end user) (?:agreement|license)/i;

/** What a title says the text under it is. */
export function titleKind(text: string): 'policy' | 'other' | undefined {
  if (PRIVACY_TITLE.test(text)) return 'policy';
  return OTHER_TITLE.test(text) ? 'other' : undefined;
}
