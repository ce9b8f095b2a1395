import { readHtml } from '../document/html/index.js';
import { type LocaleName, localeOf } from '../locale/index.js';
import { decodeSource, loadConfig, readRevision } from '../node/index.js';
import { parity, parityMarkdown, parityText } from '../parity/index.js';
import { parsePolicy, type SourceInput } from '../report/index.js';
import { EXIT, type ExitStatus, type Io, UsageError } from './io.js';

export const PARITY_FORMATS = ['stylish', 'json', 'markdown', 'html'] as const;
export const PARITY_FAIL_ON = ['any', 'never'] as const;

export interface ParityFlags {
  readonly locale?: LocaleName;
  readonly config?: string;
  readonly format: (typeof PARITY_FORMATS)[number];
  readonly failOn: (typeof PARITY_FAIL_ON)[number];
  readonly inputFormat: NonNullable<SourceInput['format']>;
  readonly color?: boolean;
}

const STDIN = '-';

/** Holds two language versions of a policy against each other, files or revisions in git, and prints what one of them lacks. */
export async function parityCommand(
  names: readonly [first: string, second: string],
  flags: ParityFlags,
  io: Io,
): Promise<ExitStatus> {
  if (names[0] === STDIN && names[1] === STDIN)
    throw new UsageError('standard input can be one of the two versions; name a file for the other');
  const { config } = await loadConfig({ cwd: io.cwd, file: flags.config });
  const locale = localeOf(flags.locale ?? config.locale);
  const [first, second] = [await read(names[0], flags, io), await read(names[1], flags, io)];
  const found = parity(first, second);
  switch (flags.format) {
    case 'html': {
      // Few runs make pages.
      const { parityPage } = await import('../page/index.js');
      io.out(parityPage({ parity: found, first, second, locale }));
      break;
    }
    case 'json':
      io.out(`${JSON.stringify(found, null, 2)}\n`);
      break;
    case 'markdown':
      io.out(parityMarkdown(found, { locale }));
      break;
    case 'stylish':
      io.out(parityText(found, { color: flags.color ?? io.color, locale }));
  }
  return found.differences.length > 0 && flags.failOn === 'any' ? EXIT.findings : EXIT.clean;
}

async function read(name: string, { inputFormat: format }: ParityFlags, io: Io) {
  const source =
    name === STDIN
      ? decodeSource(await io.stdin(), '<stdin>', format)
      : await readRevision(name, { cwd: io.cwd, format });
  return parsePolicy(source, { readers: { html: readHtml } });
}
