import type { Clauses, SentenceReading } from '../clause/index.js';
import type { CompiledDensity, CompiledRule, RuleSet } from '../ruleset/index.js';
import type { Surroundings } from './scope.js';
import { type Statement, statementOf } from './trigger.js';

/** The sentences of a policy that are crowded with a rule's words, where there are enough of them. */
interface Crowd {
  readonly rule: CompiledRule;
  /** The sentence that is fullest of them. */
  readonly densest: Statement;
  /** The next ones, the fullest first. */
  readonly others: readonly { readonly statement: Statement; readonly count: number }[];
}

/** How many sentences beside the densest are pointed at. */
const SHOWN = 4;

/** Counts words for the rules that ask for their density. Each sentence is looked at once a rule. */
export function crowdsIn(clauses: Clauses, { rules }: RuleSet, fits: Surroundings['fits']): Crowd[] {
  return rules.flatMap((rule) => {
    const crowd = rule.density && crowdOf(rule, rule.density, practices(clauses, rule, fits));
    return crowd ? [crowd] : [];
  });
}

function crowdOf(
  rule: CompiledRule,
  density: CompiledDensity,
  sentences: Iterable<SentenceReading>,
): Crowd | undefined {
  let words = 0;
  let total = 0;
  const counted: { reading: SentenceReading; count: number; fullness: number }[] = [];
  for (const reading of sentences) {
    const length = reading.tokens.filter(({ word }) => word.kind !== 'mark').length;
    const count = countIn(reading, density);
    words += length;
    // A word alone says little.
    if (count < density.together) continue;
    total += count;
    // Neither the longest sentence with many of them nor the shortest with few.
    counted.push({ reading, count, fullness: (count * count) / length });
  }
  if (words < density.words || total * 100 < density.per100 * words) return undefined;
  // Stable: of two alike the first stands.
  const [densest, ...others] = counted
    .sort((a, b) => b.fullness - a.fullness)
    .slice(0, SHOWN + 1)
    .map(({ reading, count }) => ({ statement: statementOf(reading), count }));
  return densest && { rule, densest: densest.statement, others };
}

/** The sentences whose clauses the rule asks for, each once, in order. */
function practices(
  { frames, readings }: Clauses,
  { given }: CompiledRule,
  fits: Surroundings['fits'],
): Set<SentenceReading> {
  const found = new Set<SentenceReading>();
  for (const frame of frames) {
    const reading = readings[frame.block]?.[frame.sentence];
    if (reading && !found.has(reading) && given.some((test) => fits(frame, test))) found.add(reading);
  }
  return found;
}

/** How many words or phrases of the classes stand in a sentence: overlapping ones once, and none that `except` covers. */
export function countIn({ matches }: SentenceReading, { classes, except }: CompiledDensity): number {
  const asked = new Set(classes);
  const not = new Set(except);
  const places = matches
    .filter(({ classId }) => asked.has(classId) || not.has(classId))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let count = 0;
  let end = -1;
  let counts = false;
  for (const place of places) {
    if (place.start >= end) {
      // A new stretch: it counts unless something in it says no.
      if (counts) count++;
      counts = true;
    }
    end = Math.max(end, place.end);
    if (not.has(place.classId)) counts = false;
  }
  return counts ? count + 1 : count;
}
