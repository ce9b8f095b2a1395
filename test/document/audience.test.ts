import { describe, expect, it } from 'vitest';
import { audienceOf } from '../../src/document/audience.js';

describe('audienceOf', () => {
  it.each([
    ['California residents', 'california'],
    ['Your CCPA rights', 'california'],
    ['Notice to Californians', 'california'],
    ['If you live in the EEA, the UK or Switzerland', 'eea-uk'],
    ['European users', 'eea-uk'],
    ['GDPR', 'eea-uk'],
    ['Rights of individuals in the European Union', 'eea-uk'],
    ['Virginia, Colorado and Connecticut residents', 'us-state'],
    ['Other U.S. state privacy rights', 'us-state'],
    ["Children's privacy", 'children'],
    ['Children in California', 'children'],
    ['Information about minors', 'children'],
    ['Users in Brazil', 'other-region'],
    ['Additional terms for Canada', 'other-region'],
    ['How we share data', undefined],
    ['International transfers out of the EEA', undefined],
    ['Privacy Shield for EU data', undefined],
    ['Data we collect about you', undefined],
    ['', undefined],
  ])('%s: %s', (heading, audience) => {
    expect(audienceOf(heading)).toBe(audience);
  });
});
