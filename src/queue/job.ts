import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import * as z from 'zod';
import { sha256, type Task } from '../batch/index.js';
import { explain } from '../node/index.js';

/** What a queue holds of a policy. Whoever reaches Redis may have written it. */
const jobSchema = z
  .strictObject({
    /** Hash of the policy's id, content, options and rules. */
    key: z.string().regex(/^[0-9a-f]{64}$/),
    id: z.string().min(1),
    path: z.string().optional(),
    text: z.string().optional(),
    format: z.enum(['auto', 'markdown', 'html', 'text']).optional(),
    language: z.string().optional(),
  })
  .refine(
    ({ path, text }) => (path === undefined) !== (text === undefined),
    'has both path and text, or neither',
  );

export type Job = z.output<typeof jobSchema>;

/** A job that no worker may do; it is not tried again. */
export class ForeignJobError extends Error {
  override readonly name = 'ForeignJobError';
}

/** Each policy has a result of its own, also where several have one text. */
export function keyOfJob(id: string, reading: string): string {
  return sha256(id, reading);
}

export function jobOf({ id, path, text, format, language }: Task, key: string): Job {
  return { key, id, path, text, format, language };
}

/** Takes what a queue holds for a job, if it is one. Throws ForeignJobError. */
export function parseJob(data: unknown, name: string | undefined): Job {
  const parsed = jobSchema.safeParse(data);
  if (!parsed.success) throw new ForeignJobError('the job is no policy of a run');
  if (parsed.data.key !== name) throw new ForeignJobError('the job has the name of another');
  return parsed.data;
}

/** Whether a path leads, links followed, to a place in a folder. Throws an Error that says why it leads nowhere. */
export async function isWithin(path: string, root: string): Promise<boolean> {
  const [folder, target] = await Promise.all(
    [root, resolve(root, path)].map((place) =>
      realpath(place).catch((error: NodeJS.ErrnoException) => {
        throw explain(place, error);
      }),
    ),
  );
  const way = relative(folder as string, target as string);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
