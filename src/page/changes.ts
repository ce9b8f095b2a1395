import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Comparison } from '../compare/index.js';
import { type ChangeEntry, changesOf } from '../format/index.js';
import { dataOf, type Facts } from './filters.js';
import { reference, spanOf } from './marks.js';
import type { Mark } from './policy.js';
import { questionOf } from './profile.js';
import type { Reader } from './reader.js';
import { beginning, sentence } from './text.js';
import { quotation, showing, shown } from './words.js';

export type Level = Exclude<ChangeEntry['change'], 'same'>;
type Side = 'before' | 'after';

const LEVELS = ['worse', 'better', 'other'] as const satisfies readonly Level[];

/** Shapes tell what a change means where colours do not. */
const SHAPES: Readonly<Record<Level, string>> = { worse: '▼', better: '▲', other: '◆' };

/** What a change means, by name and by shape. */
export type LevelNames = Readonly<Record<Level, { readonly name: string; readonly shape: string }>>;

export function levelsFor({ words }: Reader): LevelNames {
  const of = (level: Level) => ({ name: words.change[level], shape: SHAPES[level] });
  return { worse: of('worse'), better: of('better'), other: of('other') };
}

/** A change with its number on the page. */
export interface Change {
  readonly entry: ChangeEntry;
  readonly level: Level;
  /** How its level is named and shown. */
  readonly shown: LevelNames[Level];
  readonly number: number;
  readonly id: string;
}

/** What changed, what got worse and better first; what stayed as it was or only moved is left to the texts. */
export function numberedChanges(comparison: Comparison, reader: Reader): Change[] {
  const levels = levelsFor(reader);
  return changesOf(comparison, reader.locale).flatMap((entry, i): Change[] => {
    const { change: level } = entry;
    return level === 'same'
      ? []
      : [{ entry, level, shown: levels[level], number: i + 1, id: `change-${i + 1}` }];
  });
}

/** The words of a change in one text, if it has any there: elsewhere its place is only where they would stand. */
export function marksOn(side: Side, changes: readonly Change[]): Mark[] {
  return changes.flatMap(({ entry, level, shown, number, id }): Mark[] => {
    const position = entry[side];
    if (!position || entry.words[side] === '') return [];
    return [
      {
        span: spanOf(position),
        draw: ({ first, last }, inside) => [
          h('mark', { ...(first ? { id: `${side}-${id}` } : {}), className: ['mark', level], dataOf: id }, [
            ...inside,
          ]),
          ...(last ? [reference(id, number, level, shown)] : []),
        ],
      },
    ];
  });
}

export function factsOf({ entry, level }: Change): Facts {
  return { level, kind: KIND[entry.kind] };
}

const KIND: Readonly<Record<ChangeEntry['kind'], 'findings' | 'clauses' | 'answers'>> = {
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

/** The changes as cards, by what they mean. */
export function changesList(changes: readonly Change[], reader: Reader): Element[] {
  const { words } = reader;
  return LEVELS.flatMap((level) => {
    const own = changes.filter((change) => change.level === level);
    if (own.length === 0) return [];
    const title = h('h3', { className: 'group-title' }, words.titled(words.change[level], own.length));
    const list = h(
      'ol',
      own.map((change) => h('li', cardOf(change, reader))),
    );
    // What is neither worse nor better is at hand, and not in the way.
    const inside =
      level === 'other' ? [h('details', { className: 'more' }, [h('summary', title), list])] : [title, list];
    return [h('section', { className: 'group' }, inside)];
  });
}

function cardOf(change: Change, reader: Reader): Element {
  const { entry, level, number, id } = change;
  const { words } = reader;
  const kinds: Readonly<Partial<Record<ChangeEntry['kind'], string>>> = words.comparison.says;
  return h('details', { className: ['card', level], id, dataStop: '', ...dataOf(factsOf(change)) }, [
    h('summary', [
      h('span', { className: 'badge' }, [
        h('span', { className: 'shape', ariaHidden: 'true' }, change.shown.shape),
        words.finding.numbered(change.shown.name, number),
        h('span', { className: 'kind' }, kinds[entry.kind] ?? ''),
      ]),
      h('span', { className: 'says' }, saysOf(entry, reader)),
    ]),
    h('div', { className: 'detail' }, [
      h('dl', [
        ...wordsOn('before', change, reader),
        ...wordsOn('after', change, reader),
        ...adviceOf(entry, reader),
      ]),
      h(
        'p',
        { className: 'rule' },
        entry.name === entry.subject ? h('code', shown(entry.subject)) : shown(entry.name),
      ),
    ]),
  ]);
}

function saysOf({ kind, subject, says, words }: ChangeEntry, reader: Reader): ElementContent[] {
  const { comparison: said, afterQuote } = reader.words;
  if (kind === 'answer') return showing(said.answer(questionOf(subject, reader), sentence(says)));
  const quoted = words.after || words.before;
  return [quotation(beginning(quoted), reader.locale.lang), ...showing(`${afterQuote}${says}`)];
}

function wordsOn(side: Side, { entry, id }: Change, { locale, words: said }: Reader): Element[] {
  const words = entry.words[side];
  const position = entry[side];
  const name = said.comparison[side];
  if (words === '') return [h('dt', name), h('dd', { className: 'silent' }, said.comparison.absent)];
  const quoted = quotation(words, locale.lang);
  return [
    h('dt', name),
    h(
      'dd',
      position ? [quoted, ' ', h('a', { href: `#${side}-${id}` }, said.line(position.start.line))] : quoted,
    ),
  ];
}

function adviceOf({ finding, kind }: ChangeEntry, { words }: Reader): Element[] {
  if (!finding || kind === 'resolved') return [];
  return [h('dt', words.finding.suggestion), h('dd', shown(sentence(finding.suggestion)))];
}
