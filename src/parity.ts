export {
  alignVersions,
  type Bead,
  type Parity,
  type ParityDifference,
  ParityError,
  parity,
  parityMarkdown,
  paritySchema,
  parityText,
} from './parity/index.js';
