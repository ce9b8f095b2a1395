import type { Element } from 'hast';
import { h } from 'hastscript';
import type { LocaleChoice } from '../locale/index.js';
import { answersView, findingsView, scoresView } from './overview-parts.js';
import type { OverviewRow } from './overview-row.js';
import { policiesTable } from './overview-table.js';
import { type Reader, readerOf } from './reader.js';
import { pageOf } from './shell.js';

/**
 * Many policies as one HTML file: how their scores spread, how they answer the questions, what is found most, and a table to sort and
 * to filter. Pure; its work grows with the number of policies.
 */
export function overviewPage(
  rows: readonly OverviewRow[],
  { locale }: { readonly locale?: LocaleChoice } = {},
): string {
  const reader = readerOf(locale);
  const { keys, overview: said } = reader.words;
  const headline = said.headline(rows.length);
  const judged = rows.filter(({ unjudged }) => unjudged === undefined);
  const page = {
    title: `${headline} · fineprint`,
    skips: [['policies', said.toPolicies]] as const,
    keys: [
      ['/', keys.findPolicies],
      ['?', keys.help],
    ] as const,
    bar: [h('span', { className: 'brand' }, 'fineprint'), h('span', { className: 'name' }, said.title)],
    main: [
      h('section', { className: 'overview', ariaLabel: said.title }, [
        h('div', { className: 'headline' }, [
          h('h1', headline),
          mediansLine(judged, rows.length - judged.length, reader),
        ]),
        panel(said.scores, scoresView(judged, reader), []),
        panel(said.foundMost, findingsView(judged, reader), []),
        panel(said.questions, answersView(judged, reader), ['whole']),
      ]),
      h(
        'section',
        { className: 'policies', id: 'policies', ariaLabelledBy: 'policies-title' },
        policiesTable(rows, reader),
      ),
    ],
  };
  return pageOf(page, reader);
}

function panel(title: string, content: Element, classes: readonly string[]): Element {
  return h('section', { className: ['panel', ...classes] }, [h('h2', title), content]);
}

function mediansLine(rows: readonly OverviewRow[], unjudged: number, { words }: Reader): Element {
  const { overview: said } = words;
  const scores = rows.flatMap(({ score }) => score ?? []);
  const unscored = rows.length - scores.length;
  return h('p', { className: 'counts' }, [
    ...(scores.length > 0 ? [h('span', said.medianScore(median(scores)))] : []),
    ...(rows.length > 0 ? [h('span', said.medianLength(median(rows.map((row) => row.words))))] : []),
    ...(unscored > 0 ? [h('span', said.unscored(unscored))] : []),
    ...(unjudged > 0 ? [h('span', said.unjudged(unjudged))] : []),
  ]);
}

/** The middle value, the lower of two. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? 0;
}
