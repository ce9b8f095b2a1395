import type { Element } from 'hast';
import { h } from 'hastscript';
import { nameOf } from '../format/index.js';
import { plural } from '../locale/index.js';
import type { Report } from '../report/index.js';
import { type ReportPageInput, viewsOf } from './report-views.js';
import { SEVERITIES, SEVERITY } from './severity.js';
import { fileName, pageOf, steps } from './shell.js';
import { shown } from './words.js';

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
  const { report } = input;
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
    main: reportMain(input),
  });
}

/** What a report's page shows below its bar: the overview, the strip, the policy with its findings. */
export function reportMain(input: ReportPageInput): Element[] {
  const { report } = input;
  const views = viewsOf(input);
  return [
    h('section', { className: 'overview', ariaLabel: 'Overview' }, [
      h('div', { className: 'headline' }, [
        h('h1', { dir: 'auto' }, views.title),
        countsLine(report),
        ...views.notes,
      ]),
      ...(views.score ? [h('section', { className: 'panel' }, [h('h2', 'Score'), views.score])] : []),
      ...(views.profile
        ? [h('section', { className: ['panel', 'wide'] }, [h('h2', 'Questions and answers'), views.profile])]
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
