import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as browser from '../../src/document/markdown-parser.browser.js';
import * as node from '../../src/document/markdown-parser.js';

const corpus = fileURLToPath(new URL('../../corpus/', import.meta.url));
const files = readdirSync(corpus).filter((name) => name.endsWith('.md'));

const MIXED = `\ufeff---
title: Privacy
---

# Data ~~we~~ keep

| Data | For |
| --- | --- |
| name | - [x] bills &amp; [more][1] |

- [ ] asked
- [x] given

[1]: https://shop.example "more"
`;

describe('the parser that browsers get', () => {
  it.each(files)('reads %s as that of Node does', (name) => {
    const text = readFileSync(corpus + name, 'utf8');
    expect(browser.parseMarkdown(text)).toEqual(node.parseMarkdown(text));
  });

  it.each([MIXED, MIXED.replaceAll('\n', '\r\n'), MIXED.replaceAll('---\n', '+++\n'), ''])(
    'reads %j so',
    (text) => {
      expect(browser.parseMarkdown(text)).toEqual(node.parseMarkdown(text));
    },
  );
});
