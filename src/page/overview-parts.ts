import type { Element } from 'hast';
import { h, s } from 'hastscript';
import { builtin, PROFILE_KEYS, type ProfileKey } from '../ruleset/index.js';
import type { OverviewRow } from './overview-row.js';
import { answerOf, questionOf } from './profile.js';
import type { Reader } from './reader.js';
import { bar } from './score.js';
import { shown } from './words.js';

type Rows = readonly OverviewRow[];

const BINS = 10;
const HEIGHT = 60;

/** How many policies score how much, as columns and, for those who do not see them, as a table. */
export function scoresView(rows: Rows, { words: { overview: said } }: Reader): Element {
  const counts = Array.from({ length: BINS }, () => 0);
  for (const { score } of rows) {
    if (score === null) continue;
    const bin = Math.min(BINS - 1, Math.floor(score / (100 / BINS)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  const range = (bin: number): string => said.range(bin * 10, bin === BINS - 1 ? 100 : bin * 10 + 9);
  const columns = counts.map((count, bin) => {
    const height = (count / most) * HEIGHT;
    const level = bin >= 6 ? 'good' : bin >= 3 ? 'part' : 'poor';
    const column = { className: ['value', level], x: bin * 10 + 0.5, y: HEIGHT - height, width: 9, height };
    return s('rect', column, [s('title', said.bin(range(bin), count))]);
  });
  return h('div', { className: 'histogram' }, [
    s('svg', { viewBox: `0 0 100 ${HEIGHT}`, preserveAspectRatio: 'none', ariaHidden: 'true' }, columns),
    h(
      'p',
      { className: 'axis', ariaHidden: 'true' },
      [0, 25, 50, 75, 100].map((tick) => h('span', String(tick))),
    ),
    h('table', { className: 'unseen' }, [
      h('caption', said.byScore),
      h(
        'tbody',
        counts.map((count, bin) => h('tr', [h('th', { scope: 'row' }, range(bin)), h('td', String(count))])),
      ),
    ]),
  ]);
}

const MOST_RULES = 12;

/** The rules that find something in most policies. */
export function findingsView(rows: Rows, { words: { overview: said } }: Reader): Element {
  const policies = new Map<string, number>();
  for (const { findings } of rows) {
    for (const [rule, count] of Object.entries(findings))
      if (count > 0) policies.set(rule, (policies.get(rule) ?? 0) + 1);
  }
  const top = [...policies].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MOST_RULES);
  if (top.length === 0) return h('p', said.nothing);
  return h('table', { className: 'parts' }, [
    h(
      'thead',
      { className: 'unseen' },
      h(
        'tr',
        said.ruleColumns.map((name) => h('th', { scope: 'col' }, name)),
      ),
    ),
    h(
      'tbody',
      top.map(([rule, count]) =>
        h('tr', [
          h('th', { scope: 'row' }, h('code', shown(rule))),
          h('td', bar((100 * count) / rows.length, 'none')),
          h('td', { className: 'number' }, String(count)),
        ]),
      ),
    ),
  ]);
}

/** What each answer of a question earns in the score. */
const POINTS = new Map(
  builtin.profiles.map(({ key, answers }) => [
    key,
    new Map(answers.map(({ answer, points }) => [answer, points])),
  ]),
);

const MOST_GROUPS = 8;

/** What the answers earn on average, by question and group of policies: the heat shows where people are told least. */
export function answersView(rows: Rows, reader: Reader): Element {
  const { overview: said } = reader.words;
  const groups = groupsOf(rows, said.all);
  return h('div', { className: 'table', tabIndex: 0, role: 'region', ariaLabel: said.byGroup }, [
    h('p', { className: 'hint' }, said.heatHint),
    h('table', { className: ['profile', 'heat'] }, [
      h(
        'thead',
        h(
          'tr',
          [said.question, said.mostFrequent, ...groups.map(([name]) => shown(name))].map((name) =>
            h('th', { scope: 'col' }, name),
          ),
        ),
      ),
      h(
        'tbody',
        PROFILE_KEYS.map((key) =>
          h('tr', [
            h('th', { scope: 'row' }, questionOf(key, reader)),
            h('td', mostFrequent(rows, key, reader)),
            ...groups.map(([, own]) => heatCell(own, key)),
          ]),
        ),
      ),
    ]),
  ]);
}

/** All policies, and those of each of the largest folders where there are several. */
function groupsOf(rows: Rows, all: string): [string, Rows][] {
  const byFolder = new Map<string, OverviewRow[]>();
  for (const row of rows) {
    const folder = row.id.includes('/') ? row.id.slice(0, row.id.lastIndexOf('/')) : '.';
    const own = byFolder.get(folder);
    if (own) own.push(row);
    else byFolder.set(folder, [row]);
  }
  const largest = [...byFolder].sort(([, a], [, b]) => b.length - a.length).slice(0, MOST_GROUPS);
  return [[all, rows], ...(byFolder.size > 1 ? largest : [])];
}

function mostFrequent(rows: Rows, key: ProfileKey, reader: Reader): string {
  const counts = new Map<string, number>();
  for (const { profile } of rows) {
    const answer = profile[key];
    if (answer !== undefined) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first ? shown(answerOf(key, first[0], reader)) : '–';
}

function heatCell(rows: Rows, key: ProfileKey): Element {
  const points = rows.flatMap(({ profile }) => POINTS.get(key)?.get(profile[key] ?? '') ?? []);
  if (points.length === 0) return h('td', { className: 'number' }, '–');
  const mean = Math.round((100 * points.reduce((sum, one) => sum + one, 0)) / points.length);
  return h(
    'td',
    { className: ['number', 'heat-cell', `heat-${Math.min(4, Math.floor(mean / 20))}`] },
    String(mean),
  );
}
