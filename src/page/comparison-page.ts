import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Comparison } from '../compare/index.js';
import type { PolicyDocument } from '../document/index.js';
import { nameOf } from '../format/index.js';
import { plural } from '../locale/index.js';
import { type Change, changesList, factsOf, LEVELS, numberedChanges } from './changes.js';
import { filtersView } from './filters.js';
import { questionOf } from './profile.js';
import { fileName, pageOf, steps } from './shell.js';
import { sidesView } from './sides.js';
import { sentence } from './text.js';
import { shown } from './words.js';

/** A comparison, and the two policies that it was made of, as `parsePolicy` reads them. */
export interface ComparisonPageInput {
  readonly comparison: Comparison;
  readonly before: PolicyDocument;
  readonly after: PolicyDocument;
}

const KEYS = [
  ['n', 'next change'],
  ['p', 'change before'],
  ['/', 'find in changes'],
  ['Esc', 'close, or show all changes again'],
  ['?', 'this help'],
] as const;

/**
 * A comparison as one HTML file that needs nothing else: the verdict with its reasons, what got worse and better, and both texts side
 * by side with what changed. Pure, and as safe of the policies' markup as `reportPage`.
 */
export function comparisonPage(input: ComparisonPageInput): string {
  const { comparison } = input;
  const changes = numberedChanges(comparison);
  const names = namesOf(comparison);
  return pageOf({
    title: `${names.join(' → ')} · fineprint`,
    skips: [
      ['policy', 'To the two texts'],
      ['findings', 'To the changes'],
    ],
    keys: KEYS,
    bar: [
      h('span', { className: 'brand' }, 'fineprint'),
      h('span', { className: 'name', dir: 'auto' }, names.join(' → ')),
      ...(changes.length === 0 ? [] : [steps('change')]),
    ],
    main: comparisonMain(input),
  });
}

/** What a comparison's page shows below its bar: the verdict, both texts and the changes. */
export function comparisonMain({ comparison, before, after }: ComparisonPageInput): Element[] {
  const changes = numberedChanges(comparison);
  const names = namesOf(comparison);
  return [
    h('section', { className: 'overview', ariaLabel: 'Overview' }, overview(comparison, changes)),
    h('div', { className: ['reader', 'compared'] }, [
      h('article', { className: ['policy', 'sides'], id: 'policy', ariaLabel: 'Both texts' }, [
        h('div', { className: 'sides-head' }, [
          h('h2', { dir: 'auto' }, `Before: ${names[0]}`),
          h('h2', { dir: 'auto' }, `After: ${names[1]}`),
        ]),
        h('p', { className: ['sides-tools', 'needs-script'] }, [
          h('button', { type: 'button', dataDo: 'inline' }, 'Side by side or in one column'),
          h('button', { type: 'button', dataDo: 'unfold' }, 'Show everything'),
        ]),
        ...sidesView({ before, after }, changes),
      ]),
      h('aside', { className: 'findings', id: 'findings', ariaLabelledBy: 'findings-title' }, [
        h('h2', { id: 'findings-title' }, plural(changes.length, 'change')),
        ...(changes.length > 1
          ? [
              filtersView(changes.map(factsOf), {
                levels: LEVELS,
                choices: { kind: 'All kinds' },
              }),
            ]
          : []),
        ...changesList(changes),
      ]),
    ]),
  ];
}

function namesOf(comparison: Comparison): string[] {
  return [comparison.before, comparison.after].map((source) => fileName(nameOf(source)));
}

const VERDICTS: Readonly<Record<Comparison['verdict'], { says: string; level: string }>> = {
  worse: { says: 'It got worse', level: 'worse' },
  better: { says: 'It got better', level: 'better' },
  mixed: { says: 'Worse in some points, better in others', level: 'warning' },
  neutral: { says: 'Nothing got worse or better', level: 'none' },
};

function overview(comparison: Comparison, changes: readonly Change[]): Element[] {
  const { verdict, reasons, score, notes, profile } = comparison;
  const count = (level: Change['level']): number => changes.filter((change) => change.level === level).length;
  return [
    h('div', { className: 'headline' }, [
      h('h1', { className: VERDICTS[verdict].level }, VERDICTS[verdict].says),
      h('p', { className: 'counts' }, [
        ...(['worse', 'better'] as const).map((level) =>
          h('span', { className: ['count', level] }, [
            h('span', { className: 'shape', ariaHidden: 'true' }, LEVELS[level].shape),
            ` ${count(level)} ${level}`,
          ]),
        ),
        ...(score
          ? [
              h(
                'span',
                `Score ${score.before} → ${score.after} (${score.delta > 0 ? '+' : ''}${score.delta})`,
              ),
            ]
          : []),
      ]),
      ...notes.map(({ of, message }) => h('p', { className: 'note' }, shown(`${of}: ${message}`))),
    ]),
    ...(profile.length > 0
      ? [
          h('section', { className: ['panel', 'whole'] }, [
            h('h2', 'Answers that changed'),
            answersTable(comparison, changes),
          ]),
        ]
      : []),
    ...(reasons.length > 0
      ? [
          h('section', { className: ['panel', 'whole'] }, [
            h('details', [
              h('summary', `${plural(reasons.length, 'reason')} for the verdict`),
              h(
                'ul',
                reasons.map((reason) => h('li', shown(reason))),
              ),
            ]),
          ]),
        ]
      : []),
  ];
}

function answersTable({ profile }: Comparison, changes: readonly Change[]): Element {
  return h('table', { className: 'profile' }, [
    h(
      'thead',
      h(
        'tr',
        ['Question', 'Before', 'After', 'Change'].map((name) => h('th', { scope: 'col' }, name)),
      ),
    ),
    h(
      'tbody',
      profile.map(({ key, before, after, change }) => {
        const card = changes.find(({ entry }) => entry.kind === 'answer' && entry.subject === key);
        const { name, shape } = LEVELS[change];
        return h('tr', [
          h('th', { scope: 'row' }, questionOf(key)),
          h('td', before.replaceAll('-', ' ')),
          h('td', after.replaceAll('-', ' ')),
          h(
            'td',
            h('a', { className: ['answer', change], href: `#${card?.id ?? ''}` }, [
              h('span', { className: 'shape', ariaHidden: 'true' }, shape),
              sentence(name),
            ]),
          ),
        ]);
      }),
    ),
  ]);
}
