import { languagesOf } from '../clause/index.js';
import type { PolicyDocument } from '../document/index.js';
import { align, type Bead } from './align.js';
import { readVersion, type Version, vocabularies } from './reading.js';
import type { Parity } from './schema.js';
import { linksOf, missingFrom } from './sides.js';
import { unitOf } from './unit.js';

export type { Bead };

/** Two texts that cannot be held against each other as language versions; the message says why and what would do. */
export class ParityError extends Error {
  override readonly name = 'ParityError';
}

/**
 * Says what one language version of a policy says and the other does not. Blocks are aligned in order by what they name, their
 * lengths and their numbers; a difference is told only of what both languages have words for. Pure, and its work grows with
 * the texts. Throws ParityError if both are in one language, or one is in a language that cannot be read.
 */
export function parity(first: PolicyDocument, second: PolicyDocument): Parity {
  checkLanguages(first, second);
  const [one, two] = [readVersion(first), readVersion(second)];
  const beads = align(unitsOf(one), unitsOf(two));
  const links = linksOf(beads, first.blocks.length, 'first');
  const back = linksOf(beads, second.blocks.length, 'second');
  const answered = (all: readonly (readonly number[])[]): number =>
    all.filter((blocks) => blocks.length > 0).length;
  return {
    schemaVersion: 1,
    first: versionOf(first),
    second: versionOf(second),
    differences: [...missingFrom(two, one, links, 'first'), ...missingFrom(one, two, back, 'second')],
    aligned: {
      first: answered(links),
      second: answered(back),
      ofFirst: first.blocks.length,
      ofSecond: second.blocks.length,
    },
    notes: [...notesOf(first, 'first'), ...notesOf(second, 'second')],
  };
}

/** The blocks of two versions that answer to each other, in the order of the first; those of the second alone behind the ones before them. */
export function alignVersions(first: PolicyDocument, second: PolicyDocument): readonly Bead[] {
  checkLanguages(first, second);
  return align(unitsOf(readVersion(first)), unitsOf(readVersion(second)));
}

function unitsOf({ document, facts }: Version) {
  return document.blocks.map((block) => {
    const level = block.kind === 'heading' ? document.sections[block.section]?.level : undefined;
    return unitOf(block, facts[block.index] ?? [], level);
  });
}

function versionOf({ source, language }: PolicyDocument): Parity['first'] {
  return { ...(source.path === undefined ? {} : { path: source.path }), language };
}

function notesOf({ notes }: PolicyDocument, of: 'first' | 'second'): Parity['notes'] {
  return notes.map((note) => ({ ...note, of }));
}

function checkLanguages(first: PolicyDocument, second: PolicyDocument): void {
  const { indexes } = vocabularies();
  const known = Object.keys(indexes);
  for (const { language, source } of [first, second])
    if (!known.includes(language))
      throw new ParityError(
        `${source.path ?? 'a version'} is in ${language === 'und' ? 'no language that could be told' : `"${language}"`}; versions can be in ${known.join(' and ')}`,
      );
  if (languagesOf(first, indexes).codes[0] === languagesOf(second, indexes).codes[0])
    throw new ParityError(
      `both versions are in "${first.language}"; for two revisions in one language use "fineprint diff"`,
    );
}
