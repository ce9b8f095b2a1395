import type { PolicyDocument } from '../document/index.js';
import { sentences } from '../text/index.js';
import type { Sentence } from './schema.js';

/** The sentences of a policy with their places, headings left out. */
export function sentencesOf(document: PolicyDocument): Sentence[] {
  return document.blocks.flatMap(({ kind, text, map, section }) => {
    if (kind === 'heading') return [];
    const path = document.sections[section]?.path ?? [];
    return sentences(text).map((span) => ({
      text: text.slice(span.start, span.end),
      section: [...path],
      position: document.source.positionOf(map.toSource(span)),
    }));
  });
}
