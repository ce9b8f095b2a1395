export { ParityError, parity } from './parity.js';
export { type Parity, type ParityDifference, paritySchema } from './schema.js';
