import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PolicyDocument } from '../document/index.js';
import { nameOf, plural } from '../format/index.js';
import type { Report } from '../report/index.js';
import { filtersView } from './filters.js';
import { cardOf, findingsList } from './findings.js';
import { marksOf } from './marks.js';
import { drawingOf, policyTree } from './policy.js';
import { profileTable } from './profile.js';
import { type RuleTexts, rulesBy } from './rules.js';
import { scoreView } from './score.js';
import { SEVERITIES, SEVERITY } from './severity.js';
import { fileName, pageOf, steps } from './shell.js';
import { stripView } from './strip.js';
import { type Told, toldOf } from './told.js';
import { shown } from './words.js';

/** A report, and the policy that it was made of, as `parsePolicy` reads it. */
export interface ReportPageInput {
  readonly report: Report;
  readonly document: PolicyDocument;
  /** Rules beside the built-in ones, for what they say of themselves. */
  readonly rules?: readonly RuleTexts[] | undefined;
}

const KEYS = [
  ['n', 'next finding'],
  ['p', 'finding before'],
  ['/', 'find in findings'],
  ['Esc', 'close, or show all findings again'],
  ['?', 'this help'],
] as const;

/**
 * A report as one HTML file that needs nothing else: the policy's text with its findings marked, what is said of them, the answers of
 * the profile and the score. Pure: a string of its input. Nothing of the policy but its words and its links by http, https and
 * mailto gets into the page.
 */
export function reportPage(input: ReportPageInput): string {
  const report = withinReason(input.report);
  const views = viewsOf({ ...input, report });
  const path = shown(nameOf(report.source));
  const name = fileName(path);
  return pageOf({
    title: `${name} · fineprint`,
    skips: [
      ['policy', 'To the policy'],
      ['findings', 'To the findings'],
    ],
    keys: KEYS,
    bar: [
      h('span', { className: 'brand' }, 'fineprint'),
      h('span', { className: 'name', dir: 'auto', title: path }, name),
      ...(report.findings.length === 0 ? [] : [steps('finding')]),
    ],
    main: [
      h('section', { className: 'overview', ariaLabel: 'Overview' }, [
        h('div', { className: 'headline' }, [
          h('h1', { dir: 'auto' }, views.title),
          countsLine(report),
          ...views.notes,
        ]),
        ...(views.score ? [h('section', { className: 'panel' }, [h('h2', 'Score'), views.score])] : []),
        ...(views.profile
          ? [
              h('section', { className: ['panel', 'wide'] }, [
                h('h2', 'Questions and answers'),
                views.profile,
              ]),
            ]
          : []),
      ]),
      views.strip,
      h('div', { className: 'reader' }, [
        h(
          'article',
          { className: 'policy', id: 'policy', ariaLabel: 'The policy', lang: languageOf(report) },
          views.policy,
        ),
        h('aside', { className: 'findings', id: 'findings', ariaLabelledBy: 'findings-title' }, [
          h('h2', { id: 'findings-title' }, plural(report.findings.length, 'finding')),
          ...views.findings,
        ]),
      ]),
    ],
  });
}

/** Past so many findings a page would take minutes to open, and nobody reads them one by one. */
const MOST_FINDINGS = 2000;

/** The report with as many findings as a page can show, and a note if that leaves some out. */
function withinReason(report: Report): Report {
  const { length } = report.findings;
  if (length <= MOST_FINDINGS) return report;
  const message = `the first ${MOST_FINDINGS} of ${length} findings are shown; --format json has them all`;
  return {
    ...report,
    findings: report.findings.slice(0, MOST_FINDINGS),
    notes: [...report.notes, { code: 'limit', message }],
  };
}

/** The parts of a report's page. */
function viewsOf({ report, document, rules }: ReportPageInput) {
  const told = toldOf(report.findings, rulesBy(rules));
  const draw = drawingOf(document, marksOf(told, report));
  const title = document.blocks.find(({ kind }) => kind === 'heading')?.text ?? 'Privacy policy';
  return {
    title: shown(title),
    notes: report.notes.map(({ message }) => h('p', { className: 'note' }, shown(message))),
    policy: policyTree(document, draw),
    strip: stripView(document, told),
    findings: [
      ...(told.length > 1
        ? [
            filtersView(
              report.findings.map(({ severity, category, ruleId }) => ({
                level: severity,
                category,
                rule: ruleId,
              })),
              { levels: SEVERITY, choices: { category: 'All categories', rule: 'All rules' } },
            ),
          ]
        : []),
      ...findingsList(told),
      ...setAside('Suppressed', report.suppressed, rules),
      ...setAside('Answered by the policy itself', report.cleared, rules),
    ],
    score: report.score && scoreView(report.score),
    profile: Object.keys(report.profile).length > 0 ? profileTable(report) : undefined,
  };
}

/** Findings that are not held against the policy; without marks, as they are none of its problems. */
function setAside(
  title: string,
  findings: readonly (Report['suppressed'][number] | Report['cleared'][number])[],
  rules: ReportPageInput['rules'],
): Element[] {
  if (findings.length === 0) return [];
  const told = toldOf(findings, rulesBy(rules));
  return [
    h('details', { className: 'aside' }, [
      h('summary', `${title} (${findings.length})`),
      h(
        'ol',
        told.map((one) => h('li', [cardOf(one), ...reasonOf(one)])),
      ),
    ]),
  ];
}

function reasonOf({ finding }: Told): Element[] {
  if ('suppression' in finding) {
    const { kind, reason } = (finding as Report['suppressed'][number]).suppression;
    return [h('p', { className: 'reason' }, `By ${kind}${reason ? `: ${shown(reason)}` : ''}`)];
  }
  const { quote, position } = (finding as Report['cleared'][number]).clearedBy;
  return [
    h('p', { className: 'reason' }, [`Line ${position.start.line}: `, h('q', { dir: 'auto' }, shown(quote))]),
  ];
}

function countsLine({ findings, source }: Report): Element {
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  }));
  return h('p', { className: 'counts' }, [
    ...counts
      .filter(({ count }) => count > 0)
      .map(({ severity, count }) =>
        h('span', { className: ['count', severity] }, [
          h('span', { className: 'shape', ariaHidden: 'true' }, SEVERITY[severity].shape),
          ` ${plural(count, severity === 'info' ? 'note' : severity)}`,
        ]),
      ),
    h('span', `${source.words.toLocaleString('en')} words`),
    h('span', plural(source.sentences, 'sentence')),
  ]);
}

function languageOf({ source }: Report): string | undefined {
  return /^[a-z]{2,3}$/.test(source.language) && source.language !== 'und' ? source.language : undefined;
}
