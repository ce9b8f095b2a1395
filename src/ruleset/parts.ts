import type { ContradictionParts } from './contradiction.js';
import type { DataPath } from './origin.js';
import type { Evidence, FrameTest, LexiconFile, Rule, SentenceTest } from './schema.js';

/** A rule without its examples: all that judging needs. */
export type RuleData = Omit<Rule, 'examples'> & Partial<ContradictionParts>;

/** A phrase or class name and where it stands in its rule or lexicon. */
export interface Part {
  readonly at: DataPath;
  readonly text: string;
}

/** All phrases of a rule, in order. */
export function phrasesOfRule(rule: RuleData): Part[] {
  return [
    ...testsOfRule(rule).flatMap(({ at, test }) => phrasesOfTest(test, at)),
    ...rule.clearedBy.flatMap((evidence, i) => [
      ...partsOf(evidence.says, ['clearedBy', i, 'says']),
      ...partsOf(evidence.link, ['clearedBy', i, 'link']),
    ]),
    ...partsOf(rule.unless, ['unless']),
  ];
}

/** All classes that a rule asks its slots for. */
export function classesOfRule(rule: RuleData): Part[] {
  return [
    ...testsOfRule(rule).flatMap(({ at, test }) =>
      'classes' in test ? partsOf(test.classes, [...at, 'classes']) : classesOfTest(test, at),
    ),
    ...partsOf(rule.density?.classes, ['density', 'classes']),
    ...partsOf(rule.density?.except, ['density', 'except']),
  ];
}

export function phrasesOfTest(test: FrameTest | SentenceTest, at: DataPath): Part[] {
  return [...partsOf(test.says, [...at, 'says']), ...partsOf(test.lacks, [...at, 'lacks'])];
}

export function classesOfTest({ slots = {} }: FrameTest, at: DataPath): Part[] {
  return Object.entries(slots).flatMap(([slot, { some, none, only, first }]) => [
    ...partsOf(some, [...at, 'slots', slot, 'some']),
    ...partsOf(none, [...at, 'slots', slot, 'none']),
    ...partsOf(only, [...at, 'slots', slot, 'only']),
    ...partsOf(first, [...at, 'slots', slot, 'first']),
  ]);
}

export function phrasesOfLexicon(lexicon: LexiconFile): (Part & { class: string; specific: boolean })[] {
  return Object.entries(lexicon.classes).flatMap(([name, { phrases, specific }]) =>
    partsOf(phrases, ['classes', name, 'phrases']).map((part) => ({ ...part, class: name, specific })),
  );
}

function testsOfRule(rule: RuleData): { at: DataPath; test: FrameTest | SentenceTest }[] {
  const ofEvidence = (evidence: Evidence, i: number) => [
    ...(evidence.frame ? [{ at: ['clearedBy', i, 'frame'], test: evidence.frame }] : []),
    ...(evidence.for ? [{ at: ['clearedBy', i, 'for'], test: evidence.for }] : []),
  ];
  return [
    ...rule.given.map((test, i) => ({ at: ['given', i], test })),
    ...rule.stated.map((test, i) => ({ at: ['stated', i], test })),
    ...(rule.claim ?? []).map((test, i) => ({ at: ['claim', i], test })),
    ...(rule.against ?? []).map((test, i) => ({ at: ['against', i], test })),
    ...rule.clearedBy.flatMap(ofEvidence),
  ];
}

export function partsOf(texts: readonly string[] | undefined, at: DataPath): Part[] {
  return (texts ?? []).map((text, i) => ({ at: [...at, i], text }));
}
