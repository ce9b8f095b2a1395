import * as z from 'zod';

/** "recipient.generic": letters, digits and hyphens, levels joined by dots. A name stands for itself and all below it. */
export const className = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*$/);
