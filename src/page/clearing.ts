import type { Evidence, FrameTest } from '../ruleset/index.js';

const WHERE: Readonly<Record<Evidence['within'], string>> = {
  clause: 'in the same clause',
  sentence: 'in the same sentence',
  block: 'in the same paragraph, list item or table row',
  list: 'in the list that it introduces',
  'lead-in': 'in the sentence that introduces it',
  section: 'in the same section',
  document: 'anywhere in the policy',
};

/** What would clear a finding, for people who know neither rules nor lexicons. One line a place, the nearest first. */
export function clearingInWords(evidence: readonly Evidence[]): readonly string[] {
  const places = [...new Set(evidence.map(({ within }) => within))];
  return places.map((within) => {
    const what = evidence.filter((one) => one.within === within).flatMap(kindsOf);
    const named = [...new Set(what)];
    return `${named.length > 0 ? orList(named) : 'words that answer it'}, ${WHERE[within]}`;
  });
}

/** What kinds of words a piece of evidence asks for. Phrases are left out: they are written for a matcher. */
function kindsOf({ frame, says, link }: Evidence): string[] {
  if (link) return ['a link that leads to it'];
  if (frame) return [statementOf(frame)];
  return (says ?? [])
    .flatMap((phrase) => /^@([\w.-]+)$/.exec(phrase)?.[1]?.replace(/^statement\./, '') ?? [])
    .map(plain);
}

function statementOf({ action, polarity, slots = {} }: FrameTest): string {
  const about = action ? ` on “${action.map(plain).join(' / ')}”` : '';
  const denied = polarity?.length === 1 && polarity[0] === 'denied' ? ' that it is not done' : '';
  const said = Object.entries(slots)
    .filter(([, test]) => test.some || test.only || test.present || test.specific)
    .map(([slot]) => slot);
  return `a statement${about}${denied}${said.length > 0 ? ` that gives the ${said.join(' and ')}` : ''}`;
}

/** "safeguard.instrument" is "safeguard: instrument". */
function plain(name: string): string {
  return name.replace('.', ': ').replaceAll('.', ' ').replaceAll('-', ' ');
}

function orList(all: readonly string[]): string {
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}
