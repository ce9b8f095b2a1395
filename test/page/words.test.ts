import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { safeTarget, showing } from '../../src/page/words.js';

describe('links of a policy', () => {
  it.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['HTTP://example.com', 'http://example.com/'],
    ['mailto:privacy@example.com', 'mailto:privacy@example.com'],
    ['  https://example.com ', 'https://example.com/'],
  ])('%j leads to %j', (target, href) => {
    expect(safeTarget(target)).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' \u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.com/x',
    'intent://x',
    '//example.com',
    '/privacy',
    '#help',
    'https://',
    '',
  ])('%j leads nowhere', (target) => {
    expect(safeTarget(target)).toBeUndefined();
  });
});

describe('text', () => {
  it('shows what would turn it around, and leaves what joins letters', () => {
    expect(toHtml(showing('a\u202eb \u0000 c\u200bd'))).toBe(
      'a<span class="control">U+202E</span>b <span class="control">U+0000</span> c\u200bd',
    );
  });
});
