import type { Element } from 'hast';
import { h } from 'hastscript';
import { inPreset, type Preset, type Rule, type RuleData } from '../ruleset/index.js';
import { plainName, plainWords } from './names.js';
import type { Wording } from './phrase-words.js';
import { ENGLISH_READER } from './reader.js';
import { exampleLinks, examplesView, type RuleExample } from './rule-examples.js';
import { clearingView, testsView } from './rule-parts.js';
import { severitiesFor } from './severity.js';
import { pageOf } from './shell.js';
import { sentence } from './text.js';
import { shown as plain, showing } from './words.js';

/** A rule with its examples, as they came out. */
export interface RuleEntry {
  readonly rule: Rule & RuleData;
  readonly examples: readonly RuleExample[];
}

/** What all pages of a site share. */
export interface RuleSurroundings {
  /** All rules, in the order of the index. */
  readonly rules: readonly Rule[];
  readonly presets: readonly Preset[];
  readonly wording: Wording;
  /** The first line of each page, by which it is told from others. */
  readonly mark: string;
}

const KEYS = [
  ['n', 'next rule'],
  ['p', 'rule before'],
  ['?', 'this help'],
] as const;

/** A rule as one HTML file: what it flags and why, what answers it, and its examples with what was found in them. */
export function rulePage(entry: RuleEntry, around: RuleSurroundings): string {
  const { rule } = entry;
  const { rules, mark } = around;
  const links = contentsOf(entry);
  const at = rules.findIndex(({ id }) => id === rule.id);
  return pageOf({
    mark,
    title: `${rule.id} · fineprint rules`,
    keys: KEYS,
    skips: links.map(([id, name]) => [id, `To: ${name}`] as const),
    bar: [
      h('a', { className: 'brand', href: '../index.html' }, 'fineprint rules'),
      h('span', { className: 'name' }, rule.id),
      h(
        'span',
        { className: 'steps' },
        [step(rules[at - 1], 'prev', '↑'), step(rules[at + 1], 'next', '↓')].flat(),
      ),
    ],
    main: [
      h('div', { className: 'rule-page' }, [
        headView(rule),
        h('aside', { className: 'rule-facts', ariaLabel: 'Facts' }, [factsOf(rule, around), contents(links)]),
        bodyOf(entry, around),
      ]),
    ],
  });
}

function bodyOf({ rule, examples }: RuleEntry, { rules, wording }: RuleSurroundings): Element {
  const { found, answered, alone } = examplesView(examples, rule.severity);
  return h('div', { className: 'rule-body' }, [
    h('h2', 'Why it matters'),
    h('p', showing(rule.why.trim())),
    h('h2', 'What to write instead'),
    h('p', showing(sentence(rule.suggestion.trim()))),
    ...found,
    h('h2', { id: 'clearing' }, 'What clears it'),
    ...clearingView(rule, examples, wording),
    ...answered,
    ...alone,
    testsView(rule, wording),
    neighbours(rule, rules),
  ]);
}

/** The parts of the page, in order. */
function contentsOf({ examples }: RuleEntry): readonly (readonly [id: string, name: string])[] {
  const links = exampleLinks(examples);
  const clearing = ['clearing', 'What clears it'] as const;
  const [first, ...rest] = links;
  return first?.[0] === 'found' ? [first, clearing, ...rest] : [clearing, ...links];
}

/** "third-party/vague-recipients" as a category and a name. */
export function namesOf(id: string): readonly [category: string, name: string] {
  const at = id.indexOf('/');
  return [plainName(id.slice(0, at)), plainName(id.slice(at + 1))];
}

export function badgeOf({ severity }: Pick<Rule, 'severity'>): Element {
  const { name, shape } = severitiesFor(ENGLISH_READER)[severity];
  return h('span', { className: ['badge', severity] }, [
    h('span', { className: 'shape', ariaHidden: 'true' }, shape),
    name,
  ]);
}

/** What a finding says, the words it quotes left open. */
export function saysOf({ message }: Pick<Rule, 'message'>): string {
  return `“…” ${plain(message)}`;
}

function headView(rule: Rule): Element {
  const [category = '', name = ''] = rule.id.split('/');
  return h('div', { className: 'rule-head' }, [
    h('p', { className: 'kind' }, [
      badgeOf(rule),
      h('span', `${Math.round(rule.confidence * 100)}% sure where it finds something`),
    ]),
    h('h1', `${plainName(category)}: ${plainWords(name)}`),
    h('p', { className: 'lead' }, saysOf(rule)),
  ]);
}

function factsOf(rule: Rule, { presets }: RuleSurroundings): Element {
  const inside = presets.filter((preset) => inPreset(preset, rule.id)).map(({ name }) => name);
  const facts: readonly (readonly [string, readonly string[]])[] = [
    ['Id', [rule.id]],
    ['Presets', inside.length > 0 ? [inside.join(', ')] : ['none']],
    ['Law', rule.references.map(({ law, article }) => `${law} ${article}`)],
  ];
  return h(
    'dl',
    facts
      .filter(([, values]) => values.length > 0)
      .flatMap(([term, values]) => [h('dt', term), ...values.map((value) => h('dd', plain(value)))]),
  );
}

function contents(links: ReturnType<typeof contentsOf>): Element {
  return h('nav', { ariaLabel: 'On this page' }, [
    h(
      'ul',
      links.map(([id, name]) => h('li', h('a', { href: `#${id}` }, name))),
    ),
  ]);
}

function step(rule: Rule | undefined, rel: 'prev' | 'next', arrow: string): Element[] {
  if (!rule) return [];
  const label = `${rel === 'prev' ? 'Rule before' : 'Next rule'}: ${rule.id}`;
  return [h('a', { href: `../${rule.id}.html`, rel: [rel], ariaLabel: label, title: rule.id }, arrow)];
}

/** The other rules of the category. */
function neighbours({ id }: Rule, rules: readonly Rule[]): Element {
  const own = rules.filter(
    (other) => other.id !== id && other.id.startsWith(id.slice(0, id.indexOf('/') + 1)),
  );
  if (own.length === 0) return h('p', h('a', { href: '../index.html' }, 'All rules'));
  return h('nav', { className: 'neighbours', ariaLabelledBy: 'neighbours-title' }, [
    h('h2', { id: 'neighbours-title' }, `Also on ${plainWords(id.slice(0, id.indexOf('/')))}`),
    h(
      'ul',
      own.map((other) =>
        h('li', [h('a', { href: `../${other.id}.html` }, namesOf(other.id)[1]), ` ${saysOf(other)}`]),
      ),
    ),
  ]);
}
