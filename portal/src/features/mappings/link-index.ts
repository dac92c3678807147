import type { MappingTrial } from '../../lib/contract.ts';
import type { Span } from './marks.ts';

type Link = MappingTrial['links'][number];
export type Pane = 'sample' | 'mapping' | 'result';

/** What is lit up in each pane, and what it is in words. */
export interface Traced {
  readonly sample: readonly Span[];
  readonly lines: readonly number[];
  readonly result: readonly Span[];
  readonly words: string;
}

interface Placed {
  readonly from: number;
  readonly to: number;
  readonly link: Link;
}

/** The way from any place of the three panes to the others. */
export interface LinkIndex {
  /**
   * What came about at a character of sample or result, else anywhere on its line; of the mapping, by the line with that number. Undefined where nothing did.
   * @param line from and to of the line, in characters
   */
  at(pane: Pane, place: number, line: Span): Traced | undefined;
}

export function indexLinks(links: readonly Link[]): LinkIndex {
  const placed = (key: 'sample' | 'result'): readonly Placed[] =>
    links
      .flatMap((link) => link[key].map(([from = 0, to = 0]) => ({ from, to, link })))
      .sort((a, b) => a.from - b.from || b.to - a.to);
  const [bySample, byResult] = [placed('sample'), placed('result')];
  const byLine = Map.groupBy(links, ({ line }) => line);
  return {
    at(pane, place, line) {
      if (pane === 'mapping') return traced(byLine.get(place) ?? []);
      const sorted = pane === 'sample' ? bySample : byResult;
      return traced(around(sorted, place)) ?? traced(within(sorted, line));
    },
  };
}

/** How many begin at or before a place. */
function countUpTo(sorted: readonly Placed[], place: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]!.from <= place) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The links whose spans hold a place, of those the narrowest. */
function around(sorted: readonly Placed[], place: number): readonly Link[] {
  const end = countUpTo(sorted, place);
  // Spans of single values are short and hardly overlap: a few steps back is enough.
  const near = sorted.slice(Math.max(0, end - 64), end).filter((one) => one.to >= place);
  const narrowest = Math.min(...near.map((one) => one.to - one.from));
  return [...new Set(near.filter((one) => one.to - one.from === narrowest).map((one) => one.link))];
}

/** The links whose spans begin on a line. */
const within = (sorted: readonly Placed[], [from, to]: Span): readonly Link[] => [
  ...new Set(sorted.slice(countUpTo(sorted, from - 1), countUpTo(sorted, to)).map((one) => one.link)),
];

const spansOf = (links: readonly Link[], key: 'sample' | 'result'): readonly Span[] =>
  links.flatMap((link) => link[key].map(([from = 0, to = 0]) => [from, to] as const));

function traced(links: readonly Link[]): Traced | undefined {
  const [first] = links;
  if (!first) return undefined;
  const rest = links.length > 1 ? ` and ${links.length - 1} more` : '';
  const from = first.place === '' ? 'a constant' : first.place;
  return {
    ...{ sample: spansOf(links, 'sample'), result: spansOf(links, 'result') },
    lines: [...new Set(links.map(({ line }) => line))],
    words: `${first.target} ← ${from}, line ${first.line}${rest}`,
  };
}
