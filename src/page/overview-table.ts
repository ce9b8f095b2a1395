import type { Element } from 'hast';
import { h } from 'hastscript';
import type { OverviewRow } from './overview-row.js';
import type { Reader } from './reader.js';
import { safeTarget, shown } from './words.js';

const COLUMNS = ['id', 'score', 'grade', 'words', 'findings'] as const;

/** All policies, as a table that a script sorts and filters. */
export function policiesTable(rows: readonly OverviewRow[], { words }: Reader): Element[] {
  const { filters, overview: said } = words;
  const grades = [...new Set(rows.flatMap(({ grade }) => grade ?? []))].sort();
  return [
    h('h2', { id: 'policies-title' }, said.policies),
    h('form', { className: ['table-filters', 'needs-script'], role: 'search', ariaLabel: said.filter }, [
      h('label', [
        h('span', { className: 'unseen' }, said.find),
        h('input', { type: 'search', name: 'words', placeholder: said.find, autoComplete: 'off' }),
      ]),
      h('fieldset', { className: 'levels' }, [
        h('legend', { className: 'unseen' }, said.grades),
        ...grades.map((grade) =>
          h('label', { className: 'toggle' }, [
            h('input', { type: 'checkbox', name: 'grade', value: grade, checked: true }),
            shown(grade),
          ]),
        ),
      ]),
      h('p', { className: 'shown', role: 'status', dataTold: filters.shown }),
    ]),
    h('div', { className: 'table', tabIndex: 0, role: 'region', ariaLabel: said.table }, [
      h('table', { className: 'sortable' }, [
        h(
          'thead',
          h(
            'tr',
            COLUMNS.map((by) => h('th', { scope: 'col', dataSort: by }, said.columns[by])),
          ),
        ),
        h('tbody', rows.map(rowView)),
      ]),
    ]),
  ];
}

function rowView({ id, href, unjudged, score, grade, words, findings }: OverviewRow): Element {
  const found = Object.values(findings).reduce((sum, count) => sum + count, 0);
  const target = href === undefined ? undefined : pageTarget(href);
  const name = shown(id);
  return h('tr', { dataGrade: grade ?? '' }, [
    h('th', { scope: 'row', dir: 'auto' }, [
      target === undefined ? name : h('a', { href: target }, name),
      ...(unjudged === undefined ? [] : [h('p', { className: 'hint' }, shown(unjudged))]),
    ]),
    h('td', { className: 'number' }, score === null ? '–' : String(score)),
    h('td', grade === null ? '–' : shown(grade)),
    h('td', { className: 'number' }, unjudged === undefined ? String(words) : '–'),
    h('td', { className: 'number' }, unjudged === undefined ? String(found) : '–'),
  ]);
}

/** A path below the overview, or an address: nothing that runs. */
function pageTarget(href: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^[\\/]/i.test(href.trim())) return safeTarget(href);
  return href.split('/').map(encodeURIComponent).join('/');
}
