import type { CompiledFrameTest } from './build.js';
import type { DataPath } from './origin.js';
import { classesOfTest, type Part, partsOf, phrasesOfTest } from './parts.js';
import type { Profile, SignTest } from './profile-schema.js';

/** A question without its examples: all that answering needs. */
export type ProfileData = Omit<Profile, 'examples'>;

/** A sign's test with class numbers in place of phrases. */
export type CompiledSignTest = Pick<SignTest, 'kind' | 'within' | 'outside'> & {
  readonly frame?: CompiledFrameTest;
  readonly says?: readonly number[];
  readonly link?: readonly number[];
  readonly lacks?: readonly number[];
  readonly beside?: readonly number[];
  readonly under?: readonly number[];
};

export type CompiledProfile = Omit<ProfileData, 'signs'> & {
  readonly signs: Readonly<Record<string, readonly CompiledSignTest[]>>;
};

const PHRASES = ['says', 'link', 'lacks', 'beside', 'under'] as const;

/** All phrases of a question, in order. */
export function phrasesOfProfile(profile: ProfileData): Part[] {
  return testsOf(profile).flatMap(({ at, test }) => [
    ...(test.frame ? phrasesOfTest(test.frame, [...at, 'frame']) : []),
    ...PHRASES.flatMap((field) => partsOf(test[field], [...at, field])),
  ]);
}

/** All classes that a question asks the slots of frames for. */
export function classesOfProfile(profile: ProfileData): Part[] {
  return testsOf(profile).flatMap(({ at, test }) =>
    test.frame ? classesOfTest(test.frame, [...at, 'frame']) : [],
  );
}

function testsOf({ signs }: ProfileData): { at: DataPath; test: SignTest }[] {
  return Object.entries(signs).flatMap(([name, tests]) =>
    tests.map((test, i) => ({ at: ['signs', name, i], test })),
  );
}

/** Class numbers of the phrases in a list of the file, by the list's place. */
export type NumbersAt = (phrases: readonly string[], at: DataPath) => readonly number[];

/** Puts class numbers in place of phrases. */
export function compileProfile({ signs, ...rest }: ProfileData, numbersAt: NumbersAt): CompiledProfile {
  const compile = ({ frame, kind, within, outside, ...test }: SignTest, at: DataPath): CompiledSignTest => {
    const { says, lacks, ...asked } = frame ?? {};
    const compiledFrame: CompiledFrameTest = {
      ...asked,
      ...(says && { says: numbersAt(says, [...at, 'frame', 'says']) }),
      ...(lacks && { lacks: numbersAt(lacks, [...at, 'frame', 'lacks']) }),
    };
    const lists = PHRASES.flatMap((field) => {
      const phrases = test[field];
      return phrases ? [[field, numbersAt(phrases, [...at, field])] as const] : [];
    });
    return {
      ...(frame && { frame: compiledFrame }),
      ...(kind && { kind }),
      ...(within && { within }),
      ...(outside && { outside }),
      ...Object.fromEntries(lists),
    };
  };
  return {
    ...rest,
    signs: Object.fromEntries(
      Object.entries(signs).map(([name, tests]) => [
        name,
        tests.map((test, i) => compile(test, ['signs', name, i])),
      ]),
    ),
  };
}
