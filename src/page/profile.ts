import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { answerIn, named } from '../locale/index.js';
import type { Report } from '../report/index.js';
import { builtin } from '../ruleset/index.js';
import type { Reader } from './reader.js';
import { answersOf, ID } from './told.js';

/** The questions of the profile, their answers and links to the words these rest on. */
export function profileTable(report: Pick<Report, 'profile'>, reader: Reader): Element {
  const { profile: said } = reader.words;
  const rows = answersOf(report).map(([key, { answer, points, evidence }]) =>
    h('tr', [
      h('th', { scope: 'row' }, questionOf(key, reader)),
      h('td', answerChip(answerOf(key, answer, reader), points, reader)),
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
                ariaLabel: said.evidence(i + 1, position.start.line),
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
        said.columns.map((name) => h('th', { scope: 'col' }, name)),
      ),
    ),
    h('tbody', rows),
  ]);
}

/** What a question of the profile asks. */
export function questionOf(key: string, { locale }: Reader): string {
  const own = named(locale.questions, key) ?? builtin.profiles.find((profile) => profile.key === key);
  return own?.question ?? key;
}

/** What an answer is called. */
export function answerOf(key: string, answer: string, { locale }: Reader): string {
  return answerIn(locale, key, answer).replaceAll('-', ' ');
}

/** An answer, with a shape for what it earns in the score. */
function answerChip(answer: string, points: number | undefined, { words }: Reader): Element {
  const worth = worthOf(points);
  return h('span', { className: ['answer', worth] }, [
    h('span', { className: 'shape', ariaHidden: 'true' }, SHAPES[worth]),
    answer,
    h('span', { className: 'unseen' }, words.profile.worth[worth]),
  ]);
}

type Worth = 'good' | 'part' | 'poor' | 'none';

const SHAPES: Readonly<Record<Worth, string>> = { good: '✓', part: '◐', poor: '✕', none: '–' };

function worthOf(points: number | undefined): Worth {
  if (points === undefined) return 'none';
  if (points >= 0.8) return 'good';
  return points > 0.2 ? 'part' : 'poor';
}
