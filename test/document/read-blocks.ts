import { expect } from 'vitest';
import { type PolicyDocument, readDocument } from '../../src/document/index.js';
import { sourceText } from '../../src/source/index.js';
import { tokenize } from '../../src/text/index.js';

export function readMd(text: string): PolicyDocument {
  return readDocument(sourceText(text), { format: 'markdown' });
}

export function readText(text: string): PolicyDocument {
  return readDocument(sourceText(text), { format: 'text' });
}

/** One line a block: kind (headings with level), lead-in and text. */
export function outlineOf({ blocks, sections }: PolicyDocument): string[] {
  return blocks.map((block) => {
    const level = block.kind === 'heading' ? sections[block.section]?.level : '';
    const lead = block.leadIn === undefined ? '' : `<${block.leadIn}`;
    return `${block.kind}${level}${lead} ${block.text}`;
  });
}

/** What the source shows for each token, markup dropped; fails where it is not the token. */
export function expectTokensShown({ blocks, source }: PolicyDocument, show: (raw: string) => string): number {
  let count = 0;
  for (const block of blocks) {
    for (const token of tokenize(block.text)) {
      const { start, end } = block.map.toSource(token);
      const word = block.text.slice(token.start, token.end);
      expect(show(source.text.slice(start, end)), `"${word}" at ${start}`).toBe(word);
      expect(block.map.toText(start)).toBe(token.start);
      count++;
    }
  }
  return count;
}

/** Drops the markup that the tests write. */
export function showMarkdown(raw: string): string {
  return raw
    .replace(/\]\([^)]*\)|\]\[[^\]]*\]/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&#39;/g, "'")
    .replace(/&eacute;/g, 'é')
    .replace(/\\([!-/:-@[-`{-~])/g, '\ue000$1')
    .replace(/(?<!\ue000)(?:\*\*|__|[*`[\]]|~~)/g, '')
    .replace(/\ue000/g, '');
}
