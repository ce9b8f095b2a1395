import type { Block, Definition } from './model.js';

/** A term in quotes: straight, curly, angled. */
const QUOTED = String.raw`["“”«„]\s?([^"“”«»„]{2,60}?),?\s?["“”»]`;
const MEANS = String.raw`(?:means?|shall mean|will mean|is defined as|are defined as|refers? to|shall refer to|has the meaning|have the meaning|includes? any)\b`;

/** "Affiliates" means …, "Personal data" or "data" refers to … */
const TERM_MEANS = new RegExp(
  String.raw`${QUOTED}(?:\s(?:or|and)\s${QUOTED})?(?:\s\([^()]{1,80}\))?,?\s(?:${MEANS}|is any\b|are any\b)`,
  'g',
);
/** When we say "partners", we mean …; we define "Personal data" as …; by "vendors" we mean … */
const WE_MEAN = new RegExp(
  String.raw`\b(?:(?:when|where|if) we (?:say|use|refer to|speak of|talk about|mention)(?: the (?:term|word|phrase))?|we (?:define|use(?: the (?:term|word|phrase))?)|by(?: the (?:term|word))?|the (?:terms?|words?))\s${QUOTED},?\s(?:as|we mean|means?|to (?:mean|refer to|describe)|refers? to|is|are)\b`,
  'gi',
);
/** Acme Inc. ("Acme"), (collectively, the "Services"), (hereinafter referred to as “we”, “us”). */
const IN_BRACKETS =
  /\((?:[^()"“”]{0,60}\s)?["“]([^"“”]{2,60}?),?["”](?:\s?(?:,|or|and|,\s?(?:or|and))\s?(?:the\s)?["“][^"“”]{1,60}["”]){0,4}[^()"“”]{0,20}\)/g;
/** A label in bold that its text defines: "**Affiliate** means …". */
const LABEL_MEANS = new RegExp(`^[:–—-]?\\s?(?:${MEANS}|is (?:a|an|any)\\b|are (?:any)\\b)`);
/** How far back the words that a bracketed term names may begin. */
const LONGEST_NAMED = 300;

/** The terms that a policy defines, in reading order. Linear in the blocks' text. */
export function definitionsOf(blocks: readonly Block[]): Definition[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return [];
    const found = [...labelDefinition(block), ...(hasQuote(block.text) ? quotedDefinitions(block) : [])];
    return found.sort((a, b) => a.meaning.start - b.meaning.start);
  });
}

function hasQuote(text: string): boolean {
  return /["“«„]/.test(text);
}

function labelDefinition({ index, text, label }: Block): Definition[] {
  if (label === undefined) return [];
  const rest = text.slice(label.end);
  const verb = LABEL_MEANS.exec(rest.slice(0, 80))?.[0];
  if (verb === undefined) return [];
  const term = clean(text.slice(label.start, label.end));
  return [{ term, block: index, meaning: sentenceFrom(text, label.end + verb.length) }];
}

function quotedDefinitions({ index, text }: Block): Definition[] {
  const found: Definition[] = [];
  const add = (term: string | undefined, start: number): void => {
    if (term === undefined) return;
    found.push({ term: clean(term), block: index, meaning: sentenceFrom(text, start) });
  };
  const taken = new Set<number>();
  for (const pattern of [TERM_MEANS, WE_MEAN]) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (taken.has(end)) continue;
      taken.add(end);
      add(match[1], end);
      add(match[2], end);
    }
  }
  let from = 0;
  for (const match of text.matchAll(IN_BRACKETS)) {
    const meaning = named(text, Math.max(from, match.index - LONGEST_NAMED), match.index);
    from = match.index + match[0].length;
    for (const [, term] of match[0].matchAll(/["“]([^"“”]{2,60}?),?["”]/g)) {
      if (term !== undefined && meaning.start < meaning.end)
        found.push({ term: clean(term), block: index, meaning });
    }
  }
  return found;
}

/** From an offset to the end of its sentence, white space and a colon left out at the start. */
function sentenceFrom(text: string, from: number): Definition['meaning'] {
  const start = from + (/^[\s:,–—-]*/.exec(text.slice(from, from + 20))?.[0].length ?? 0);
  const stop = /[.;](?=\s+["“(]?\p{Lu}|\s*$)/u.exec(text.slice(start, start + 2_000));
  const end = stop === null ? Math.min(text.length, start + 2_000) : start + stop.index;
  return { start: Math.min(start, end), end };
}

/** The words right before a bracketed term: back to a stop, a bracket or the last sentence. */
function named(text: string, from: number, bracket: number): Definition['meaning'] {
  const before = text.slice(from, bracket);
  const lead = /^(?:.*[.;:?!)]["”]?\s)?/su.exec(before)?.[0].length ?? 0;
  const words = before.slice(lead);
  const end = from + before.trimEnd().length;
  return { start: Math.min(from + lead + words.length - words.trimStart().length, end), end };
}

function clean(term: string): string {
  return term
    .replace(/["“”«»„]/g, '')
    .replace(/[\s,.:;–—-]+$/, '')
    .trim();
}
