import { relative, resolve, sep } from 'node:path';
import { analyzersBy, type Config, suppressionsFor } from '../config/index.js';
import { readHtml } from '../document/html/index.js';
import {
  type Analyzer,
  type AnalyzerOptions,
  applySuppressions,
  parsePolicy,
  type Report,
  type SourceInput,
  VERSION,
  withoutUnused,
} from '../report/index.js';
import { builtin } from '../ruleset/index.js';
import { chinese } from '../ruleset/zh/index.js';
import { type Cache, cacheIn } from './cache.js';
import { type Gate, gatesOf, wordsOf } from './gate.js';
import { sha256 } from './keys.js';
import { inputOf, type ParserName, parserOf, type ReadingSetup } from './reading.js';
import { type Row, rowOf } from './row.js';
import { type Body, type Lines, linesIn, type Shape } from './shape.js';
import { type Sketch, sketchOf } from './sketch.js';
import { type Failure, failureOf, type Task } from './task.js';

/** All that a judge is made of; plain data, so that a worker thread can be handed it. */
export interface JudgeSetup extends ReadingSetup {
  readonly shape: Shape;
  readonly parser: ParserName;
  /** Texts with one of these gates get no report. */
  readonly skip: readonly Gate[];
  /** Whether each report is made a page of, too. */
  readonly pages?: boolean | undefined;
  readonly cache?: string | undefined;
  /** Without readers. */
  readonly analyzer: AnalyzerOptions;
  /** Its overrides and suppressions, and what `analyzer` does not say. */
  readonly config: Config;
  /** Folder that patterns in the configuration start from. */
  readonly configFolder: string;
}

/** What came of one policy. */
export interface Outcome {
  readonly gate: readonly Gate[];
  readonly sketch: Sketch;
  readonly body: Body;
  /** Missing where there is no report: skipped, or failed. */
  readonly row?: Row | undefined;
  /** The page of the report, where pages are asked for. */
  readonly page?: string | undefined;
  readonly failure?: Failure | undefined;
  /** UTF-16 units of the text that was read. */
  readonly size: number;
  /** That of its reading; missing where nothing could be read. */
  readonly key?: string | undefined;
}

/** A policy as it was read. */
interface Reading {
  readonly input: SourceInput;
  /** What it is called in the patterns of the configuration. */
  readonly place: string;
  /** Hash of all that, beside the judge, its outcome follows from. */
  readonly key: string;
}

export interface Judge {
  /** Ids of the rules that are on, sorted: the columns of a table. */
  readonly rules: readonly string[];
  readonly lines: Lines;
  /** Names what the reports follow from, beside the text: rules, options and version. */
  readonly name: string;
  read(task: Task): Promise<Reading | Failure>;
  judge(task: Task): Promise<Outcome>;
}

const NO_SKETCH: Sketch = { words: '', bands: '' };

/** Compiles the rules once, for many policies. Throws OptionError, RuleError or NativeParserError. */
export async function createJudge(setup: JudgeSetup): Promise<Judge> {
  const { analyzer: given, config, skip } = setup;
  const readers = { html: readHtml, markdown: await parserOf(setup.parser) };
  const analyzerFor = analyzersBy(config, { ...given, languages: [chinese], readers });
  const usual = analyzerFor('');
  const rules = columnsOf(usual, setup);
  const lines = linesIn(setup.shape, rules);
  const name = nameOf(usual, setup);
  // Loaded when asked for, as few runs do.
  const reportPage = setup.pages ? (await import('../page/index.js')).reportPage : undefined;
  const cache = setup.cache === undefined ? undefined : cacheIn(setup.cache, name);

  const read = async (task: Task): Promise<Reading | Failure> => {
    try {
      const input = await inputOf(task, setup);
      if ('code' in input) return input;
      const { path, format, notes, text } = input;
      const place = placeOf(path, setup);
      const { hash } = analyzerFor(place).ruleSet;
      const facts = [hash, path, place, format, task.language, notes, dayFor(text, setup)];
      // A page tells what its policy is called.
      if (setup.pages) facts.push(task.id);
      return { input, place, key: sha256(JSON.stringify(facts), text) };
    } catch (error) {
      return failureOf('unreadable', error);
    }
  };

  const judgeText = ({ input, place, key }: Reading, { id, language: declared }: Task): Outcome => {
    const { analyzeDocument, ruleSet } = analyzerFor(place);
    const document = parsePolicy(input, { readers });
    const words = wordsOf(document);
    const gate = gatesOf(document, words, { known: Object.keys(ruleSet.indexes), declared });
    const common = { gate, sketch: sketchOf(words), size: input.text.length, key };
    if (gate.some((one) => skip.includes(one))) return { ...common, body: lines.skipped };
    const report = passed(analyzeDocument(document), place, setup);
    const row = rowOf(report);
    const page = reportPage?.({ report, document, name: id, rules: given.extraRules });
    return { ...common, body: lines.reported(report, row), row, page };
  };

  return {
    rules,
    lines,
    name,
    read,
    async judge(task) {
      const reading = await read(task);
      if ('code' in reading) return failed(reading, lines);
      const { key, input } = reading;
      try {
        const judged = (): Outcome => judgeText(reading, task);
        return cache ? await kept(cache, key, judged) : judged();
      } catch (error) {
        return { ...failed(failureOf('failed', error), lines), size: input.text.length, key };
      }
    },
  };
}

/** Rules that may be on, sorted: those that are, or all where overrides may switch on others. */
function columnsOf({ ruleSet }: Analyzer, { config, analyzer }: JudgeSetup): readonly string[] {
  const rules = config.overrides?.length ? [...builtin.rules, ...(analyzer.extraRules ?? [])] : ruleSet.rules;
  return rules.map(({ id }) => id).sort();
}

/** Names what reports follow from. The day is no part of it: few reports follow from it, and a long run has several. */
function nameOf(
  { ruleSet }: Analyzer,
  { analyzer, config, configFolder, cwd, ...setup }: JudgeSetup,
): string {
  return sha256(
    JSON.stringify([VERSION, ruleSet.hash, { ...analyzer, today: undefined }]),
    JSON.stringify([config, relative(configFolder, cwd)]),
    JSON.stringify([setup.shape, setup.skip, setup.format, setup.pages]),
  );
}

/** What a policy is called in the configuration's patterns. */
function placeOf(path: string | undefined, { configFolder, cwd }: JudgeSetup): string {
  if (path === undefined) return '';
  const place = relative(configFolder, resolve(cwd, path));
  return sep === '/' ? place : place.replaceAll(sep, '/');
}

/** A report without the findings that the configuration lets pass. */
function passed(report: Report, place: string, { config, analyzer: { today } }: JudgeSetup): Report {
  const told = applySuppressions(report, suppressionsFor(config, place), { today });
  return config.reportUnused === 'off' ? withoutUnused(told) : told;
}

/** The day, where the report may follow from it: a comment or an entry of the configuration may be over. */
function dayFor(text: string, { config, analyzer }: JudgeSetup): string | undefined {
  const dated = text.includes('fineprint-') || config.suppress?.some(({ expires }) => expires !== undefined);
  return dated ? analyzer.today : undefined;
}

export function failed(failure: Failure, lines: Lines): Outcome {
  return { gate: [], sketch: NO_SKETCH, body: lines.failed(failure), failure, size: 0 };
}

/** What is kept in the cache, or else what is judged now, which is kept then. */
async function kept(cache: Cache, key: string, judge: () => Outcome): Promise<Outcome> {
  const known = await cache.get(key);
  if (known) return known;
  const outcome = judge();
  // Its folder was writable when the run began; a disk that has filled up since costs time, and no policy its report.
  await cache.set(key, outcome).catch(() => undefined);
  return outcome;
}
