import type { Element } from 'hast';
import { h, s } from 'hastscript';
import type { PolicyDocument } from '../document/index.js';
import { lastAtOrBefore } from '../source/index.js';
import { spanOf } from './marks.js';
import { placesIn } from './place.js';
import type { Reader } from './reader.js';
import { ID, type Told } from './told.js';

/** Units that a policy is wide on the strip, however long it is. */
const WIDTH = 1000;
const HEIGHT = 24;
/** By severity: how high a finding stands, so that shapes tell them apart too. */
const HEIGHTS = { error: 24, warning: 16, info: 9 } as const;

/** A strip from the beginning to the end of a policy, with its sections and where problems lie. The list of findings says the same in words. */
export function stripView(document: PolicyDocument, told: readonly Told[], reader: Reader): Element {
  const starts = [0];
  for (const { text } of document.blocks) starts.push((starts.at(-1) as number) + text.length + 1);
  const total = Math.max(1, starts.at(-1) as number);
  const x = (at: number): number => Math.round((at / total) * WIDTH * 10) / 10;
  const places = placesIn(document);
  const ticks = told.flatMap(({ finding, number, severity }) => {
    const [place] = finding.position ? places(spanOf(finding.position)) : [];
    if (!place) return [];
    const height = HEIGHTS[finding.severity];
    const at = x((starts[place.block] as number) + place.start);
    return [
      s('a', { href: `#${ID.finding(finding)}`, tabIndex: -1, dataOf: ID.finding(finding) }, [
        s('title', reader.words.finding.numbered(severity.name, number)),
        s('rect', {
          className: ['tick', finding.severity],
          x: Math.min(at, WIDTH - 3),
          y: HEIGHT - height,
          width: 3,
          height,
        }),
      ]),
    ];
  });
  return h('div', { className: 'strip' }, [
    h('p', { className: 'unseen' }, summaryOf(document, told, reader)),
    s('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', ariaHidden: 'true' }, [
      s('rect', { className: 'ground', width: WIDTH, height: HEIGHT }),
      ...document.sections.slice(1).map(({ index, firstBlock }) =>
        s('rect', {
          className: 'section',
          dataSection: `s-${index}`,
          x: x(starts[firstBlock] as number),
          width: 1,
          height: HEIGHT,
        }),
      ),
      s('rect', { className: 'view', width: 0, height: HEIGHT }),
      ...ticks,
    ]),
  ]);
}

/** What the strip shows, for those who do not see it: how many findings stand in which quarter. */
function summaryOf({ source }: PolicyDocument, told: readonly Told[], { words }: Reader): string {
  const quarters = [0, 1, 2, 3].map((quarter) => (quarter * source.text.length) / 4);
  const placed = told.flatMap(({ finding }) => finding.position?.start.offset ?? []);
  const counts = quarters.map((_, i) => placed.filter((at) => lastAtOrBefore(quarters, at) === i).length);
  return words.report.quarters(counts);
}
