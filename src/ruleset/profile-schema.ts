import * as z from 'zod';
import { AUDIENCES } from '../document/index.js';
import { PROFILE_ANSWERS, PROFILE_KEYS, type ProfileKey } from './profile-keys.js';
import { frameTest, phrase } from './schema.js';

/** "ad-platforms": what a question calls something it looks for. */
const signName = z.string().regex(/^[a-z][a-z0-9-]*$/);
const signNames = z.array(signName).min(1);
const phrases = z.array(phrase).min(1);
const audiences = z.array(z.enum(AUDIENCES)).min(1);

/** Where a sign shows. One of `frame`, `says`, `link`; the other fields narrow it. */
const signTest = z
  .strictObject({
    frame: frameTest.optional(),
    /** One of these phrases stands in a sentence. */
    says: phrases.optional(),
    /** Words of a link's anchor or target. */
    link: phrases.optional(),
    /** None of these stands in the sentence. Frame tests have a `lacks` of their own. */
    lacks: phrases.optional(),
    /** One of these stands somewhere in the same block. */
    beside: phrases.optional(),
    /** One of these stands in a heading above, or in the block that leads in. */
    under: phrases.optional(),
    /** Only in such blocks. */
    kind: z
      .array(z.enum(['paragraph', 'item', 'cell']))
      .min(1)
      .optional(),
    /** Only, or not, in sections for these audiences. */
    within: audiences.optional(),
    outside: audiences.optional(),
  })
  .refine((test) => [test.frame, test.says, test.link].filter(Boolean).length === 1, {
    message: 'needs exactly one of frame, says, link; leave the others out',
  });

const share = z.number().min(0).max(1);

/** What is asked of the signs found. All given parts have to hold. */
export interface Condition {
  /** One of these signs shows. */
  readonly some?: readonly string[] | undefined;
  /** None of these shows. */
  readonly none?: readonly string[] | undefined;
  /** Each of these shows. */
  readonly every?: readonly string[] | undefined;
  /** These signs show in so many sentences together. */
  readonly count?: { readonly of: readonly string[]; readonly atLeast: number } | undefined;
  /** Of the sentences that show any of `among`, this part shows one of `of`. Does not hold where there are none. */
  readonly share?:
    | {
        readonly of: readonly string[];
        readonly among: readonly string[];
        readonly atLeast: number;
      }
    | undefined;
  /** Questions before this one have one of these answers. */
  readonly answered?: Readonly<Partial<Record<ProfileKey, readonly string[]>>> | undefined;
  readonly any?: readonly Condition[] | undefined;
  readonly all?: readonly Condition[] | undefined;
}

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.strictObject({
    some: signNames.optional(),
    none: signNames.optional(),
    every: signNames.optional(),
    count: z.strictObject({ of: signNames, atLeast: z.int().min(1) }).optional(),
    share: z.strictObject({ of: signNames, among: signNames, atLeast: share }).optional(),
    answered: z.partialRecord(z.enum(PROFILE_KEYS), z.array(z.string()).min(1)).optional(),
    any: z.array(condition).min(1).optional(),
    all: z.array(condition).min(1).optional(),
  }),
);

const answer = z.strictObject({
  answer: z.string(),
  /** How good the answer is for the people concerned, 0 to 1; missing where the question does not apply. */
  points: share.optional(),
  /** Missing in the last answer, which is given when no other is. */
  when: condition.optional(),
  /** Signs to quote; without it those that `when` asks for. */
  evidence: signNames.optional(),
});

/** A question about a whole policy: the first answer whose condition holds is given. */
export const profileSchema = z
  .strictObject({
    key: z.enum(PROFILE_KEYS),
    question: z.string().min(10),
    signs: z.record(signName, z.array(signTest).min(1)),
    answers: z.array(answer).min(2),
    /** By answer: small policies, in Markdown, that get it. */
    examples: z.record(z.string(), z.array(z.string()).min(2)),
  })
  .superRefine((profile, context) => {
    const report = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message, input: profile });
    const known: readonly string[] = PROFILE_ANSWERS[profile.key as ProfileKey];
    const last = profile.answers.length - 1;
    profile.answers.forEach(({ answer, when, evidence }, i) => {
      if (!known.includes(answer)) {
        report(['answers', i, 'answer'], `is no answer to "${profile.key}"; use ${known.join(', ')}`);
      }
      if (when === undefined && i < last)
        report(['answers', i], 'has no "when"; only the last answer goes without');
      if (when !== undefined && i === last)
        report(['answers', i, 'when'], 'stands in the last answer; leave it out');
      const asked = [
        ...(when ? signsOf(when, ['answers', i, 'when']) : []),
        ...namesAt(evidence, ['answers', i, 'evidence']),
      ];
      for (const { at, message } of when ? wronglyAnswered(when, profile.key, ['answers', i, 'when']) : [])
        report(at, message);
      for (const { at, name } of asked) {
        if (!(name in profile.signs))
          report(at, `is no sign of this file; use ${Object.keys(profile.signs).join(', ')}`);
      }
    });
    for (const answer of known) {
      if (!profile.answers.some((one) => one.answer === answer))
        report(['answers'], `never give the answer "${answer}"; add it`);
      if (!(answer in profile.examples)) report(['examples'], `have none for "${answer}"; add two`);
    }
  });

interface NamedAt {
  readonly at: (string | number)[];
  readonly name: string;
}

function namesAt(names: readonly string[] | undefined, at: (string | number)[]): NamedAt[] {
  return (names ?? []).map((name, i) => ({ at: [...at, i], name }));
}

/** Every sign that a condition speaks of, with its place in the file. */
function signsOf(when: Condition, at: (string | number)[]): NamedAt[] {
  return [
    ...namesAt(when.some, [...at, 'some']),
    ...namesAt(when.none, [...at, 'none']),
    ...namesAt(when.every, [...at, 'every']),
    ...namesAt(when.count?.of, [...at, 'count', 'of']),
    ...namesAt(when.share?.of, [...at, 'share', 'of']),
    ...namesAt(when.share?.among, [...at, 'share', 'among']),
    ...(when.any ?? []).flatMap((one, i) => signsOf(one, [...at, 'any', i])),
    ...(when.all ?? []).flatMap((one, i) => signsOf(one, [...at, 'all', i])),
  ];
}

/** Questions that a condition asks about though they come later, and answers that they do not have. */
function wronglyAnswered(
  when: Condition,
  key: ProfileKey,
  at: (string | number)[],
): { at: (string | number)[]; message: string }[] {
  const here = Object.entries(when.answered ?? {}).flatMap(([other, answers]) => {
    const place = [...at, 'answered', other];
    if (PROFILE_KEYS.indexOf(other as ProfileKey) >= PROFILE_KEYS.indexOf(key))
      return [{ at: place, message: `is not answered before "${key}"; ask only about questions before it` }];
    const known: readonly string[] = PROFILE_ANSWERS[other as ProfileKey];
    const wrong = answers.find((answer) => !known.includes(answer));
    return wrong ? [{ at: place, message: `has no answer "${wrong}"; use ${known.join(', ')}` }] : [];
  });
  const inner = (['any', 'all'] as const).flatMap((field) =>
    (when[field] ?? []).flatMap((one, i) => wronglyAnswered(one, key, [...at, field, i])),
  );
  return [...here, ...inner];
}

export type Profile = z.output<typeof profileSchema>;
export type SignTest = z.output<typeof signTest>;
