import type { Hit } from '../analyze/index.js';
import { english, named, type Words } from '../locale/index.js';
import type { Finding } from './schema.js';
import { shorten } from './shorten.js';

/** What a finding says: the quoted words, then the rule's fragment with `{slot}` replaced by the slot's words or name. */
export function messageOf({ rule, quote, slots }: Hit): string {
  const fragment = filled(rule.message, { slots });
  return quote === '' ? fragment : english.words.said(shorten(quote), fragment);
}

const PLACEHOLDER = /\{([a-z]+)\}/g;

/** The fragment of a rule with `{slot}` replaced by the slot's words or name. */
export function filled(
  fragment: string,
  { slots }: { readonly slots: Readonly<Partial<Record<string, readonly { readonly text: string }[]>>> },
  words: Words = english.words,
): string {
  return fragment.replace(PLACEHOLDER, (_, name: string) => {
    const [value] = named(slots, name) ?? [];
    return value ? shorten(value.text) : words.slot(name);
  });
}

/** What a finding says beside the words it quotes, which begin its message. */
export function bareMessage(
  { message, quote }: Pick<Finding, 'message' | 'quote'>,
  ...told: readonly Words[]
): string {
  const heads = [...told, english.words].map(({ said }) => said(shorten(quote), ''));
  const head = heads.find((one) => message.startsWith(one)) ?? '';
  return message.slice(head.length);
}
