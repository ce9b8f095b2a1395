// Chinese sentences with topics (CAPP-130): which of them have a clause of the kind that a topic is about.
import { createHash } from 'node:crypto';

/** By topic: the clauses that are about it. */
const TOPICS = {
  // Whose terms hold where the reader deals with others herself is not what is shared with them.
  thirdPartySharing: (clause, clauses) =>
    (clause.action === 'share' || clause.action === 'sell') &&
    !says(clause, 'purpose', 'purpose.handed-over') &&
    !isInRow(clause, clauses),
  // To close the account and what becomes of the data then is control; whether to give data in the first place is not.
  editControl: (clause) =>
    (clause.action === 'choose' && !says(clause, 'control', 'control.decline', 'control.opt-in')) ||
    clause.action === 'grant-right' ||
    isClosure(clause),
  // How long and where: "we store no messages" tells neither; what becomes of data when the service ends is a topic of its own.
  retention: (clause) =>
    (clause.action === 'retain' && !isClosure(clause) && !isShutdown(clause) && !isNothingKept(clause)) ||
    clause.action === 'store' ||
    clause.action === 'transfer',
};

/** "We collect, use and disclose your data", to nobody in particular: that is about processing at large. */
function isInRow({ slots, position }, clauses) {
  return (
    slots.recipient === undefined &&
    clauses.some(
      (other) =>
        (other.action === 'collect' || other.action === 'use') &&
        other.position.start.offset === position.start.offset &&
        other.position.end.offset === position.end.offset,
    )
  );
}

function says({ slots }, slot, ...names) {
  return (slots[slot] ?? []).some((value) => names.includes(value.class));
}

/** Deletion when the account is closed. */
function isClosure(clause) {
  return clause.action === 'retain' && says(clause, 'period', 'period.event.closure');
}

/** Deletion when the service ends (ceaseOperation). */
function isShutdown(clause) {
  return says(clause, 'period', 'period.event.shutdown');
}

function isNothingKept({ polarity, slots }) {
  return polarity === 'denied' && slots.period === undefined;
}

/** Half of the policies, by a hash of their names: their errors are counted and never read. */
export function isHeldOut(policy) {
  return createHash('md5').update(policy).digest()[0] % 2 === 1;
}

/**
 * Reads the sentences policy by policy, each a paragraph, as they stand in their policy; `alone`: each by itself. Returns the rows
 * of the table by measure; `show` is called with a topic's misses and false alarms.
 */
export function capp130(analyzer, lines, { alone = false, show } = {}) {
  const counts = Object.fromEntries(Object.keys(TOPICS).map((topic) => [topic, { tp: 0, fp: 0, fn: 0 }]));
  for (const group of alone ? lines.map((line) => [line]) : byPolicy(lines)) {
    const starts = [];
    let text = '';
    for (const { text: sentence } of group) {
      starts.push(text.length);
      text += `${sentence.replace(/\s+/g, ' ').trim()}\n\n`;
    }
    const { clauses } = analyzer.analyze({ text, format: 'text' });
    const found = group.map(() => []);
    for (const clause of clauses) found[lastAtOrBefore(starts, clause.position.start.offset)].push(clause);
    group.forEach(({ text: sentence, topics }, i) => {
      for (const [topic, is] of Object.entries(TOPICS)) {
        const [want, got] = [(topics ?? []).includes(topic), found[i].some((clause) => is(clause, found[i]))];
        const kind = want && got ? 'tp' : want ? 'fn' : got ? 'fp' : undefined;
        if (kind === undefined) continue;
        counts[topic][kind]++;
        if (kind !== 'tp')
          show?.(
            topic,
            kind,
            sentence,
            found[i].filter((clause) => is(clause, found[i])),
          );
      }
    });
  }
  return Object.fromEntries(
    Object.entries(counts).map(([topic, { tp, fp, fn }]) => [
      topic,
      { value: (2 * tp) / (2 * tp + fp + fn), precision: tp / (tp + fp), recall: tp / (tp + fn) },
    ]),
  );
}

function byPolicy(lines) {
  const groups = new Map();
  for (const line of lines) groups.set(line.policy, [...(groups.get(line.policy) ?? []), line]);
  return [...groups.values()];
}

function lastAtOrBefore(starts, offset) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
