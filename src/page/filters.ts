import type { Element } from 'hast';
import { h } from 'hastscript';
import { ENGLISH_READER, type Reader } from './reader.js';

/** What a card can be filtered by. */
export interface Facts {
  /** A severity, or what a change means. */
  readonly level: string;
  /** One value, or several with spaces between. */
  readonly [by: string]: string;
}

export interface FilterStyle {
  /** The levels in order. */
  readonly levels: Readonly<Record<string, { readonly name: string; readonly shape: string }>>;
  /** Facts to choose by, each with the name of no choice. */
  readonly choices: Readonly<Record<string, string>>;
  /** What a value is called; itself without it. */
  readonly named?: (by: string, value: string) => string;
}

/** What narrows a list of cards down: words, levels, choices. Works by script, and is hidden without. */
export function filtersView(
  cards: readonly Facts[],
  { levels, choices, named = (_, value) => value }: FilterStyle,
  { words }: Reader = ENGLISH_READER,
): Element {
  const { filters: said } = words;
  const counts = countBy(cards, 'level');
  return h('form', { className: ['filters', 'needs-script'], role: 'search', ariaLabel: said.label }, [
    h('label', { className: 'field' }, [
      h('span', { className: 'unseen' }, said.find),
      h('input', { type: 'search', name: 'words', placeholder: said.find, autoComplete: 'off' }),
    ]),
    h('fieldset', { className: 'levels' }, [
      h('legend', { className: 'unseen' }, said.show),
      ...Object.entries(levels).flatMap(([level, { name, shape }]) =>
        counts.has(level)
          ? [
              h('label', { className: ['toggle', level] }, [
                h('input', { type: 'checkbox', name: 'level', value: level, checked: true }),
                h('span', { className: 'shape', ariaHidden: 'true' }, shape),
                ` ${name} ${counts.get(level)}`,
              ]),
            ]
          : [],
      ),
    ]),
    h(
      'div',
      { className: 'selects' },
      Object.entries(choices).map(([by, all]) => {
        const options = Array.from(countBy(cards, by), ([value, count]) =>
          h('option', { value }, words.option(named(by, value), count)),
        );
        const label = { ...said.by }[by] ?? by;
        return h('select', { name: by, ariaLabel: label }, [h('option', { value: '' }, all), ...options]);
      }),
    ),
    h('p', { className: 'shown', role: 'status', dataTold: said.shown }),
  ]);
}

/** The facts as data of a card, which the script filters by. */
export function dataOf(facts: Facts): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).map(([by, value]) => [`data-by-${by}`, value]));
}

function countBy(cards: readonly Facts[], by: string): Map<string, number> {
  const counts = new Map<string, number>();
  const values = cards.flatMap(({ [by]: value = '' }) => value.split(' '));
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  counts.delete('');
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
