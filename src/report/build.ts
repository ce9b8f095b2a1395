import { type Hit, type Pointer, visibleText } from '../analyze/index.js';
import type { ClauseFrame, Clauses, Slots } from '../clause/index.js';
import type { PolicyDocument } from '../document/index.js';
import type { Answered } from '../profile/index.js';
import { builtin, type Severity } from '../ruleset/index.js';
import type { DirectiveOptions } from './directives.js';
import { type Identity, identify } from './identity.js';
import { applyDirectives, type Told } from './inline.js';
import { messageOf } from './message.js';
import type { Clause, ClearedFinding, Finding, Profile, Report, ReportNote } from './schema.js';
import { scoreOf } from './score.js';
import { sentencesOf } from './sentences.js';
import { statistics } from './statistics.js';
import { VERSION } from './version.js';

export type Include = 'clauses' | 'cleared' | 'sentences';

/** What a report is made of. */
export interface ReportParts {
  readonly document: PolicyDocument;
  /** In the order of the source. */
  readonly hits: readonly Hit[];
  readonly clauses: Clauses;
  /** Empty when the language is not supported. */
  readonly profile: readonly Answered[];
  readonly ruleset: string;
  /** The categories that rules were applied of; undefined if none were, and nothing is to be scored. */
  readonly judged?: ReadonlySet<string> | undefined;
  /** How comments in the policy suppress findings; undefined if they are not to. */
  readonly directives?: DirectiveOptions | undefined;
  readonly notes: readonly ReportNote[];
  readonly include: readonly Include[];
  /** The severity the user chose for a rule, if any. */
  readonly severities: ReadonlyMap<string, Severity>;
}

/** Turns what the engine found in one document into its report. */
export function buildReport(parts: ReportParts): Report {
  const { document, include } = parts;
  const told: Told[] = [];
  const cleared: ClearedFinding[] = [];
  // Cleared ones are numbered too, so that what is asked for does not change what identifies a finding.
  const identities = identify(parts.hits, document);
  for (const [i, hit] of parts.hits.entries()) {
    const finding = toFinding(
      hit,
      document,
      identities[i] as Identity,
      parts.severities.get(hit.rule.id) ?? hit.rule.severity,
    );
    if (hit.clearedBy) cleared.push({ ...finding, clearedBy: toRelated(hit.clearedBy, document) });
    else told.push({ hit, finding });
  }
  const { findings, suppressed, problems } = parts.directives
    ? applyDirectives(told, document, parts.directives)
    : { findings: told.map(({ finding }) => finding), suppressed: [], problems: [] };
  const { path } = document.source;
  return {
    schemaVersion: 1,
    tool: { name: 'fineprint', version: VERSION, ruleset: parts.ruleset },
    source: {
      ...(path === undefined ? {} : { path }),
      format: document.format,
      language: document.language,
      ...statistics(document, parts.clauses.readings),
    },
    findings,
    profile: toProfile(parts.profile, document),
    ...(parts.judged ? { score: toScore(parts, told, parts.judged) } : {}),
    suppressed,
    suppressionProblems: [...problems],
    cleared: include.includes('cleared') ? cleared : [],
    ...(include.includes('clauses')
      ? { clauses: parts.clauses.frames.map((frame) => toClause(frame, document)) }
      : {}),
    ...(include.includes('sentences') ? { sentences: sentencesOf(document) } : {}),
    notes: [...parts.notes],
  };
}

function toFinding(hit: Hit, document: PolicyDocument, id: Identity, severity: Severity): Finding {
  const { rule } = hit;
  const section = document.sections[document.blocks[hit.block]?.section ?? 0];
  return {
    ruleId: rule.id,
    category: rule.id.slice(0, rule.id.indexOf('/')),
    severity,
    confidence: rule.confidence,
    message: messageOf(hit),
    quote: hit.quote,
    context: id.context,
    section: [...(section?.path ?? [])],
    position: document.source.positionOf(hit.span),
    slots: toSlots(hit.slots, document),
    references: [...rule.references],
    suggestion: rule.suggestion,
    related: hit.related.map((place, i) => ({
      ...toRelated(place, document),
      fingerprint: id.related[i] as string,
    })),
    fingerprint: id.fingerprint,
  };
}

function toScore(
  { profile }: ReportParts,
  told: readonly Told[],
  judged: ReadonlySet<string>,
): ReturnType<typeof scoreOf> {
  const points = new Map<string, number | undefined>(profile.map((one) => [one.key, one.points]));
  // The score judges the text: what is suppressed counts.
  const findings = told.map(({ finding }) => finding);
  return scoreOf({ scheme: builtin.score, findings, pointsOf: (key) => points.get(key), judged });
}

function toProfile(answers: readonly Answered[], { source }: PolicyDocument): Profile {
  const entries = answers.map(({ key, answer, points, evidence }) => [
    key,
    {
      answer,
      ...(points === undefined ? {} : { points }),
      evidence: evidence.map(({ quote, span }) => ({ quote, position: source.positionOf(span) })),
    },
  ]);
  return Object.fromEntries(entries);
}

function toRelated({ why, quote, span }: Pointer, document: PolicyDocument): Finding['related'][number] {
  return { ...why, quote, position: document.source.positionOf(span) };
}

function toClause(frame: ClauseFrame, document: PolicyDocument): Clause {
  const block = document.blocks[frame.block];
  const section = document.sections[block?.section ?? 0];
  return {
    action: frame.action,
    polarity: frame.polarity,
    modality: frame.modality,
    quote: visibleText(block, frame.span),
    section: [...(section?.path ?? [])],
    ...(section?.audience ? { audience: section.audience } : {}),
    position: document.source.positionOf(frame.span),
    slots: toSlots(frame.slots, document),
  };
}

function toSlots(slots: Slots, document: PolicyDocument): Finding['slots'] {
  const out: Finding['slots'] = {};
  for (const [name, values] of Object.entries(slots)) {
    if (values.length === 0) continue;
    out[name as keyof Slots] = values.map((value) => ({
      text: value.text,
      class: value.class,
      specific: value.specific,
      position: document.source.positionOf(value.span),
    }));
  }
  return out;
}
