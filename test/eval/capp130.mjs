// Chinese sentences with topics (CAPP-130): which of them have a clause of the kind that a topic is about.

/** By topic: the clauses that are about it. */
const TOPICS = {
  thirdPartySharing: ({ action }) => action === 'share' || action === 'sell',
  // To close the account and what becomes of the data then is control; whether to give data in the first place is not.
  editControl: (clause) =>
    (clause.action === 'choose' && !says(clause, 'control', 'control.decline', 'control.opt-in')) ||
    clause.action === 'grant-right' ||
    isClosure(clause),
  retention: (clause) =>
    (clause.action === 'retain' && !isClosure(clause)) ||
    clause.action === 'store' ||
    clause.action === 'transfer',
};

function says({ slots }, slot, ...names) {
  return (slots[slot] ?? []).some((value) => names.includes(value.class));
}

/** Deletion when the account is closed. */
function isClosure(clause) {
  return clause.action === 'retain' && says(clause, 'period', 'period.event.closure');
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
        const [want, got] = [(topics ?? []).includes(topic), found[i].some(is)];
        const kind = want && got ? 'tp' : want ? 'fn' : got ? 'fp' : undefined;
        if (kind === undefined) continue;
        counts[topic][kind]++;
        if (kind !== 'tp') show?.(topic, kind, sentence, found[i].filter(is));
      }
    });
  }
  return Object.fromEntries(
    Object.entries(counts).map(([topic, { tp, fp, fn }]) => [
      `${topic} F1${alone ? ', sentences alone' : ''}`,
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
