import type { Predicate } from './predicate.js';
import type { SentenceReading } from './reading.js';

/** How people learn of a change to the policy, by the sentence that speaks of it. */
export type Notice = 'active' | 'check-back' | 'post-only' | 'silent';

/** The notice that a change-policy statement gives. Telling people is active, unless it is done by posting alone. */
export function noticeOf(predicate: Predicate, reading: SentenceReading): Notice {
  const said = noticesIn(reading);
  const says = (name: string): boolean => said.has(name);
  if (says('term.notice-direct')) return 'active';
  const posted = says('term.notice-posted');
  if (says('term.notice-told') && !posted && !says('term.without-notice')) return 'active';
  if (predicate.manner === 'check-back') return 'check-back';
  return posted || predicate.manner === 'post' ? 'post-only' : 'silent';
}

const known = new WeakMap<SentenceReading, ReadonlySet<string>>();

/** What a sentence says of notice, looked for once however many changes it speaks of. */
function noticesIn(reading: SentenceReading): ReadonlySet<string> {
  let said = known.get(reading);
  if (said === undefined) {
    said = new Set(reading.matches.map((match) => match.class).filter((name) => NOTICE_TERM.test(name)));
    known.set(reading, said);
  }
  return said;
}

const NOTICE_TERM = /^term\.(?:notice-|without-notice)/;
const CHANGES_POLICY =
  /\b(?:chang|amend|revis|modif|updat)[^.]{0,80}\b(?:policy|notice|statement|terms)\b|\b(?:policy|notice|statement|terms)\b[^.]{0,80}\b(?:chang|amend|revis|modif|updat)/i;
const OTHER_CHANGE = /\b(?:merger|acquisition|ownership|arbitration)\b/i;
/** How far from the sentence, in letters, the change may be spoken of. */
const BEFORE = 700;
const AFTER = 300;

/** "When we do, we will tell you by e-mail": counts where the sentences around speak of changes to the policy. */
export function isAnnouncement({ block, tokens }: SentenceReading): boolean {
  const start = tokens[0]?.start ?? 0;
  const end = tokens.at(-1)?.end ?? start;
  const around = block.text.slice(Math.max(0, start - BEFORE), end + AFTER);
  return CHANGES_POLICY.test(around) && !OTHER_CHANGE.test(around);
}
