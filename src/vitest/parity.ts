import { readHtml } from '../document/html/index.js';
import type { PolicyDocument } from '../document/index.js';
import { parity, parityText } from '../parity/index.js';
import { parsePolicy } from '../report/index.js';
import type { Outcome } from './findings.js';
import { textOf } from './subject.js';

/** Holds a policy against its version in another language. */
export function hasParityWith(subject: unknown, other: unknown): Outcome {
  const read = (text: unknown, what: string): PolicyDocument =>
    parsePolicy(textOf(text, what), { readers: { html: readHtml } });
  const found = parity(
    read(subject, 'what is expected something of'),
    read(other, 'the version it is held against'),
  );
  const count = found.differences.length;
  return {
    pass: count === 0,
    message: () =>
      count === 0
        ? 'expected the two language versions to differ; no difference was found'
        : `expected no difference between the two language versions, found ${count}:\n\n${parityText(found)}`,
  };
}
