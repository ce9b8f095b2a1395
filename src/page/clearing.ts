import type { Evidence } from '../ruleset/index.js';

/** From the nearest place to the farthest. */
export const WHERE: Readonly<Record<Evidence['within'], string>> = {
  clause: 'the same clause',
  sentence: 'the same sentence',
  block: 'the same paragraph, item or table row',
  'lead-in': 'the sentence that introduces it',
  list: 'the list that it introduces',
  section: 'the same section',
  document: 'any part of the policy',
};

/**
 * Where the policy could answer a finding itself, for people who know neither rules nor lexicons; undefined if nothing would. What the
 * words must be is told by the rule's page.
 */
export function clearingInWords(evidence: readonly Evidence[]): string | undefined {
  const places = (of: (one: Evidence) => boolean): string[] =>
    Object.entries(WHERE).flatMap(([within, name]) =>
      evidence.some((one) => one.within === within && of(one)) ? [name] : [],
    );
  const words = places(({ link }) => !link);
  const links = places(({ link }) => link !== undefined);
  const parts = [
    ...(words.length > 0 ? [`words that answer it in ${orList(words)}`] : []),
    ...(links.length > 0 ? [`a link to the answer in ${orList(links)}`] : []),
  ];
  return parts.length > 0 ? parts.join('; or ') : undefined;
}

export function orList(all: readonly string[]): string {
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}
