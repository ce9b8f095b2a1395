import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { fragmentOf } from '../format/index.js';
import type { Finding } from '../report/index.js';
import { clearingInWords } from './clearing.js';
import { dataOf } from './filters.js';
import { SEVERITY } from './severity.js';
import { beginning, sentence } from './text.js';
import { ID, type Told } from './told.js';
import { showing, shown } from './words.js';

/** What is said of the findings, by section of the policy. */
export function findingsList(told: readonly Told[]): Element[] {
  return groupsOf(told).map(({ section, own }) =>
    h('section', { className: 'group' }, [
      h('h3', { className: 'group-title', dir: 'auto' }, showing(section)),
      h(
        'ol',
        own.map((one) => h('li', cardOf(one))),
      ),
    ]),
  );
}

/** Runs of findings that stand under one heading. */
function groupsOf(told: readonly Told[]): { section: string; own: Told[] }[] {
  const groups: { section: string; own: Told[] }[] = [];
  for (const one of told) {
    const { position, section: path } = one.finding;
    const section = position ? (path.at(-1) ?? 'Before the first heading') : 'The policy as a whole';
    const last = groups.at(-1);
    if (last?.section === section) last.own.push(one);
    else groups.push({ section, own: [one] });
  }
  return groups;
}

/** One finding: a line that tells it, and behind it why it matters and what would help. */
export function cardOf({ finding, number, rule }: Told): Element {
  const { severity, category, ruleId, confidence, position } = finding;
  const { name, shape } = SEVERITY[severity];
  return h(
    'details',
    {
      className: ['card', severity],
      id: ID.finding(finding),
      dataStop: '',
      ...dataOf({ level: severity, category, rule: ruleId }),
    },
    [
      h('summary', [
        h('span', { className: 'badge' }, [
          h('span', { className: 'shape', ariaHidden: 'true' }, shape),
          `${name} ${number}`,
        ]),
        h('span', { className: 'says' }, messageOf(finding)),
      ]),
      h('div', { className: 'detail' }, [
        ...(position
          ? [
              h(
                'p',
                { className: 'to-text' },
                h('a', { href: `#${ID.words(finding)}` }, `Show in the text, line ${position.start.line}`),
              ),
            ]
          : []),
        h('dl', detailsOf(finding, rule)),
        h('p', { className: 'rule' }, [h('code', ruleId), ` · ${Math.round(confidence * 100)}% sure`]),
      ]),
    ],
  );
}

function messageOf(finding: Finding): ElementContent[] {
  const says = fragmentOf(finding);
  if (finding.quote === '') return showing(says);
  return [h('q', { dir: 'auto' }, showing(beginning(finding.quote))), ...showing(` ${says}`)];
}

function detailsOf(finding: Finding, rule: Told['rule']): Element[] {
  const { suggestion, references } = finding;
  const clearing =
    rule && (clearingInWords(rule.clearedBy) ?? 'nothing: the words themselves are the matter');
  return [
    ...entry('Why it matters', rule?.why.trim()),
    ...entry('What to write instead', suggestion.trim()),
    ...entry('What would clear it', clearing),
    ...entry('Law', references.map(({ law, article }) => `${law} ${article}`).join(' · ')),
    ...alsoIn(finding),
  ];
}

/** So many further places are listed; more than that are marked. */
const MOST_LISTED = 20;

function alsoIn(finding: Finding): Element[] {
  const { related } = finding;
  if (related.length === 0) return [];
  const more = related.length - MOST_LISTED;
  return [
    h('dt', 'See also'),
    ...related
      .slice(0, MOST_LISTED)
      .map((place, i) =>
        h('dd', [
          `${shown(sentence(place.message))}: `,
          h('a', { href: `#${ID.related(finding, i)}`, title: `Line ${place.position.start.line}` }, [
            h('q', { dir: 'auto' }, showing(beginning(place.quote))),
          ]),
        ]),
      ),
    ...(more > 0 ? [h('dd', `… and ${more} more places`)] : []),
  ];
}

function entry(term: string, text: string | undefined): Element[] {
  return text ? [h('dt', term), h('dd', shown(sentence(text)))] : [];
}
