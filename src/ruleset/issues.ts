import type { z } from 'zod';
import { type DataPath, type Locate, showPath } from './origin.js';
import type { RuleProblem } from './problem.js';

/** Says in plain words what a schema found, at its place in the file. One issue can hold several problems. */
export function explainIssue(
  issue: z.core.$ZodIssue,
  schema: z.core.$ZodType,
  locate: Locate,
): RuleProblem[] {
  const at = issue.path as DataPath;
  const name = showPath(at);
  if (issue.code === 'unrecognized_keys') {
    const fields = fieldsAt(schema, at);
    const where = name === '' ? '' : ` in "${name}"`;
    return issue.keys.map((key) =>
      locate(
        [...at, key],
        `the field "${key}" is not known${where}; the fields are ${fields.join(', ')}`,
        'key',
      ),
    );
  }
  if (issue.code === 'invalid_key')
    return [locate(at, `"${String(at.at(-1))}" is no good name; ${ID_REMEDY}`, 'key')];
  return [locate(at, explain(issue, name === '' ? 'the file' : `"${name}"`))];
}

const ID_REMEDY = 'use small letters, digits and hyphens, levels joined by dots';

function explain(issue: z.core.$ZodIssue, name: string): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return missing(name, issue.expected);
      return `${name} is ${kindOf(issue.input)}; write ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      if (issue.input === undefined) return missing(name, 'string');
      return `${name} is ${kindOf(issue.input)}; use ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'array'
        ? `${name} has ${(issue.input as unknown[]).length} entries; give at least ${issue.minimum}`
        : `${name} is too short or too small; the least is ${issue.minimum}`;
    case 'too_big':
      return `${name} is too long or too large; the most is ${issue.maximum}`;
    case 'invalid_format':
      return `${name} is ${JSON.stringify(issue.input)}; ${formatRemedy(issue, name)}`;
    case 'invalid_union':
      return `${name} is ${kindOf(issue.input)}; use ${choicesOf(issue).join(', ') || 'another value'}`;
    default:
      return `${name} ${issue.message}`;
  }
}

/** A schema's own words where it has some; zod's begin with "Invalid". */
function formatRemedy(issue: z.core.$ZodIssueInvalidStringFormat, name: string): string {
  if (!issue.message.startsWith('Invalid')) return issue.message;
  if (issue.format === 'date') return 'write a day of the calendar as 2027-01-31';
  return name === '"id"' ? 'write it as category/name' : ID_REMEDY;
}

/** The values that the branches of a union of words would take. */
function choicesOf({ errors }: z.core.$ZodIssueInvalidUnion): string[] {
  return errors
    .flat()
    .flatMap((branch) => (branch.code === 'invalid_value' ? branch.values.map(String) : []));
}

const KINDS: Readonly<Record<string, string>> = {
  string: "text (put it into '…' where YAML takes it for something else)",
  array: 'a list',
  object: 'fields with values',
  record: 'names with values',
  number: 'a number',
  boolean: 'true or false',
};

function missing(name: string, expected: string): string {
  if (name === '"examples"')
    return 'the rule has no examples; add examples with at least 5 bad and 5 good ones';
  return `${name} is missing; add ${KINDS[expected] ?? expected}`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a set of fields' : JSON.stringify(value);
}

/** Names of the fields that a schema knows at a place. */
function fieldsAt(schema: z.core.$ZodType, at: DataPath): string[] {
  let here = unwrap(schema);
  for (const part of at) {
    const { def } = here._zod;
    const next = 'shape' in def ? (def.shape as Record<string, z.core.$ZodType>)[part] : undefined;
    const inner = next ?? ('element' in def ? def.element : 'valueType' in def ? def.valueType : undefined);
    if (inner === undefined) return [];
    here = unwrap(inner as z.core.$ZodType);
  }
  const { def } = here._zod;
  if ('shape' in def) return Object.keys(def.shape as object);
  // A record whose keys are an enumeration, such as the slots.
  const keys = 'keyType' in def ? (def.keyType as z.core.$ZodType)._zod.values : undefined;
  return keys ? [...keys].map(String) : [];
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod;
  return 'innerType' in def ? unwrap(def.innerType as z.core.$ZodType) : schema;
}
