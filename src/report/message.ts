import type { Hit } from '../analyze/index.js';

const LONGEST_QUOTE = 90;
const PLACEHOLDER = /\{([a-z]+)\}/g;

/** What a finding says: the quoted words, then the rule's fragment with `{slot}` replaced by the slot's words or name. */
export function messageOf({ rule, quote, slots }: Hit): string {
  const fragment = rule.message.replace(PLACEHOLDER, (_, name: string) => {
    const values = slots[name as keyof typeof slots];
    return values?.[0] ? shorten(values[0].text) : name;
  });
  return quote === '' ? fragment : `"${shorten(quote)}" ${fragment}`;
}

/** Cuts a long text in the middle, at spaces, so that both ends can be recognized. */
export function shorten(text: string, longest = LONGEST_QUOTE): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, Math.ceil(longest * 0.6)).replace(/\s+\S*$/u, '');
  const tail = text.slice(-Math.floor(longest * 0.3)).replace(/^\S*\s+/u, '');
  // A text without spaces is cut where it may be the middle of a pair.
  return `${head.replace(/[\ud800-\udbff]$/, '')} … ${tail.replace(/^[\udc00-\udfff]/, '')}`;
}
