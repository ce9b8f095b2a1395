import { LineCounter, parseDocument } from 'yaml';
import { type Config, configSchema } from './schema.js';

/** A configuration that cannot be followed; each line of the message is `file:line:column: what is wrong`. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads a configuration from YAML or JSON text; `path` is named in errors. An empty text is an empty configuration.
 * Throws ConfigError with all problems.
 */
export function parseConfig(text: string, path: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/, ''), { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, message: string): string => {
    const { line, col } = lines.linePos(offset);
    return `${path}:${Math.max(1, line)}:${Math.max(1, col)}: ${message}`;
  };
  if (document.errors.length > 0) {
    throw new ConfigError(document.errors.map(({ pos, message }) => at(pos[0], message)).join('\n'));
  }
  const result = configSchema.safeParse(document.toJS({ maxAliasCount: 20 }) ?? {});
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const names = issue.path.map(String);
    const where = [...names, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])];
    const known =
      issue.code === 'unrecognized_keys' && names.length === 0 ? `; known: ${KEYS.join(', ')}` : '';
    return at(offsetOf(document, where), `${names.join('.') || 'configuration'}: ${issue.message}${known}`);
  });
  throw new ConfigError(problems.join('\n'));
}

const KEYS = Object.keys(configSchema.shape);

/** Offset of the node that a path leads to, or of the nearest one above it. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly string[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (node !== null && typeof node === 'object' && 'range' in node) {
      return (node.range as readonly number[] | null | undefined)?.[0] ?? 0;
    }
  }
  return 0;
}
