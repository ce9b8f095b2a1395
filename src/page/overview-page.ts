import type { Element } from 'hast';
import { h } from 'hastscript';
import { answersView, findingsView, scoresView } from './overview-parts.js';
import type { OverviewRow } from './overview-row.js';
import { policiesTable } from './overview-table.js';
import { pageOf } from './shell.js';

const KEYS = [
  ['/', 'find policies'],
  ['?', 'this help'],
] as const;

/**
 * Many policies as one HTML file: how their scores spread, how they answer the questions, what is found most, and a table to sort and
 * to filter. Pure; its work grows with the number of policies.
 */
export function overviewPage(rows: readonly OverviewRow[]): string {
  const judged = rows.filter(({ unjudged }) => unjudged === undefined);
  return pageOf({
    title: `${headline(rows.length)} · fineprint`,
    skips: [['policies', 'To the policies']],
    keys: KEYS,
    bar: [h('span', { className: 'brand' }, 'fineprint'), h('span', { className: 'name' }, 'Overview')],
    main: [
      h('section', { className: 'overview', ariaLabel: 'Overview' }, [
        h('div', { className: 'headline' }, [
          h('h1', headline(rows.length)),
          mediansLine(judged, rows.length - judged.length),
        ]),
        panel('Scores', scoresView(judged), []),
        panel('Found most', findingsView(judged), []),
        panel('Questions and answers', answersView(judged), ['whole']),
      ]),
      h(
        'section',
        { className: 'policies', id: 'policies', ariaLabelledBy: 'policies-title' },
        policiesTable(rows),
      ),
    ],
  });
}

function headline(count: number): string {
  return count === 1 ? '1 policy' : `${count.toLocaleString('en')} policies`;
}

function panel(title: string, content: Element, classes: readonly string[]): Element {
  return h('section', { className: ['panel', ...classes] }, [h('h2', title), content]);
}

function mediansLine(rows: readonly OverviewRow[], unjudged: number): Element {
  const scores = rows.flatMap(({ score }) => score ?? []);
  const unscored = rows.length - scores.length;
  return h('p', { className: 'counts' }, [
    ...(scores.length > 0 ? [h('span', `Median score ${median(scores)} of 100`)] : []),
    ...(rows.length > 0
      ? [h('span', `Median length ${median(rows.map(({ words }) => words)).toLocaleString('en')} words`)]
      : []),
    ...(unscored > 0 ? [h('span', `${unscored} without a score`)] : []),
    ...(unjudged > 0 ? [h('span', `${unjudged} without a report`)] : []),
  ]);
}

/** The middle value, the lower of two. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? 0;
}
