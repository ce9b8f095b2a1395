/** Words of ids that are no words. */
const SPELLED: Readonly<Record<string, string>> = { ai: 'AI', ccpa: 'CCPA', sdks: 'SDKs' };

/** A category or the name of a rule as people write it: "third-party" is "Third party". */
export function plainName(id: string): string {
  const words = plainWords(id);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The same within a sentence. */
export function plainWords(id: string): string {
  return id
    .split('-')
    .map((word) => SPELLED[word] ?? word)
    .join(' ');
}
