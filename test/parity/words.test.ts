import { describe, expect, it } from 'vitest';
import { parity, parityMarkdown, parityText, parityWords } from '../../src/parity/index.js';
import { vocabulary } from '../../src/parity/vocabulary.generated.js';
import { parsePolicy } from '../../src/report/index.js';

const names = [...new Set(vocabulary.flatMap(({ classes }) => Object.keys(classes)))].map((name) =>
  name.replace(/^concept\./, ''),
);

describe('what is told of two versions in Chinese', () => {
  it.each(names)('has a name for %s', (name) => {
    const [kind, concept] = [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)];
    const told = parityWords('zh').says(kind as 'place', concept);
    // Names of companies and of cookies are the same in both.
    expect(
      told.replaceAll(/（(?:Google|Meta|PayPal|Visa|Twitter|Cookie|Cookie设置|IP地址)）/g, ''),
    ).not.toMatch(/[A-Za-z]/);
  });

  it('names lengths of time', () => {
    const told = ['30 days', '12 months', '15 working days', '48 hours'].map((name) =>
      parityWords('zh').says('period', name),
    );
    expect(told).toEqual(['期限（30 天）', '期限（12 个月）', '期限（15 个工作日）', '期限（48 小时）']);
  });

  it('has no English beside quotes and paths', () => {
    const found = parity(
      parsePolicy('# Data\n\nWe never sell your data. We keep your name for 30 days in India.\n'),
      parsePolicy('# 数据\n\n我们保存您的姓名。\n'),
    );
    expect(found.differences.length).toBeGreaterThan(2);
    for (const print of [parityText, parityMarkdown]) {
      const told = print(found, { locale: 'zh' });
      expect(told.replaceAll(/“[^”]*”|`[^`]*`/g, '')).not.toMatch(/[A-Za-z]/);
    }
  });
});
