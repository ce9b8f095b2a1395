import type { Action } from './frame.js';
import type { Grammar } from './grammar.js';
import { type Predicate, predicateAt, type Sentence } from './predicate.js';
import type { Mark, SentenceReading } from './reading.js';
import type { Unfinished } from './unfinished.js';

/**
 * A verb that names an action. Its grammar is read when it is asked for: most verbs stand in sentences that lack what
 * their action needs.
 */
export class Verb {
  private known: Predicate | undefined;

  constructor(
    private readonly sentence: Sentence,
    readonly action: Action,
    readonly manner: string,
    private readonly mark: Mark,
    /** The verb before in its sentence. */
    private readonly before: Verb | undefined,
  ) {}

  get start(): number {
    return this.mark.start;
  }

  get end(): number {
    return this.mark.end;
  }

  get predicate(): Predicate {
    this.known ??= this.read();
    return this.known;
  }

  private read(): Predicate {
    const { sentence, action, manner, mark, before } = this;
    // A verb of several actions ("use", "store") has one grammar.
    return before?.start === mark.start && before.end === mark.end
      ? { ...before.predicate, action, manner }
      : predicateAt(sentence, mark, action, manner, before);
  }

  /** The last verb up to this one that stands between two places. */
  lastWithin(from: number, to: number): Verb | undefined {
    let verb: Verb | undefined = this;
    while (verb !== undefined && !(verb.end <= to && verb.start >= from)) verb = verb.before;
    return verb;
  }
}

/** The verbs of a sentence that name actions, in order. `unfinished` is what its lead-in leaves for the first to finish. */
export function verbsOf(
  reading: SentenceReading,
  grammar: Grammar,
  unfinished?: Unfinished | undefined,
): readonly Verb[] {
  if (reading.actions.length === 0) return [];
  const sentence: Sentence = { reading, unfinished, bounds: undefined };
  const nouns = longNouns(reading);
  const found: Verb[] = [];
  for (const mark of longestPerAction(reading.actions)) {
    const role = grammar.roles[mark.classId];
    if (role?.kind !== 'action' || isIdle(role, reading) || isPartOfNoun(nouns, mark)) continue;
    found.push(new Verb(sentence, role.action, role.manner, mark, found.at(-1)));
  }
  return found;
}

/** Nobody gets anything in a sentence that names no recipient. */
function isIdle({ action, manner }: { action: Action; manner: string }, { slots }: SentenceReading): boolean {
  return (
    action === 'share' && (manner === 'received' || manner === 'engage') && slots.recipient === undefined
  );
}

/** Names of data that are longer than a word: what a verb may be part of. */
function longNouns({ slots, matches }: SentenceReading): readonly Mark[] {
  const data = (slots.data ?? []).filter((m) => m.end - m.start > 1);
  const neutral = matches.filter((m) => m.class === 'neutral.data' && m.end - m.start > 1);
  return [...data, ...neutral];
}

/** "shared objects", "use of cookies": the word belongs to a longer noun of the lexicon. */
function isPartOfNoun(nouns: readonly Mark[], { start, end }: Mark): boolean {
  if (end - start > 1) return false;
  // "The data we collect includes": the relative clause at a sentence's head says what is collected.
  return nouns.some(
    (m) => m.start <= start && m.end >= end && !(m.start <= 2 && m.end === end && m.start < start),
  );
}

/** Of triggers for one class that overlap, the longest. */
function longestPerAction(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  const lastEnd = new Map<string, number>();
  for (const mark of marks) {
    const end = lastEnd.get(mark.class) ?? 0;
    if (mark.start < end) continue;
    lastEnd.set(mark.class, mark.end);
    kept.push(mark);
  }
  return kept;
}
