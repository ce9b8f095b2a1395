// Brings YAML and zod, which would be a sixth of what is loaded first.
import { config } from 'zod';
import { originOf, parseRule, RuleError } from '../../ruleset/index.js';
import { provide, type RuleRead } from '../parts.js';

// zod writes code and runs it where it may; the page's policy forbids that, and asking is told in the console.
config({ jitless: true });

function readRule(yaml: string): RuleRead {
  try {
    const rule = parseRule(yaml);
    return { rule, locate: originOf(rule, rule.id) };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { problems: error.problems };
  }
}

provide({ rule: readRule });
