import type { Finding, Report } from '../../src/index.js';

/** Words that mean something to a format they end up in, or to what shows it. */
export const HOSTILE: readonly string[] = [
  '_www.site.example',
  'a | b || c \\| d \\\\| e',
  '`code` ``more`` ` `` `',
  'one\r\ntwo\nthree\rfour',
  '<!-- a --> <script>alert(1)</script> <img src=x onerror=y>',
  '-->',
  '::error file=x::y',
  '\n::set-output name=a::b',
  '##[error]now',
  ']]> & &amp; <![CDATA[x]]>',
  '=cmd()',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '＝1',
  '"quoted", and \'so\'',
  'ping @somebody and @an-org/team, see #12, GH-3, org/repo#4',
  '[link](https://example.com) ![image](x.png) <https://example.com> https://example.com www.example.com',
  '[x]: y "z"\n\n# heading\n\n- item\n1. item\n> quote\n***',
  '[^1] footnote, ~~gone~~, **bold**, __bold__, $x^2$ $$y$$',
  '{0} {{1}} [text](0)',
  'a%0Ab%2Cc%',
  '\u0000 \u0001 \u001b[31m \u007f \u0085',
  '\u202eright to left\u202c \u2066x\u2069 \u200b\ufeff',
  '\ud800 lone \udc00',
  '\ufffe \uffff',
  '\u{1f600}\u{e0041}',
  ' ',
  '',
];

export function findingOf(quote: string, more: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'third-party/vague-recipients',
    category: 'third-party',
    severity: 'warning',
    confidence: 0.8,
    message: `"${quote}" says little`,
    quote,
    context: `We share data with ${quote}.`,
    section: ['Privacy', quote],
    position: { start: { line: 3, column: 5, offset: 20 }, end: { line: 3, column: 9, offset: 24 } },
    slots: {},
    references: [{ law: 'GDPR', article: '13(1)(e)' }],
    suggestion: 'name them',
    related: [],
    fingerprint: '0123456789abcdef',
    ...more,
  };
}

export function reportOf(more: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    tool: { name: 'fineprint', version: '0.0.0', ruleset: '' },
    source: { path: 'a.md', format: 'markdown', language: 'en', characters: 1, words: 1, sentences: 1 },
    findings: [],
    profile: {},
    suppressed: [],
    suppressionProblems: [],
    cleared: [],
    notes: [],
    ...more,
  };
}

/** A report that has these words wherever words of a policy, a rule or a path may stand. */
export function hostileReport(words: string): Report {
  const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 2, column: 3, offset: 8 } };
  const finding = findingOf(words, {
    suggestion: words,
    related: [{ message: words, quote: words, position }],
    references: [{ law: words, article: words }],
  });
  return reportOf({
    source: { ...reportOf().source, path: words },
    findings: [finding, findingOf('across lines', { position, message: words, ruleId: 'own/rule' })],
    suppressed: [{ ...finding, suppression: { kind: 'inline', reason: words, position } }],
    suppressionProblems: [{ kind: 'inline', code: 'expired', message: words, position }],
    notes: [{ code: 'language', message: words }],
  });
}
