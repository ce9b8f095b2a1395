import type { Clauses } from '../clause/index.js';
import type { PolicyDocument } from '../document/index.js';
import type { Span } from '../source/index.js';
import { agesIn } from './ages.js';
import { periodsIn } from './periods.js';

/** What a fact is about: the second part of its class ("concept.place.india"), or how it was found. */
export const KINDS = [
  'recipient',
  'party',
  'place',
  'period',
  'age',
  'right',
  'choice',
  'consent',
  'data',
  'purpose',
  'safeguard',
  'feature',
  'topic',
  'contact',
] as const;
export type Kind = (typeof KINDS)[number];

/** Something that words of a policy name, with a key that is the same in every language. */
export interface Fact {
  readonly kind: Kind;
  /** "india", "30 days", an age in years, an address for mail. */
  readonly name: string;
  readonly text: string;
  readonly block: number;
  /** In the block's text. */
  readonly span: Span;
}

export function keyOf({ kind, name }: Fact): string {
  return `${kind}.${name}`;
}

const MAIL = /[\w+][\w.+-]{0,63}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}/g;

/** What the blocks of a policy name, by block, in the order of the text. */
export function factsOf({ blocks }: PolicyDocument, { readings }: Clauses): readonly (readonly Fact[])[] {
  return blocks.map(({ index, text }) => {
    const facts: Fact[] = [];
    const add = (kind: Kind, name: string, start: number, end: number): void =>
      void facts.push({ kind, name, text: text.slice(start, end), block: index, span: { start, end } });
    for (const { tokens, matches } of readings[index] ?? []) {
      for (const { class: name, start, end } of matches) {
        const [, kind, concept] = /^concept\.([a-z]+)\.(.+)$/.exec(name) ?? [];
        if (kind === undefined || concept === undefined) continue;
        add(kind as Kind, concept, tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? 0);
      }
    }
    const ages = agesIn(text);
    for (const { years, start, end } of ages) add('age', `${years}`, start, end);
    for (const { key, start, end } of periodsIn(text))
      if (!ages.some((age) => age.start < end && start < age.end)) add('period', key, start, end);
    for (const match of text.matchAll(MAIL))
      add('contact', match[0].toLowerCase(), match.index, match.index + match[0].length);
    return facts.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  });
}
