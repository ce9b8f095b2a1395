import { code, colors, plain, visible } from '../format/index.js';
import { type LocaleChoice, localeOf, retold } from '../locale/index.js';
import { shorten } from '../report/index.js';
import type { Parity, ParityDifference } from './schema.js';
import { type ParityWords, parityWords, saysOf } from './words/index.js';

export interface ParityTextOptions {
  readonly color?: boolean | undefined;
  /** The language of the reader, whatever that of the policies; English without it. */
  readonly locale?: LocaleChoice;
}

const SIDES = ['first', 'second'] as const;

/** What two versions do not share, for people: by version, each difference with its place and where the other would have it. */
export function parityText(parity: Parity, { color = false, locale }: ParityTextOptions = {}): string {
  const paint = colors(color);
  const words = parityWords(locale);
  const [first, second] = SIDES.map((side) => titleOf(parity, side, words));
  const lines = [paint.underline(`${first} ↔ ${second}`)];
  for (const side of SIDES) {
    const own = parity.differences.filter((one) => one.in === side);
    if (own.length === 0) continue;
    lines.push('', `  ${paint.bold(words.onlyIn(titleOf(parity, side, words)))}`);
    for (const { says, near, ...one } of own) {
      const told = paint.yellow(saysOf({ says, near, ...one }, locale));
      lines.push(`    ${placeOf(says)}  ${told}  “${visible(shorten(says.quote))}”`);
      if (near) lines.push(paint.dim(`      ${words.other(placeOf(near), visible(shorten(near.quote)))}`));
    }
  }
  const notes = notesOf(parity, locale).map((note) => `${paint.blue(words.note)}  ${visible(note)}`);
  return `${[...lines, '', words.summary(parity.differences.length, parity.aligned), ...notes].join('\n')}\n`;
}

/** The same as tables of Markdown. */
export function parityMarkdown(parity: Parity, { locale }: Pick<ParityTextOptions, 'locale'> = {}): string {
  const words = parityWords(locale);
  const title = (side: ParityDifference['in']): string => plain(titleOf(parity, side, words));
  const head = `| ${words.columns.join(' | ')} |\n| --: | --- | --- | --- |`;
  const tables = SIDES.flatMap((side) => {
    const own = parity.differences.filter((one) => one.in === side);
    if (own.length === 0) return [];
    const rows = own.map((one) => {
      const { says, near } = one;
      const there = near ? `${near.position.start.line}: ${code(near.quote, LONGEST)}` : '';
      const cells = [`${says.position.start.line}`, plain(saysOf(one, locale)), code(says.quote, LONGEST)];
      return `| ${[...cells, there].join(' | ')} |`;
    });
    return [`### ${words.onlyIn(title(side))}\n\n${head}\n${rows.join('\n')}`];
  });
  const notes = notesOf(parity, locale).map((note) => `> ${plain(note)}`);
  const summary = words.summary(parity.differences.length, parity.aligned);
  return `${[`## ${title('first')} ↔ ${title('second')}`, summary, ...tables, ...notes].join('\n\n')}\n`;
}

/** Characters of a quote at most in a table. */
const LONGEST = 160;

/** What is noted of either version, in the reader's language. */
export function notesOf({ notes }: Parity, locale: LocaleChoice): string[] {
  const { of } = parityWords(locale);
  return notes.map((note) => of[note.of] + retold(note, localeOf(locale).messages));
}

function placeOf({ position: { start } }: ParityDifference['says']): string {
  return `${start.line}:${start.column}`;
}

function titleOf(parity: Parity, side: ParityDifference['in'], words: ParityWords): string {
  const { path, language } = parity[side];
  return visible(path === undefined ? words.unnamed(language) : words.named(path, language));
}
