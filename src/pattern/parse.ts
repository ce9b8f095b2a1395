import { PatternError } from './error.js';
import type { WordSplitter } from './words.js';

/*
 * The phrase language:
 *
 *   share            a word with the same stem ("shares", "sharing")
 *   "our partners"   exactly these words, whatever their capitals; marks too: ","
 *   third-party      the words third and party, as texts are split
 *   #                a number
 *   @recipient       any class of that name or below it ("recipient.generic")
 *   (a|b c|)         one of these; an empty option may be left out
 *   x?               x or nothing, where x is a word, a quotation, a class or a group
 *   ..4              up to 4 words of any kind, within a clause; as few as need be, at the end of a phrase all there are
 *   <who: @recipient>  the words found get a name
 */

/** A phrase, read. An optional part is a choice with an empty sequence after it. */
export type PhraseNode =
  | { readonly type: 'word'; readonly stem: string }
  | { readonly type: 'exact'; readonly lower: string }
  | { readonly type: 'number' }
  | { readonly type: 'class'; readonly name: string; readonly column: number }
  | { readonly type: 'gap'; readonly max: number; readonly column: number }
  | { readonly type: 'sequence'; readonly parts: readonly PhraseNode[] }
  | { readonly type: 'choice'; readonly options: readonly PhraseNode[] }
  | { readonly type: 'capture'; readonly name: string; readonly body: PhraseNode };

export interface Phrase {
  readonly root: PhraseNode;
  /** Every `@class` of the phrase, in order. */
  readonly classes: readonly { readonly name: string; readonly column: number }[];
  /** Names of its captures, in order. */
  readonly captures: readonly string[];
}

/** A gap never leaves its clause (GAP_BARRIERS), and sentences of policies are long. */
const MAX_GAP = 32;
const MAX_DEPTH = 8;
const EMPTY: PhraseNode = { type: 'sequence', parts: [] };

/** A run of anything that has no meaning of its own. */
const BARE = /[^\s()|?<>"@#:,;!]+/y;
const CLASS = /@([a-z][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)*)?/y;
const GAP = /\.\.(\d*)/y;
const CAPTURE = /<([a-z][a-z0-9-]*)\s*:/y;

interface Reader {
  readonly phrase: string;
  readonly split: WordSplitter;
  readonly classes: { name: string; column: number }[];
  readonly captures: string[];
  at: number;
}

/** Reads one phrase; throws a `PatternError` that points at the first mistake. */
export function parsePhrase(phrase: string, split: WordSplitter): Phrase {
  const reader: Reader = { phrase, split, classes: [], captures: [], at: 0 };
  const root = readChoice(reader, 0);
  if (reader.at < phrase.length) {
    const mark = phrase[reader.at] as string;
    throw new PatternError(`"${mark}" closes nothing`, 'remove it or open the group before it', reader.at);
  }
  return { root, classes: reader.classes, captures: reader.captures };
}

function readChoice(reader: Reader, depth: number): PhraseNode {
  if (depth > MAX_DEPTH) {
    throw new PatternError(
      `groups are nested deeper than ${MAX_DEPTH}`,
      'move the inner part into a lexicon class',
      reader.at,
    );
  }
  const options = [readSequence(reader, depth)];
  while (reader.phrase[reader.at] === '|') {
    reader.at++;
    options.push(readSequence(reader, depth));
  }
  return options.length === 1 ? (options[0] as PhraseNode) : { type: 'choice', options };
}

function readSequence(reader: Reader, depth: number): PhraseNode {
  const parts: PhraseNode[] = [];
  for (;;) {
    while (/\s/.test(reader.phrase[reader.at] ?? '')) reader.at++;
    const mark = reader.phrase[reader.at];
    if (mark === undefined || mark === '|' || mark === ')' || mark === '>') break;
    const part = readPart(reader, mark, depth);
    if (reader.phrase[reader.at] === '?') {
      reader.at++;
      parts.push({ type: 'choice', options: [part, EMPTY] });
    } else {
      parts.push(part);
    }
  }
  return parts.length === 1 ? (parts[0] as PhraseNode) : { type: 'sequence', parts };
}

function readPart(reader: Reader, mark: string, depth: number): PhraseNode {
  switch (mark) {
    case '(':
      return readGroup(reader, depth);
    case '<':
      return readCapture(reader, depth);
    case '"':
      return readQuoted(reader);
    case '@':
      return readClass(reader);
    case '#':
      reader.at++;
      return { type: 'number' };
    case '?':
      throw new PatternError('"?" follows nothing', 'put it right after what is optional', reader.at);
    default:
      return reader.phrase.startsWith('..', reader.at) ? readGap(reader) : readBare(reader);
  }
}

/** Matches a sticky expression at the reader's place and moves past it. */
function take(reader: Reader, expression: RegExp): RegExpExecArray | null {
  expression.lastIndex = reader.at;
  const found = expression.exec(reader.phrase);
  if (found) reader.at += found[0].length;
  return found;
}

function close(reader: Reader, mark: string, opened: number): void {
  if (reader.phrase[reader.at] !== mark) {
    const open = reader.phrase[opened] as string;
    throw new PatternError(`"${open}" is not closed`, `add "${mark}"`, opened);
  }
  reader.at++;
}

function readGroup(reader: Reader, depth: number): PhraseNode {
  const opened = reader.at++;
  const body = readChoice(reader, depth + 1);
  close(reader, ')', opened);
  return body;
}

function readCapture(reader: Reader, depth: number): PhraseNode {
  const opened = reader.at;
  const name = take(reader, CAPTURE)?.[1];
  if (name === undefined) {
    throw new PatternError('a capture needs a name', 'write it as <name: words>', opened);
  }
  if (reader.captures.includes(name)) {
    throw new PatternError(`the capture "${name}" stands twice`, 'give each capture its own name', opened);
  }
  reader.captures.push(name);
  const body = readChoice(reader, depth + 1);
  close(reader, '>', opened);
  return { type: 'capture', name, body };
}

function readQuoted(reader: Reader): PhraseNode {
  const opened = reader.at;
  const end = reader.phrase.indexOf('"', opened + 1);
  if (end < 0) throw new PatternError('a quotation is not closed', `add '"'`, opened);
  reader.at = end + 1;
  const words = reader.split(reader.phrase.slice(opened + 1, end));
  if (words.length === 0) {
    throw new PatternError('a quotation holds no word', 'write the exact words or a mark in it', opened);
  }
  return sequence(words.map(({ lower }) => ({ type: 'exact', lower })));
}

function readClass(reader: Reader): PhraseNode {
  const column = reader.at;
  const name = take(reader, CLASS)?.[1];
  if (name === undefined) {
    throw new PatternError(
      '"@" needs the name of a class',
      'write it as @recipient or @data.contact',
      column,
    );
  }
  reader.classes.push({ name, column });
  return { type: 'class', name, column };
}

function readGap(reader: Reader): PhraseNode {
  const column = reader.at;
  const max = Number(take(reader, GAP)?.[1]);
  if (!(max >= 1 && max <= MAX_GAP)) {
    throw new PatternError('a gap needs its greatest length', `write ..1 to ..${MAX_GAP}`, column);
  }
  return { type: 'gap', max, column };
}

function readBare(reader: Reader): PhraseNode {
  const column = reader.at;
  const text = take(reader, BARE)?.[0] ?? (reader.phrase[column] as string);
  const words = reader.split(text);
  const mark = words.find(({ kind }) => kind === 'mark');
  if (mark !== undefined || words.length === 0) {
    const shown = mark?.lower ?? text;
    const at = column + Math.max(0, text.indexOf(shown));
    throw new PatternError(`the mark "${shown}" has no meaning here`, `quote it to match it: "${shown}"`, at);
  }
  return sequence(words.map(({ stem }) => ({ type: 'word', stem })));
}

function sequence(parts: readonly PhraseNode[]): PhraseNode {
  return parts.length === 1 ? (parts[0] as PhraseNode) : { type: 'sequence', parts };
}
