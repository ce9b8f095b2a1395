// The stages of an analysis, for bench.mjs: each takes what the one before gave.
import { analyzeDocument, type Hit } from '../../src/analyze/index.js';
import { type Clauses, readClauses } from '../../src/clause/index.js';
import type { MarkdownParser, PolicyDocument } from '../../src/document/index.js';
import { loadNativeParser } from '../../src/node/index.js';
import type { PatternIndex } from '../../src/pattern/index.js';
import { type Answered, profileDocument } from '../../src/profile/index.js';
import { buildReport } from '../../src/report/build.js';
import { createAnalyzer, parsePolicy, type Report } from '../../src/report/index.js';
import type { RuleSet } from '../../src/ruleset/index.js';
import { sentences, tokenize } from '../../src/text/index.js';

interface Work {
  readonly document: PolicyDocument;
  readonly clauses?: Clauses;
  readonly hits?: readonly Hit[];
  readonly profile?: readonly Answered[];
}

const clausesOf = (work: Work): Clauses => work.clauses ?? { frames: [], readings: [] };

/** The parser in native code, guard and all. */
export const nativeParse = (): Promise<MarkdownParser> => loadNativeParser();

/** A whole analysis that parses in native code. */
export async function nativeAnalysis(preset: string): Promise<(text: string) => Report> {
  const analyzer = createAnalyzer({ presets: [preset], readers: { markdown: await loadNativeParser() } });
  return (text) => analyzer.analyze({ text, format: 'markdown' });
}

/** `part`: timed to split the stage that follows, which does the same work again. */
interface Stage {
  readonly name: string;
  readonly part?: true;
  run(input: never): Work;
}

/** The stages with the rules of a preset. */
export function stagesOf(preset: string): readonly Stage[] {
  const { ruleSet } = createAnalyzer({ presets: [preset] });
  return stagesWith(ruleSet, ruleSet.indexes.en as PatternIndex);
}

const stagesWith = (ruleSet: RuleSet, index: PatternIndex): readonly Stage[] => [
  { name: 'parse', run: (text: string) => ({ document: parsePolicy(text, { format: 'markdown' }) }) },
  {
    name: 'text + index',
    part: true,
    run: (work: Work) => {
      for (const { text } of work.document.blocks) {
        sentences(text);
        index.match(tokenize(text));
      }
      return work;
    },
  },
  {
    name: 'clauses, text + index included',
    run: (work: Work) => ({ ...work, clauses: readClauses(work.document, index) }),
  },
  {
    name: 'rules',
    run: (work: Work) => ({ ...work, hits: analyzeDocument(work.document, clausesOf(work), ruleSet) }),
  },
  {
    name: 'profile',
    run: (work: Work) => ({ ...work, profile: profileDocument(work.document, clausesOf(work), ruleSet) }),
  },
  {
    name: 'report',
    run: (work: Work) => {
      buildReport({
        document: work.document,
        clauses: clausesOf(work),
        hits: work.hits ?? [],
        profile: work.profile ?? [],
        ruleset: ruleSet.hash,
        notes: [],
        include: [],
        severities: new Map(),
      });
      return work;
    },
  },
];
