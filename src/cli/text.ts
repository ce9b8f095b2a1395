import { readHtml } from '../document/html/index.js';
import { visible } from '../format/index.js';
import { decodeSource, readSource } from '../node/index.js';
import { parsePolicy, type SourceInput } from '../report/index.js';
import { EXIT, type ExitStatus, type Io } from './io.js';

export interface TextFlags {
  readonly format: 'plain' | 'ndjson';
  readonly inputFormat: NonNullable<SourceInput['format']>;
}

/** Prints what was read of a policy, so that a user can check the reading before trusting the findings. */
export async function textCommand(file: string, flags: TextFlags, io: Io): Promise<ExitStatus> {
  const input =
    file === '-'
      ? decodeSource(await io.stdin(), '<stdin>', flags.inputFormat)
      : await readSource(file, { cwd: io.cwd, format: flags.inputFormat });
  const { blocks, notes } = parsePolicy(input, { readers: { html: readHtml } });
  for (const note of notes) io.err(`note: ${note.message}\n`);
  const texts = blocks.map(({ text }) => text);
  if (flags.format === 'ndjson')
    io.out(`${JSON.stringify({ path: input.path, text: texts.join('\n\n') })}\n`);
  else io.out(texts.map((text) => `${visible(text)}\n`).join('\n'));
  return EXIT.clean;
}
