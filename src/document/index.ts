export { type Decoded, decodeBytes, UnreadableError } from './decode.js';
export { detectFormat } from './detect.js';
export { parseMarkdown } from './markdown-parser.js';
export type {
  Audience,
  Block,
  BlockKind,
  Definition,
  Directive,
  DocumentFormat,
  Link,
  Note,
  PolicyDocument,
  Section,
} from './model.js';
export { AUDIENCES } from './model.js';
export {
  type HtmlReader,
  type MarkdownParser,
  type Readers,
  type ReadOptions,
  readDocument,
} from './read.js';
export type { ReadResult } from './result.js';
