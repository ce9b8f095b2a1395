import type { Element } from 'hast';
import { h } from 'hastscript';
import { SEVERITIES, SEVERITY } from './severity.js';
import type { Told } from './told.js';

/** What narrows the list of findings down: words, severities, a category, a rule. Works by script, and is hidden without. */
export function filtersView(told: readonly Told[]): Element {
  const count = (of: (one: Told) => string): [string, number][] => {
    const counts = new Map<string, number>();
    for (const one of told) counts.set(of(one), (counts.get(of(one)) ?? 0) + 1);
    return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  };
  const severities = new Map(count(({ finding }) => finding.severity));
  return h('form', { className: ['filters', 'needs-script'], role: 'search', ariaLabel: 'Filter findings' }, [
    h('label', { className: 'field' }, [
      h('span', { className: 'unseen' }, 'Find in findings'),
      h('input', { type: 'search', name: 'words', placeholder: 'Find in findings', autoComplete: 'off' }),
    ]),
    h('fieldset', { className: 'severities' }, [
      h('legend', { className: 'unseen' }, 'Severity'),
      ...SEVERITIES.filter((severity) => severities.has(severity)).map((severity) =>
        h('label', { className: ['toggle', severity] }, [
          h('input', { type: 'checkbox', name: 'severity', value: severity, checked: true }),
          h('span', { className: 'shape', ariaHidden: 'true' }, SEVERITY[severity].shape),
          ` ${SEVERITY[severity].name} ${severities.get(severity)}`,
        ]),
      ),
    ]),
    h('div', { className: 'selects' }, [
      choice(
        'category',
        'All categories',
        count(({ finding }) => finding.category),
      ),
      choice(
        'rule',
        'All rules',
        count(({ finding }) => finding.ruleId),
      ),
    ]),
    h('p', { className: 'shown', role: 'status' }),
  ]);
}

function choice(name: string, all: string, counts: readonly (readonly [string, number])[]): Element {
  return h('select', { name, ariaLabel: `By ${name}` }, [
    h('option', { value: '' }, all),
    ...counts.map(([value, count]) => h('option', { value }, `${value} (${count})`)),
  ]);
}
