import type {
  ClauseFrame,
  Clauses,
  LanguageIndex,
  SentenceReading,
  Slots,
  SlotValue,
} from '../clause/index.js';
import type { Audience, PolicyDocument } from '../document/index.js';
import type { CompiledFrameTest, CompiledRule, RuleSet } from '../ruleset/index.js';
import { type Aligned, alignment } from './alignment.js';
import { visibleText } from './evidence.js';
import { isAnyOf, saysAny } from './frame-test.js';
import type { Hit } from './hit.js';
import type { Surroundings } from './scope.js';

/** A clause, or a sentence that is judged by its words alone. */
type Place = Pick<ClauseFrame, 'block' | 'sentence' | 'span' | 'slots' | 'leadIn'>;

/** How many places a claim is held against on either side of it: a policy may have thousands of both. */
const REACH = 40;

/** Holds each claim against the nearest places that it could not be true beside; one hit a claim. */
export function findContradictions(
  around: Surroundings,
  clauses: Clauses,
  ruleSet: RuleSet,
  index: LanguageIndex,
): Hit[] {
  const rules = ruleSet.rules.filter(({ claim }) => claim);
  if (rules.length === 0) return [];
  const places = placesOf(around, clauses);
  const aligned = alignment(index);
  return rules.flatMap((rule) => contradictionsOf(rule, places, around.document, clauses.readings, aligned));
}

/** The places that fit one of the tests, in the order of the source, one a sentence. */
type PlacesOf = (tests: readonly CompiledFrameTest[]) => readonly Place[];

function placesOf(around: Surroundings, { frames }: Clauses): PlacesOf {
  const byAction = new Map<string, ClauseFrame[]>();
  for (const frame of frames) {
    const group = byAction.get(frame.action);
    if (group) group.push(frame);
    else byAction.set(frame.action, [frame]);
  }
  const fitting = (test: CompiledFrameTest): readonly Place[] => {
    if (test.action)
      return test.action.flatMap((name) =>
        (byAction.get(name) ?? []).filter((frame) => around.fits(frame, test)),
      );
    return around
      .saying(test.says ?? [])
      .filter((reading) => reading.block.kind !== 'heading' && around.says(reading, test))
      .map(placeOf);
  };
  return (tests) => {
    const found = new Map<string, Place>();
    for (const place of tests.flatMap(fitting)) {
      const key = keyOf(place);
      if (!found.has(key)) found.set(key, place);
    }
    return [...found.values()].sort((a, b) => a.block - b.block || a.sentence - b.sentence);
  };
}

function keyOf({ block, sentence, slots }: Place): string {
  // Clauses of one sentence may differ in what they are about.
  return `${block} ${sentence} ${slots.data?.[0]?.span.start ?? ''}`;
}

/** The whole sentence of a place: what it says of the claim may stand beside its clause. */
function sentenceOf(place: Place, readings: Clauses['readings']): Place {
  const reading = readings[place.block]?.[place.sentence];
  return reading ? placeOf(reading) : place;
}

function placeOf({ block, number, tokens }: SentenceReading): Place {
  const span = { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
  return {
    block: block.index,
    sentence: number,
    span: block.map.toSource(span),
    slots: {},
    leadIn: undefined,
  };
}

function contradictionsOf(
  rule: CompiledRule,
  placesOf: PlacesOf,
  document: PolicyDocument,
  readings: Clauses['readings'],
  aligned: Aligned,
): Hit[] {
  const compared = ({ block, sentence, slots }: Place) => ({
    slots: { ...slots, recipient: recipientsOf(slots, readings[block]?.[sentence - 1]) },
    reading: readings[block]?.[sentence],
  });
  const claims = placesOf(rule.claim ?? []).filter((claim) => !isExcused(claim, rule, document, readings));
  if (claims.length === 0) return [];
  const others = placesOf(rule.against ?? []);
  const found = new Map<string, Hit>();
  for (const claim of claims) {
    const key = `${claim.block} ${claim.sentence}`;
    if (found.has(key)) continue;
    const other = nearest(claim, others).find(
      (one) => mayMeet(claim, one, document) && aligned(rule.same ?? {}, compared(claim), compared(one)),
    );
    if (other) found.set(key, hitOf(rule, claim, sentenceOf(other, readings), document));
  }
  return [...found.values()];
}

/** "These third parties" are those of the sentence before. */
function recipientsOf({ recipient = [] }: Slots, before: SentenceReading | undefined): readonly SlotValue[] {
  if (!before || !recipient.some(isReferred)) return recipient;
  const { block, tokens } = before;
  const named = (before.slots.recipient ?? []).map((mark): SlotValue => {
    const span = { start: tokens[mark.start]?.start ?? 0, end: tokens[mark.end - 1]?.end ?? 0 };
    const text = block.text.slice(span.start, span.end);
    return {
      text,
      class: mark.class,
      specific: mark.specific,
      span: block.map.toSource(span),
      block: block.index,
    };
  });
  if (named.length === 0) return recipient;
  return [...recipient.filter((one) => !isReferred(one)), ...named];
}

function isReferred(value: SlotValue): boolean {
  return isAnyOf(value, ['recipient.referred']);
}

/** The places around a claim, nearest first. */
function nearest(claim: Place, others: readonly Place[]): readonly Place[] {
  let [low, high] = [0, others.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((others[middle] as Place).block < claim.block) low = middle + 1;
    else high = middle;
  }
  const around = others.slice(Math.max(0, low - REACH), low + REACH);
  const distance = (place: Place): number => Math.abs(place.block - claim.block);
  return around.sort((a, b) => distance(a) - distance(b));
}

/** Words of one block explain each other, an item completes what introduces it, and each row is about its own. */
function mayMeet(claim: Place, other: Place, document: PolicyDocument): boolean {
  if (claim.block === other.block || other.leadIn === claim.block || claim.leadIn === other.block)
    return false;
  const [row, otherRow] = [claim, other].map(({ block }) => document.blocks[block]?.cell?.table);
  return (row === undefined || row !== otherRow) && sameAudience(claim, other, document);
}

/** Audiences that stand for several regions, of which one says nothing of another. */
const SEVERAL: readonly (Audience | undefined)[] = ['us-state', 'other-region'];

/** What is said to all holds in every region; what is said of children, or to a region, only there. */
function sameAudience(claim: Place, other: Place, { blocks, sections }: PolicyDocument): boolean {
  const [a, b] = [claim, other].map(({ block }) => sections[blocks[block]?.section ?? 0]);
  if (a?.audience === undefined) return b?.audience !== 'children';
  return SEVERAL.includes(a.audience) ? a === b : a.audience === b?.audience;
}

/** "However, …", "except …": the claim's own surroundings say where it ends. */
function isExcused(
  claim: Place,
  { unless }: CompiledRule,
  { blocks, sections }: PolicyDocument,
  readings: Clauses['readings'],
): boolean {
  if (unless === undefined) return false;
  const own = readings[claim.block] ?? [];
  const { leadIn, section = 0 } = blocks[claim.block] ?? {};
  const heading = sections[section]?.heading;
  const next = blocks[claim.block + 1];
  const beside = [
    heading === undefined ? undefined : readings[heading]?.[0],
    own[claim.sentence - 1] ?? (leadIn === undefined ? undefined : readings[leadIn]?.at(-1)),
    own[claim.sentence],
    own[claim.sentence + 1] ?? (next?.kind === 'heading' ? undefined : readings[claim.block + 1]?.[0]),
  ];
  return beside.some((reading) => saysAny(reading, unless));
}

function hitOf(rule: CompiledRule, claim: Place, { block, span }: Place, { blocks }: PolicyDocument): Hit {
  return {
    rule,
    block: claim.block,
    span: claim.span,
    quote: visibleText(blocks[claim.block], claim.span),
    slots: claim.slots,
    related: [
      { why: { message: rule.counterpart ?? '' }, quote: visibleText(blocks[block], span), span, block },
    ],
  };
}
