import type { MappedEvent } from '../domain/events.ts';
import type { Finding } from '../domain/finding.ts';
import type { Guide } from '../domain/guide/guide.ts';
import { lintInterchange } from '../domain/lint/lint-interchange.ts';
import { withoutKnown } from '../domain/lint/without-known.ts';
import { mapDocument } from '../domain/mapping/map-document.ts';
import { mapSet } from '../domain/mapping/map-set.ts';
import type { InboundMapping, OutboundMapping } from '../domain/mapping/plan.ts';
import { type Rendering, renderEvent } from '../domain/mapping/render-event.ts';
import type { MappingContext } from '../domain/mapping/run.ts';
import { validEvents } from '../domain/mapping/valid-events.ts';
import { check } from '../domain/x12/check.ts';
import { delimitersFor, usualDelimiters } from '../domain/x12/delimiters.ts';
import type { Reading, TransactionSet } from '../domain/x12/model.ts';
import { read } from '../domain/x12/read.ts';
import { type WrittenSet, write } from '../domain/x12/write.ts';
import { UsageError } from './command-input.ts';
import type { Rules } from './mapping-files.ts';

/** An event with the set that it was made of; without one for a document that is no X12. */
export interface MadeEvent extends MappedEvent {
  readonly set?: string;
  readonly control?: string;
}

export interface Made {
  readonly events: readonly MadeEvent[];
  /** Of the document, its sets and the mapping, in the order of the document. */
  readonly findings: readonly Finding[];
  /** How many sets were mapped, and how many more there are of the kind, which were rejected. */
  readonly sets: { readonly mapped: number; readonly rejected: number };
}

/** A checked X12 document, held against guides and traps as the hub does it. */
export function readX12(bytes: Uint8Array, rules: Rules, guides: readonly Guide[]): Reading {
  const reading = check(read(bytes), rules.standards);
  const linter = { guides, traps: rules.traps };
  return { ...reading, interchanges: reading.interchanges.map((one) => lintInterchange(one, linter)) };
}

/** Runs a mapping on those sets of a document that it is for. Sets that are rejected are not mapped, as in the hub. */
export function mapReading(reading: Reading, mapping: InboundMapping, context: MappingContext): Made {
  const sets = setsOf(reading).filter(({ code }) => code === mapping.set);
  const events: MadeEvent[] = [];
  const findings: Finding[] = [...envelopeFindings(reading)];
  let mapped = 0;
  for (const set of sets) {
    findings.push(...set.findings);
    if (set.status === 'R') continue;
    mapped += 1;
    const made = validEvents(mapSet(set, mapping, context));
    findings.push(...withoutKnown(made.findings, set.findings));
    events.push(...made.events.map((event) => ({ set: set.code, control: set.control, ...event })));
  }
  return { events, findings, sets: { mapped, rejected: sets.length - mapped } };
}

/** Runs a mapping on a JSON, XML or CSV document. */
export function mapOther(bytes: Uint8Array, mapping: InboundMapping, context: MappingContext): Made {
  return { ...validEvents(mapDocument(bytes, mapping, context)), sets: { mapped: 0, rejected: 0 } };
}

export function setsOf(reading: Reading): readonly TransactionSet[] {
  return reading.interchanges.flatMap(({ groups }) => groups.flatMap(({ sets }) => sets));
}

function envelopeFindings({ findings, interchanges }: Reading): readonly Finding[] {
  const inside = interchanges.flatMap((one) => [...one.findings, ...one.groups.flatMap((group) => group.findings)]);
  return [...findings, ...inside];
}

/** A set as an event was written, between ST and SE. */
export interface Rendered {
  readonly rendering: Rendering;
  /** The whole interchange; undefined when it could not be written. */
  readonly bytes: Uint8Array | undefined;
  readonly written: WrittenSet | undefined;
  /** Of the mapping, and of the check of what was written. */
  readonly findings: readonly Finding[];
}

const placeholder = { sender: { qualifier: 'ZZ', id: 'SENDER' }, receiver: { qualifier: 'ZZ', id: 'RECEIVER' } };

/** Writes the data of an event as the set that a mapping makes of it, in an envelope of no meaning, and checks it. */
export function renderData(
  data: Record<string, unknown>,
  mapping: OutboundMapping,
  context: MappingContext,
  rules: Rules,
): Rendered {
  const rendering = renderEvent({ data }, mapping, context);
  const functionalId = rules.standards.forVersion(mapping.version)?.definition.sets.get(mapping.set)?.functionalId;
  const delimiters = delimitersFor(
    rendering.segments.flatMap((segment) => segment.elements),
    { ...usualDelimiters, component: '>' },
  );
  const day = { date: '20260101', time: '0000' };
  const { bytes, sets, findings } = unified(
    write(
      {
        ...placeholder,
        date: '260101',
        time: '0000',
        version: mapping.version.slice(0, 5),
        control: '000000001',
        ackRequested: false,
        usage: 'T',
        ...(delimiters && { delimiters }),
        groups: [
          {
            functionalId: functionalId ?? 'ZZ',
            sender: 'SENDER',
            receiver: 'RECEIVER',
            ...day,
            control: '1',
            version: mapping.version,
            sets: [{ code: mapping.set, control: '0001', segments: rendering.segments }],
          },
        ],
      },
      { newline: '\n' },
    ),
  );
  const again = bytes === undefined ? [] : setsOf(check(read(bytes), rules.standards)).flatMap((set) => set.findings);
  return { rendering, bytes, written: sets[0], findings: [...rendering.findings, ...findings, ...again] };
}

function unified(result: ReturnType<typeof write>) {
  return result.bytes === undefined ? { bytes: undefined, sets: [], findings: result.findings } : result;
}

/** The data of an event in a JSON file: the whole event, or its `data` alone. @throws UsageError when it is neither. */
export function eventData(bytes: Uint8Array, file: string): Record<string, unknown> {
  const value = parsed(bytes, file);
  const data = typeof value.data === 'object' && 'specversion' in value ? value.data : value;
  return data as Record<string, unknown>;
}

function parsed(bytes: Uint8Array, file: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (error) {
    throw new UsageError(`${file} is no event: ${(error as Error).message}`);
  }
  throw new UsageError(`${file} is no event: an event is a JSON object.`);
}
