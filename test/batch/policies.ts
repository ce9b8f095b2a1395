import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const corpus = fileURLToPath(new URL('../../corpus/', import.meta.url));

/** The policies of corpus/ as texts, again and again, each under an id of its own and with a word of its own at its end. */
export function policies(count: number): { id: string; text: string }[] {
  const texts = readdirSync(corpus)
    .filter((name) => /\.(?:md|html)$/.test(name) && name !== 'README.md')
    .sort()
    .map((name) => readFileSync(corpus + name, 'utf8'))
    // A page cut short is all head; a text cut short is a shorter text.
    .map((text) => (text.startsWith('<') ? text : text.slice(0, 3000)));
  return Array.from({ length: count }, (_, i) => ({
    id: `policy-${i + 1}`,
    text: `${texts[i % texts.length]}\n\nEdition ${Math.floor(i / texts.length) + 1} of this notice.\n`,
  }));
}

export const ndjson = (records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');
