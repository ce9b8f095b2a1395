import type { MarkdownParser } from '../document/index.js';
import { type MarkdownToMdast, nativeParser } from '../native/index.js';

/** satteri is not there, or not for this machine; the message says what would help. */
export class NativeParserError extends Error {
  override readonly name = 'NativeParserError';
}

/**
 * Loads satteri, an optional peer, as a parser of Markdown: give it to `createAnalyzer` as `readers.markdown`. Reports are those of
 * remark-parse. Throws NativeParserError where satteri cannot be loaded.
 */
export async function loadNativeParser(): Promise<MarkdownParser> {
  const loaded: unknown = await import('satteri').catch((error: unknown) => {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new NativeParserError(
      `satteri cannot be loaded (${why}); install it (npm install satteri@0.10.5), or parse with remark-parse`,
    );
  });
  return nativeParser((loaded as { markdownToMdast: MarkdownToMdast }).markdownToMdast);
}
