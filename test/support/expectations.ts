import type { Finding, PolicyDocument } from '../../src/index.js';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A mark in a corpus policy: `<!-- expect rule-id: "words" -->` behind the block that holds the words. */
export interface Expectation {
  readonly ruleId: string;
  readonly quote: string;
  /** Line of the mark. */
  readonly line: number;
  /** The words in the source. */
  readonly range: Range;
}

const MARK = /<!-- expect ([a-z-]+\/[a-z-]+): "(.*?)" -->/g;

/** Finds the marks of a policy and the words they mean; throws when a mark's words stand nowhere before it. */
export function expectationsOf(document: PolicyDocument): Expectation[] {
  const { text } = document.source;
  return Array.from(text.matchAll(MARK), ({ index, 1: ruleId = '', 2: quote = '' }) => {
    const { line } = document.source.pointAt(index);
    for (let i = document.blocks.length - 1; i >= 0; i--) {
      const block = document.blocks[i];
      if (!block) continue;
      const at = block.text.indexOf(quote);
      if (at < 0) continue;
      const range = block.map.toSource({ start: at, end: at + quote.length });
      if (range.end > index) continue;
      return { ruleId, quote, line, range };
    }
    throw new Error(`line ${line}: the words "${quote}" stand in no block before the mark`);
  });
}

/** What was marked and not found, and what was found and not marked. Words that overlap are the same place. */
export function compareWithMarks(expectations: readonly Expectation[], findings: readonly Finding[]) {
  const meets = (mark: Expectation, finding: Finding): boolean => {
    const { position } = finding;
    if (!position || mark.ruleId !== finding.ruleId) return false;
    return position.start.offset < mark.range.end && mark.range.start < position.end.offset;
  };
  return {
    missed: expectations
      .filter((mark) => !findings.some((finding) => meets(mark, finding)))
      .map(({ ruleId, quote, line }) => `${line} ${ruleId}: "${quote}"`),
    unexpected: findings
      .filter((finding) => !expectations.some((mark) => meets(mark, finding)))
      .map(({ ruleId, quote, position }) => `${position?.start.line ?? '-'} ${ruleId}: "${quote}"`),
  };
}
