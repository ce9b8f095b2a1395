import type { Element } from 'hast';
import { h } from 'hastscript';
import { nameOf } from '../format/index.js';
import type { Report } from '../report/index.js';
import { langOfPolicy } from './lang.js';
import { type Reader, readerOf } from './reader.js';
import { type ReportPageInput, viewsOf } from './report-views.js';
import { SEVERITIES, severitiesFor } from './severity.js';
import { fileName, pageOf, steps } from './shell.js';
import { shown } from './words.js';

/**
 * A report as one HTML file that needs nothing else: the policy's text with its findings marked, what is said of them, the answers of
 * the profile and the score. Pure: a string of its input. Nothing of the policy but its words and its links by http, https and
 * mailto gets into the page.
 */
export function reportPage(input: ReportPageInput): string {
  const { report } = input;
  const reader = readerOf(input.locale);
  const { keys, report: said, shell } = reader.words;
  const path = shown(input.name ?? nameOf(report.source, reader.locale.words));
  const name = fileName(path);
  const page = {
    title: `${name} · fineprint`,
    skips: [
      ['policy', said.toPolicy],
      ['findings', said.toFindings],
    ] as const,
    keys: [
      ['n', keys.nextFinding],
      ['p', keys.previousFinding],
      ['/', keys.findFindings],
      ['Esc', keys.allFindings],
      ['?', keys.help],
    ] as const,
    bar: [
      h('span', { className: 'brand' }, 'fineprint'),
      h('span', { className: 'name', dir: 'auto', title: path }, name),
      ...(report.findings.length === 0 ? [] : [steps(shell.previousFinding, shell.nextFinding)]),
    ],
    main: reportMain(input),
  };
  return pageOf(page, reader);
}

/** What a report's page shows below its bar: the overview, the strip, the policy with its findings. */
export function reportMain(input: ReportPageInput): Element[] {
  const { report, document } = input;
  const reader = readerOf(input.locale);
  const { counts, report: said } = reader.words;
  const lang = langOfPolicy(document);
  const views = viewsOf(input);
  return [
    h('section', { className: 'overview', ariaLabel: said.overview }, [
      h('div', { className: 'headline' }, [
        h('h1', { dir: 'auto', lang }, views.title),
        countsLine(report, reader),
        ...views.notes,
      ]),
      ...(views.score ? [h('section', { className: 'panel' }, [h('h2', said.score), views.score])] : []),
      ...(views.profile
        ? [h('section', { className: ['panel', 'wide'] }, [h('h2', said.questions), views.profile])]
        : []),
    ]),
    views.strip,
    h('div', { className: 'reader' }, [
      h('article', { className: 'policy', id: 'policy', ariaLabel: said.policy, lang }, views.policy),
      h('aside', { className: 'findings', id: 'findings', ariaLabelledBy: 'findings-title' }, [
        h('h2', { id: 'findings-title' }, counts.findings(report.findings.length)),
        ...views.findings,
      ]),
    ]),
  ];
}

function countsLine({ findings, source }: Report, reader: Reader): Element {
  const said = reader.words.counts;
  const severities = severitiesFor(reader);
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  }));
  return h('p', { className: 'counts' }, [
    ...counts
      .filter(({ count }) => count > 0)
      .map(({ severity, count }) =>
        h('span', { className: ['count', severity] }, [
          h('span', { className: 'shape', ariaHidden: 'true' }, severities[severity].shape),
          ` ${said[severity](count)}`,
        ]),
      ),
    // Chinese has no spaces to count words by.
    h('span', source.language === 'zh' ? said.characters(source.characters) : said.words(source.words)),
    h('span', said.sentences(source.sentences)),
  ]);
}
