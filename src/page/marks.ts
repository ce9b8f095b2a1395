import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Report } from '../report/index.js';
import type { Position, Span } from '../source/index.js';
import type { Mark } from './policy.js';
import { answersOf, ID, type Told } from './told.js';

/** What a report points at in its policy: findings, what they point at beside, the evidence of answers. */
export function marksOf(told: readonly Told[], report: Pick<Report, 'profile'>): Mark[] {
  return [...told.flatMap(findingMarks), ...evidenceMarks(report)];
}

export function spanOf({ start, end }: Position): Span {
  return { start: start.offset, end: end.offset };
}

/** So many further places of a finding are marked: one told for a paragraph of megabytes may have hundreds of thousands. */
const MOST_RELATED = 500;

function findingMarks(told: Told): Mark[] {
  const { finding } = told;
  const { position, related, severity } = finding;
  const own: Mark[] = position
    ? [
        {
          span: spanOf(position),
          draw: ({ first, last }, inside) => [
            h(
              'mark',
              {
                ...(first ? { id: ID.words(finding) } : {}),
                className: ['mark', severity],
                dataOf: ID.finding(finding),
              },
              [...inside],
            ),
            // Outside, where it is neither underlined nor parted from the word before.
            ...(last ? [referenceTo(told)] : []),
          ],
        },
      ]
    : [];
  return [
    ...own,
    ...related.slice(0, MOST_RELATED).map(
      (place, i): Mark => ({
        span: spanOf(place.position),
        draw: ({ first }, inside) => [
          h(
            'span',
            {
              ...(first ? { id: ID.related(finding, i) } : {}),
              className: ['also', severity],
              dataOf: ID.finding(finding),
            },
            [...inside],
          ),
        ],
      }),
    ),
  ];
}

/** The number behind the words, as of a footnote: it leads to what is said of them, with or without a script. */
function referenceTo({ finding, number, severity }: Told): ElementContent {
  return reference(ID.finding(finding), number, finding.severity, severity);
}

/** A link to a card; the class is that of the card. */
export function reference(
  id: string,
  number: number,
  className: string,
  { name, shape }: { readonly name: string; readonly shape: string },
): ElementContent {
  return h(
    'a',
    { className: ['reference', className], href: `#${id}`, dataOf: id, ariaLabel: `${name} ${number}` },
    [h('span', { className: 'shape' }, shape), String(number)],
  );
}

/** Evidence is not marked until somebody asks for it. */
function evidenceMarks(report: Pick<Report, 'profile'>): Mark[] {
  return answersOf(report).flatMap(([key, { evidence }]) =>
    evidence.map(
      ({ position }, i): Mark => ({
        span: spanOf(position),
        draw: ({ first }, inside) => [
          h('span', { ...(first ? { id: ID.evidence(key, i) } : {}), className: 'evidence' }, [...inside]),
        ],
      }),
    ),
  );
}
