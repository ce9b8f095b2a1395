import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import 'fineprint/vitest';

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

test('the policy names who gets data, and how long it is kept', () => {
  const policy = read('privacy.md');
  expect(policy).toHaveNoFindings({ severity: 'error' });
  expect(policy).toMeetProfile({ retention: ['period', 'criteria'], deletion: 'mechanism' });
  expect(policy).toScoreAtLeast(30);
});

test('the new revision makes nothing worse', () => {
  expect(read('privacy-next.md')).toHaveNoNewFindings(read('privacy.md'));
});
