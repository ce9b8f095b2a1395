import type { Trace, Verdict } from '../analyze/index.js';
import type { SlotValue } from '../clause/index.js';
import { visible } from './visible.js';

/** Tells what was read at a place and what the rules made of it; `lineOf` gives the 1-based line of a source offset. */
export function traceText(traces: readonly Trace[], lineOf: (offset: number) => number): string {
  if (traces.length === 0) return 'no clause was read here, and no rule asks for these words\n';
  return traces.map((trace) => `${one(trace, lineOf)}\n`).join('\n');
}

function one({ trigger, quote, verdicts }: Trace, lineOf: (offset: number) => number): string {
  const read =
    trigger.action === undefined
      ? ['  read as a sentence, for its words']
      : [
          `  read as ${trigger.action}, ${trigger.polarity}${trigger.modality === 'none' ? '' : `, "${trigger.modality}"`}${trigger.leadIn === undefined ? '' : ', taken over from the lead-in'}`,
          ...Object.entries(trigger.slots).map(
            ([name, values]) => `    ${name.padEnd(10)} ${values.map(value).join(', ')}`,
          ),
        ];
  return [
    `"${visible(quote)}"  line ${lineOf(trigger.span.start)}`,
    ...read,
    ...(verdicts.length === 0
      ? ['  no rule looks at this']
      : sorted(verdicts).map((v) => `  ${told(v, lineOf)}`)),
  ].join('\n');
}

function value({ text, class: name, specific }: SlotValue): string {
  return `"${visible(text)}" (${name}${specific ? ', specific' : ''})`;
}

const ORDER = { found: 0, cleared: 1, unfit: 2 } as const;

function sorted(verdicts: readonly Verdict[]): Verdict[] {
  return [...verdicts].sort((a, b) => ORDER[a.outcome] - ORDER[b.outcome]);
}

function told(
  { rule, outcome, quote, clearedBy, unmet }: Verdict,
  lineOf: (offset: number) => number,
): string {
  if (outcome === 'unfit') return `-        ${rule.id}  (not fit: ${unmet.join(', ')})`;
  const once = rule.once ? ', told once a policy' : '';
  if (!clearedBy) return `found    ${rule.id}  "${visible(quote)}"${once}`;
  return `cleared  ${rule.id}  "${visible(quote)}", by line ${lineOf(clearedBy.span.start)}: "${visible(clearedBy.quote)}"`;
}
