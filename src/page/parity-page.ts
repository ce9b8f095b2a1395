import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PolicyDocument } from '../document/index.js';
import { nameOf } from '../format/index.js';
import type { LocaleChoice } from '../locale/index.js';
import {
  alignVersions,
  type Bead,
  notesOf,
  type Parity,
  type ParityDifference,
  type ParityWords,
  parityWords,
  saysOf,
} from '../parity/index.js';
import { dataOf, filtersView } from './filters.js';
import { langOfPolicy, langWithin } from './lang.js';
import { reference, spanOf } from './marks.js';
import { type Draw, drawingOf, type Mark } from './policy.js';
import { type Reader, readerOf } from './reader.js';
import { fileName, pageOf, steps } from './shell.js';
import { blockView } from './sides.js';
import { beginning, sentence } from './text.js';
import { showing, shown } from './words.js';

/** What two language versions do not share, and the two policies that it was made of, as `parsePolicy` reads them. */
export interface ParityPageInput {
  readonly parity: Parity;
  readonly first: PolicyDocument;
  readonly second: PolicyDocument;
  /** The language of the reader, whatever that of the policies; English without it. */
  readonly locale?: LocaleChoice;
}

/** Whom the page is for, with what is said of versions. */
interface ParityReader extends Reader {
  readonly said: ParityWords;
}

type Side = ParityDifference['in'];

interface Numbered {
  readonly difference: ParityDifference;
  readonly number: number;
  readonly id: string;
}

const SHAPE = '◆';
/** The columns of a comparison, which the style knows. */
const COLUMN: Readonly<Record<Side, string>> = { first: 'before', second: 'after' };

/** Both versions side by side with what one of them lacks, as one HTML file that needs nothing else. Pure, and as safe as `reportPage`. */
export function parityPage({ parity, first, second, locale }: ParityPageInput): string {
  const reader: ParityReader = { ...readerOf(locale), said: parityWords(locale) };
  const { page: said } = reader.said;
  const all = parity.differences.map((difference, i) => ({
    difference,
    number: i + 1,
    id: `difference-${i + 1}`,
  }));
  const nameFor = (side: Side): string => fileName(nameOf(parity[side], reader.locale.words));
  const names = { first: nameFor('first'), second: nameFor('second') };
  const title = `${names.first} ↔ ${names.second}`;
  const page = {
    title: `${title} · fineprint`,
    skips: [
      ['policy', said.toTexts],
      ['findings', said.toDifferences],
    ] as const,
    keys: [
      ['n', said.nextKey],
      ['p', said.previousKey],
      ['/', said.findKey],
      ['Esc', said.allKey],
      ['?', reader.words.keys.help],
    ] as const,
    bar: [
      h('span', { className: 'brand' }, 'fineprint'),
      h('span', { className: 'name', dir: 'auto' }, title),
      ...(all.length === 0 ? [] : [steps(said.previous, said.next)]),
    ],
    main: [
      h('section', { className: 'overview', ariaLabel: said.overview }, overview(parity, reader)),
      h('div', { className: ['reader', 'compared'] }, [
        h('article', { className: ['policy', 'sides'], id: 'policy', ariaLabel: said.both }, [
          h('div', { className: 'sides-head' }, [
            h('h2', { dir: 'auto' }, names.first),
            h('h2', { dir: 'auto' }, names.second),
          ]),
          ...rows({ first, second }, all, said.difference),
        ]),
        h('aside', { className: 'findings', id: 'findings', ariaLabelledBy: 'findings-title' }, [
          h('h2', { id: 'findings-title' }, reader.said.count(all.length)),
          ...(all.length > 1
            ? [
                filtersView(
                  all.map(factsOf),
                  {
                    levels: { warning: { name: said.difference, shape: SHAPE } },
                    choices: { kind: said.allKinds },
                    named: (_, kind) => reader.said.kind(kind),
                  },
                  reader,
                ),
              ]
            : []),
          ...(['first', 'second'] as const).flatMap((side) => cards(side, names[side], all, reader)),
        ]),
      ]),
    ],
  };
  return pageOf(page, reader);
}

function overview(parity: Parity, { said, locale }: ParityReader): Element[] {
  const { differences, aligned } = parity;
  return [
    h('div', { className: 'headline' }, [
      h(
        'h1',
        { className: differences.length > 0 ? 'warning' : 'none' },
        differences.length > 0 ? said.page.differ : said.page.same,
      ),
      h('p', { className: 'counts' }, said.aligned(aligned)),
      ...notesOf(parity, locale).map((note) => h('p', { className: 'note' }, shown(note))),
    ]),
  ];
}

function factsOf({ difference }: Numbered) {
  return { level: 'warning', kind: difference.kind };
}

function cards(side: Side, name: string, all: readonly Numbered[], reader: ParityReader): Element[] {
  const own = all.filter(({ difference }) => difference.in === side);
  if (own.length === 0) return [];
  return [
    h('section', { className: 'group' }, [
      h('h3', { className: 'group-title', dir: 'auto' }, reader.said.onlyInCount(name, own.length)),
      h(
        'ol',
        own.map((one) => h('li', cardOf(one, reader))),
      ),
    ]),
  ];
}

function cardOf(one: Numbered, { said, words, locale }: ParityReader): Element {
  const { difference, number, id } = one;
  const { says, near } = difference;
  const quoted = ({ quote }: ParityDifference['says']) => h('q', { dir: 'auto' }, showing(quote));
  return h('details', { className: ['card', 'warning'], id, dataStop: '', ...dataOf(factsOf(one)) }, [
    h('summary', [
      h('span', { className: 'badge' }, [
        h('span', { className: 'shape', ariaHidden: 'true' }, SHAPE),
        `${number} `,
        h('span', { className: 'kind' }, sentence(saysOf(difference, locale))),
      ]),
      h('span', { className: 'says' }, [h('q', { dir: 'auto' }, showing(beginning(says.quote)))]),
    ]),
    h('div', { className: 'detail' }, [
      h('dl', [
        h('dt', said.page.here),
        h('dd', [quoted(says), ' ', h('a', { href: `#words-${id}` }, words.line(says.position.start.line))]),
        h('dt', said.page.there),
        near ? h('dd', quoted(near)) : h('dd', { className: 'silent' }, said.page.nothing),
      ]),
    ]),
  ]);
}

function rows(
  documents: Readonly<Record<Side, PolicyDocument>>,
  all: readonly Numbered[],
  name: string,
): Element[] {
  const draws = {
    first: drawingFor('first', documents, all, name),
    second: drawingFor('second', documents, all, name),
  };
  return alignVersions(documents.first, documents.second).map((bead) => rowOf(bead, documents, draws));
}

function drawingFor(
  side: Side,
  documents: Readonly<Record<Side, PolicyDocument>>,
  all: readonly Numbered[],
  name: string,
): Draw {
  const marks = all.filter(({ difference }) => difference.in === side).map((one) => markOf(one, name));
  return drawingOf(documents[side], marks);
}

function markOf({ difference, number, id }: Numbered, name: string): Mark {
  return {
    span: spanOf(difference.says.position),
    draw: ({ first, last }, inside) => [
      h('mark', { ...(first ? { id: `words-${id}` } : {}), className: ['mark', 'warning'], dataOf: id }, [
        ...inside,
      ]),
      ...(last ? [reference(id, number, 'warning', { name, shape: SHAPE })] : []),
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
    const lang = langOfPolicy(documents[which]);
    return [
      h(
        'div',
        { className: ['side', COLUMN[which]], lang },
        blocks.map((block) =>
          blockView(block, draws[which], { dir: 'auto', lang: langWithin(block.text, undefined) ?? lang }),
        ),
      ),
    ];
  };
  const kind = bead.first.length === 0 ? 'added' : bead.second.length === 0 ? 'removed' : 'reworded';
  return h('div', { className: ['row', kind] }, [...side('first'), ...side('second')]);
}
