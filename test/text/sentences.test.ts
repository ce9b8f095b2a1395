import { describe, expect, it } from 'vitest';
import { sentences } from '../../src/text/index.js';

const split = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end));

/** Each row is one block; `|` stands where a sentence ends and is not part of the text. */
const CASES = [
  'We keep logs.| You may ask for them.',
  'Do we sell data?| No!| Never.',
  'We operate in the U.S. and in the U.K. only.',
  'Data is kept in the U.S.| We also use servers in Canada.',
  'The U.S. Department of Trade may ask us.',
  'Data goes to the EU, the U.S., and Japan.',
  'Identifiers, e.g. Device numbers, are kept.',
  'Some data (i.e. IP addresses) is kept.| It is deleted later.',
  'Acme Inc. Privacy Team answers mail.',
  'You deal with Acme Inc.| We answer within a week.',
  'Acme Ltd. and Beta Corp. share offices.',
  'Acme Co., Ltd. is the controller.| Its address is below.',
  'See No. 5 of the annex.',
  'The answer is no.| We never do that.',
  'We rely on Art. 13 of the law.',
  'We rely on Art. 6(1) and Sec. 3.1 of the Act.',
  'Under Sec. IV. the notice applies.',
  'Calls are taken from 9 a.m. to 5 p.m. on weekdays.',
  'We close at 5 p.m.| Please call before.',
  'Visit https://shop.example/a.b?c=d. for more.',
  'Visit www.shop.example.| Then choose Settings.',
  'Write to dpo@mail.example.| We will reply.',
  'We keep 99.9 percent for 1.5 years.| After that we delete.',
  'Names, addresses... and more are kept.',
  'Names, addresses…| We keep them.',
  'We said "we never sell."| We meant it.',
  'We said “never.”| We meant it.',
  '(We never sell data.)| We rent it.',
  'We share with partners (see Section 5).| You can object.',
  'We share (a) names; (b) mail addresses; and (c) orders.',
  '3.1 We collect names.| 3.2 We use them.',
  '3. We collect names.| 4. We use them.',
  'A. Information we get.| B. Information you give.',
  'iv. We use cookies.',
  '(a) We collect names.| (b) We share them.',
  'Mr. Smith and Dr. Jones are our officers.',
  'Ask J. Smith for a copy.',
  'Data, logs, etc. are kept.',
  'We keep data, logs, etc.| They are deleted later.',
  'Effective Jan. 1, 2020, this applies.',
  'We collect data.|We also share it.',
  'Built with Node.Js and ASP.NET tools.',
  'We use data.| iPhone users may opt out.',
  'we use data. and more',
  'we use data.| you can object.',
  'Yahoo! is a partner.',
  'Really?!| Yes.',
  'See vol. 3 and p. 7.',
  'approx. 30 days',
  'A notice follows: and goes on.',
  '我们收集信息。|我们不出售信息。',
  'Version 2.| 30 days later it ends.',
  'It is sent to St. Louis.',
  'Visit us at Long Road 3.| Our officer is there.',
];

describe('sentences', () => {
  it.each(CASES)('%s', (marked) => {
    const parts = marked.split('|').map((part) => part.trim());
    expect(split(marked.replaceAll('|', ''))).toEqual(parts);
  });

  it('trims, and gives nothing for blank text', () => {
    expect(sentences('  A b.  ')).toEqual([{ start: 2, end: 6 }]);
    expect(sentences(' \n ')).toEqual([]);
    expect(sentences('')).toEqual([]);
  });

  it.each([
    '.'.repeat(100_000),
    'A. '.repeat(50_000),
    '?!'.repeat(50_000),
    '."'.repeat(50_000),
    'a.'.repeat(50_000),
  ])('ends on a long run (%#)', (text) => {
    const spans = sentences(text);
    expect(spans.at(-1)?.end).toBe(text.trimEnd().length);
  });
});
