import type { PolicyDocument } from '../document/index.js';
import { type Telling, tell } from '../locale/index.js';
import { selects } from '../ruleset/index.js';
import type { Position, Span } from '../source/index.js';
import { type Directive, parseDirective } from './directive.js';
import { noSuchRule } from './nearest.js';
import type { Suppression, SuppressionProblem } from './schema.js';
import { isOver } from './suppress.js';

/** What comments are judged by. */
export interface DirectiveOptions {
  /** Ids of all rules there are. */
  readonly known: readonly string[];
  /** Ids of the rules that were applied; undefined if none were, and nothing can be told of what is not found. */
  readonly applied: ReadonlySet<string> | undefined;
  /** "2027-01-31"; without it no suppression expires. */
  readonly today: string | undefined;
}

/** A name in a directive with the ids of the rules that it means. */
interface Part {
  readonly selector: string;
  readonly rules: readonly string[];
}

interface Meaning {
  readonly parts: readonly Part[];
  readonly rules: ReadonlySet<string>;
}

/** A directive with the rules it means and what came of it. */
export interface Counted extends Meaning {
  readonly name: Directive['name'];
  readonly span: Span;
  readonly position: Position;
  /** False: it is only remembered, so that what ends it has a meaning. */
  readonly counts: boolean;
  readonly suppression: Suppression;
  /** Ids of the rules that it suppressed something of, or ended the suppression of. */
  readonly used: Set<string>;
}

interface Read {
  readonly directives: readonly Counted[];
  readonly problems: readonly SuppressionProblem[];
}

type Wrong = Pick<SuppressionProblem, 'code'> & Telling;

/** Reads the directives of a document, in the order of the source, with what is wrong with them. */
export function readDirectives({ directives, source }: PolicyDocument, options: DirectiveOptions): Read {
  const meaningOf = meanings(options.known);
  const read: Counted[] = [];
  const problems: SuppressionProblem[] = [];
  for (const { text, span } of [...directives].sort((a, b) => a.span.start - b.span.start)) {
    const position = source.positionOf(span);
    const parsed = parseDirective(text);
    if ('code' in parsed) {
      problems.push({ kind: 'inline', ...parsed, position });
      continue;
    }
    const meaning = meaningOf(parsed.rules);
    const wrong = [...unknownNames(meaning, options.known), ...whyNotCounted(parsed, options)];
    for (const problem of wrong) problems.push({ kind: 'inline', ...problem, position });
    if (meaning.rules.size === 0) continue;
    read.push({
      ...meaning,
      ...{ name: parsed.name, span, position, used: new Set<string>() },
      counts: wrong.every(({ code }) => code === 'unknown-rule'),
      suppression: suppressionOf(parsed, position),
    });
  }
  return { directives: read, problems };
}

/** A policy may hold thousands of directives; those that name the same rules share what they mean. */
function meanings(known: readonly string[]): (selectors: readonly string[]) => Meaning {
  const cache = new Map<string, Meaning>();
  return (selectors) => {
    const key = selectors.join();
    const cached = cache.get(key);
    if (cached) return cached;
    const parts = (selectors.length > 0 ? selectors : ['*']).map((selector) => ({
      selector,
      rules: known.filter((id) => selects(selector, id)),
    }));
    const meaning = { parts, rules: new Set(parts.flatMap(({ rules }) => rules)) };
    cache.set(key, meaning);
    return meaning;
  };
}

function suppressionOf({ reason, expires }: Directive, position: Position): Suppression {
  return {
    kind: 'inline',
    ...(reason === undefined ? {} : { reason }),
    ...(expires === undefined ? {} : { expires }),
    position,
  };
}

/** Names that are told of one by one; a comment may hold thousands. */
const MOST_TOLD = 3;

function unknownNames({ parts }: Meaning, known: readonly string[]): Wrong[] {
  const unknown = parts.filter(({ rules }) => rules.length === 0).slice(0, MOST_TOLD);
  return unknown.map(({ selector }) => ({ code: 'unknown-rule', ...unknownName(selector, known) }));
}

function unknownName(selector: string, known: readonly string[]): Telling {
  if (known.some((id) => id.startsWith(`${selector}/`))) return tell('rule-category', { rule: selector });
  return noSuchRule(selector, known);
}

function whyNotCounted({ name, reason, expires }: Directive, { today }: DirectiveOptions): Wrong[] {
  if (name === 'enable') return [];
  const wrong: Wrong[] = [];
  if (reason === undefined) wrong.push({ code: 'no-reason', ...tell('no-reason', { name }) });
  if (expires !== undefined && isOver(expires, today))
    wrong.push({ code: 'expired', ...tell('expired', { name, day: expires }) });
  return wrong;
}
