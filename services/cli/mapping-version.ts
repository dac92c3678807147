import type { Finding } from '../domain/finding.ts';
import type { Guide } from '../domain/guide/guide.ts';
import type { InboundMapping, Mapping, OutboundMapping } from '../domain/mapping/language/plan.ts';
import type { MappingContext } from '../domain/mapping/run/run.ts';
import { eventFault } from '../domain/mapping/run/valid-events.ts';
import { readWith, setsOf } from '../domain/translate/read-x12.ts';
import { renderData } from '../domain/translate/render-data.ts';
import { type MadeEvent, onlyOf, translateOther, translateReading } from '../domain/translate/translate-reading.ts';
import type { ParsedDocument } from '../domain/x12/model.ts';
import { compiledFolder } from '../library/templates.ts';
import { UsageError } from './command-input.ts';
import { eventData } from './event-data.ts';
import { contextOf, guidesIn, isFolder, openForRun, type Rules, type RunOptions } from './mapping-files.ts';

/** What a version of a mapping or configuration makes of a document. */
export interface MadeOfDocument {
  readonly events: readonly MadeEvent[];
  readonly findings: readonly Finding[];
  /** The set that an event was rendered to, a segment per line. */
  readonly rendered?: string;
}

export interface MappingVersion {
  /** Runs every mapping of the version that is for the document; undefined when none is. */
  run(bytes: Uint8Array, file: string): MadeOfDocument | undefined;
}

/** Loads a mapping file or a configuration folder, to be run over many documents. @throws UsageError when it cannot be used. */
export function loadVersion(path: string, options: RunOptions, rules: Rules): MappingVersion {
  if (!isFolder(path)) {
    const { mapping, context, guides } = openForRun(path, options, rules);
    return versionOf([mapping], context, guides, rules);
  }
  const { documents, zone, lookups } = configurationIn(path, rules);
  const mappings = documents.map(({ compiled }) => compiled);
  return versionOf(
    mappings,
    contextOf({ ...(zone !== undefined && { zone }), lookups }, options.context),
    guidesIn(path, rules),
    rules,
  );
}

function configurationIn(folder: string, { standards }: Rules): ReturnType<typeof compiledFolder> {
  try {
    return compiledFolder(folder, standards);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function versionOf(
  mappings: readonly Mapping[],
  context: MappingContext,
  guides: readonly Guide[],
  rules: Rules,
): MappingVersion {
  return {
    run(bytes, file) {
      const reading = readWith(bytes, { guides }, rules);
      if (reading.interchanges.length > 0) return runX12(reading, mappings, context);
      return runOther(bytes, file, mappings, context, rules);
    },
  };
}

function runX12(
  reading: ParsedDocument,
  mappings: readonly Mapping[],
  context: MappingContext,
): MadeOfDocument | undefined {
  const codes = new Set(setsOf(reading).map(({ code }) => code));
  const fitting = mappings.filter((mapping) => isInbound(mapping) && !mapping.reads && codes.has(mapping.set));
  if (fitting.length === 0) return undefined;
  const made = fitting
    .filter(isInbound)
    .map((mapping) => translateReading(reading, onlyOf(mapping), context, mapping.set));
  return joined(made);
}

/** What is no X12 is read by the mappings for such documents, and written by those to X12 when it is an event. */
function runOther(
  bytes: Uint8Array,
  file: string,
  mappings: readonly Mapping[],
  context: MappingContext,
  rules: Rules,
): MadeOfDocument | undefined {
  const made: MadeOfDocument[] = [];
  for (const mapping of mappings) {
    if (isInbound(mapping)) {
      if (mapping.reads && endingOf(mapping).test(file)) made.push(translateOther(bytes, mapping, context));
      continue;
    }
    const data = /\.json$/i.test(file) ? dataFor(mapping, bytes, file) : undefined;
    if (data === undefined) continue;
    const { text, findings } = renderData(data, mapping, context, rules);
    made.push({ events: [], findings, rendered: text });
  }
  return made.length === 0 ? undefined : joined(made);
}

/** Names of the documents that a mapping reads. */
export const endingOf = ({ reads }: InboundMapping): RegExp => (reads ? endings[reads.name] : /\.x12$/i);

const endings = { json: /\.json$/i, csv: /\.(csv|txt)$/i, xml: /\.xml$/i } as const;
const isInbound = (mapping: Mapping): mapping is InboundMapping => mapping.direction === 'inbound';

function joined(made: readonly MadeOfDocument[]): MadeOfDocument {
  const rendered = made.map((one) => one.rendered).filter((text) => text !== undefined);
  return {
    events: made.flatMap((one) => one.events),
    // What is said of the document and its sets is the same objects for each mapping.
    findings: [...new Set(made.flatMap((one) => one.findings))],
    ...(rendered.length > 0 && { rendered: rendered.join('\n') }),
  };
}

/** The data of an event that the mapping writes; undefined for any other JSON. */
function dataFor(mapping: OutboundMapping, bytes: Uint8Array, file: string): Record<string, unknown> | undefined {
  try {
    const data = eventData(bytes, file);
    return eventFault(mapping.renders, data) === undefined ? data : undefined;
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
