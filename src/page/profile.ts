import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Report } from '../report/index.js';
import { builtin } from '../ruleset/index.js';
import { answersOf, ID } from './told.js';

/** The questions of the profile, their answers and links to the words these rest on. */
export function profileTable(report: Pick<Report, 'profile'>): Element {
  const rows = answersOf(report).map(([key, { answer, points, evidence }]) =>
    h('tr', [
      h('th', { scope: 'row' }, questionOf(key)),
      h('td', answerChip(answer, points)),
      h(
        'td',
        { className: 'jumps' },
        evidence.flatMap(({ position }, i): ElementContent[] =>
          [
            i === 0 ? '' : ' ',
            h(
              'a',
              {
                href: `#${ID.evidence(key, i)}`,
                ariaLabel: `Evidence ${i + 1}, line ${position.start.line}`,
              },
              String(position.start.line),
            ),
          ].map((node) => (typeof node === 'string' ? { type: 'text', value: node } : node)),
        ),
      ),
    ]),
  );
  return h('table', { className: 'profile' }, [
    h(
      'thead',
      h(
        'tr',
        ['Question', 'Answer', 'Lines'].map((name) => h('th', { scope: 'col' }, name)),
      ),
    ),
    h('tbody', rows),
  ]);
}

/** What a question of the profile asks. */
export function questionOf(key: string): string {
  return builtin.profiles.find((profile) => profile.key === key)?.question ?? key;
}

/** An answer, with a shape for what it earns in the score. */
export function answerChip(answer: string, points: number | undefined): Element {
  const worth = worthOf(points);
  return h('span', { className: ['answer', worth] }, [
    h('span', { className: 'shape', ariaHidden: 'true' }, SHAPES[worth]),
    answer.replaceAll('-', ' '),
    h('span', { className: 'unseen' }, ` (${WORTH[worth]})`),
  ]);
}

type Worth = 'good' | 'part' | 'poor' | 'none';

const SHAPES: Readonly<Record<Worth, string>> = { good: '✓', part: '◐', poor: '✕', none: '–' };
const WORTH: Readonly<Record<Worth, string>> = {
  good: 'most points or all',
  part: 'part of the points',
  poor: 'few points or none',
  none: 'not scored',
};

function worthOf(points: number | undefined): Worth {
  if (points === undefined) return 'none';
  if (points >= 0.8) return 'good';
  return points > 0.2 ? 'part' : 'poor';
}
