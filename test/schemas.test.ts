import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  baselineSchema,
  claimSchema,
  comparisonSchema,
  configSchema,
  contradictionSchema,
  createAnalyzer,
  lexiconSchema,
  reportSchema,
  ruleSchema,
} from '../src/index.js';
import { paritySchema } from '../src/parity.js';
import { profileSchema } from '../src/ruleset/index.js';
import { VAGUE } from './support/cli.js';

const SCHEMAS = {
  baseline: z.toJSONSchema(baselineSchema),
  report: z.toJSONSchema(reportSchema),
  // What a user writes: fields with a default may be left out.
  rule: z.toJSONSchema(ruleSchema, { io: 'input' }),
  contradiction: z.toJSONSchema(contradictionSchema, { io: 'input' }),
  profile: z.toJSONSchema(profileSchema, { io: 'input' }),
  lexicon: z.toJSONSchema(lexiconSchema, { io: 'input' }),
  claim: z.toJSONSchema(claimSchema),
  comparison: z.toJSONSchema(comparisonSchema),
  parity: z.toJSONSchema(paritySchema),
  config: z.toJSONSchema(configSchema, { io: 'input' }),
};

describe('JSON Schemas', () => {
  // `npx vitest run test/schemas.test.ts -u` writes them anew.
  it.each(Object.entries(SCHEMAS))('the committed one of %s is current', async (name, schema) => {
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      `../src/schemas/${name}.schema.json`,
    );
  });
});

describe('reportSchema', () => {
  it('fits the reports that are made', () => {
    const report = createAnalyzer({ include: ['clauses', 'cleared', 'sentences'] }).analyze({
      text: VAGUE,
      path: 'a.md',
    });
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(report.findings.length).toBeGreaterThan(0);
  });

  it('refuses others', () => {
    expect(reportSchema.safeParse({ schemaVersion: 2 }).success).toBe(false);
  });
});
