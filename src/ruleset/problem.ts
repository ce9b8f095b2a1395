/** One thing that is wrong with a rule or lexicon file. Lines and columns count from 1. */
export interface RuleProblem {
  readonly path: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** `what is wrong; remedy` */
  readonly message: string;
}

/** Rules or lexicons that cannot be used. The message has a line for each problem, `file:line:column: problem; remedy`. */
export class RuleError extends Error {
  override readonly name = 'RuleError';

  constructor(readonly problems: readonly RuleProblem[]) {
    super(problems.map(describe).join('\n'));
  }
}

function describe({ path, line, column, message }: RuleProblem): string {
  const place = [path, line, column].filter((part) => part !== undefined).join(':');
  return place === '' ? message : `${place}: ${message}`;
}
