import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { fragmentOf } from '../format/index.js';
import type { Finding } from '../report/index.js';
import { clearingInWords } from './clearing.js';
import { dataOf } from './filters.js';
import type { Reader } from './reader.js';
import { beginning, sentence } from './text.js';
import { ID, type Told } from './told.js';
import { quotation, showing, shown } from './words.js';

/** What is said of the findings, by section of the policy. */
export function findingsList(told: readonly Told[], reader: Reader): Element[] {
  return groupsOf(told, reader).map(({ section, own }) =>
    h('section', { className: 'group' }, [
      h('h3', { className: 'group-title', dir: 'auto' }, showing(section)),
      h(
        'ol',
        own.map((one) => h('li', cardOf(one, reader))),
      ),
    ]),
  );
}

/** Runs of findings that stand under one heading. */
function groupsOf(told: readonly Told[], { words }: Reader): { section: string; own: Told[] }[] {
  const groups: { section: string; own: Told[] }[] = [];
  for (const one of told) {
    const { position, section: path } = one.finding;
    const section = position ? (path.at(-1) ?? words.finding.unheaded) : words.finding.whole;
    const last = groups.at(-1);
    if (last?.section === section) last.own.push(one);
    else groups.push({ section, own: [one] });
  }
  return groups;
}

/** One finding: a line that tells it, and behind it why it matters and what would help. */
export function cardOf({ finding, number, rule, severity: { name, shape } }: Told, reader: Reader): Element {
  const { severity, category, ruleId, confidence, position } = finding;
  const { finding: said } = reader.words;
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
          said.numbered(name, number),
        ]),
        h('span', { className: 'says' }, messageOf(finding, reader)),
      ]),
      h('div', { className: 'detail' }, [
        ...(position
          ? [
              h(
                'p',
                { className: 'to-text' },
                h('a', { href: `#${ID.words(finding)}` }, said.showInText(position.start.line)),
              ),
            ]
          : []),
        h('dl', detailsOf(finding, rule, reader)),
        h('p', { className: 'rule' }, [h('code', ruleId), said.sure(Math.round(confidence * 100))]),
      ]),
    ],
  );
}

function messageOf(finding: Finding, { locale, words }: Reader): ElementContent[] {
  const says = fragmentOf(finding, locale);
  if (finding.quote === '') return showing(says);
  return [quotation(beginning(finding.quote), locale.lang), ...showing(`${words.afterQuote}${says}`)];
}

function detailsOf(finding: Finding, rule: Told['rule'], reader: Reader): Element[] {
  const { finding: said } = reader.words;
  const { suggestion, references } = finding;
  const clearing = rule && (clearingInWords(rule.clearedBy, reader) ?? said.nothingClears);
  return [
    ...entry(said.why, rule?.why.trim()),
    ...entry(said.suggestion, suggestion.trim()),
    ...entry(said.clearing, clearing),
    ...entry(
      said.law,
      said.laws(references.map(({ law, article }) => reader.locale.words.law(law, article))),
    ),
    ...alsoIn(finding, reader),
  ];
}

/** So many further places are listed; more than that are marked. */
const MOST_LISTED = 20;

function alsoIn(finding: Finding, { locale, words }: Reader): Element[] {
  const { related } = finding;
  if (related.length === 0) return [];
  const more = related.length - MOST_LISTED;
  return [
    h('dt', words.finding.also),
    ...related
      .slice(0, MOST_LISTED)
      .map((place, i) =>
        h('dd', [
          words.pointed(shown(sentence(place.message))),
          h('a', { href: `#${ID.related(finding, i)}`, title: words.line(place.position.start.line) }, [
            quotation(beginning(place.quote), locale.lang),
          ]),
        ]),
      ),
    ...(more > 0 ? [h('dd', words.finding.morePlaces(more))] : []),
  ];
}

function entry(term: string, text: string | undefined): Element[] {
  return text ? [h('dt', term), h('dd', shown(sentence(text)))] : [];
}
