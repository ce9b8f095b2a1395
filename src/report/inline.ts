import type { Hit } from '../analyze/index.js';
import type { PolicyDocument } from '../document/index.js';
import { type Telling, tell } from '../locale/index.js';
import { type Counted, type DirectiveOptions, readDirectives } from './directives.js';
import { nextLines } from './next-line.js';
import type { Finding, SuppressedFinding, SuppressionProblem } from './schema.js';

/** A finding with the hit that it was made of. */
export interface Told {
  readonly hit: Hit;
  readonly finding: Finding;
}

export interface Inline {
  readonly findings: Finding[];
  readonly suppressed: SuppressedFinding[];
  readonly problems: readonly SuppressionProblem[];
}

/**
 * Parts findings (in the order of the source) into those that stand and those that comments suppress. A comment counts for the place
 * that a finding is told at, and for the further places of its paragraph or row with it. Linear in places and comments.
 */
export function applyDirectives(
  told: readonly Told[],
  document: PolicyDocument,
  options: DirectiveOptions,
): Inline {
  const { directives, problems } = readDirectives(document, options);
  if (directives.length === 0)
    return { findings: told.map(({ finding }) => finding), suppressed: [], problems };
  const places = told.flatMap(({ hit }, index) => placesOf(hit, index, document));
  const found = suppressing(places, directives, document);
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  let at = 0;
  for (const [index, { hit, finding }] of told.entries()) {
    const own = found[at];
    let whole = true;
    const from = at;
    for (; places[at]?.hit === index; at++) whole &&= found[at] !== undefined;
    if (!whole || own === undefined) {
      findings.push(finding);
      continue;
    }
    for (const directive of found.slice(from, at)) directive?.used.add(hit.rule.id);
    suppressed.push({ ...finding, suppression: own.suppression });
  }
  return { findings, suppressed, problems: [...problems, ...unused(directives, options)].sort(byPlace) };
}

interface Place {
  /** Index of the hit it belongs to. */
  readonly hit: number;
  readonly ruleId: string;
  readonly block: number;
  readonly offset: number;
}

/** Where a hit stands, and its further places in the same block or table row. */
function placesOf({ rule, block, span, related }: Hit, hit: number, { blocks }: PolicyDocument): Place[] {
  const row = rowOf(block, blocks);
  const beside = related.filter(
    (other) => other.block === block || (row && rowOf(other.block, blocks) === row),
  );
  return [{ block, span }, ...beside].map((place) => ({
    hit,
    ruleId: rule.id,
    block: place.block,
    offset: place.span.start,
  }));
}

function rowOf(block: number, blocks: PolicyDocument['blocks']): string | undefined {
  const cell = blocks[block]?.cell;
  return cell && `${cell.table} ${cell.row}`;
}

/** For each place the directive that suppresses its rule there: the one closest to it. */
function suppressing(
  places: readonly Place[],
  directives: readonly Counted[],
  document: PolicyDocument,
): (Counted | undefined)[] {
  const files = lastByRule(directives.filter(({ name, counts }) => name === 'disable-file' && counts));
  const onNextLine = nextLines(directives, document);
  const regions = directives.filter(({ name }) => name === 'disable' || name === 'enable');
  const open = new Map<string, Counted>();
  const out = new Array<Counted | undefined>(places.length).fill(undefined);
  const order = places.map((_, i) => i).sort((a, b) => offsetAt(places, a) - offsetAt(places, b));
  let next = 0;
  const advance = (offset: number): void => {
    for (; next < regions.length && (regions[next] as Counted).span.end <= offset; next++)
      step(regions[next] as Counted, open);
  };
  for (const i of order) {
    const { ruleId, block, offset } = places[i] as Place;
    advance(offset);
    const region = open.get(ruleId);
    out[i] = onNextLine(block, ruleId) ?? (region?.counts ? region : undefined) ?? files.get(ruleId);
  }
  advance(Number.POSITIVE_INFINITY);
  return out;
}

function offsetAt(places: readonly Place[], i: number): number {
  return (places[i] as Place).offset;
}

/** Opens or closes what a directive says. One that does not count opens only what stands closed, so that its end has a meaning. */
function step(directive: Counted, open: Map<string, Counted>): void {
  for (const ruleId of directive.rules) {
    if (directive.name === 'disable') {
      if (directive.counts || !open.has(ruleId)) open.set(ruleId, directive);
    } else if (open.delete(ruleId)) directive.used.add(ruleId);
  }
}

function lastByRule(directives: readonly Counted[]): Map<string, Counted> {
  return new Map(
    directives.flatMap((directive) => [...directive.rules].map((ruleId) => [ruleId, directive])),
  );
}

/** What suppresses or ends nothing, by the rules as they are written. Of rules that were not applied nothing can be told. */
function unused(directives: readonly Counted[], { applied }: DirectiveOptions): SuppressionProblem[] {
  if (applied === undefined) return [];
  return directives.flatMap(({ name, counts, parts, rules, used, position }): SuppressionProblem[] => {
    if (!counts || (rules.size > 0 && ![...rules].some((id) => applied.has(id)))) return [];
    const idle = parts.filter(
      (part) => part.rules.some((id) => applied.has(id)) && !part.rules.some((id) => used.has(id)),
    );
    if (idle.length === 0) return [];
    const what = idle.map(({ selector }) => selector).join(', ');
    return [{ kind: 'inline', code: 'unused', ...idleIn(name, what), position }];
  });
}

function idleIn(name: Counted['name'], rules: string): Telling {
  if (name === 'enable') return rules === '*' ? tell('ends-nothing') : tell('ends-nothing-of', { rules });
  return rules === '*'
    ? tell('suppresses-nothing', { name })
    : tell('suppresses-nothing-of', { name, rules });
}

function byPlace(a: SuppressionProblem, b: SuppressionProblem): number {
  return (a.position?.start.offset ?? 0) - (b.position?.start.offset ?? 0);
}
