import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Comparison } from '../compare/index.js';
import type { PolicyDocument } from '../document/index.js';
import { localize, nameOf } from '../format/index.js';
import type { LocaleChoice } from '../locale/index.js';
import type { TranslatedRule } from '../report/index.js';
import { type Change, changesList, factsOf, levelsFor, numberedChanges } from './changes.js';
import { filtersView } from './filters.js';
import { answerOf, questionOf } from './profile.js';
import { type Reader, readerOf } from './reader.js';
import { fileName, pageOf, steps } from './shell.js';
import { sidesView } from './sides.js';
import { sentence } from './text.js';
import { shown } from './words.js';

/** A comparison, and the two policies that it was made of, as `parsePolicy` reads them. */
export interface ComparisonPageInput {
  readonly comparison: Comparison;
  readonly before: PolicyDocument;
  readonly after: PolicyDocument;
  /** Rules beside the built-in ones, for what they say in the reader's language. */
  readonly rules?: readonly TranslatedRule[] | undefined;
  /** The language of the reader, whatever that of the policies; English without it. */
  readonly locale?: LocaleChoice;
}

/**
 * A comparison as one HTML file that needs nothing else: the verdict with its reasons, what got worse and better, and both texts side
 * by side with what changed. Pure, and as safe of the policies' markup as `reportPage`.
 */
export function comparisonPage(input: ComparisonPageInput): string {
  const { comparison } = input;
  const reader = readerOf(input.locale);
  const { comparison: said, keys, shell } = reader.words;
  const hasChanges = numberedChanges(comparison, reader).length > 0;
  const names = namesOf(comparison, reader);
  const page = {
    title: `${names.join(' → ')} · fineprint`,
    skips: [
      ['policy', said.toTexts],
      ['findings', said.toChanges],
    ] as const,
    keys: [
      ['n', keys.nextChange],
      ['p', keys.previousChange],
      ['/', keys.findChanges],
      ['Esc', keys.allChanges],
      ['?', keys.help],
    ] as const,
    bar: [
      h('span', { className: 'brand' }, 'fineprint'),
      h('span', { className: 'name', dir: 'auto' }, names.join(' → ')),
      ...(hasChanges ? [steps(shell.previousChange, shell.nextChange)] : []),
    ],
    main: comparisonMain(input),
  };
  return pageOf(page, reader);
}

/** What a comparison's page shows below its bar: the verdict, both texts and the changes. */
export function comparisonMain(input: ComparisonPageInput): Element[] {
  const { before, after } = input;
  const reader = readerOf(input.locale);
  const { comparison: said, counts } = reader.words;
  const comparison = localize(input.comparison, input.locale, input.rules);
  const changes = numberedChanges(comparison, reader);
  const [nameBefore = '', nameAfter = ''] = namesOf(comparison, reader);
  return [
    h('section', { className: 'overview', ariaLabel: said.overview }, overview(comparison, changes, reader)),
    h('div', { className: ['reader', 'compared'] }, [
      h('article', { className: ['policy', 'sides'], id: 'policy', ariaLabel: said.both }, [
        h('div', { className: 'sides-head' }, [
          h('h2', { dir: 'auto' }, said.named(said.before, nameBefore)),
          h('h2', { dir: 'auto' }, said.named(said.after, nameAfter)),
        ]),
        h('p', { className: ['sides-tools', 'needs-script'] }, [
          h('button', { type: 'button', dataDo: 'inline' }, said.layout),
          h('button', { type: 'button', dataDo: 'unfold' }, said.everything),
        ]),
        ...sidesView({ before, after }, changes, reader),
      ]),
      h('aside', { className: 'findings', id: 'findings', ariaLabelledBy: 'findings-title' }, [
        h('h2', { id: 'findings-title' }, counts.changes(changes.length)),
        ...(changes.length > 1
          ? [
              filtersView(
                changes.map(factsOf),
                {
                  levels: levelsFor(reader),
                  choices: { kind: said.allKinds },
                  named: (_, kind) => ({ ...said.kinds })[kind] ?? kind,
                },
                reader,
              ),
            ]
          : []),
        ...changesList(changes, reader),
      ]),
    ]),
  ];
}

function namesOf(comparison: Comparison, { locale }: Reader): string[] {
  return [comparison.before, comparison.after].map((source) => fileName(nameOf(source, locale.words)));
}

const VERDICT_LEVELS: Readonly<Record<Comparison['verdict'], string>> = {
  worse: 'worse',
  better: 'better',
  mixed: 'warning',
  neutral: 'none',
};

function overview(comparison: Comparison, changes: readonly Change[], reader: Reader): Element[] {
  const { locale, words } = reader;
  const said = words.comparison;
  const levels = levelsFor(reader);
  const { verdict, reasons, score, notes, profile } = comparison;
  const count = (level: Change['level']): number => changes.filter((change) => change.level === level).length;
  return [
    h('div', { className: 'headline' }, [
      h('h1', { className: VERDICT_LEVELS[verdict] }, said.verdict[verdict]),
      h('p', { className: 'counts' }, [
        ...(['worse', 'better'] as const).map((level) =>
          h('span', { className: ['count', level] }, [
            h('span', { className: 'shape', ariaHidden: 'true' }, levels[level].shape),
            ` ${words.counts[level](count(level))}`,
          ]),
        ),
        ...(score ? [h('span', said.score(score.before, score.after, score.delta))] : []),
      ]),
      ...notes.map(({ of, message }) =>
        h('p', { className: 'note' }, shown(locale.words.comparison.note[of](message))),
      ),
    ]),
    ...(profile.length > 0
      ? [
          h('section', { className: ['panel', 'whole'] }, [
            h('h2', said.answers),
            answersTable(comparison, changes, reader),
          ]),
        ]
      : []),
    ...(reasons.length > 0
      ? [
          h('section', { className: ['panel', 'whole'] }, [
            h('details', [
              h('summary', said.reasons(reasons.length)),
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

function answersTable({ profile }: Comparison, changes: readonly Change[], reader: Reader): Element {
  const levels = levelsFor(reader);
  return h('table', { className: 'profile' }, [
    h(
      'thead',
      h(
        'tr',
        reader.words.comparison.columns.map((name) => h('th', { scope: 'col' }, name)),
      ),
    ),
    h(
      'tbody',
      profile.map(({ key, before, after, change }) => {
        const card = changes.find(({ entry }) => entry.kind === 'answer' && entry.subject === key);
        const { name, shape } = levels[change];
        return h('tr', [
          h('th', { scope: 'row' }, questionOf(key, reader)),
          h('td', answerOf(key, before, reader)),
          h('td', answerOf(key, after, reader)),
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
