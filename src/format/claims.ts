import { type Claim, type Clause, fingerprint, type Report } from '../report/index.js';

/** The clauses of a report as assertions, in its order. Throws if the report was made without its clauses. */
export function claimsOf(report: Report): Claim[] {
  const { clauses } = report;
  if (!clauses) {
    throw new TypeError('the report holds no clauses; make it with include: ["clauses"]');
  }
  const seen = new Map<string, number>();
  return clauses.map((clause) => {
    const kind = `${clause.action} ${clause.polarity}`;
    const first = fingerprint(kind, clause.quote, 0);
    const ordinal = seen.get(first) ?? 0;
    seen.set(first, ordinal + 1);
    return claimOf(clause, report, fingerprint(kind, clause.quote, ordinal));
  });
}

function claimOf(clause: Clause, { source, tool }: Report, id: string): Claim {
  const terms = (slot: keyof Clause['slots']): Claim['data'] =>
    (clause.slots[slot] ?? []).map(({ text, class: name, specific }) => ({ text, class: name, specific }));
  return {
    schemaVersion: 1,
    id,
    source: { ...(source.path === undefined ? {} : { path: source.path }), ruleset: tool.ruleset },
    actor: actorOf(clause),
    action: clause.action,
    polarity: clause.polarity,
    modality: clause.modality,
    data: terms('data'),
    recipient: terms('recipient'),
    purpose: terms('purpose'),
    place: terms('place'),
    period: terms('period'),
    safeguard: terms('safeguard'),
    control: CHOOSING.has(clause.action) ? terms('control') : [],
    condition: terms('condition'),
    ...(clause.audience === undefined ? {} : { audience: clause.audience }),
    section: clause.section,
    quote: clause.quote,
    position: clause.position,
  };
}

/** Elsewhere "share" and "marketing" only name what a choice would be about. */
const CHOOSING = new Set<Clause['action']>([
  'choose',
  'consent',
  'change-policy',
  'grant-right',
  'honor-signal',
]);

function actorOf({ slots }: Clause): Claim['actor'] {
  const name = slots.actor?.[0]?.class;
  if (name === undefined) return 'unstated';
  if (name.startsWith('actor.controller')) return 'controller';
  // All others are recipients that act: third parties, and those who are let collect.
  return name.startsWith('actor.user') ? 'user' : 'third-party';
}
