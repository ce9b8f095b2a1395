// In browsers the formats for other tools are a chunk of their own; in Node "fineprint" has them all.
export { FORMATS, type FormatName, type FormatOptions, format } from './format/index.js';
