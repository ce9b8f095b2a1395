/** What a terminal would obey or hide rather than show: controls, marks that reorder or join text, lone surrogates. */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

/** Writes hidden characters as `<U+202E>`, so that no policy can move, colour or hide what a terminal shows. */
export function visible(text: string): string {
  return text.replace(HIDDEN, (character) => {
    if (character === '\t' || character === '\n' || character === '\r') return ' ';
    return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\ufe0f/u;
const NARROWLESS = /^[\p{M}\u200c\u200d]+$/u;

/** Columns that one grapheme takes in a terminal. */
export function columns(grapheme: string): number {
  if (WIDE.test(grapheme)) return 2;
  return NARROWLESS.test(grapheme) ? 0 : 1;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Columns that a text takes; meant for short texts. */
export function widthOf(text: string): number {
  return graphemes(text).reduce((sum, grapheme) => sum + columns(grapheme), 0);
}

/** A short text, filled up to so many columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
