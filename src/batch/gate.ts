import type { PolicyDocument } from '../document/index.js';

/** What a policy is said to be, beside its report; nothing of it is a judgement. */
export const GATES = [
  'not-a-policy',
  'truncated',
  'shell-page',
  'unsupported-language',
  'duplicate',
  'near-duplicate',
] as const;
export type Gate = (typeof GATES)[number];

/** Texts that a report would say nothing true about. */
export const SKIPPED: readonly Gate[] = ['not-a-policy', 'shell-page', 'unsupported-language'];

/** The words a reader sees, lower-cased, in order. */
export function wordsOf({ blocks }: PolicyDocument): readonly string[] {
  return blocks.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Looks at one text alone; what repeats another is told by `repeats`. */
export function gatesOf(
  document: PolicyDocument,
  words: readonly string[],
  languages: { readonly known: readonly string[]; readonly declared?: string | undefined },
): Gate[] {
  if (isShell(document, words)) return ['shell-page'];
  const language = languages.declared?.toLowerCase().split(/[-_]/)[0] ?? document.language;
  if (language !== 'und' && !languages.known.includes(language)) return ['unsupported-language'];
  if (isNoPolicy(document, words)) return ['not-a-policy'];
  return isTruncated(document) ? ['truncated'] : [];
}

const FEWEST_WORDS = 60;
const SCRIPT = /<(?:script|noscript)\b|\b(?:enable|requires?|turn on) javascript\b/i;

/** A page that a script was to fill: next to no words, and a script or a call to switch scripts on. */
function isShell({ source }: PolicyDocument, words: readonly string[]): boolean {
  return words.length < FEWEST_WORDS && SCRIPT.test(source.text);
}

/** Words on personal data. Policies have 8 to 40 of them in a thousand words, texts of other kinds 0 to 3. */
const ABOUT_DATA =
  /\b(?:privacy|personal(?:ly)? (?:data|info\w*|identif\w*|details)|(?:your|user|usage|device|contact|location|account) (?:data|info\w*|details)|(?:data|information) (?:about you|we (?:collect|process|receive|use)|protection|subject|controller)|cookies?|gdpr|ccpa|e-?mail address(?:es)?|ip address(?:es)?)\b/g;
/** What is done with data, or against it. */
const PRACTICES =
  /\b(?:collect|gather|receiv|obtain|process|shar(?:e|ing)|disclos|sell|sold|transfer|delet|eras|retain|retention|stor(?:e|ed|es|ing|age)\b|keep|kept|consent|opt[- ](?:out|in)|encrypt|protect)/;
/** Of a thousand words. */
const LEAST_ABOUT_DATA = 4;

/** Few words about personal data, or nothing that is done with it. */
function isNoPolicy({ blocks }: PolicyDocument, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = blocks
    .map((block) => block.text)
    .join('\n')
    .toLowerCase();
  const about = text.match(ABOUT_DATA)?.length ?? 0;
  if ((about * 1000) / words.length < LEAST_ABOUT_DATA) return true;
  return !PRACTICES.test(text);
}

const CUT =
  /(?:\[(?:truncated|…|\.{3})\]|\b(?:read|show|see) (?:more|full (?:policy|text))\b.{0,3}|…|\.{3})\s*$/i;
const ENDS = /[.!?:;)\]"'”’»*|>]\s*$/;
/** Words that a sentence goes on after. */
const GOES_ON =
  /(?:\b(?:a|an|the|and|or|of|to|in|on|at|by|for|from|with|that|which|who|our|your|their|its|this|these|any|such|as|is|are|be|may|will|can|we|if|when|not|other)|,|-)\s*$/;
const FEWEST_LEFT = 6;

/** The last words are running text that breaks off: cut on purpose, after a word that asks for more, or within a sentence. */
function isTruncated({ blocks }: PolicyDocument): boolean {
  const last = blocks.at(-1);
  if (!last || blocks.length < 2) return false;
  if (CUT.test(last.text)) return true;
  if (last.kind === 'heading' || ENDS.test(last.text)) return false;
  if (GOES_ON.test(last.text)) return true;
  const left = last.text
    .slice(last.text.search(/[^.!?]*$/))
    .trim()
    .split(/\s+/);
  // Addresses and links at the end of a page have no full stop either, and hold more names than words.
  const small = left.filter((word) => /^\p{Ll}/u.test(word)).length;
  return (
    last.kind !== 'cell' &&
    left.length >= FEWEST_LEFT &&
    small * 2 >= left.length &&
    /^\p{Ll}/u.test(left.at(-1) ?? '')
  );
}
