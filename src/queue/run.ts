import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import * as z from 'zod';
import {
  type Cache,
  cacheIn,
  createJudge,
  GATES,
  type Judge,
  type JudgeSetup,
  PARSERS,
  SHAPES,
} from '../batch/index.js';
import { configSchema } from '../config/index.js';
import { writeWhole } from '../node/index.js';
import { dateSchema, VERSION } from '../report/index.js';
import { lexiconSchema, ruleId, ruleSchema, severity } from '../ruleset/index.js';
import { QueueError } from './error.js';

const hex = (digits: number): z.ZodString => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));

/** All that reports follow from, beside the policies: workers on other machines judge by it and by nothing of their own. */
const setupSchema = z.strictObject({
  shape: z.enum(SHAPES),
  maxBytes: z.int().positive(),
  parser: z.enum(PARSERS),
  format: z.enum(['auto', 'markdown', 'html', 'text']),
  skip: z.array(z.enum(GATES)),
  config: configSchema,
  analyzer: z.strictObject({
    presets: z.array(z.string()).optional(),
    rules: z.record(ruleId, z.union([z.literal('off'), severity])).optional(),
    minConfidence: z.number().optional(),
    extraRules: z.array(ruleSchema).optional(),
    extraLexicons: z.array(lexiconSchema).optional(),
    profileOnly: z.boolean().optional(),
    include: z.array(z.enum(['clauses', 'cleared', 'sentences'])).optional(),
    today: dateSchema.optional(),
    ignoreDirectives: z.boolean().optional(),
  }),
});

const runSchema = z.strictObject({
  version: z.literal(VERSION),
  /** Tells its jobs from those of other runs. */
  id: hex(16),
  /** Names rules and options, see `Judge`. */
  judge: hex(64),
  /** The folder that paths of policies start from, as the machine that enqueued called it. */
  root: z.string(),
  /** From the root on. */
  configFolder: z.string(),
  /** How often a job is tried again. */
  retries: z.int().min(0),
  setup: setupSchema,
});

/** A run over many policies, as its folder holds it. */
export type Run = z.output<typeof runSchema>;

const RUN = 'run.json';

/** A run with what judges its policies and what keeps the outcomes. */
export interface OpenRun {
  readonly run: Run;
  readonly setup: JudgeSetup;
  readonly judge: Judge;
  readonly results: Cache;
}

/** Begins a run, or goes on with the one in the folder. Throws QueueError if that one has other rules or options. */
export async function beginRun(
  folder: string,
  { cwd, configFolder, cache: _, ...setup }: JudgeSetup,
  { id, retries }: Pick<Run, 'id' | 'retries'>,
): Promise<OpenRun & { readonly goesOn: boolean }> {
  const before = await savedRun(folder);
  const today = before ? before.setup.analyzer.today : setup.analyzer.today;
  const draft = {
    ...{ version: VERSION, id: before?.id ?? id, judge: '0'.repeat(64), retries },
    ...{ root: cwd, configFolder: relative(cwd, configFolder) },
    setup: { ...setup, analyzer: { ...setup.analyzer, today } },
  };
  // As workers will read it: what JSON does not hold is no part of it.
  const begun = runSchema.parse(JSON.parse(JSON.stringify(draft)));
  const judge = await createJudge(setupOf(begun, cwd));
  if (before && before.judge !== judge.name)
    throw new QueueError(`"${folder}" holds a run with other rules or options; name another folder`);
  const run = { ...begun, judge: judge.name };
  await writeWhole(join(folder, RUN), `${JSON.stringify(run)}\n`);
  return {
    run,
    setup: setupOf(run, cwd),
    judge,
    results: resultsIn(folder, run),
    goesOn: before !== undefined,
  };
}

/** Opens the run in a folder; `root` is what its root is called on this machine. Throws QueueError. */
export async function openRun(folder: string, root?: string): Promise<OpenRun> {
  const run = await savedRun(folder);
  if (!run) throw new QueueError(`"${folder}" holds no run; begin one with \`fineprint queue enqueue\``);
  const setup = setupOf(run, root ?? run.root);
  const judge = await createJudge(setup);
  if (judge.name !== run.judge)
    throw new QueueError(
      `the rules here are not those that "${folder}" was begun with; install the same fineprint`,
    );
  return { run, setup, judge, results: resultsIn(folder, run) };
}

async function savedRun(folder: string): Promise<Run | undefined> {
  const path = join(folder, RUN);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new QueueError(`"${path}" could not be read: ${error.message}`, { cause: error });
  });
  if (text === undefined) return undefined;
  const { version } = (jsonOf(text) ?? {}) as { version?: unknown };
  if (typeof version === 'string' && version !== VERSION)
    throw new QueueError(`"${path}" was begun by fineprint ${version}, and this is ${VERSION}; use that one`);
  const parsed = runSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new QueueError(
    `"${path}" is no run (${issue?.path.join('.')}: ${issue?.message}); enqueue into another folder`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function setupOf({ setup, configFolder }: Run, root: string): JudgeSetup {
  return { ...setup, cwd: root, configFolder: resolve(root, configFolder) };
}

function resultsIn(folder: string, { judge }: Run): Cache {
  return cacheIn(join(folder, 'results'), judge);
}
