import { plural } from '../plural.js';

const signed = (delta: number, minus: string): string =>
  delta > 0 ? `+${delta}` : String(delta).replace('-', minus);

/** Actions, slots and the like are told by their names in reports. */
const itself = (name: string): string => name;

/** What the formats say. Ids, keys of JSON, columns of CSV and names of test cases are for machines, and are not among it. */
export const words = {
  quote: (text: string) => `"${text}"`,
  /** A finding: words of the policy, and what is said of them. */
  said: (quote: string, says: string) => `"${quote}" ${says}`,
  /** What stands beside a finding, or clears it. */
  pointed: (says: string, quote: string) => `${says}: "${quote}"`,
  list: (parts: readonly string[]) => parts.join(', '),
  clauses: (parts: readonly string[]) => parts.join('; '),
  law: (law: string, article: string) => `${law} ${article}`,
  text: '(text)',
  severity: { error: 'error', warning: 'warning', info: 'info' },
  verdict: { worse: 'worse', better: 'better', mixed: 'mixed', neutral: 'neutral' },
  change: { worse: 'worse', better: 'better', other: 'other', same: 'same' },
  kind: {
    introduced: 'introduced',
    resolved: 'resolved',
    reworded: 'reworded',
    moved: 'moved',
    persisting: 'persisting',
  },
  action: itself,
  slot: itself,
  polarity: { affirmed: 'affirmed', denied: 'denied', conditional: 'conditional' },
  modality: { may: 'may', will: 'will', must: 'must', should: 'should' },
  suppression: { inline: 'inline', config: 'config', baseline: 'baseline' },
  counts: {
    error: (count: number) => plural(count, 'error'),
    warning: (count: number) => plural(count, 'warning'),
    info: (count: number) => `${count} info`,
    findings: (count: number) => plural(count, 'finding'),
    policies: (count: number) => (count === 1 ? '1 policy' : `${count} policies`),
    suppressed: (count: number) => `${count} suppressed`,
  },
  stylish: {
    noHeading: '(no heading)',
    wholePolicy: '(whole policy)',
    suppression: 'suppression',
    note: 'note',
    see: 'see',
    cleared: 'Cleared',
    clearedBy: 'cleared by',
    clauses: 'Clauses',
    clause: (action: string, modality: string | undefined, polarity: string) =>
      `${modality === undefined ? '' : `${modality} `}${action} (${polarity})`,
    slot: (name: string, values: readonly string[]) => `${name}: ${values.join(', ')}`,
    profile: 'Profile',
    score: (total: number, grade: string) => `Score ${total} of 100, ${grade}`,
    part: (category: string, points: number) => `${category} ${points}`,
    sum: (findings: string) => findings,
    sumIn: (policies: string, kinds: readonly string[]) => ` in ${policies} (${kinds.join(', ')})`,
    nothing: (policies: string) => `no findings in ${policies}`,
    beside: (suppressed: string) => `; ${suppressed}`,
  },
  comparison: {
    before: '(before)',
    after: '(after)',
    findings: 'Findings',
    profile: 'Profile',
    clauses: 'Clauses',
    other: 'Other words',
    score: (before: number, after: number, delta: number) =>
      `score ${before} → ${after} (${signed(delta, '-')})`,
    more: (count: number) => `… and ${count} more (--format json has them all)`,
    noLongerAnswered: (quote: string) => `no longer answered by "${quote}"`,
    nowAnswered: (quote: string) => `now answered by "${quote}"`,
    answer: (question: string, before: string, after: string) => `${question}: ${before} → ${after}`,
    answered: (before: string, after: string) => `was answered ${before}, is ${after}`,
    gone: 'gone',
    added: 'added',
    /** What changed, where: `about` is a slot, an action or both. */
    changed: (says: string, about: string, told: string) => `${says} (${about}): ${told}`,
    slotOf: (slot: string, actions: readonly string[]) => `${slot} of ${actions.join(', ')}`,
    note: {
      before: (message: string) => `before: ${message}`,
      after: (message: string) => `after: ${message}`,
    },
    sums: (n: Readonly<Record<'introduced' | 'resolved' | 'persisting' | 'reworded' | 'moved', number>>) =>
      `${n.introduced} introduced, ${n.resolved} resolved, ${n.persisting} persisting, ${n.reworded} reworded, ${n.moved} moved`,
    clauseSums: (n: Readonly<Record<'added' | 'removed' | 'changed' | 'moved', number>>) =>
      `${n.added} added, ${n.removed} removed, ${n.changed} changes in others, ${n.moved} moved`,
    summary: (findings: string, clauses: string) => `findings: ${findings}; clauses: ${clauses}`,
  },
  /** Why a comparison comes to its verdict. */
  reasons: {
    worse: (reason: string) => `worse: ${reason}`,
    better: (reason: string) => `better: ${reason}`,
    more: (count: number) => `${count} more`,
    clause: (says: string, told: string, lines: string) => `${says}: ${told} (${lines})`,
    introduced: (rule: string, quote: string, lines: string) => `introduced ${rule}: "${quote}" (${lines})`,
    resolved: (rule: string, quote: string, lines: string) => `resolved ${rule}: "${quote}" (${lines})`,
    answer: (question: string, before: string, after: string, lines: string) =>
      `${question} was answered "${before}", is "${after}" (${lines})`,
    lines: (before: number | undefined, after: number | undefined) => {
      const name = (line: number | undefined): string => (line === undefined ? 'nowhere' : `line ${line}`);
      return `${name(before)} before, ${name(after)} now`;
    },
  },
  markdown: {
    error: 'Error:',
    unread: 'Could not be read:',
    unreadAll: 'nothing was read',
    noFindings: 'no findings',
    counted: (findings: string, kinds: readonly string[]) => `${findings} (${kinds.join(', ')})`,
    /** What a heading or a file's name is followed by. */
    titled: (name: string, says: string) => `${name}: ${says}`,
    score: (total: number, grade: string) => `, score ${total} of 100 (${grade})`,
    scores: (before: number, after: number, delta: number) =>
      `, score ${before} → ${after} (${signed(delta, '−')})`,
    columns: ['Line', 'Severity', 'What', 'Words'],
    changeColumns: ['Change', 'Lines', 'What', 'Before', 'After'],
    finding: (says: string, rule: string) => `${says} (${rule})`,
    suppressed: (count: number) => `${plural(count, 'finding')} suppressed.`,
    atLine: (line: number, message: string) => `line ${line}: ${message}`,
    note: (message: string) => `Note: ${message}`,
    moreFiles: (count: number) => `… and ${plural(count, 'more file')}, too many to show here.`,
    moreRows: (count: number) => `… and ${count} more, too many to show here.`,
    sums: (findings: string, clauses: string) => `Findings: ${findings}. Clauses: ${clauses}.`,
    clauseSums: (added: number, removed: number, changed: number) =>
      `${added} added, ${removed} removed, ${plural(changed, 'change')} in others`,
    otherSentences: (count: number) => ` Other sentences changed: ${count}.`,
    answer: (question: string, says: string) => `${question} ${says}`,
  },
  github: {
    verdict: (verdict: string) => `the revision is ${verdict}`,
    score: (before: number, after: number) => `, score ${before} → ${after}`,
    worse: (subject: string) => `worse: ${subject}`,
    clause: (says: string, about: string) => `worse: ${says} (${about})`,
    told: (says: string, told: string) => `${says}: ${told}`,
  },
  junit: {
    suppressed: (kind: string) => `suppressed (${kind})`,
    place: (line: number, column: number, context: string) => `line ${line}, column ${column}: ${context}`,
    before: (text: string) => `before: ${text}`,
    after: (text: string) => `after: ${text}`,
  },
  sarif: {
    advice: (suggestion: string) => `What to write instead: ${suggestion}`,
    see: (laws: string) => `See ${laws}.`,
    clauseRule: 'what the policy says was lost, widened or weakened since the revision before',
    answerRule: 'the policy answers a question of the profile worse than the revision before',
    before: (quote: string) => `before: "${quote}"`,
    after: (quote: string) => `after: "${quote}"`,
    change: (about: string, told: string) => `${about}: ${told}`,
    words: (says: string, told: string) => `${says} (${told})`,
  },
  off: 'off',
  explain: {
    head: (rule: string, severity: string, percent: number) => `${rule}  (${severity}, ${percent}% sure)`,
    says: 'Says     ',
    why: 'Why      ',
    instead: 'Instead  ',
    law: 'Law      ',
    found: 'Found, the words in [[…]]:',
    notFound: 'Not found:',
    note: (message: string) => `note: ${message}`,
  },
  history: {
    commit: 'commit',
    date: 'date',
    verdict: 'verdict',
    score: 'score',
    found: 'found',
    subject: 'subject',
    first: 'first',
    error: 'error',
    columns: ['Commit', 'Date', 'Verdict', 'Score', 'Found', 'Introduced', 'Resolved', 'Subject'],
  },
};

export type Words = typeof words;
