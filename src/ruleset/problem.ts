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
    super(told(problems).join('\n'));
  }
}

/** Problems that a message tells; a file can be wrong in each of its thousand entries. */
const MOST_TOLD = 50;

function told(problems: readonly RuleProblem[]): string[] {
  const lines = problems.slice(0, MOST_TOLD).map(describe);
  const more = problems.length - lines.length;
  return more > 0 ? [...lines, `… and ${more} problems more`] : lines;
}

function describe({ path, line, column, message }: RuleProblem): string {
  const place = [path, line, column].filter((part) => part !== undefined).join(':');
  return place === '' ? message : `${place}: ${message}`;
}
