import { describe, expect, it } from 'vitest';
import { detectFormat, type ReadResult, readDocument } from '../../src/document/index.js';
import { sourceText } from '../../src/source/index.js';

const EMPTY: ReadResult = { blocks: [], sections: [], directives: [], notes: [] };

describe('readDocument', () => {
  it('sets source, format and language', () => {
    const source = sourceText(
      '# Policy\n\nWe use the data that you give us to run the service for you.',
      'p.md',
    );
    const document = readDocument(source);
    expect(document).toMatchObject({ source, format: 'markdown', language: 'en', notes: [] });
    const french =
      'Nous partageons les données avec des partenaires pour les services que vous utilisez sur notre site.';
    expect(readDocument(sourceText(french)).language).toBe('fr');
  });

  it('asks for a reader of HTML, and uses the one given', () => {
    const source = sourceText('<!doctype html><p>We share.</p>');
    expect(() => readDocument(source)).toThrow(/no reader of HTML was given/);
    const document = readDocument(source, { readers: { html: () => EMPTY } });
    expect(document).toMatchObject({ format: 'html', language: 'und' });
    expect(document.notes.map((n) => n.code)).toEqual(['empty']);
  });

  it('keeps the notes of a reader that says why there is nothing', () => {
    const note = { code: 'no-policy-text', message: 'x' } as const;
    const document = readDocument(sourceText('<p>'), {
      format: 'html',
      readers: { html: () => ({ ...EMPTY, notes: [note] }) },
    });
    expect(document.notes).toEqual([note]);
  });
});

describe('detectFormat', () => {
  it.each([
    ['p.md', '<html>', 'markdown'],
    ['p.MARKDOWN', '', 'markdown'],
    ['a/p.html', '# x', 'html'],
    ['p.xhtml', '', 'html'],
    ['p.txt', '# x', 'text'],
    ['p.htm', '', 'html'],
  ])('goes by the extension of %s', (path, text, format) => {
    expect(detectFormat(text, path)).toBe(format);
  });

  it.each([
    ['html', '\ufeff\n<!DOCTYPE html><title>x</title>'],
    ['html', '<?xml version="1.0"?>\n<!-- c -->\n<html>'],
    ['html', '<div class="policy"><p>We share.</p><p>We sell.</p></div>'],
    ['html', '<p>one</p>\n<ul>\n<li>two</li>\n</ul>'],
    ['markdown', '# Policy\n\nText'],
    ['markdown', 'Policy\n======\n\nText'],
    ['markdown', 'We share **names** with them.'],
    ['markdown', 'See [here](https://a.example).'],
    ['markdown', '## Policy\n\n<p align="center">We share</p>\n<br>\n\n- one\n- two'],
    ['markdown', '* one\n* two'],
    ['text', 'We share names.\n\nWe sell orders.'],
    ['text', 'PRIVACY POLICY\n\n1. Sharing\n\nWe do.'],
    ['text', 'Is 3 < 4 and 5 > 4? Yes.'],
    ['text', ''],
  ])('tells %s by content (%#)', (format, text) => {
    expect(detectFormat(text)).toBe(format);
    expect(detectFormat(text, 'policy')).toBe(format);
  });
});
