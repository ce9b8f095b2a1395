import type { ClauseFrame } from '../clause/index.js';
import type { PolicyDocument } from '../document/index.js';
import type { RuleSet } from '../ruleset/index.js';
import type { Hit } from './hit.js';

export function analyzeDocument(
  _document: PolicyDocument,
  _frames: readonly ClauseFrame[],
  _ruleSet: RuleSet,
): Hit[] {
  return [];
}
