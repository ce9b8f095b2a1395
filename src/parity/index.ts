export { alignVersions, type Bead, ParityError, parity } from './parity.js';
export { type Parity, type ParityDifference, paritySchema } from './schema.js';
export { notesOf, type ParityTextOptions, parityMarkdown, parityText } from './text.js';
export { type ParityWords, parityWords, saysOf } from './words/index.js';
