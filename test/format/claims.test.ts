import { describe, expect, it } from 'vitest';
import { analyze, claimSchema, claimsOf, format } from '../../src/index.js';

const TEXT = `# Sharing

We may share your e-mail address with Slatepay AB to send receipts.

## Children

We do not share children's data with advertisers. We may share your e-mail address with Slatepay AB to send receipts.
`;
const report = analyze({ text: TEXT, path: 'a.md' }, { include: ['clauses'] });
const claims = claimsOf(report);

describe('claims', () => {
  it('say who does what with which data, for whom and why', () => {
    expect(claims[0]).toMatchObject({
      source: { path: 'a.md', ruleset: report.tool.ruleset },
      actor: 'controller',
      action: 'share',
      polarity: 'affirmed',
      modality: 'may',
      data: [{ text: 'e-mail address', specific: true }],
      recipient: [{ text: 'Slatepay AB', class: 'recipient.named', specific: true }],
      section: ['Sharing'],
      position: { start: { line: 3 } },
    });
    expect(claims[0]?.place).toEqual([]);
    expect(claims[0]).not.toHaveProperty('audience');
  });

  it('keep denials and audiences', () => {
    expect(claims.find(({ polarity }) => polarity === 'denied')).toMatchObject({
      action: 'share',
      audience: 'children',
      section: ['Sharing', 'Children'],
    });
  });

  it('have ids of their own that other words around them do not change', () => {
    const ids = claims.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const moved = claimsOf(analyze(`Hello to all.\n\n${TEXT}`, { include: ['clauses'] }));
    expect(moved.map(({ id }) => id)).toEqual(ids);
  });

  it('fit their schema, one a line', () => {
    const lines = format(report, 'claims').trimEnd().split('\n');
    expect(lines.map((line) => claimSchema.parse(JSON.parse(line)))).toEqual(claims);
  });

  it('ask for a report with its clauses', () => {
    expect(() => format(analyze(TEXT), 'claims')).toThrow(/include: \["clauses"\]/);
  });
});
