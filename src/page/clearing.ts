import type { Evidence } from '../ruleset/index.js';
import type { Reader } from './reader.js';

/** From the nearest place to the farthest. */
const WHERE: readonly Evidence['within'][] = [
  'clause',
  'sentence',
  'block',
  'lead-in',
  'list',
  'section',
  'document',
];

/**
 * Where the policy could answer a finding itself, for people who know neither rules nor lexicons; undefined if nothing would. What the
 * words must be is told by the rule's page.
 */
export function clearingInWords(
  evidence: readonly Evidence[],
  { words: { clearing } }: Reader,
): string | undefined {
  const places = (of: (one: Evidence) => boolean): string[] =>
    WHERE.flatMap((within) =>
      evidence.some((one) => one.within === within && of(one)) ? [clearing.within[within]] : [],
    );
  const words = places(({ link }) => !link);
  const links = places(({ link }) => link !== undefined);
  const parts = [
    ...(words.length > 0 ? [clearing.words(words)] : []),
    ...(links.length > 0 ? [clearing.links(links)] : []),
  ];
  return parts.length > 0 ? parts.join(clearing.or) : undefined;
}
