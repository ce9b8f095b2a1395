import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PolicyDocument } from '../document/index.js';
import { nameOf, plural } from '../format/index.js';
import { alignVersions, type Bead, type Parity, type ParityDifference, saysOf } from '../parity/index.js';
import { dataOf, filtersView } from './filters.js';
import { reference, spanOf } from './marks.js';
import { type Draw, drawingOf, type Mark } from './policy.js';
import { fileName, pageOf, steps } from './shell.js';
import { blockView } from './sides.js';
import { beginning, sentence } from './text.js';
import { showing, shown } from './words.js';

/** What two language versions do not share, and the two policies that it was made of, as `parsePolicy` reads them. */
export interface ParityPageInput {
  readonly parity: Parity;
  readonly first: PolicyDocument;
  readonly second: PolicyDocument;
}

type Side = ParityDifference['in'];

interface Numbered {
  readonly difference: ParityDifference;
  readonly number: number;
  readonly id: string;
}

const LEVEL = { name: 'Difference', shape: '◆' };
const KEYS = [
  ['n', 'next difference'],
  ['p', 'difference before'],
  ['/', 'find in differences'],
  ['Esc', 'close, or show all differences again'],
  ['?', 'this help'],
] as const;
/** The columns of a comparison, which the style knows. */
const COLUMN: Readonly<Record<Side, string>> = { first: 'before', second: 'after' };

/** Both versions side by side with what one of them lacks, as one HTML file that needs nothing else. Pure, and as safe as `reportPage`. */
export function parityPage({ parity, first, second }: ParityPageInput): string {
  const all = parity.differences.map((difference, i) => ({
    difference,
    number: i + 1,
    id: `difference-${i + 1}`,
  }));
  const names = { first: fileName(nameOf(parity.first)), second: fileName(nameOf(parity.second)) };
  const title = `${names.first} ↔ ${names.second}`;
  return pageOf({
    title: `${title} · fineprint`,
    skips: [
      ['policy', 'To the two texts'],
      ['findings', 'To the differences'],
    ],
    keys: KEYS,
    bar: [
      h('span', { className: 'brand' }, 'fineprint'),
      h('span', { className: 'name', dir: 'auto' }, title),
      ...(all.length === 0 ? [] : [steps('difference')]),
    ],
    main: [
      h('section', { className: 'overview', ariaLabel: 'Overview' }, overview(parity)),
      h('div', { className: ['reader', 'compared'] }, [
        h('article', { className: ['policy', 'sides'], id: 'policy', ariaLabel: 'Both texts' }, [
          h('div', { className: 'sides-head' }, [
            h('h2', { dir: 'auto' }, names.first),
            h('h2', { dir: 'auto' }, names.second),
          ]),
          ...rows({ first, second }, all),
        ]),
        h('aside', { className: 'findings', id: 'findings', ariaLabelledBy: 'findings-title' }, [
          h('h2', { id: 'findings-title' }, plural(all.length, 'difference')),
          ...(all.length > 1
            ? [filtersView(all.map(factsOf), { levels: { warning: LEVEL }, choices: { kind: 'All kinds' } })]
            : []),
          ...(['first', 'second'] as const).flatMap((side) => cards(side, names[side], all)),
        ]),
      ]),
    ],
  });
}

function overview({ differences, aligned, notes }: Parity): Element[] {
  const { first, ofFirst, second, ofSecond } = aligned;
  return [
    h('div', { className: 'headline' }, [
      h(
        'h1',
        { className: differences.length > 0 ? 'warning' : 'none' },
        differences.length > 0 ? 'The versions differ' : 'No difference found',
      ),
      h('p', { className: 'counts' }, `${first} of ${ofFirst} passages answer to ${second} of ${ofSecond}`),
      ...notes.map((note) => h('p', { className: 'note' }, shown(note))),
    ]),
  ];
}

function factsOf({ difference }: Numbered) {
  return { level: 'warning', kind: difference.kind };
}

function cards(side: Side, name: string, all: readonly Numbered[]): Element[] {
  const own = all.filter(({ difference }) => difference.in === side);
  if (own.length === 0) return [];
  return [
    h('section', { className: 'group' }, [
      h('h3', { className: 'group-title', dir: 'auto' }, `Only in ${name} (${own.length})`),
      h(
        'ol',
        own.map((one) => h('li', cardOf(one))),
      ),
    ]),
  ];
}

function cardOf(one: Numbered): Element {
  const { difference, number, id } = one;
  const { says, near } = difference;
  const quoted = ({ quote }: ParityDifference['says']) => h('q', { dir: 'auto' }, showing(quote));
  return h('details', { className: ['card', 'warning'], id, dataStop: '', ...dataOf(factsOf(one)) }, [
    h('summary', [
      h('span', { className: 'badge' }, [
        h('span', { className: 'shape', ariaHidden: 'true' }, LEVEL.shape),
        `${number} `,
        h('span', { className: 'kind' }, sentence(saysOf(difference))),
      ]),
      h('span', { className: 'says' }, [h('q', { dir: 'auto' }, showing(beginning(says.quote)))]),
    ]),
    h('div', { className: 'detail' }, [
      h('dl', [
        h('dt', 'Said here'),
        h('dd', [quoted(says), ' ', h('a', { href: `#words-${id}` }, `Line ${says.position.start.line}`)]),
        h('dt', 'The other version there'),
        near ? h('dd', quoted(near)) : h('dd', { className: 'silent' }, 'Nothing that answers to it'),
      ]),
    ]),
  ]);
}

function rows(documents: Readonly<Record<Side, PolicyDocument>>, all: readonly Numbered[]): Element[] {
  const draws = { first: drawingFor('first', documents, all), second: drawingFor('second', documents, all) };
  return alignVersions(documents.first, documents.second).map((bead) => rowOf(bead, documents, draws));
}

function drawingFor(
  side: Side,
  documents: Readonly<Record<Side, PolicyDocument>>,
  all: readonly Numbered[],
): Draw {
  const marks = all.filter(({ difference }) => difference.in === side).map(markOf);
  return drawingOf(documents[side], marks);
}

function markOf({ difference, number, id }: Numbered): Mark {
  return {
    span: spanOf(difference.says.position),
    draw: ({ first, last }, inside) => [
      h('mark', { ...(first ? { id: `words-${id}` } : {}), className: ['mark', 'warning'], dataOf: id }, [
        ...inside,
      ]),
      ...(last ? [reference(id, number, 'warning', LEVEL)] : []),
    ],
  };
}

function rowOf(
  bead: Bead,
  documents: Readonly<Record<Side, PolicyDocument>>,
  draws: Readonly<Record<Side, Draw>>,
): Element {
  const side = (which: Side): Element[] => {
    const blocks = bead[which].flatMap((index) => documents[which].blocks[index] ?? []);
    if (blocks.length === 0) return [];
    return [
      h(
        'div',
        { className: ['side', COLUMN[which]], lang: documents[which].language },
        blocks.map((block) => blockView(block, draws[which])),
      ),
    ];
  };
  const kind = bead.first.length === 0 ? 'added' : bead.second.length === 0 ? 'removed' : 'reworded';
  return h('div', { className: ['row', kind] }, [...side('first'), ...side('second')]);
}
