import { visibleText } from '../analyze/index.js';
import type { Clauses } from '../clause/index.js';
import type { PolicyDocument } from '../document/index.js';
import type { CompiledProfile, ProfileKey, RuleSet } from '../ruleset/index.js';
import type { Span } from '../source/index.js';
import { type Evidence, holds, signsFor } from './condition.js';
import { type Sighting, sightingsIn } from './signs.js';
import { watchesOf } from './watch.js';

/** The answer to a question, with the words it rests on. */
export interface Answered {
  readonly key: ProfileKey;
  readonly answer: string;
  /** How good it is for the people concerned, 0 to 1; undefined where the question does not apply. */
  readonly points: number | undefined;
  readonly evidence: readonly { readonly quote: string; readonly span: Span }[];
}

/** More places than these convince nobody further. */
const MOST_EVIDENCE = 3;

const NOWHERE: ReadonlyMap<string, Sighting> = new Map();

/** Answers the questions about a document, in their order. The work grows with the text. */
export function profileDocument(
  document: PolicyDocument,
  clauses: Clauses,
  { profiles, indexes }: RuleSet,
): readonly Answered[] {
  if (profiles.length === 0 || Object.keys(indexes).length === 0) return [];
  const watches = watchesOf(profiles);
  const found = sightingsIn(document, clauses, indexes, watches);
  const answers: Answered[] = [];
  for (const profile of profiles) {
    const sentencesOf = (sign: string) => found[watches.signOf(profile, sign)] ?? NOWHERE;
    const answerTo = (key: ProfileKey) => answers.find((one) => one.key === key)?.answer;
    const { answer, points, signs } = firstAnswer(profile, { sentencesOf, answerTo });
    const places = signs.flatMap((sign) => [...sentencesOf(sign)]);
    // A sentence that shows two signs is quoted once.
    const evidence = [...new Map(places.reverse()).values()]
      .reverse()
      .slice(0, MOST_EVIDENCE)
      .map(({ block, span: spanOf }) => {
        const span = spanOf();
        return { quote: visibleText(document.blocks[block], span), span };
      });
    answers.push({ key: profile.key, answer, points, evidence });
  }
  return answers;
}

interface Given {
  readonly answer: string;
  readonly points: number | undefined;
  readonly signs: readonly string[];
}

/** The last answer has no condition, so that there always is one. */
function firstAnswer({ answers }: CompiledProfile, evidence: Evidence): Given {
  const given = answers.find(({ when }) => when === undefined || holds(when, evidence));
  const { answer = '', points, when, evidence: named } = given ?? {};
  return { answer, points, signs: named ?? (when ? signsFor(when) : []) };
}
