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

/** Chinese policies: real ones where they are at hand, put together of their sentences, or those of this project. */
export function chineseTexts(root) {
  const real = join(root, '../shared/corpora/capp130.ndjson');
  if (!existsSync(real))
    return readTexts(join(root, 'corpus')).filter((text) => /\p{Script=Han}{4}/u.test(text));
  const policies = new Map();
  for (const line of readFileSync(real, 'utf8').split('\n').filter(Boolean)) {
    const { policy, text } = JSON.parse(line);
    // What ends no sentence is a heading or an item.
    const end = /[。；！？]$/u.test(text) ? '' : '\n\n';
    policies.set(policy, `${policies.get(policy) ?? ''}${end}${text}${end}`);
  }
  return [...policies.values()];
}

/** Evenly spread over the sizes, so that a part speaks for the whole. */
export function sample(all, count) {
  const sorted = [...all].sort((a, b) => a.length - b.length);
  if (sorted.length <= count) return sorted;
  return Array.from({ length: count }, (_, i) => sorted[Math.floor(((i + 0.5) * sorted.length) / count)]);
}

/** The first texts that have so many characters together. */
export function upTo(texts, size) {
  let sum = 0;
  const end = texts.findIndex(({ length }) => {
    sum += length;
    return sum > size;
  });
  return end < 0 ? texts : texts.slice(0, end + 1);
}

/** The text whose length is nearest. */
export const nearest = (texts, length) =>
  [...texts].sort((a, b) => Math.abs(a.length - length) - Math.abs(b.length - length));
