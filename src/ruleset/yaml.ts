import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  Scalar,
  type YAMLError,
} from 'yaml';
import { type SourceText, sourceText } from '../source/index.js';
import type { DataPath, Locate } from './origin.js';
import { RuleError, type RuleProblem } from './problem.js';

/** Characters that a rule or lexicon file may have. */
const MAX_FILE = 256 * 1024;
const MAX_ALIASES = 20;
const TOO_DEEP = 'the file is nested too deeply; write it out plainly';

export interface YamlSource {
  readonly data: unknown;
  readonly locate: Locate;
}

/** Reads a YAML file as plain data, without tags; throws a RuleError that lists all mistakes in its syntax. */
export function readYaml(text: string, path: string): YamlSource {
  const source = sourceText(text, path);
  const at = (offset: number, message: string): RuleProblem => {
    const { line, column } = source.pointAt(offset);
    return { path, line, column, message };
  };
  if (text.length > MAX_FILE) {
    throw new RuleError([at(0, `the file is larger than ${MAX_FILE / 1024} KB; split it`)]);
  }
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: 'error', schema: 'core' });
    const mistakes = firstOfEachPlace([...document.errors, ...document.warnings]);
    if (mistakes.length > 0) {
      throw new RuleError(
        mistakes.map(({ code, message, pos }) =>
          at(
            pos[0],
            code === 'RESOURCE_EXHAUSTION' ? TOO_DEEP : `${lower(message)}; ${remedyFor(code, path)}`,
          ),
        ),
      );
    }
    const data: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return { data, locate: locator(source, document) };
  } catch (error) {
    if (error instanceof RuleError) throw error;
    // Too many aliases, or nested so deeply that the parser's stack ends.
    throw new RuleError([
      at(0, `the file cannot be read: ${lower((error as Error).message)}; write it out plainly`),
    ]);
  }
}

/** In the order of the file. One mistake, such as an open bracket, can be told over and over at the place it shows. */
function firstOfEachPlace<T extends YAMLError>(mistakes: readonly T[]): T[] {
  const sorted = [...mistakes].sort((a, b) => a.pos[0] - b.pos[0]);
  return sorted.filter(({ pos }, i) => pos[0] !== sorted[i - 1]?.pos[0]);
}

function lower(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

function remedyFor(code: string, path: string): string {
  // Read as YAML, of which JSON is a part, to find the place.
  if (path.endsWith('.json')) return 'correct the JSON';
  switch (code) {
    case 'BAD_SCALAR_START':
    case 'UNEXPECTED_TOKEN':
      return "put the whole phrase into '…'";
    case 'DUPLICATE_KEY':
      return 'keep one of them';
    case 'TAG_RESOLVE_FAILED':
      return 'leave the tag out';
    case 'MULTIPLE_DOCS':
      return 'write one file for each';
    default:
      return 'correct the YAML';
  }
}

/** Finds parts of the file by the keys that lead to them; the deepest part there is, where something is missing. */
function locator(source: SourceText, document: Document): Locate {
  return (at, message, column = 0) => {
    const node = nodeAt(document.contents as Node | null, at, column === 'key');
    const offset = node ? offsetIn(source.text, node, column === 'key' ? 0 : column) : 0;
    const point = source.pointAt(offset);
    return { path: source.path, line: point.line, column: point.column, message };
  };
}

function nodeAt(root: Node | null, at: DataPath, key: boolean): Node | null {
  let node = root;
  for (const [i, part] of at.entries()) {
    const last = node;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part));
      if (pair === undefined) return last;
      // A field without a value has nothing to show but its name.
      const named = i === at.length - 1 && (key || (isScalar(pair.value) && pair.value.value === null));
      node = (named ? pair.key : pair.value) as Node | null;
    } else if (isSeq(node)) {
      node = (node.items[Number(part)] ?? last) as Node | null;
    } else {
      return last;
    }
  }
  return node;
}

/** Offset in the file of a character of a scalar's value; the scalar's start where folding makes that unclear. */
function offsetIn(text: string, node: Node, column: number): number {
  const start = node.range?.[0] ?? 0;
  if (column === 0 || !isScalar(node) || typeof node.value !== 'string') return start;
  if (node.type === Scalar.PLAIN) return text.startsWith(node.value, start) ? start + column : start;
  if (node.type !== Scalar.QUOTE_SINGLE && node.type !== Scalar.QUOTE_DOUBLE) return start;
  const double = node.type === Scalar.QUOTE_DOUBLE;
  let at = start + 1;
  for (let i = 0; i < column; i++) {
    if (double && text[at] === '\\') at++;
    else if (!double && text[at] === "'") at++;
    if (text[at] !== node.value[i]) return start;
    at++;
  }
  return at;
}
