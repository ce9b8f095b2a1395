import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/index.js';

const PROMISE = 'We never share your personal information with third parties.';
const SHARED = 'We share your e-mail address with advertisers for marketing.';

const found = (text: string, rules = {}) =>
  analyze({ text, format: 'markdown' }, { rules }).findings.filter(
    ({ category }) => category === 'contradiction',
  );

describe('contradictions', () => {
  it('quote the claim and point at the other place', () => {
    const [finding] = found(`${SHARED}\n\n## Promise\n\n${PROMISE}`);
    expect(finding).toMatchObject({ ruleId: 'contradiction/no-share-vs-share', quote: PROMISE });
    expect(finding?.position?.start.line).toBe(5);
    expect(finding?.related).toMatchObject([
      { message: 'here it is shared', quote: SHARED, position: { start: { line: 1, column: 1 } } },
    ]);
  });

  it('are one a claim, with the nearest other place', () => {
    const far = SHARED.replace('e-mail', 'postal');
    const findings = found(`${far}\n\nNothing here.\n\n${PROMISE}\n\n${SHARED}\n\n${far}`);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.related.map(({ quote }) => quote)).toEqual([SHARED]);
  });

  it.each([
    ['children are told', '## Children', '## Adults'],
    ['only children are told the contrary', '## Adults', '## Children'],
    ['one region is told', '## Residents of Virginia', '## Residents of Colorado'],
    ['Europe is told', '## Residents of the EEA', '## Elsewhere'],
  ])('do not join sections for different people: %s', (_name, first, second) => {
    expect(found(`${first}\n\n${PROMISE}\n\n${second}\n\n${SHARED}`)).toEqual([]);
  });

  it('of what all are told stand against what one region is told', () => {
    expect(found(`${PROMISE}\n\n## Residents of Virginia\n\n${SHARED}`)).toHaveLength(1);
  });

  it.each([
    ['the sentence before', `Except as you will see, this holds. ${PROMISE}`],
    ['the sentence after', `${PROMISE} However, advertisers are told your address.`],
    ['the next paragraph', `${PROMISE}\n\nThere are the following exceptions.`],
    ['the heading', `## Text messages\n\n${PROMISE}`],
    ['the same paragraph', `${PROMISE} ${SHARED}`],
  ])('are none where %s says where the claim ends', (_name, claim) => {
    expect(found(`${claim}\n\n## Advertising\n\n${claim.includes(SHARED) ? 'Plain.' : SHARED}`)).toEqual([]);
  });

  it.each([
    ['are those of the sentence before', 'Advertisers choose what you see.', 1],
    ['are others than those who are told', 'Banks hold our accounts.', 0],
    ['are unknown', 'There is more.', 0],
  ])('of which the recipients are spoken of before: they %s', (_name, before, count) => {
    const claim = 'We do not share your personal information with these companies.';
    expect(found(`${before} ${claim}\n\n## Offers\n\n${SHARED}`)).toHaveLength(count);
  });

  it('can be switched off and be given another severity', () => {
    const text = `${PROMISE}\n\n${SHARED}`;
    const id = 'contradiction/no-share-vs-share';
    expect(found(text, { [id]: 'off' })).toEqual([]);
    expect(found(text, { [id]: 'info' })[0]?.severity).toBe('info');
  });
});
