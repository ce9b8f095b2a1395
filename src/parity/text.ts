import { type Colors, code, colors, plain, plural, visible } from '../format/index.js';
import { shorten } from '../report/index.js';
import type { Parity, ParityDifference } from './schema.js';

const KINDS: Readonly<Record<ParityDifference['kind'], string>> = {
  passage: 'a passage',
  denial: 'a promise not to',
  recipient: 'recipients',
  party: 'a company',
  place: 'a place',
  period: 'a length of time',
  right: 'a right',
  choice: 'a choice',
  consent: 'consent',
  data: 'a kind of data',
  purpose: 'a purpose',
  safeguard: 'a safeguard',
  feature: 'a function',
  topic: 'a subject',
  contact: 'an address',
};

/** "a place (india)": what one version has and the other lacks, in words. */
export function saysOf({ kind, name }: ParityDifference): string {
  if (kind === 'denial') return `${KINDS[kind]} ${name ?? ''}`.trim();
  return name === undefined || kind === 'consent'
    ? KINDS[kind]
    : `${KINDS[kind]} (${name.replaceAll('-', ' ')})`;
}

/** What two versions do not share, for people: by version, each difference with its place and where the other would have it. */
export function parityText(
  parity: Parity,
  { color = false }: { readonly color?: boolean | undefined } = {},
): string {
  const paint = colors(color);
  const lines = [paint.underline(`${nameOf(parity, 'first')} ↔ ${nameOf(parity, 'second')}`)];
  for (const side of SIDES) {
    const own = parity.differences.filter((one) => one.in === side);
    if (own.length === 0) continue;
    lines.push('', `  ${paint.bold(`Only in ${nameOf(parity, side)}`)}`);
    for (const one of own) lines.push(...difference(one, paint));
  }
  lines.push('', summary(parity), ...parity.notes.map((note) => `${paint.blue('note')}  ${visible(note)}`));
  return `${lines.join('\n')}\n`;
}

const SIDES = ['first', 'second'] as const;

function difference(one: ParityDifference, paint: Colors): string[] {
  const { says, near } = one;
  return [
    `    ${lineOf(says)}  ${paint.yellow(saysOf(one))}  “${visible(shorten(says.quote))}”`,
    ...(near
      ? [paint.dim(`      the other version, ${lineOf(near)}: “${visible(shorten(near.quote))}”`)]
      : []),
  ];
}

function lineOf({ position: { start } }: ParityDifference['says']): string {
  return `${start.line}:${start.column}`;
}

function nameOf(parity: Parity, side: 'first' | 'second'): string {
  const { path, language } = parity[side];
  return visible(path === undefined ? `the version in ${language}` : `${path} (${language})`);
}

function summary({ differences, aligned: { first, ofFirst, second, ofSecond } }: Parity): string {
  const told =
    differences.length === 0 ? 'No difference found' : `${plural(differences.length, 'difference')} found`;
  return `${told}; ${first} of ${ofFirst} passages answer to ${second} of ${ofSecond}.`;
}

/** What two versions do not share, as tables of Markdown. */
export function parityMarkdown(parity: Parity): string {
  const tables = SIDES.flatMap((side) => {
    const own = parity.differences.filter((one) => one.in === side);
    if (own.length === 0) return [];
    const rows = own.map(({ says, near, ...one }) => {
      const cells = [
        `${says.position.start.line}`,
        plain(saysOf({ says, near, ...one })),
        code(says.quote, 160),
      ];
      return `| ${[...cells, near ? `${near.position.start.line}: ${code(near.quote, 160)}` : ''].join(' | ')} |`;
    });
    const head = `### Only in ${plain(nameOf(parity, side))}\n\n| line | what | words | the other version there |\n| --: | --- | --- | --- |`;
    return [`${head}\n${rows.join('\n')}`];
  });
  const notes = parity.notes.map((note) => `> ${plain(note)}`);
  return `${[`## ${plain(nameOf(parity, 'first'))} ↔ ${plain(nameOf(parity, 'second'))}`, summary(parity), ...tables, ...notes].join('\n\n')}\n`;
}
