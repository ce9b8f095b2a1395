import { FAIL_ON, THRESHOLDS } from '../cli/index.js';
import { FORMATS, type FormatName } from '../format/index.js';

/** A mistake in the inputs of the action; the message says what would do. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** What a workflow gives to the action. Empty inputs are none, as GitHub hands them over. */
export interface Inputs {
  readonly files: readonly string[];
  /** What the command line takes for analysis and comparison alike. */
  readonly flags: readonly string[];
  readonly failOn: string | undefined;
  readonly base: string | undefined;
  readonly format: FormatName;
  readonly output: string | undefined;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Reads `INPUT_FILES`, one pattern a line, and the others. Throws InputError. */
export function readInputs(env: Env): Inputs {
  const input = (name: string): string | undefined => env[`INPUT_${name}`]?.trim() || undefined;
  const files = (input('FILES') ?? '').split('\n').flatMap((line) => line.trim() || []);
  if (files.length === 0)
    throw new InputError('the input "files" is empty; name policies, folders or globs, one a line');
  const [preset, config] = [input('PRESET'), input('CONFIG')];
  const given = input('FORMAT') ?? 'sarif';
  const format = FORMATS.find((name) => name === given && name !== 'claims');
  if (!format) {
    const known = FORMATS.filter((name) => name !== 'claims').join(', ');
    throw new InputError(`the input "format" is "${given}"; use ${known}`);
  }
  const [base, failOn] = [input('BASE'), input('FAIL_ON')];
  const choices: readonly string[] = base === undefined ? THRESHOLDS : FAIL_ON;
  if (failOn !== undefined && !choices.includes(failOn)) {
    const when = base === undefined ? 'without' : 'with';
    throw new InputError(
      `the input "fail-on" is "${failOn}"; ${when} the input "base" use ${choices.join(', ')}`,
    );
  }
  return {
    files: files.map(asPath),
    flags: [...(preset ? ['--preset', preset] : []), ...(config ? ['--config', config] : [])],
    failOn,
    base,
    format,
    output: input('OUTPUT'),
  };
}

/** A bare word would be taken for a command, and a dash for standard input. */
function asPath(file: string): string {
  return /^[\w-]+$/.test(file) ? `./${file}` : file;
}
