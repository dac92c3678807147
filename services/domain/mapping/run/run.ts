import { placeOfNode } from '../../documents/document-node.ts';
import type { Finding, FindingLevel } from '../../finding.ts';
import type { FindingRoom } from '../../finding-list.ts';
import type { Path } from '../../language/path.ts';
import { elementPlace } from '../../language/path.ts';
import { visible, withoutDeceit } from '../../visible-text.ts';
import type { MappingFindingCode } from '../findings.ts';
import type { Mapping } from '../language/plan.ts';
import type { OriginTape } from './origin-tape.ts';
import type { Prepared } from './prepared.ts';
import type { Budget, SourceReader, Trace, ValueSource } from './source.ts';

/** What a mapping may know beside the document. */
export interface MappingContext {
  /** Zone for local times whose place is unknown: IANA name or offset. */
  readonly partnerZone?: string;
  /** Values that the mapping asks for with `context: name`, resolved by the caller. */
  readonly values?: Readonly<Record<string, string>>;
  /** The day on which the document came, counted from 1970; without it no date is too far away. */
  readonly receivedDay?: number | undefined;
  /** Entries of the partner's cross references by name of the look-up, as far as `neededLookups` asked for them. */
  readonly lookups?: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The room for what is found, shared by the sets of a document. */
  readonly listed?: FindingRoom;
}

/** Where findings go. */
export interface TakesFindings {
  add(finding: Finding): void;
}

/** For a run that only looks. */
export const unheard: TakesFindings = { add: () => {} };

/** One run of a mapping over one source. */
export interface Run<S> {
  readonly source: SourceReader<S>;
  /** The same source, for what is read often. */
  readonly values: ValueSource<S>;
  readonly prepared: Prepared<S>;
  readonly context: MappingContext;
  readonly findings: TakesFindings;
  readonly budget: Budget;
  /** Provenance of the event being built; cut back when a part of it is given up. */
  readonly origins: OriginTape;
  /** Values so far that came from the source; an object in which none did is left out. */
  live: number;
  /** Findings of level business so far. */
  business: number;
  /** Above zero nothing is reported. */
  quiet: number;
  /** Count of the `each` that runs, from 1. */
  turn: number;
}

/** Cuts the stack of traces back; answers what stands for "nothing there". */
export function cutTraces<S>({ values }: Run<S>, mark: number): undefined {
  values.traced = mark;
  return undefined;
}

/** Where a value came from whose traces stand on the stack from `mark` on; undefined for a constant. */
export function firstTrace<S>({ values }: Run<S>, mark: number): Trace | undefined {
  return values.traced > mark ? values.traceOf(values.traces[mark]!) : undefined;
}

/** Keeps the origin of a field whose traces stand on the stack from `from` to `to`. */
export function keepOrigin<S>(run: Run<S>, site: number, depth: number, from: number, to: number): void {
  run.origins.begin(site, depth, to - from);
  if (from === to) {
    run.origins.constant();
    return;
  }
  run.live += 1;
  run.values.keep(run.origins, from, to);
}

/** Steps per expression and unit of the source: a run of our own mappings uses less than a tenth of it. */
const stepsPerExpression = 8;
const stepsAtLeast = 10_000;

/** Characters of values per byte of the source: what stands once in a document stands in all its events, but a large value may not stand in thousands. */
const textPerByte = 16;
const textAtLeast = 4 * 1024 * 1024;

/** The cost that a mapping may cause on a source of this many segments or fields, and of this many bytes: linear in all of them. */
export function budgetFor(mapping: Mapping, sourceSize: number, bytes: number): Budget {
  return {
    left: stepsAtLeast + stepsPerExpression * mapping.size * (sourceSize + 10),
    text: textAtLeast + textPerByte * bytes,
  };
}

const saidLimit = 80;

/** A value as a sentence quotes it: a long one cut short. */
export const quoted = (text: string): string => (text.length > saidLimit ? `${text.slice(0, saidLimit)}…` : text);

interface Report {
  readonly code: MappingFindingCode | `business.${string}` | `guide.${string}`;
  readonly level: FindingLevel;
  readonly explanation: string;
  readonly received?: string;
  readonly expected?: string;
  readonly corrected?: string;
}

/** Adds a finding at the place of a value. */
export function report<S>(run: Run<S>, finding: Report, trace: Trace | undefined): void {
  if (run.quiet > 0) return;
  if (finding.level === 'business') run.business += 1;
  const { received, explanation, ...rest } = finding;
  const shown = received === undefined ? {} : { received: withoutDeceit(received.slice(0, saidLimit)) };
  run.findings.add({ ...placeOf(trace), ...rest, ...shown, explanation: visible(explanation) });
}

function placeOf(trace: Trace | undefined): Partial<Finding> {
  const segment = trace?.segment;
  if (trace?.node) return { place: placeOfNode(trace.node), offset: trace.node.range[0], end: trace.node.range[1] };
  if (!segment) return {};
  const { element, component } = trace;
  const [offset, end] = element === undefined ? segment.range : segment.rangeOf(element, component);
  return {
    segment: segment.id,
    position: segment.position,
    offset,
    end,
    ...(element === undefined ? {} : { element }),
    ...(component === undefined ? {} : { component }),
  };
}

/** Where a value was found, in words: `W12-03`, `lines[2]/sku`, or a pointer into the event. */
export function placeName(trace: Trace | undefined): string | undefined {
  if (trace?.segment) return elementPlace(trace.segment.id, trace.element ?? 1, trace.component);
  return trace?.node ? placeOfNode(trace.node) : trace?.pointer;
}

/** The segment with one element replaced, written with `*` for people. */
export function correctedSegment(trace: Trace | undefined, text: string): string | undefined {
  const segment = trace?.segment;
  if (!segment || trace.element === undefined || trace.component !== undefined) return undefined;
  const elements = Array.from({ length: Math.max(segment.count, trace.element) }, (_, index) =>
    index + 1 === trace.element ? text : segment.text(index + 1),
  );
  return [segment.id, ...elements].join('*');
}

/** `where` of a finding about a value that is not there. */
export function traceOfMissing<S>(run: Run<S>, path: Path | undefined, scope: S): Trace | undefined {
  return path && run.source.locate(path, scope);
}
