export { whyNotNative, whyReread } from './guard.js';
export { type MarkdownToMdast, nativeParser } from './parser.js';
