// Patterns of paths as the command line takes them, but held against names and not looked for on a disk, and in linear time: the
// regular expressions that other matchers make of "*a*a*a*a*b" can take minutes.

/** Alternatives that the braces of one pattern may make. */
const MOST_ALTERNATIVES = 64;
const LONGEST = 1000;

/** Why a pattern cannot be used, with what would do; undefined if it can. */
export function whyNoPattern(pattern: string): string | undefined {
  if (pattern.length > LONGEST) return `is longer than ${LONGEST} characters; write it shorter`;
  if (pattern.startsWith('!')) return 'begins with "!"; name what is meant, not what is not';
  if (/^[A-Za-z]:[^/\\]/.test(pattern))
    return `begins like a drive; write "?${pattern.slice(1)}" for a file that is called so`;
  if (/^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(pattern))
    return "leads out of the configuration's folder; name what is in it";
  return alternatives(pattern).length > MOST_ALTERNATIVES
    ? `has more than ${MOST_ALTERNATIVES} alternatives in braces; write several patterns`
    : undefined;
}

/**
 * Whether a path (with slashes, without "./") fits a pattern: `*` and `?` stand for any of a name, `**` for any folders,
 * `[a-z]` for one of some characters, `{a,b}` for either. Case does not matter.
 */
export function matchesPattern(pattern: string, path: string): boolean {
  const names = path.toLowerCase().split('/');
  return alternatives(pattern.toLowerCase().replace(/^\.\//, '')).some((one) =>
    fitsNames(
      one.split('/').map((part) => (part === '**' ? undefined : tokensOf(part))),
      names,
    ),
  );
}

/** What the braces of a pattern stand for; one more than may be is enough to tell that there are too many. */
function alternatives(pattern: string): string[] {
  const out: string[] = [];
  const open = [pattern];
  for (let one = open.pop(); one !== undefined && out.length <= MOST_ALTERNATIVES; one = open.pop()) {
    const braces = /\{([^{}]*,[^{}]*)\}/.exec(one);
    if (braces === null) out.push(one);
    else {
      const [before, after] = [one.slice(0, braces.index), one.slice(braces.index + braces[0].length)];
      const parts = (braces[1] as string).split(',').slice(0, MOST_ALTERNATIVES + 1);
      for (const part of parts.reverse()) open.push(before + part + after);
    }
  }
  return out;
}

/** One character that fits, or any number of any. */
type Token = '*' | ((character: string) => boolean);

function tokensOf(part: string): Token[] {
  return (part.match(/\*+|\\.|\[[!^]?[^\]]+\]|[\s\S]/gu) ?? []).map((piece): Token => {
    if (piece.startsWith('*')) return '*';
    if (piece === '?') return () => true;
    if (piece.length > 2 && piece.startsWith('[')) return oneOf(piece.slice(1, -1));
    const wanted = piece.length > 1 && piece.startsWith('\\') ? piece.slice(1) : piece;
    return (character) => character === wanted;
  });
}

function oneOf(set: string): (character: string) => boolean {
  const not = /^[!^]./s.test(set);
  const ranges = (not ? set.slice(1) : set).match(/[\s\S]-[\s\S]|[\s\S]/gu) ?? [];
  return (character) =>
    not !==
    ranges.some((range) => {
      const [first, , last = first] = [...range];
      return (first as string) <= character && character <= (last as string);
    });
}

/** Whether names fit parts; a part without tokens is `**`. `fits[i]`: the names so far fit the first `i` parts. */
function fitsNames(parts: readonly (readonly Token[] | undefined)[], names: readonly string[]): boolean {
  let fits = [true];
  for (const [i, part] of parts.entries()) fits[i + 1] = part === undefined && fits[i] === true;
  for (const name of names) {
    const next = [false];
    for (const [i, part] of parts.entries()) {
      next[i + 1] =
        part === undefined
          ? next[i] === true || fits[i + 1] === true || fits[i] === true
          : fits[i] === true && fitsName(part, [...name]);
    }
    fits = next;
  }
  return fits[parts.length] === true;
}

/** Walks both; where it fails, the last star takes one character more. */
function fitsName(tokens: readonly Token[], name: readonly string[]): boolean {
  let [t, n, star, from] = [0, 0, -1, 0];
  while (n < name.length) {
    const token = tokens[t];
    if (token === '*') {
      star = t++;
      from = n;
    } else if (token?.(name[n] as string)) {
      t++;
      n++;
    } else if (star >= 0) {
      t = star + 1;
      n = ++from;
    } else return false;
  }
  while (tokens[t] === '*') t++;
  return t === tokens.length;
}
