import type { Element } from 'hast';
import { h } from 'hastscript';
import { orList } from '../locale/index.js';
import type { Evidence, FrameTest, SentenceTest, SlotTest } from '../ruleset/index.js';
import type { Wording } from './phrase-words.js';
import { shown } from './words.js';

/** What a statement must be like, for people who read policies and no rules. */
export interface InWords {
  readonly says: string;
  readonly facts: readonly (readonly [term: string, facts: readonly string[]])[];
}

const ABOUT: Readonly<Record<NonNullable<FrameTest['action']>[number], string>> = {
  collect: 'collecting data',
  use: 'using data',
  share: 'sharing data',
  sell: 'selling data',
  transfer: 'moving data elsewhere',
  store: 'storing data',
  retain: 'how long data is kept',
  protect: 'protecting data',
  choose: 'a choice that people have',
  'grant-right': 'a right that people have',
  'change-policy': 'changes of the policy',
  'honor-signal': 'signals of the browser',
  consent: 'consent',
};

const POLARITY: Readonly<Record<NonNullable<FrameTest['polarity']>[number], string>> = {
  affirmed: 'that it is so',
  denied: 'that it is not so',
  conditional: 'that it is so on a condition',
};

const SLOT: Readonly<Record<keyof NonNullable<FrameTest['slots']>, string>> = {
  actor: 'Who does it',
  data: 'Which data',
  recipient: 'Who gets it',
  purpose: 'What for',
  place: 'Where',
  period: 'How long',
  safeguard: 'Safeguard',
  control: 'Choice',
  condition: 'Condition',
};

const AUDIENCE: Readonly<Record<NonNullable<FrameTest['audience']>[number], string>> = {
  california: 'people in California',
  'us-state': 'people in a state of the USA',
  'eea-uk': 'people in Europe',
  children: 'children',
  'other-region': 'people in another region',
};

/** A statement that a rule looks for, or that answers one. */
export function frameInWords(test: FrameTest, wording: Wording): InWords {
  const { action, polarity, modality, inherited, slots = {} } = test;
  const about = action ? `a statement about ${orList(action.map((one) => ABOUT[one]))}` : 'a statement';
  const holds = polarity ? ` that says ${orList(polarity.map((one) => POLARITY[one]))}` : '';
  const verb = modality && ` with “${modality.filter((one) => one !== 'none').join('”, “')}”`;
  const from =
    inherited === undefined
      ? ''
      : inherited
        ? ', begun in the sentence before a list'
        : ', in a sentence of its own';
  return {
    says: `${about}${holds}${verb ?? ''}${from}`,
    facts: [
      ...Object.entries(slots).map(
        ([slot, asked]) => [SLOT[slot as keyof typeof SLOT], slotInWords(asked, wording)] as const,
      ),
      ...surroundings(test, wording),
    ],
  };
}

/** A sentence that a rule looks for. */
export function sentenceInWords(test: SentenceTest, wording: Wording): InWords {
  const says = test.classes.map((name) => wording.ofClass(name));
  return { says: `a sentence that tells ${orList(says)}`, facts: surroundings(test, wording) };
}

/** Where and what answers a finding. */
export function evidenceInWords({ frame, says, link }: Evidence, wording: Wording): InWords {
  if (frame) {
    const told = frameInWords(frame, wording);
    return frame.action ? told : { ...told, says: 'it is told:' };
  }
  const words = wording.ofPhrases(says ?? link ?? []);
  return { says: link ? `a link with ${words.join('; or ')}` : words.join('; or '), facts: [] };
}

function slotInWords(
  { some, none, only, first, specific, present }: SlotTest,
  wording: Wording,
): readonly string[] {
  const list = (names: readonly string[]): string => names.map((name) => wording.ofClass(name)).join('; ');
  return [
    ...(present === undefined ? [] : [present ? 'is told' : 'is not told']),
    ...(specific === undefined ? [] : [specific ? 'told exactly' : 'not told exactly']),
    ...(some ? [list(some)] : []),
    ...(first ? [`first of all: ${list(first)}`] : []),
    ...(only ? [`nothing but: ${list(only)}`] : []),
    ...(none ? [noneOf(none.map((name) => wording.ofClass(name)))] : []),
  ];
}

function noneOf(all: readonly string[]): string {
  return all.length === 1 ? `not ${all[0]}` : `neither ${all.slice(0, -1).join(', ')} nor ${all.at(-1)}`;
}

function surroundings(
  { audience, outside, says, lacks }: FrameTest | SentenceTest,
  wording: Wording,
): InWords['facts'] {
  return [
    ...(audience ? [['Section', [`for ${namesOf(audience)}`]] as const] : []),
    ...(outside ? [['Section', [`not one for ${namesOf(outside)}`]] as const] : []),
    ...(says ? [['In its sentence', wording.ofPhrases(says)] as const] : []),
    ...(lacks ? [['Not in its sentence', wording.ofPhrases(lacks)] as const] : []),
  ];
}

function namesOf(audience: NonNullable<FrameTest['audience']>): string {
  return orList(audience.map((one) => AUDIENCE[one]));
}

/** The same as one fact, for what is asked beside. */
export function asFact(term: string, { facts }: InWords): InWords['facts'] {
  const all = facts.flatMap(([about, own]) => own.map((fact) => `${about.toLowerCase()}: ${fact}`));
  return all.length > 0 ? [[term, all]] : [];
}

export function factsView(facts: InWords['facts']): Element[] {
  if (facts.length === 0) return [];
  return [
    h(
      'dl',
      { className: 'facts' },
      facts.flatMap(([term, all]) => [h('dt', term), ...all.map((fact) => h('dd', shown(fact)))]),
    ),
  ];
}
