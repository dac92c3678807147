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
  /** What came about at a character of sample or result, or by a line of the mapping; undefined where nothing did. */
  at(pane: Pane, place: number): Traced | undefined;
}

export function indexLinks(links: readonly Link[]): LinkIndex {
  const placed = (key: 'sample' | 'result'): readonly Placed[] =>
    links
      .flatMap((link) => link[key].map(([from = 0, to = 0]) => ({ from, to, link })))
      .sort((a, b) => a.from - b.from || b.to - a.to);
  const [bySample, byResult] = [placed('sample'), placed('result')];
  const byLine = Map.groupBy(links, ({ line }) => line);
  return {
    at(pane, place) {
      const found =
        pane === 'mapping' ? (byLine.get(place) ?? []) : around(pane === 'sample' ? bySample : byResult, place);
      return found.length === 0 ? undefined : traced(found);
    },
  };
}

/** The links whose spans hold a place. */
function around(sorted: readonly Placed[], place: number): readonly Link[] {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]!.from <= place) from = middle + 1;
    else to = middle;
  }
  // Spans of single values are short and hardly overlap: a few steps back is enough.
  const near = sorted.slice(Math.max(0, from - 64), from).filter((one) => one.to >= place);
  const narrowest = Math.min(...near.map((one) => one.to - one.from));
  return [...new Set(near.filter((one) => one.to - one.from === narrowest).map((one) => one.link))];
}

const spansOf = (links: readonly Link[], key: 'sample' | 'result'): readonly Span[] =>
  links.flatMap((link) => link[key].map(([from = 0, to = 0]) => [from, to] as const));

function traced(links: readonly Link[]): Traced {
  const [first] = links;
  const rest = links.length > 1 ? ` and ${links.length - 1} more` : '';
  const from = first!.place === '' ? 'a constant' : first!.place;
  return {
    ...{ sample: spansOf(links, 'sample'), result: spansOf(links, 'result') },
    lines: [...new Set(links.map(({ line }) => line))],
    words: `${first!.target} ← ${from}, line ${first!.line}${rest}`,
  };
}
