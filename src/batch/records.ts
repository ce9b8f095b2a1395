import type { Line } from './lines.js';
import type { Item, Task } from './task.js';

const FORMATS: readonly unknown[] = ['auto', 'markdown', 'html', 'text', undefined];

/** Makes a task of a line of NDJSON, `{ id, text | path, format?, language? }`, or tells what is wrong with it. */
export function recordOf({ number, text, whole }: Line, name: string, maxBytes: number): Item {
  const place = `${name}:${number}`;
  if (text === undefined) {
    const message = `"${place}": the line is too long for a policy of ${maxBytes} bytes; raise --max-bytes`;
    return { id: place, failure: { code: 'too-large', message } };
  }
  const bad = (message: string, id = place): Item => ({
    id,
    failure: { code: 'bad-line', message: `"${place}": ${message}` },
  });
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    return bad(
      whole
        ? 'the line is not JSON; write one object a line'
        : 'the input ends within this line; send it whole',
    );
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return bad('the line is no object; write {"id": "…", "text": "…"}');
  const { id, text: policy, path, format, language } = record as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || id === '')
    return bad('"id" is missing or no string; give each policy its own');
  if ((typeof policy === 'string') === (typeof path === 'string'))
    return bad('give either "text" or "path", as a string', id);
  if (!FORMATS.includes(format)) return bad('"format" is none; use auto, markdown, html or text', id);
  if (language !== undefined && typeof language !== 'string')
    return bad('"language" is no string; use a code such as "en"', id);
  return {
    id,
    ...(typeof policy === 'string' ? { text: policy } : { path: path as string }),
    ...(format === undefined ? {} : { format: format as Task['format'] }),
    ...(language === undefined ? {} : { language }),
  };
}
