export {
  alignVersions,
  type Bead,
  type Parity,
  type ParityDifference,
  ParityError,
  type ParityTextOptions,
  parity,
  parityMarkdown,
  paritySchema,
  parityText,
} from './parity/index.js';
