import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readHtml } from '../document/html/index.js';
import { loadNativeParser, NativeParserError, readSource } from '../node/index.js';
import {
  type AnalyzerOptions,
  createAnalyzer,
  parsePolicy,
  type ReadOptions,
  type SourceInput,
  VERSION,
} from '../report/index.js';
import { type Cache, cacheIn } from './cache.js';
import { type Gate, gatesOf, wordsOf } from './gate.js';
import { sha256 } from './keys.js';
import { type Row, rowOf } from './row.js';
import { type Body, type Lines, linesIn, type Shape } from './shape.js';
import { type Sketch, sketchOf } from './sketch.js';
import { type Failure, failureOf, type Task } from './task.js';

export type ParserName = 'native' | 'remark' | 'auto';

/** All that a judge is made of; plain data, so that a worker thread can be handed it. */
export interface JudgeSetup {
  readonly cwd: string;
  readonly shape: Shape;
  readonly maxBytes: number;
  readonly parser: ParserName;
  /** Texts with one of these gates get no report. */
  readonly skip: readonly Gate[];
  readonly format: NonNullable<SourceInput['format']>;
  readonly cache?: string | undefined;
  /** Without readers. */
  readonly analyzer: AnalyzerOptions;
}

/** What came of one policy. */
export interface Outcome {
  readonly gate: readonly Gate[];
  readonly sketch: Sketch;
  readonly body: Body;
  /** Missing where there is no report: skipped, or failed. */
  readonly row?: Row | undefined;
  readonly failure?: Failure | undefined;
  /** UTF-16 units of the text that was read. */
  readonly size: number;
}

export interface Judge {
  /** Ids of the rules that are on, sorted: the columns of a table. */
  readonly rules: readonly string[];
  readonly lines: Lines;
  /** Names what the reports follow from, beside the text: rules, options and version. */
  readonly name: string;
  judge(task: Task): Promise<Outcome>;
}

const NO_SKETCH: Sketch = { words: '', bands: '' };

/** Compiles the rules once, for many policies. Throws OptionError, RuleError or NativeParserError. */
export async function createJudge(setup: JudgeSetup): Promise<Judge> {
  const markdown = await parserOf(setup.parser);
  const readers = { html: readHtml, ...(markdown ? { markdown } : {}) };
  const analyzer = createAnalyzer({ ...setup.analyzer, readers });
  const rules = analyzer.ruleSet.rules.map(({ id }) => id).sort();
  const lines = linesIn(setup.shape, rules);
  const known = Object.keys(analyzer.ruleSet.indexes);
  const { minConfidence, include = [], profileOnly = false } = setup.analyzer;
  const name = sha256(
    JSON.stringify([VERSION, analyzer.ruleSet.hash, minConfidence, include, profileOnly]),
    JSON.stringify([setup.shape, setup.skip, setup.format]),
  );
  const cache = setup.cache === undefined ? undefined : cacheIn(setup.cache, name);

  const judgeText = (input: SourceInput, declared: string | undefined): Outcome => {
    const document = parsePolicy(input, { readers } satisfies ReadOptions);
    const words = wordsOf(document);
    const gate = gatesOf(document, words, { known, declared });
    const common = { gate, sketch: sketchOf(words), size: input.text.length };
    if (gate.some((one) => setup.skip.includes(one))) return { ...common, body: lines.skipped };
    const report = analyzer.analyzeDocument(document);
    const row = rowOf(report);
    return { ...common, body: lines.reported(report, row), row };
  };

  return {
    rules,
    lines,
    name,
    async judge(task) {
      let input: SourceInput;
      try {
        const read = await inputOf(task, setup);
        if ('code' in read) return failed(read, lines);
        input = read;
      } catch (error) {
        return failed(failureOf('unreadable', error), lines);
      }
      try {
        return await cached(cache, task, input, () => judgeText(input, task.language));
      } catch (error) {
        return failed(failureOf('failed', error), lines, input.text.length);
      }
    },
  };
}

export function failed(failure: Failure, lines: Lines, size = 0): Outcome {
  return { gate: [], sketch: NO_SKETCH, body: lines.failed(failure), failure, size };
}

async function parserOf(name: ParserName): Promise<Awaited<ReturnType<typeof loadNativeParser>> | undefined> {
  if (name === 'remark') return undefined;
  try {
    return await loadNativeParser();
  } catch (error) {
    if (name === 'auto' && error instanceof NativeParserError) return undefined;
    throw error;
  }
}

async function inputOf(
  { id, path, text = '', format: own }: Task,
  { cwd, maxBytes, format: usual }: JudgeSetup,
): Promise<SourceInput | Failure> {
  const format = own ?? usual;
  const tooLarge = (bytes: number): Failure => ({
    code: 'too-large',
    message: `"${path ?? id}" has ${bytes} bytes, more than the ${maxBytes} of --max-bytes`,
  });
  if (path === undefined) {
    const bytes = Buffer.byteLength(text);
    return bytes > maxBytes ? tooLarge(bytes) : { text, format };
  }
  const found = await stat(resolve(cwd, path)).catch(() => undefined);
  // A pipe or a device may never end.
  if (found && !found.isFile() && !found.isDirectory())
    return { code: 'unreadable', message: `"${path}" is no file of text; name a file` };
  if (found?.isFile() && found.size > maxBytes) return tooLarge(found.size);
  return readSource(path, { cwd, format });
}

async function cached(
  cache: Cache | undefined,
  { language }: Task,
  { text, path, format, notes }: SourceInput,
  judge: () => Outcome,
): Promise<Outcome> {
  if (!cache) return judge();
  const key = sha256(JSON.stringify([path, format, language, notes]), text);
  const kept = await cache.get(key);
  if (kept) return kept;
  const outcome = judge();
  // Its folder was writable when the run began; a disk that has filled up since costs time, and no policy its report.
  await cache.set(key, outcome).catch(() => undefined);
  return outcome;
}
