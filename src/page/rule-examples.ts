import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Finding, Report } from '../report/index.js';
import type { Severity } from '../ruleset/index.js';
import type { ExampleRun } from '../testing/index.js';
import { spanOf } from './marks.js';
import { drawingOf, type Mark, policyTree } from './policy.js';
import { ENGLISH_READER } from './reader.js';
import { severitiesFor } from './severity.js';
import { beginning } from './text.js';
import { showing, shown } from './words.js';

/** An example of a rule that was run, and which evidence of the rule, by place, clears it alone. */
export interface RuleExample extends ExampleRun {
  readonly clearedBy: readonly number[];
}

/** What came of an example: found; answered by its own words; or nothing the rule looks for. */
type Kind = 'found' | 'answered' | 'alone';

const KINDS: readonly (readonly [kind: Kind, title: string, hint: string])[] = [
  ['found', 'Found', 'The words that the rule points at are marked.'],
  ['answered', 'Answered', 'The dotted words would be found; the green ones, marked ✓, answer them.'],
  ['alone', 'Left alone', 'Nothing here is what the rule looks for.'],
];

/** The examples of a rule by what came of them, as one section each; nothing where there are none. */
export function examplesView(
  examples: readonly RuleExample[],
  severity: Severity,
): Readonly<Record<Kind, readonly Element[]>> {
  const view = ([kind, title, hint]: (typeof KINDS)[number]): Element[] => {
    const own = examples.filter((example) => kindOf(example) === kind);
    if (own.length === 0) return [];
    return [
      h('section', { id: kind, ariaLabelledBy: `${kind}-title` }, [
        h('h2', { id: `${kind}-title` }, `${title} (${own.length})`),
        h('p', { className: 'hint' }, hint),
        ...own.map((example) => exampleView(example, kind, severity)),
      ]),
    ];
  };
  const [found, answered, alone] = KINDS.map(view);
  return { found: found ?? [], answered: answered ?? [], alone: alone ?? [] };
}

/** Links to the kinds of examples there are. */
export function exampleLinks(examples: readonly RuleExample[]): (readonly [id: string, name: string])[] {
  return KINDS.flatMap(([kind, title]) => {
    const count = examples.filter((example) => kindOf(example) === kind).length;
    return count === 0 ? [] : [[kind, `${title} ${count}`] as const];
  });
}

/** The name of an example on its page: the address that is passed on. */
export function exampleId({ kind, index }: Pick<RuleExample, 'kind' | 'index'>): string {
  return `${kind}-${index + 1}`;
}

export function exampleName({ kind, index }: Pick<RuleExample, 'kind' | 'index'>): string {
  return `${kind === 'bad' ? 'Bad' : 'Good'} example ${index + 1}`;
}

function kindOf({ kind, report }: RuleExample): Kind {
  if (kind === 'bad') return 'found';
  return report.cleared.length > 0 ? 'answered' : 'alone';
}

function exampleView(example: RuleExample, kind: Kind, severity: Severity): Element {
  const { document, report, language, failure } = example;
  const [id, name] = [exampleId(example), exampleName(example)];
  const draw = drawingOf(document, marksOf(report, severity));
  const placing = { level: 3, prefix: `${id}-`, table: `Table of ${name.toLowerCase()}`, lang: language };
  const level = { found: severity, answered: 'good', alone: 'none' }[kind];
  return h('figure', { className: ['example', level], id }, [
    h('figcaption', h('a', { href: `#${id}` }, name)),
    h(
      'div',
      { className: 'policy', ...(language === 'en' ? {} : { lang: language }) },
      policyTree(document, draw, placing),
    ),
    ...report.findings.flatMap(({ related }) => related.map(besideView)),
    ...report.cleared.slice(0, MOST_ANSWERS).map(answerView),
    ...(failure === undefined
      ? []
      : [h('p', { className: 'note' }, shown(`This example does not come out as it says: ${failure}`))]),
  ]);
}

/** An example has few; one of a stranger's rule may have thousands. */
const MOST_ANSWERS = 5;

function besideView({ message, quote }: Finding['related'][number]): Element {
  return h('p', { className: 'reason' }, [...showing(message), ': ', quoteOf(quote)]);
}

function answerView({ quote, clearedBy }: Report['cleared'][number]): Element {
  if (quote === clearedBy.quote)
    return h('p', { className: 'reason' }, [quoteOf(quote), ' answers it itself']);
  return h('p', { className: 'reason' }, [quoteOf(quote), ' is answered by ', quoteOf(clearedBy.quote)]);
}

function quoteOf(text: string): Element {
  return h('q', { dir: 'auto' }, showing(beginning(text)));
}

function marksOf({ findings, cleared }: Report, severity: Severity): Mark[] {
  const { name, shape } = severitiesFor(ENGLISH_READER)[severity];
  return [
    ...findings.flatMap(({ position, related }) => [
      ...(position ? [mark(position, ['mark', severity], name, shape)] : []),
      ...related.map((place) => mark(place.position, ['also', severity])),
    ]),
    ...cleared.flatMap(({ position, clearedBy }) => [
      ...(position ? [mark(position, ['also', severity])] : []),
      mark(clearedBy.position, ['mark', 'good'], 'Answers it', '✓'),
    ]),
  ];
}

/** Marked words, with a shape behind them where they are what it is about. */
function mark(
  position: Parameters<typeof spanOf>[0],
  className: readonly string[],
  name?: string,
  shape?: string,
): Mark {
  return {
    span: spanOf(position),
    draw: ({ last }, inside): ElementContent[] => [
      h(className[0] === 'mark' ? 'mark' : 'span', { className: [...className] }, [...inside]),
      ...(last && name !== undefined
        ? [
            h('span', { className: ['reference', ...className.slice(1)] }, [
              h('span', { className: 'shape', ariaHidden: 'true' }, shape),
              h('span', { className: 'unseen' }, ` (${name})`),
            ]),
          ]
        : []),
    ],
  };
}
