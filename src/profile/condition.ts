import type { Condition, ProfileKey } from '../ruleset/index.js';

/** What conditions ask about a document. */
export interface Evidence {
  /** The sentences that show a sign. */
  sentencesOf(sign: string): ReadonlySet<string> | ReadonlyMap<string, unknown>;
  /** The answer to a question before. */
  answerTo(key: ProfileKey): string | undefined;
}

/** Whether all parts of a condition hold. */
export function holds(condition: Condition, evidence: Evidence): boolean {
  const { some, none, every, count, share, answered, any, all } = condition;
  const shows = (sign: string): boolean => evidence.sentencesOf(sign).size > 0;
  if (some && !some.some(shows)) return false;
  if (none?.some(shows)) return false;
  if (every && !every.every(shows)) return false;
  if (count && sentences(count.of, evidence).size < count.atLeast) return false;
  if (share && !isShare(share, evidence)) return false;
  if (answered && !isAnswered(answered, evidence)) return false;
  if (any && !any.some((one) => holds(one, evidence))) return false;
  return !all || all.every((one) => holds(one, evidence));
}

function isShare({ of, among, atLeast }: NonNullable<Condition['share']>, evidence: Evidence): boolean {
  const all = sentences(among, evidence);
  const part = [...sentences(of, evidence)].filter((sentence) => all.has(sentence));
  return all.size > 0 && part.length >= all.size * atLeast;
}

function isAnswered(asked: NonNullable<Condition['answered']>, { answerTo }: Evidence): boolean {
  return Object.entries(asked).every(([key, answers]) => answers.includes(answerTo(key as ProfileKey) ?? ''));
}

/** The sentences that show any of some signs. */
function sentences(signs: readonly string[], { sentencesOf }: Evidence): ReadonlySet<string> {
  return new Set(signs.flatMap((sign) => [...sentencesOf(sign).keys()]));
}

/** The signs that a condition asks for, and not those it forbids. */
export function signsFor({ some, every, count, share, any, all }: Condition): readonly string[] {
  const inner = [...(any ?? []), ...(all ?? [])].flatMap(signsFor);
  return [
    ...new Set([...(some ?? []), ...(every ?? []), ...(count?.of ?? []), ...(share?.of ?? []), ...inner]),
  ];
}
