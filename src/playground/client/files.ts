import { type DocumentFormat, decodeBytes } from '../../document/index.js';
import type { Desk } from '../messages.js';

/** Files over this many bytes are no policies. */
const LARGEST = 8_000_000;

const FORMATS: Readonly<Record<string, DocumentFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  txt: 'text',
};

/** What a file puts on the desk: a policy, or all that was saved before. Throws an Error that says what is wrong. */
export async function readFile(file: File): Promise<Partial<Desk>> {
  if (file.size > LARGEST) throw new Error(`${file.name} is larger than 8 MB; open the policy alone`);
  const bytes = await file.arrayBuffer().catch(() => {
    throw new Error(`${file.name} could not be read; if it is a folder, open a policy that lies in it`);
  });
  const extension = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  const format = FORMATS[extension];
  const text = textOf(new Uint8Array(bytes), file.name, format);
  return extension === 'json' ? parseDesk(text, file.name) : { text, format: format ?? 'auto' };
}

/** As the command line decodes files: pages in the encoding that they name, and nothing that is no text. */
function textOf(bytes: Uint8Array, name: string, format: DocumentFormat | undefined): string {
  try {
    return decodeBytes(bytes, format).text.replace(/^\uFEFF/, '');
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}; open a policy as Markdown, HTML or text`);
  }
}

/** Reads a desk that was saved. It may come from a stranger: only texts are taken, and only by name. */
function parseDesk(json: string, name: string): Partial<Desk> {
  const wrong = new Error(`${name} is no saved playground; open a file that "Save" made, or a policy`);
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    throw wrong;
  }
  const saved = new Map(Object.entries(data ?? {}));
  if (saved.get('fineprint') !== 'playground') throw wrong;
  const said = (key: keyof Desk): string => {
    const value = saved.get(key);
    return typeof value === 'string' ? value : '';
  };
  const format = (Object.values(FORMATS) as string[]).includes(said('format')) ? said('format') : 'auto';
  return {
    text: said('text'),
    before: said('before'),
    rule: said('rule'),
    preset: said('preset'),
    format: format as Desk['format'],
  };
}

export function deskAsJson(desk: Desk): string {
  return `${JSON.stringify({ fineprint: 'playground', ...desk }, null, 2)}\n`;
}

/** Saves a text as a file of the reader's own disk. */
export function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The browser has read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
