import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Comparison } from '../compare/index.js';
import { type ChangeEntry, changesOf } from '../format/index.js';
import { dataOf, type Facts } from './filters.js';
import { reference, spanOf } from './marks.js';
import type { Mark } from './policy.js';
import { questionOf } from './profile.js';
import { beginning, sentence } from './text.js';
import { showing, shown } from './words.js';

export type Level = Exclude<ChangeEntry['change'], 'same'>;
type Side = 'before' | 'after';

/** What a change means, by name and by a shape that tells it without a colour. */
export const LEVELS: Readonly<Record<Level, { readonly name: string; readonly shape: string }>> = {
  worse: { name: 'Worse', shape: '▼' },
  better: { name: 'Better', shape: '▲' },
  other: { name: 'Other', shape: '◆' },
};

/** A change with its number on the page. */
export interface Change {
  readonly entry: ChangeEntry;
  readonly level: Level;
  readonly number: number;
  readonly id: string;
}

/** What changed, what got worse and better first; what stayed as it was or only moved is left to the texts. */
export function numberedChanges(comparison: Comparison): Change[] {
  return changesOf(comparison).flatMap((entry, i): Change[] =>
    entry.change === 'same' ? [] : [{ entry, level: entry.change, number: i + 1, id: `change-${i + 1}` }],
  );
}

/** The words of a change in one text, if it has any there: elsewhere its place is only where they would stand. */
export function marksOn(side: Side, changes: readonly Change[]): Mark[] {
  return changes.flatMap(({ entry, level, number, id }): Mark[] => {
    const position = entry[side];
    if (!position || entry.words[side] === '') return [];
    return [
      {
        span: spanOf(position),
        draw: ({ first, last }, inside) => [
          h('mark', { ...(first ? { id: `${side}-${id}` } : {}), className: ['mark', level], dataOf: id }, [
            ...inside,
          ]),
          ...(last ? [reference(id, number, level, LEVELS[level])] : []),
        ],
      },
    ];
  });
}

export function factsOf({ entry, level }: Change): Facts {
  return { level, kind: KIND[entry.kind] };
}

const KIND: Readonly<Record<ChangeEntry['kind'], string>> = {
  introduced: 'findings',
  resolved: 'findings',
  reworded: 'findings',
  moved: 'findings',
  persisting: 'findings',
  'clause-changed': 'clauses',
  'clause-removed': 'clauses',
  'clause-added': 'clauses',
  answer: 'answers',
};

const SAYS: Readonly<Partial<Record<ChangeEntry['kind'], string>>> = {
  introduced: 'New finding',
  resolved: 'Resolved finding',
  reworded: 'Finding in other words',
  'clause-changed': 'Changed clause',
  'clause-removed': 'Clause that is gone',
  'clause-added': 'New clause',
  answer: 'Answer',
};

/** The changes as cards, by what they mean. */
export function changesList(changes: readonly Change[]): Element[] {
  return (Object.keys(LEVELS) as Level[]).flatMap((level) => {
    const own = changes.filter((change) => change.level === level);
    if (own.length === 0) return [];
    const title = h('h3', { className: 'group-title' }, `${LEVELS[level].name} (${own.length})`);
    const list = h(
      'ol',
      own.map((change) => h('li', cardOf(change))),
    );
    // What is neither worse nor better is at hand, and not in the way.
    const inside =
      level === 'other' ? [h('details', { className: 'more' }, [h('summary', title), list])] : [title, list];
    return [h('section', { className: 'group' }, inside)];
  });
}

function cardOf(change: Change): Element {
  const { entry, level, number, id } = change;
  return h('details', { className: ['card', level], id, dataStop: '', ...dataOf(factsOf(change)) }, [
    h('summary', [
      h('span', { className: 'badge' }, [
        h('span', { className: 'shape', ariaHidden: 'true' }, LEVELS[level].shape),
        `${LEVELS[level].name} ${number}`,
        h('span', { className: 'kind' }, ` ${SAYS[entry.kind] ?? ''}`),
      ]),
      h('span', { className: 'says' }, saysOf(entry)),
    ]),
    h('div', { className: 'detail' }, [
      h('dl', [...wordsOn('before', change), ...wordsOn('after', change), ...adviceOf(entry)]),
      h('p', { className: 'rule' }, h('code', shown(entry.subject))),
    ]),
  ]);
}

function saysOf({ kind, subject, says, words }: ChangeEntry): ElementContent[] {
  if (kind === 'answer') return showing(`${questionOf(subject)} ${sentence(says)}`);
  const quoted = words.after || words.before;
  return [h('q', { dir: 'auto' }, showing(beginning(quoted))), ...showing(` ${says}`)];
}

function wordsOn(side: Side, { entry, id }: Change): Element[] {
  const words = entry.words[side];
  const position = entry[side];
  const name = side === 'before' ? 'Before' : 'After';
  if (words === '') return [h('dt', name), h('dd', { className: 'silent' }, 'Not in the text')];
  const quoted = h('q', { dir: 'auto' }, showing(words));
  return [
    h('dt', name),
    h(
      'dd',
      position ? [quoted, ' ', h('a', { href: `#${side}-${id}` }, `Line ${position.start.line}`)] : quoted,
    ),
  ];
}

function adviceOf({ finding, kind }: ChangeEntry): Element[] {
  if (!finding || kind === 'resolved') return [];
  return [h('dt', 'What to write instead'), h('dd', shown(sentence(finding.suggestion)))];
}
