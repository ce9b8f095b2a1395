import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Policies of a folder, or of NDJSON of {text}, also gzipped. */
export function readTexts(path) {
  if (!statSync(path).isDirectory()) {
    const bytes = readFileSync(path);
    const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
      .toString('utf8')
      .split('\n')
      .filter(Boolean);
    return lines.map((line) => JSON.parse(line).text);
  }
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
  return names
    .filter((name) => /\.(md|markdown|txt)$/.test(name) && !/readme/i.test(name))
    .map((name) => readFileSync(join(path, name), 'utf8'));
}

/** Real policies where they are at hand, or those written for this project. */
export function usualTexts(root) {
  const real = join(root, '../shared/corpora/modern.ndjson.gz');
  return existsSync(real) ? real : join(root, 'corpus');
}

/** Evenly spread over the sizes, so that a part speaks for the whole. */
export function sample(all, count) {
  const sorted = [...all].sort((a, b) => a.length - b.length);
  if (sorted.length <= count) return sorted;
  return Array.from({ length: count }, (_, i) => sorted[Math.floor(((i + 0.5) * sorted.length) / count)]);
}

/** The text whose length is nearest. */
export const nearest = (texts, length) =>
  [...texts].sort((a, b) => Math.abs(a.length - length) - Math.abs(b.length - length));
