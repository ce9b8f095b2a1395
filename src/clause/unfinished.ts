import type { Token } from '../text/index.js';
import { verbGroupBefore } from './english.js';
import type { Modality } from './frame.js';
import { type Agent, agentOf, subjectBefore } from './predicate.js';
import type { SentenceReading } from './reading.js';
import { words } from './wording.js';

/** A sentence that breaks off before its verb: who acts, and whether it is denied or left open. */
export interface Unfinished {
  readonly agent: Agent;
  readonly negated: boolean;
  readonly modality: Modality;
}

const AHEAD = words('the following things any all of one do');

/** "We will never:", "You can:", "We do not do any of the following:": what a lead-in leaves for its items to finish. */
export function unfinishedBy(leadIn: SentenceReading): Unfinished | undefined {
  const { tokens } = leadIn;
  const colon = tokens.length - 1;
  if (!/^[:：]$/.test(lowerAt(tokens, colon))) return undefined;
  let end = colon;
  if (lowerAt(tokens, end - 1) === 'following' || lowerAt(tokens, end - 2) === 'following')
    while (AHEAD.has(lowerAt(tokens, end - 1))) end--;
  // "We use it to:" has its verb; its items say what for.
  if (lowerAt(tokens, end - 1) === 'to') return undefined;
  const group = verbGroupBefore(tokens, end);
  const subject = subjectBefore(leadIn, group.start, group.relative);
  if (subject === undefined || !subject.class.startsWith('actor.')) return undefined;
  return { agent: agentOf(subject), negated: group.negated, modality: group.modality };
}

function lowerAt(tokens: readonly Token[], index: number): string {
  return tokens[index]?.word.lower ?? '';
}
