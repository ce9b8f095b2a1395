import { describe, expect, it } from 'vitest';
import type { Hit } from '../../src/analyze/index.js';
import { messageOf } from '../../src/report/message.js';
import { shorten } from '../../src/report/shorten.js';

function hit(message: string, quote: string): Hit {
  const span = { start: 0, end: 12 };
  return {
    rule: { id: 'a/b', severity: 'info', confidence: 1, message, suggestion: '', references: [] },
    block: 0,
    span: { start: 0, end: quote.length },
    quote,
    slots: {
      recipient: [{ text: 'our partners', class: 'recipient.generic', specific: false, block: 0, span }],
    },
    related: [],
  };
}

describe('messageOf', () => {
  it('puts the quoted words before what the rule says', () => {
    expect(messageOf(hit('says little', 'our partners'))).toBe('"our partners" says little');
    expect(messageOf(hit('says little', ''))).toBe('says little');
  });

  it('names a slot by its words, or by its name if it has none', () => {
    expect(messageOf(hit('{recipient} get {data}', ''))).toBe('our partners get data');
  });
});

describe('shorten', () => {
  it('keeps what is short, and both ends of what is long', () => {
    expect(shorten('a few words')).toBe('a few words');
    const short = shorten(`first ${'middle '.repeat(30)}last`);
    expect(short).toMatch(/^first middle .* … .* last$/);
    expect(short.length).toBeLessThanOrEqual(90);
  });

  it.each([90, 91, 92, 93])('cuts no pair of surrogates at a length of %i', (longest) => {
    expect(shorten('😀'.repeat(100), longest)).not.toMatch(/\p{Cs}/u);
  });
});
