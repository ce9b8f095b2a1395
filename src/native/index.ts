export { whyNotNative } from './guard.js';
export { type MarkdownToMdast, nativeParser } from './parser.js';
