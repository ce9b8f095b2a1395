import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { PolicyDocument } from '../document/index.js';
import type { Report } from '../report/index.js';
import { filtersView } from './filters.js';
import { cardOf, findingsList } from './findings.js';
import { marksOf } from './marks.js';
import { drawingOf, policyTree } from './policy.js';
import { profileTable } from './profile.js';
import { type RuleTexts, rulesBy } from './rules.js';
import { scoreView } from './score.js';
import { SEVERITY } from './severity.js';
import { stripView } from './strip.js';
import { type Told, toldOf } from './told.js';
import { shown } from './words.js';

/** A report, and the policy that it was made of, as `parsePolicy` reads it. */
export interface ReportPageInput {
  readonly report: Report;
  readonly document: PolicyDocument;
  /** What the policy is called; its path without it. */
  readonly name?: string | undefined;
  /** Rules beside the built-in ones, for what they say of themselves. */
  readonly rules?: readonly RuleTexts[] | undefined;
}

/** The parts of a report's page as HTML, each empty where the report has nothing of it. */
export type ReportViews = Readonly<Record<'policy' | 'findings' | 'profile' | 'score' | 'strip', string>>;

/**
 * What a page of one's own can be made of: the policy with its marks, the cards of its findings, the answers, the score and the strip.
 * As safe of the policy's markup as `reportPage`; looks come from `pageStyle`.
 */
export function reportViews(input: ReportPageInput): ReportViews {
  const { policy, findings, profile, score, strip } = viewsOf(input);
  const html = (elements: readonly (Element | undefined)[]): string =>
    elements.map((element) => (element ? toHtml(element) : '')).join('');
  return {
    policy: html(policy),
    findings: html(findings),
    profile: html([profile]),
    score: html([score]),
    strip: html([strip]),
  };
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

/** The parts of a report's page, as elements. */
export function viewsOf(input: ReportPageInput) {
  const { document, rules } = input;
  const report = withinReason(input.report);
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
