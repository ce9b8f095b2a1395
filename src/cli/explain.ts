import { traceText } from '../format/index.js';
import { type LocaleName, retold } from '../locale/index.js';
import { readSource } from '../node/index.js';
import { parsePolicy } from '../report/index.js';
import { EXIT, type ExitStatus, type Io, UsageError } from './io.js';
import { createJudge } from './judge.js';
import { explainRule } from './rules.js';
import { prepare } from './setup.js';

export interface ExplainFlags {
  readonly config?: string;
  readonly preset?: readonly string[];
  readonly locale?: LocaleName;
}

/** Explains a rule, or a place of a policy: "policy.md:12" or "policy.md:12-15". */
export async function explainCommand(what: string, flags: ExplainFlags, io: Io): Promise<ExitStatus> {
  const place = /^(.+):(\d+)(?:-(\d+))?$/.exec(what);
  return place
    ? explainLines(
        { file: place[1] as string, first: Number(place[2]), last: Number(place[3] ?? place[2]) },
        flags,
        io,
      )
    : explainRule(what, flags, io);
}

interface Lines {
  readonly file: string;
  readonly first: number;
  readonly last: number;
}

/** Tells which clauses were read in some lines, which rules looked at them, and what came of it. */
async function explainLines({ file, first, last }: Lines, flags: ExplainFlags, io: Io): Promise<ExitStatus> {
  const setup = await prepare(flags, io);
  const analyzer = createJudge(setup, flags, io, {}).analyzerFor(file);
  const input = await readSource(file, { cwd: io.cwd });
  const document = parsePolicy(input, setup.options);
  const lines = document.source.positionOf({ start: input.text.length, end: input.text.length }).end.line;
  if (first < 1 || last < first || last > lines) {
    throw new UsageError(
      `${file} has lines 1 to ${lines}; there is none of ${first}${last === first ? '' : ` to ${last}`}`,
    );
  }
  const { words, messages } = setup.locale;
  for (const note of document.notes) io.err(`${words.explain.note(retold(note, messages))}\n`);
  const lineOf = (offset: number): number =>
    document.source.positionOf({ start: offset, end: offset }).start.line;
  io.out(traceText(analyzer.trace(document, { first, last }), lineOf));
  return EXIT.clean;
}
