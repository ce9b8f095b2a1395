import { type ClauseFrame, readClauses } from '../../src/clause/index.js';
import { readDocument } from '../../src/document/index.js';
import type { PatternIndex } from '../../src/pattern/index.js';
import { builtinRuleSet } from '../../src/ruleset/index.js';
import { sourceText } from '../../src/source/index.js';

/** The clauses of a Markdown text, read with the lexicon that comes along. */
export function clausesOf(text: string): readonly ClauseFrame[] {
  const document = readDocument(sourceText(text, 'policy.md'));
  return readClauses(document, builtinRuleSet().indexes.en as PatternIndex).frames;
}
