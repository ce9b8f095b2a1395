import type { PolicyDocument } from '../document/index.js';
import { gateWords } from './gate-words.js';

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

const HAN = /\p{Script=Han}/u;
const WORDS = /[\p{L}\p{N}]+/gu;
const WORDS_AND_HAN = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** The words a reader sees, lower-cased, in order; each Chinese character counts as one. */
export function wordsOf({ blocks }: PolicyDocument): readonly string[] {
  return blocks.flatMap(({ text }) => text.toLowerCase().match(HAN.test(text) ? WORDS_AND_HAN : WORDS) ?? []);
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
const SCRIPT =
  /<(?:script|noscript)\b|(?:\b(?:enable|requires?|turn on)|启用|開啟|开启|啟用)\s*javascript\b/i;

/** A page that a script was to fill: next to no words, and a script or a call to switch scripts on. */
function isShell({ source }: PolicyDocument, words: readonly string[]): boolean {
  return words.length < FEWEST_WORDS && SCRIPT.test(source.text);
}

/** Of a thousand words. */
const LEAST_ABOUT_DATA = 4;

/** Few words about personal data, or nothing that is done with it. */
function isNoPolicy({ blocks, language }: PolicyDocument, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = blocks
    .map((block) => block.text)
    .join('\n')
    .toLowerCase();
  const { aboutData, practices } = gateWords(language);
  const about = text.match(aboutData)?.length ?? 0;
  if ((about * 1000) / words.length < LEAST_ABOUT_DATA) return true;
  return !practices.test(text);
}

const CUT =
  /(?:\[(?:truncated|…|\.{3})\]|\b(?:read|show|see) (?:more|full (?:policy|text))\b.{0,3}|…|\.{3})\s*$/i;
const ENDS = /[.!?:;)\]"'”’»*|>。！？：；）】」』》]\s*$/;

/** The last words are running text that breaks off: cut on purpose, after a word that asks for more, or within a sentence. */
function isTruncated({ blocks, language }: PolicyDocument): boolean {
  const last = blocks.at(-1);
  if (!last || blocks.length < 2) return false;
  if (CUT.test(last.text)) return true;
  if (last.kind === 'heading' || ENDS.test(last.text)) return false;
  const { goesOn, breaksOff } = gateWords(language);
  if (goesOn.test(last.text.toLowerCase())) return true;
  return last.kind !== 'cell' && breaksOff(last.text.slice(last.text.search(/[^.!?。！？]*$/)));
}
