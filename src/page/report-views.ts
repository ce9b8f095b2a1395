import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { PolicyDocument } from '../document/index.js';
import { localize } from '../format/index.js';
import { categoryIn, type LocaleChoice, tell } from '../locale/index.js';
import type { Report } from '../report/index.js';
import { filtersView } from './filters.js';
import { cardOf, findingsList } from './findings.js';
import { langOfPolicy } from './lang.js';
import { marksOf } from './marks.js';
import { drawingOf, policyTree } from './policy.js';
import { profileTable } from './profile.js';
import { type Reader, readerOf } from './reader.js';
import { type RuleTexts, rulesBy } from './rules.js';
import { scoreView } from './score.js';
import { severitiesFor } from './severity.js';
import { inSlices } from './slices.js';
import { stripView } from './strip.js';
import { type Told, toldOf } from './told.js';
import { quotation, shown } from './words.js';

/** A report, and the policy that it was made of, as `parsePolicy` reads it. */
export interface ReportPageInput {
  readonly report: Report;
  readonly document: PolicyDocument;
  /** What the policy is called; its path without it. */
  readonly name?: string | undefined;
  /** Rules beside the built-in ones, for what they say of themselves. */
  readonly rules?: readonly RuleTexts[] | undefined;
  /** The language of the reader, whatever that of the policy; English without it. */
  readonly locale?: LocaleChoice;
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
  const note = tell('findings-limit', { shown: MOST_FINDINGS, all: length });
  return {
    ...report,
    findings: report.findings.slice(0, MOST_FINDINGS),
    notes: [...report.notes, { code: 'limit', ...note }],
  };
}

/** The parts of a report's page, as elements. */
export function viewsOf(input: ReportPageInput) {
  const { document, rules } = input;
  const reader = readerOf(input.locale);
  const { report: said } = reader.words;
  const report = localize(withinReason(input.report), input.locale, rules);
  const told = toldOf(report.findings, rulesBy(rules, reader), reader);
  const lang = langOfPolicy(document);
  const draw = drawingOf(document, marksOf(told, report));
  const title = document.blocks.find(({ kind }) => kind === 'heading')?.text ?? said.untitled;
  return {
    title: shown(title),
    notes: report.notes.map(({ message }) => h('p', { className: 'note' }, shown(message))),
    policy: inSlices(policyTree(document, draw, { level: 2, prefix: '', table: said.table, lang })),
    strip: stripView(document, told, reader),
    findings: [
      ...(told.length > 1
        ? [
            filtersView(
              report.findings.map(({ severity, category, ruleId }) => ({
                level: severity,
                category,
                rule: ruleId,
              })),
              {
                levels: severitiesFor(reader),
                choices: { category: said.allCategories, rule: said.allRules },
                named: (by, value) => (by === 'category' ? categoryIn(reader.locale, value) : value),
              },
              reader,
            ),
          ]
        : []),
      ...(foundNothing(report, document) ? [h('p', said.nothing)] : []),
      ...findingsList(told, reader),
      ...setAside(said.suppressed, report.suppressed, rules, reader),
      ...setAside(said.answered, report.cleared, rules, reader),
    ],
    score: report.score && scoreView(report.score, reader),
    profile: Object.keys(report.profile).length > 0 ? profileTable(report, reader) : undefined,
  };
}

/** A list that is empty without a word, beside a low score, would leave people wondering. */
function foundNothing({ findings, suppressed, profile, score }: Report, { blocks }: PolicyDocument): boolean {
  const isJudged = score !== undefined && Object.keys(profile).length > 0;
  return isJudged && blocks.length > 0 && findings.length + suppressed.length === 0;
}

/** Findings that are not held against the policy; without marks, as they are none of its problems. */
function setAside(
  title: string,
  findings: readonly (Report['suppressed'][number] | Report['cleared'][number])[],
  rules: ReportPageInput['rules'],
  reader: Reader,
): Element[] {
  if (findings.length === 0) return [];
  const told = toldOf(findings, rulesBy(rules, reader), reader);
  return [
    h('details', { className: 'aside' }, [
      h('summary', reader.words.titled(title, findings.length)),
      h(
        'ol',
        told.map((one) => h('li', [cardOf(one, reader), ...reasonOf(one, reader)])),
      ),
    ]),
  ];
}

function reasonOf({ finding }: Told, { locale, words }: Reader): Element[] {
  if ('suppression' in finding) {
    const { kind, reason } = (finding as Report['suppressed'][number]).suppression;
    const name = locale.words.suppression[kind];
    return [h('p', { className: 'reason' }, words.report.by(name, reason && shown(reason)))];
  }
  const { quote, position } = (finding as Report['cleared'][number]).clearedBy;
  return [
    h('p', { className: 'reason' }, [words.linesBegin(position.start.line), quotation(quote, locale.lang)]),
  ];
}
