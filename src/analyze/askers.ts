import type { ClauseFrame, Clauses, SentenceReading } from '../clause/index.js';
import type { CompiledFrameTest, CompiledRule, CompiledSentenceTest, RuleSet } from '../ruleset/index.js';
import { statementOf, type Trigger } from './trigger.js';

/** A rule that may fire on a clause, with the tests that decide it. */
export interface Asker {
  readonly rule: CompiledRule;
  readonly tests: readonly (CompiledFrameTest | CompiledSentenceTest)[];
}

/** A clause or sentence, and the rules that look at it. */
export interface Asked {
  readonly trigger: Trigger;
  readonly askers: readonly Asker[];
}

/** What the rules look at: the clauses by their actions, then the sentences by their words. */
export function* asked(clauses: Clauses, { rules }: RuleSet): Generator<Asked> {
  const ofAction = byAction(rules);
  for (const frame of clauses.frames) yield { trigger: frame, askers: ofAction(frame.action) };
  const ofClass = byClass(rules);
  if (ofClass.length === 0) return;
  for (const sentences of clauses.readings) {
    for (const reading of sentences) {
      const askers = states(reading) ? askersOf(reading, ofClass) : NONE;
      if (askers.length > 0) yield { trigger: statementOf(reading), askers };
    }
  }
}

/** The rules that may fire on an action, in their order. */
function byAction(rules: readonly CompiledRule[]): (action: ClauseFrame['action']) => readonly Asker[] {
  const known = new Map<ClauseFrame['action'], readonly Asker[]>();
  return (action) => {
    const askers =
      known.get(action) ??
      rules.map((rule) => ({ rule, tests: givenFor(rule, action) })).filter(({ tests }) => tests.length > 0);
    known.set(action, askers);
    return askers;
  };
}

/** Clauses whose words are counted trigger nothing one by one. */
function givenFor({ given, density }: CompiledRule, action: ClauseFrame['action']): Asker['tests'] {
  return density ? [] : given.filter((test) => test.action?.includes(action) ?? true);
}

/** By class number; most have none. */
type ByClass = readonly (readonly Asker[] | undefined)[];

function byClass(rules: readonly CompiledRule[]): ByClass {
  const askers: Asker[][] = [];
  for (const rule of rules) {
    const asker = { rule, tests: rule.stated };
    for (const number of new Set(rule.stated.flatMap(({ classes }) => classes))) {
      const others = askers[number] ?? [];
      others.push(asker);
      askers[number] = others;
    }
  }
  return askers;
}

/** Headings only name a topic, and questions state nothing. */
function states({ block, tokens }: SentenceReading): boolean {
  return block.kind !== 'heading' && tokens.at(-1)?.word.lower !== '?';
}

const NONE: readonly Asker[] = [];

function askersOf({ matches }: SentenceReading, ofClass: ByClass): readonly Asker[] {
  let askers: Set<Asker> | undefined;
  for (const { classId } of matches) {
    const found = ofClass[classId];
    if (found === undefined) continue;
    askers ??= new Set();
    for (const asker of found) askers.add(asker);
  }
  return askers ? [...askers] : NONE;
}
