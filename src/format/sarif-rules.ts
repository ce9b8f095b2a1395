import type { Locale, Words } from '../locale/index.js';
import { type Finding, ruleTextsIn } from '../report/index.js';
import { builtin, type RuleData } from '../ruleset/index.js';
import { visible } from './visible.js';

/** What a log says of a rule: SARIF's reportingDescriptor. */
export interface Descriptor {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly helpUri?: string;
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: Level };
  readonly properties: { readonly tags: readonly string[]; readonly precision?: string };
}

export const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;
export type Level = (typeof LEVELS)[keyof typeof LEVELS];

/** What is told for the worse by a comparison and not by a rule. */
export const CLAUSE_RULE = 'comparison/clause';
export const ANSWER_RULE = 'comparison/answer';

export interface DescriptorOptions {
  /** Rules beside the built-in ones that findings may come from. */
  readonly rules?: readonly RuleData[] | undefined;
  /** Where the pages of rules are, for links: `<docsUrl>/third-party/vague-recipients.md`. */
  readonly docsUrl?: string | undefined;
}

/** Describes rules by id; a rule that is not at hand is told of by one of its findings. */
export function describeRules(
  found: ReadonlyMap<string, Finding | undefined>,
  { rules = [], docsUrl }: DescriptorOptions,
  locale: Locale,
): Descriptor[] {
  const textsOf = ruleTextsIn(locale, rules);
  const known = new Map([...builtin.rules, ...rules].map((rule) => [rule.id, rule]));
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, finding]) => {
      const rule = known.get(id);
      if (rule) return ofRule({ ...rule, ...textsOf(id) }, docsUrl, locale.words);
      return finding ? ofFinding(finding) : ofComparison(id, locale.words);
    });
}

function ofRule(
  rule: Omit<RuleData, 'counterpart'>,
  docsUrl: string | undefined,
  { sarif: said, clauses, law: lawIn, slot }: Words,
): Descriptor {
  const { id, message, why, suggestion, references, severity, confidence } = rule;
  const laws = clauses(references.map(({ law, article }) => lawIn(law, article)));
  const help = [why.trim(), said.advice(suggestion), ...(laws === '' ? [] : [said.see(laws)])].map(visible);
  return {
    id,
    shortDescription: { text: visible(message.replace(/\{([a-z]+)\}/g, (_, name) => slot(name))) },
    fullDescription: { text: visible(why.trim()) },
    ...(docsUrl === undefined ? {} : { helpUri: `${docsUrl.replace(/\/+$/, '')}/${id}.md` }),
    help: { text: help.join('\n'), markdown: help.join('\n\n') },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['privacy', id.slice(0, id.indexOf('/'))], precision: precision(confidence) },
  };
}

function ofFinding({ ruleId, category, suggestion, severity, confidence }: Finding): Descriptor {
  const text = visible(suggestion === '' ? ruleId : suggestion);
  return {
    id: ruleId,
    shortDescription: { text: ruleId },
    fullDescription: { text },
    help: { text, markdown: text },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['privacy', category], precision: precision(confidence) },
  };
}

function ofComparison(id: string, { sarif: said }: Words): Descriptor {
  const text = id === CLAUSE_RULE ? said.clauseRule : said.answerRule;
  return {
    id,
    shortDescription: { text },
    fullDescription: { text },
    help: { text, markdown: text },
    defaultConfiguration: { level: 'warning' },
    properties: { tags: ['privacy', 'comparison'] },
  };
}

/** GitHub's words for how sure a rule is. */
function precision(confidence: number): string {
  if (confidence >= 0.9) return 'very-high';
  if (confidence >= 0.75) return 'high';
  return confidence >= 0.5 ? 'medium' : 'low';
}
