import type { Finding } from '../report/index.js';
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

const COMPARED: Readonly<Record<string, string>> = {
  [CLAUSE_RULE]: 'what the policy says was lost, widened or weakened since the revision before',
  [ANSWER_RULE]: 'the policy answers a question of the profile worse than the revision before',
};

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
): Descriptor[] {
  const known = new Map([...builtin.rules, ...rules].map((rule) => [rule.id, rule]));
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, finding]) => {
      const rule = known.get(id);
      if (rule) return ofRule(rule, docsUrl);
      return finding ? ofFinding(finding) : ofComparison(id);
    });
}

function ofRule(rule: RuleData, docsUrl: string | undefined): Descriptor {
  const { id, message, why, suggestion, references, severity, confidence } = rule;
  const laws = references.map(({ law, article }) => `${law} ${article}`).join('; ');
  const advice = `What to write instead: ${suggestion}`;
  const help = [why.trim(), advice, ...(laws === '' ? [] : [`See ${laws}.`])].map(visible);
  return {
    id,
    shortDescription: { text: visible(message.replace(/\{([a-z]+)\}/g, '$1')) },
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

function ofComparison(id: string): Descriptor {
  const text = COMPARED[id] ?? id;
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
