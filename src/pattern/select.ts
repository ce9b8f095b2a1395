import { findCaptures } from './captures.js';
import type { CompiledPack } from './compile.js';
import type { Match, Run } from './match.js';
import type { PatternToken } from './words.js';

/** Keeps the longest match for each class and start; by start, longer first, then by class. Hidden classes are left out. */
export function select(run: Run, tokens: readonly PatternToken[], hidden: Uint8Array | undefined): Match[] {
  const { found, head, link } = run;
  const matches: Match[] = [];
  for (let start = 0; start < tokens.length; start++) head[start] = -1;
  for (let done = 0; done < found.count; done++) {
    const start = found.start[done] as number;
    link[done] = head[start] as number;
    head[start] = done;
  }
  for (let start = 0; start < tokens.length; start++) {
    found.clock++;
    for (let done = head[start] as number; done >= 0; done = link[done] as number) {
      const classId = found.classId[done] as number;
      if (hidden?.[classId] === 1 || found.classSeen[classId] === found.clock) continue;
      found.classSeen[classId] = found.clock;
      const match = matchOf(run, done, tokens);
      let at = matches.length;
      for (; at > 0 && comesBefore(match, matches[at - 1] as Match); at--)
        matches[at] = matches[at - 1] as Match;
      matches[at] = match;
    }
  }
  return matches;
}

function comesBefore(a: Match, b: Match): boolean {
  return a.start === b.start && a.end === b.end && a.classId < b.classId;
}

function matchOf(run: Run, done: number, tokens: readonly PatternToken[]): Match {
  const { pack, found } = run;
  const entry = found.entry[done] as number;
  const source = pack.entries[entry] as CompiledPack['entries'][number];
  const match: Match = {
    class: source.class,
    classId: found.classId[done] as number,
    specific: source.specific,
    start: found.start[done] as number,
    end: found.end[done] as number,
    entry,
  };
  const captures = pack.captureStarts.has(entry) ? findCaptures(pack, found, tokens, match, run) : undefined;
  return captures ? { ...match, captures } : match;
}
