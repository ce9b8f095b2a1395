import type { Hit } from '../analyze/index.js';

const LONGEST_QUOTE = 90;
const PLACEHOLDER = /\{([a-z]+)\}/g;

/** What a finding says: the quoted words, then the rule's fragment with `{slot}` replaced by the slot's words. */
export function messageOf({ rule, quote, slots }: Hit): string {
  const fragment = rule.message.replace(PLACEHOLDER, (whole, name: string) => {
    const values = slots[name as keyof typeof slots];
    return values?.[0] ? shorten(values[0].text) : whole;
  });
  return quote === '' ? fragment : `"${shorten(quote)}" ${fragment}`;
}

/** Cuts a long text in the middle, at spaces, so that both ends can be recognized. */
export function shorten(text: string, longest = LONGEST_QUOTE): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, Math.ceil(longest * 0.6)).replace(/\s+\S*$/u, '');
  const tail = text.slice(-Math.floor(longest * 0.3)).replace(/^\S*\s+/u, '');
  return `${dropBrokenPair(head)} … ${tail}`;
}

function dropBrokenPair(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}
