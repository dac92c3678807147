import type { Configuration } from '../configuration/configuration.ts';
import { readDocument } from '../documents/read-document.ts';
import type { Finding, FindingLevel } from '../finding.ts';
import type { MappingFault } from '../language/fault.ts';
import type { InboundMapping, Mapping, OutboundMapping } from '../mapping/language/plan.ts';
import { explainEvent } from '../mapping/report/explain.ts';
import type { MappingContext } from '../mapping/run/run.ts';
import { type Rules, readWith, setsOf } from '../translate/read-x12.ts';
import { readEventData, renderData } from '../translate/render-data.ts';
import { type MadeEvent, onlyOf, translateOther, translateReading } from '../translate/translate-reading.ts';
import type { ParsedDocument } from '../x12/model.ts';
import { type AnnotatedSample, annotateTree, annotateX12 } from './annotated-sample.ts';
import { type SampleText, sampleText } from './sample-text.ts';
import { type Span, spansOfJson, writeJson } from './written-json.ts';

// A mapping on the bench: what it makes of one sample, with the way from every value to its bytes and its line. Nothing is kept.

/** How one value came about; places are characters of the sample and of the result. */
export interface TrialLink {
  /** JSON pointer into the data of an event, or a place of what was written, such as `W05-02`. */
  readonly target: string;
  /** Where it came from, for people: `W06-02`, or pointers into the event. Empty for a constant. */
  readonly place: string;
  /** Line of the mapping, from 1. */
  readonly line: number;
  readonly sample: readonly Span[];
  readonly result: readonly Span[];
}

export interface TrialFinding {
  readonly level: FindingLevel;
  readonly code: string;
  readonly explanation: string;
  /** How many it stands for, where it is more than one. */
  readonly count?: number;
  /** Where it stands, for people. */
  readonly place?: string;
  /** Characters of the sample that is read, or of the result that was written. */
  readonly span?: Span;
  readonly corrected?: string;
}

/** What a mapping made of a sample. */
export interface TrialRun {
  readonly findings: readonly TrialFinding[];
  readonly result: { readonly format: 'json' | 'x12' | 'csv'; readonly text: string };
  readonly links: readonly TrialLink[];
  /** What was made and is not shown, because it would be too much for a screen. */
  readonly left: { readonly events: number; readonly links: number; readonly findings: number };
  /** How many events were made, and how many sets were rejected and not mapped. */
  readonly made: { readonly events: number; readonly rejected: number };
  /** Why nothing was run: the sample is for something else. */
  readonly refused?: string;
  readonly events: readonly MadeEvent[];
}

/** What is on the bench beside the mapping. */
export interface Bench {
  readonly configuration: Pick<Configuration, 'guides' | 'zone' | 'lookups'>;
  readonly rules: Rules;
  /** Entries of the partner's cross references, as far as the sample needs them. */
  readonly lookups?: MappingContext['lookups'];
}

const most = { events: 100, links: 20_000, findings: 500 } as const;
const none: TrialRun = {
  ...{ findings: [], result: { format: 'json', text: '' }, links: [], events: [] },
  ...{ left: { events: 0, links: 0, findings: 0 }, made: { events: 0, rejected: 0 } },
};

/** A sample as the mapping takes it. */
export interface TrialSample extends SampleText {
  readonly text: string;
  readonly reading?: ParsedDocument;
}

/** Reads a sample for a mapping; X12 is held against standard and guides. */
export function readSample(text: string, mapping: Mapping, { configuration, rules }: Bench): TrialSample {
  const isX12 = mapping.direction === 'inbound' && !mapping.reads;
  const latin = mapping.direction === 'inbound' && mapping.reads?.encoding === 'latin-1';
  const sample = sampleText(text, isX12 || latin);
  return { ...sample, text, ...(isX12 && { reading: readWith(sample.bytes, configuration, rules) }) };
}

/** A sample with the names of the standard, or its places; places are characters. */
export function annotateSample(
  { reading, bytes, charAt }: TrialSample,
  mapping: Mapping,
  rules: Rules,
): AnnotatedSample {
  if (reading) {
    const named = annotateX12(reading, rules.standards);
    return { ...named, segments: named.segments.map(([from, to, kind]) => [charAt(from), charAt(to), kind]) };
  }
  if (mapping.direction === 'outbound' || !mapping.reads) return annotateTree(undefined);
  return annotateTree(readDocument(bytes, mapping.reads).root);
}

const contextOf = ({ configuration: { zone, lookups: own }, lookups }: Bench): MappingContext => ({
  ...(zone !== undefined && { partnerZone: zone }),
  lookups: lookups ?? own,
});

/** Runs a mapping on a sample. Pure; bounded as every run is. @param text of the mapping, whose lines are told */
export function tryMapping(mapping: Mapping, sample: TrialSample, bench: Bench): TrialRun {
  return mapping.direction === 'inbound' ? tryInbound(mapping, sample, bench) : tryOutbound(mapping, sample, bench);
}

function tryInbound(mapping: InboundMapping, sample: TrialSample, bench: Bench): TrialRun {
  const context = contextOf(bench);
  const wrong = sample.reading && wrongSet(mapping.set, sample.reading);
  if (wrong !== undefined) return { ...none, refused: wrong };
  const made = sample.reading
    ? translateReading(sample.reading, onlyOf(mapping, bench.configuration.guides), context, mapping.set)
    : translateOther(sample.bytes, mapping, context);
  const shown = made.events.slice(0, most.events);
  const told = shown.map(({ type, subject, time, set, control, data }) => ({
    ...{ type, subject, ...(time !== undefined && { time }), ...(set !== undefined && { set, control }), data },
  }));
  const { text, spans } = writeJson(told.length === 1 ? told[0] : told);
  const lead = (nth: number) => (told.length === 1 ? '/data' : `/${nth}/data`);
  const links = shown.flatMap((event, nth) =>
    explainEvent(event, [], () => '').map(({ target, from, ranges, mappingLine }): TrialLink => {
      const span = spans.get(lead(nth) + target);
      return {
        ...{ target: told.length === 1 ? target : `${nth + 1}. ${target}`, place: from.join(', '), line: mappingLine },
        sample: ranges.map(([start, end]) => [sample.charAt(start), sample.charAt(end)] as const),
        result: span ? [span] : [],
      };
    }),
  );
  const findings = findingsOf(made.findings, (byte) => sample.charAt(byte));
  return {
    ...finish(findings, links, { format: 'json', text: told.length === 0 ? '' : text }, made.events),
    made: { events: made.events.length, rejected: made.sets.rejected },
  };
}

/** Why a document is not for the mapping; one that is no X12 says so by its findings. */
function wrongSet(wanted: string, reading: ParsedDocument): string | undefined {
  const codes = [...new Set(setsOf(reading).map(({ code }) => code))];
  if (codes.includes(wanted) || (codes.length === 0 && reading.interchanges.length === 0)) return undefined;
  return `The sample holds ${codes.join(', ') || 'no set at all'}, and the mapping reads ${wanted}. Choose a sample with a ${wanted}.`;
}

function tryOutbound(mapping: OutboundMapping, sample: TrialSample, bench: Bench): TrialRun {
  const data = readEventData(sample.bytes);
  if (typeof data === 'string') return { ...none, refused: `The sample is no event: ${data}` };
  const rendered = renderData(data, mapping, contextOf(bench), bench.rules);
  const spans = spansOfJson(sample.text);
  const lead = spans.has('/specversion') && spans.has('/data') ? '/data' : '';
  const written = sampleText(rendered.text, !mapping.writes);
  const charAt = (byte: number) => written.charAt(Math.max(0, byte - rendered.start));
  const links = rendered.explain([]).map(
    ({ target, from, ranges, mappingLine }): TrialLink => ({
      ...{ target, place: from.join(', '), line: mappingLine },
      sample: from.map((pointer) => spans.get(lead + pointer)).filter((span) => span !== undefined),
      result: ranges.map(([start, end]) => [charAt(start), charAt(end)] as const),
    }),
  );
  const format = mapping.writes ? (mapping.writes.name === 'csv' ? 'csv' : 'json') : 'x12';
  return finish(findingsOf(rendered.findings, charAt), links, { format, text: rendered.text }, []);
}

function finish(
  findings: readonly TrialFinding[],
  links: readonly TrialLink[],
  result: TrialRun['result'],
  events: readonly MadeEvent[],
): TrialRun {
  const over = (count: number, limit: number) => Math.max(0, count - limit);
  return {
    findings: findings.slice(0, most.findings),
    ...{ result, links: links.slice(0, most.links), events },
    left: {
      events: over(events.length, most.events),
      links: over(links.length, most.links),
      findings: over(findings.length, most.findings),
    },
    made: { events: events.length, rejected: 0 },
  };
}

function findingsOf(findings: readonly Finding[], charAt: (byte: number) => number): readonly TrialFinding[] {
  return findings.map(({ level, code, explanation, count, offset, end, corrected, ...where }) => {
    const place = placeOf(where);
    return {
      ...{ level, code, explanation },
      ...(count !== undefined && { count }),
      ...(place !== undefined && { place }),
      ...(offset !== undefined && { span: [charAt(offset), charAt(end ?? offset + 1)] as const }),
      ...(corrected !== undefined && { corrected }),
    };
  });
}

function placeOf({ segment, position, element, place }: Pick<Finding, 'segment' | 'position' | 'element' | 'place'>) {
  if (segment === undefined) return place;
  const name = element === undefined ? segment : `${segment}-${String(element).padStart(2, '0')}`;
  return position === undefined ? name : `${name}, segment ${position}`;
}

/** A mapping's faults as the bench shows them. */
export type TrialFault = Omit<MappingFault, 'file'>;
