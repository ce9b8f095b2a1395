import type { Element } from 'hast';
import { h } from 'hastscript';
import { plural } from '../locale/index.js';

import { inPreset, type Preset, type Rule } from '../ruleset/index.js';
import { dataOf, type Facts, filtersView } from './filters.js';
import { ENGLISH_READER } from './reader.js';
import { badgeOf, namesOf, type RuleSurroundings, saysOf } from './rule-page.js';
import { severitiesFor } from './severity.js';
import { pageOf } from './shell.js';
import { shown } from './words.js';

const KEYS = [
  ['/', 'find rules'],
  ['Esc', 'show all rules again'],
  ['?', 'this help'],
] as const;

/** All rules as one HTML file with links to their pages: a list by category that a script searches. */
export function ruleIndex({ rules, presets, mark }: RuleSurroundings): string {
  const facts = new Map(rules.map((rule) => [rule, factsOf(rule, presets)]));
  const categories = [...new Set(rules.map(({ id }) => namesOf(id)[0]))];
  return pageOf({
    mark,
    title: 'fineprint rules',
    keys: KEYS,
    skips: [['rules', 'To the rules']],
    bar: [h('span', { className: 'brand' }, 'fineprint rules'), h('span', { className: 'name' })],
    main: [
      h('div', { className: 'rule-index' }, [
        h('div', { className: 'rule-head' }, [
          h('h1', plural(rules.length, 'rule')),
          h(
            'p',
            { className: 'lead' },
            'What fineprint looks for in privacy policies, each with the words that are found and those that answer them.',
          ),
        ]),
        filtersView([...facts.values()], {
          levels: severitiesFor(ENGLISH_READER),
          choices: { category: 'All categories', preset: 'All presets' },
        }),
        h(
          'div',
          { id: 'rules' },
          categories.map((category) =>
            h('section', { className: 'group' }, [
              h('h2', category),
              h(
                'ul',
                rules
                  .filter(({ id }) => namesOf(id)[0] === category)
                  .map((rule) => h('li', entryOf(rule, facts.get(rule) as Facts))),
              ),
            ]),
          ),
        ),
      ]),
    ],
  });
}

function factsOf({ id, severity }: Rule, presets: readonly Preset[]): Facts {
  const inside = presets.filter((preset) => inPreset(preset, id)).map(({ name }) => name);
  return { level: severity, category: id.slice(0, id.indexOf('/')), preset: inside.join(' ') };
}

/** A rule in the list; words that are not shown are searched too. */
function entryOf(rule: Rule, facts: Facts): Element {
  const law = rule.references.map((one) => `${one.law} ${one.article}`).join(' · ');
  return h(
    'article',
    { ...dataOf(facts), dataWords: `${rule.why} ${rule.suggestion}`.replaceAll(/\s+/g, ' ') },
    [
      h('h3', h('a', { href: `${rule.id}.html` }, namesOf(rule.id)[1])),
      badgeOf(rule),
      h('p', { className: 'entry-says' }, saysOf(rule)),
      h('p', { className: 'hint' }, [
        h('code', rule.id),
        ...(law === '' ? [] : [` · ${shown(law)}`]),
        ...(facts.preset === '' ? [] : [` · in ${facts.preset?.replaceAll(' ', ', ')}`]),
      ]),
    ],
  );
}
