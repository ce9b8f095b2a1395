export { alignVersions, type Bead, ParityError, parity } from './parity.js';
export { type Parity, type ParityDifference, paritySchema } from './schema.js';
export { parityMarkdown, parityText, saysOf } from './text.js';
