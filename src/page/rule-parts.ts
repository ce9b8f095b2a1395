import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Rule, RuleData } from '../ruleset/index.js';
import type { Wording } from './phrase-words.js';
import { ENGLISH_READER } from './reader.js';
import { exampleId, exampleName, type RuleExample } from './rule-examples.js';
import {
  asFact,
  evidenceInWords,
  factsView,
  frameInWords,
  type InWords,
  sentenceInWords,
} from './test-words.js';
import { sentence } from './text.js';
import { shown } from './words.js';

/** What answers a finding of the rule: where it is looked for, what it says, and the examples that show it. */
export function clearingView(
  rule: Rule & RuleData,
  examples: readonly RuleExample[],
  wording: Wording,
): Element[] {
  const unless = rule.unless
    ? [
        h(
          'li',
          shown(`In the sentences beside it or its heading: ${wording.ofPhrases(rule.unless).join('; or ')}`),
        ),
      ]
    : [];
  const items = rule.clearedBy.map((evidence, i) => {
    const { says, facts } = evidenceInWords(evidence, wording);
    const shownBy = examples.filter(({ clearedBy }) => clearedBy.includes(i));
    return h('li', [
      h('p', [
        h('strong', `In ${ENGLISH_READER.words.clearing.within[evidence.within]}:`),
        ` ${shown(says)}`,
      ]),
      ...factsView([
        ...facts,
        ...(evidence.for ? asFact('Only where', frameInWords(evidence.for, wording)) : []),
      ]),
      ...(shownBy.length > 0 ? [shownByView(shownBy)] : []),
    ]);
  });
  if (items.length + unless.length === 0) return [h('p', 'Nothing: the words themselves are the matter.')];
  return [h('ul', { className: 'evidence-list' }, [...items, ...unless])];
}

function shownByView(examples: readonly RuleExample[]): Element {
  const links = examples.flatMap((example, i) => [
    i === 0 ? 'Shown by ' : ', ',
    h('a', { href: `#${exampleId(example)}` }, exampleName(example).toLowerCase()),
  ]);
  return h('p', { className: 'shown-by' }, links);
}

/** The statements that the rule looks for; its examples show them better, and so it is folded. */
export function testsView(rule: Rule & RuleData, wording: Wording): Element {
  const frames = (tests: Rule['given'] = []): InWords[] => tests.map((test) => frameInWords(test, wording));
  const groups: readonly (readonly [string, readonly InWords[]])[] = [
    ['', [...frames(rule.given), ...rule.stated.map((test) => sentenceInWords(test, wording))]],
    ['What is claimed', frames(rule.claim)],
    ['What it cannot stand beside', frames(rule.against)],
  ];
  return h('details', { className: 'tests' }, [
    h('summary', h('h2', 'The exact tests')),
    h('p', { className: 'hint' }, manner(rule)),
    ...densityView(rule, wording),
    ...groups
      .filter(([, tests]) => tests.length > 0)
      .flatMap(([title, tests]) => [
        ...(title === '' ? [] : [h('h3', title)]),
        h(
          'ol',
          tests.map(({ says, facts }) => h('li', [h('p', shown(sentence(says))), ...factsView(facts)])),
        ),
      ]),
  ]);
}

function manner({ once, quote, claim }: Rule & RuleData): string {
  if (claim) return 'Two places of one policy that cannot both hold.';
  const which = once ? 'The first of the policy is told' : 'Any of these is told';
  return quote === 'clause' ? `${which}.` : `${which}; the ${quote} is quoted.`;
}

function densityView({ density }: Rule, wording: Wording): Element[] {
  if (!density) return [];
  const counted = density.classes.map((name) => wording.ofClass(name)).join('; ');
  return [
    h(
      'p',
      shown(
        `Told once where such statements are crowded: at least ${density.per100} of these words in a hundred, in ${density.words} words or more: ${counted}.`,
      ),
    ),
  ];
}
