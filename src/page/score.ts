import type { Element } from 'hast';
import { h, s } from 'hastscript';
import type { Report } from '../report/index.js';
import { categoryFor, type Reader } from './reader.js';

type Score = NonNullable<Report['score']>;

/** The score in total and by its parts. */
export function scoreView({ total, grade, categories }: Score, reader: Reader): Element {
  const { score: said } = reader.words;
  return h('div', { className: 'score' }, [
    h('p', { className: ['total', `grade-${grade.toLowerCase()}`] }, [
      h('span', { className: 'grade' }, [h('span', { className: 'unseen' }, said.grade), grade]),
      h('span', [h('strong', String(total)), said.total]),
    ]),
    h('table', { className: 'parts' }, [
      h('caption', { className: 'unseen' }, said.byCategory),
      h(
        'tbody',
        Object.entries(categories).map(([category, points]) =>
          h('tr', [
            h('th', { scope: 'row' }, categoryFor(reader, category)),
            h('td', bar(points)),
            h('td', { className: 'number' }, String(points)),
          ]),
        ),
      ),
    ]),
  ]);
}

/** A bar of 100, drawn, as the page allows no styles of its own elements. Its colour says how good that is, if it says that at all. */
export function bar(
  points: number,
  level: 'good' | 'part' | 'poor' | 'none' = points >= 65 ? 'good' : points >= 35 ? 'part' : 'poor',
): Element {
  return s(
    'svg',
    { className: ['meter', level], viewBox: '0 0 100 6', preserveAspectRatio: 'none', ariaHidden: 'true' },
    [
      s('rect', { className: 'track', width: 100, height: 6 }),
      s('rect', { className: 'value', width: points, height: 6 }),
    ],
  );
}
