/** A mark between one of another kind and a word. */
const TOUCHING = /[^\s\p{P}\p{S}](?:\*+[_~]|_+[*~]|~+[*_])|(?:[*~]_+|[_~]\*+|[*_]~+)[^\s\p{P}\p{S}]/u;
/** What a mark may be part of without being one. */
const OTHER_MARKUP = /[`\\<]/;
/** Strikethrough has rules of its own. */
const STRIKE = /~[*_]|[*_]~/;
const RUN = /\*+|_+|~+/g;
const WORD = /[^\s\p{P}\p{S}]/u;

/**
 * Whether marks of emphasis that touch one of another kind might be read in two ways: remark-parse takes them for openers and closers
 * where CommonMark, and the native parser, takes them for one of both. Nothing follows from it where all marks of a paragraph pair
 * like brackets, as in `**_Cookies_**`.
 */
export function hasTouchingMarks(text: string): boolean {
  return (
    TOUCHING.test(text) &&
    text.split(/(?:\r\n?|\n)[ \t]*(?=[\r\n])/).some((part) => TOUCHING.test(part) && !pairs(part))
  );
}

function pairs(paragraph: string): boolean {
  if (OTHER_MARKUP.test(paragraph) || STRIKE.test(paragraph)) return false;
  const open: string[] = [];
  for (const { 0: run, index } of paragraph.matchAll(RUN)) {
    const before = paragraph[index - 1] ?? ' ';
    const after = paragraph[index + run.length] ?? ' ';
    if (/\s/.test(before) && /\s/.test(after)) continue;
    if (run.startsWith('_') && WORD.test(before) && WORD.test(after)) continue;
    if (open.at(-1) === run) {
      if (/\s/.test(before) || WORD.test(after)) return false;
      open.pop();
    } else {
      if (/\s/.test(after) || WORD.test(before) || open.some((other) => other[0] === run[0])) return false;
      open.push(run);
    }
  }
  return open.length === 0;
}
