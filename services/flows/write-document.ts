import type { ConfiguredDocument } from '../domain/configuration/configuration.ts';
import type { CanonicalEvent, Origin, Provenance } from '../domain/events.ts';
import type { Finding } from '../domain/finding.ts';
import type { OutboundMapping } from '../domain/mapping/language/plan.ts';
import type { RenderedValue } from '../domain/mapping/render/document-writer.ts';
import { renderDocument } from '../domain/mapping/render/render-document.ts';
import { type Rendering, renderEvent } from '../domain/mapping/render/render-event.ts';
import { renderedProvenance } from '../domain/mapping/render/rendered-provenance.ts';
import type { MappingContext } from '../domain/mapping/run/run.ts';
import type { Form } from '../domain/translate/recognise.ts';
import { delimitersFor } from '../domain/x12/read/delimiters.ts';
import { write } from '../domain/x12/write/write.ts';
import { takeControlNumbers } from '../store/control-numbers.ts';
import type { Tx } from '../store/database.ts';
import type { Terms } from './configuration.ts';
import type { Context } from './context.ts';
import { addresses, envelopeTime } from './outbound.ts';

/** Why a document cannot be written. */
export interface Obstacle {
  readonly code: string;
  readonly reason: string;
}

/** A written document. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly provenance: Provenance;
  /** Of a document that is no X12: what it is called, and the end of its file name. */
  readonly plain?: { readonly name: string; readonly extension: string };
  readonly form?: Form | undefined;
}

/** Writes a document as part of a transaction, which gives the control numbers. */
export type Writing = (tx: Tx, at: Date) => Promise<Written | Obstacle>;

interface Wanted {
  readonly terms: Terms;
  readonly document: ConfiguredDocument;
  readonly mapping: OutboundMapping;
  readonly event: CanonicalEvent;
  readonly run: MappingContext;
}

/** Runs the mapping of an event, so that nothing but the envelope is left to be written; or tells what stands in the way. */
export function prepareWriting(context: Context, wanted: Wanted): Writing | Obstacle {
  return wanted.document.format === 'x12' ? prepareX12(context, wanted) : preparePlain(wanted);
}

function preparePlain({ document, mapping, event, run }: Wanted): Writing | Obstacle {
  const { bytes, values, findings } = renderDocument(event, mapping, run);
  const obstacle = worst(findings);
  if (obstacle) return obstacle;
  const plain = { name: document.set, extension: document.format };
  const form = mapping.writes?.name === 'event' ? 'events' : undefined;
  return async () => ({ bytes, provenance: provenanceOf(values), plain, form });
}

/** Where the fields of the event stand in a document that is no X12. */
function provenanceOf(values: readonly RenderedValue[]): Provenance {
  const found = new Map<string, Origin>();
  for (const { pointers, range, place, mappingLine } of values)
    for (const pointer of pointers) {
      const before = found.get(pointer);
      found.set(
        pointer,
        before ? { ...before, ranges: [...before.ranges, range] } : { ranges: [range], place, mappingLine },
      );
    }
  return Object.fromEntries(found);
}

function prepareX12(context: Context, wanted: Wanted): Writing | Obstacle {
  const { terms, document, mapping, event, run } = wanted;
  const functionalId = context.catalog.standards
    .forVersion(document.version)
    ?.definition.sets.get(document.set)?.functionalId;
  if (!functionalId)
    return { code: 'x12.set-unknown', reason: `Nothing is known of ${document.set} in ${document.version}.` };
  const to = addresses(terms);
  if (!to)
    return {
      code: 'agreement.no-identity',
      reason: `An identity for ${terms.environment} is missing: ours or the partner's.`,
    };
  const rendering = renderEvent(event, mapping, run);
  return worst(rendering.findings) ?? ((tx, at) => writeX12(tx, { terms, document, functionalId, to, rendering }, at));
}

function worst(findings: readonly Finding[]): Obstacle | undefined {
  const fault = findings.find((finding) => finding.level !== 'note');
  return fault && { code: fault.code, reason: fault.explanation };
}

interface Envelope {
  readonly terms: Terms;
  readonly document: ConfiguredDocument;
  readonly functionalId: string;
  readonly to: NonNullable<ReturnType<typeof addresses>>;
  readonly rendering: Rendering;
}

async function writeX12(tx: Tx, envelope: Envelope, at: Date): Promise<Written | Obstacle> {
  const { terms, document, functionalId, to, rendering } = envelope;
  const { orgId, environment } = terms;
  const { delimiters: usual } = terms.configuration;
  const numbers = await takeControlNumbers(tx, orgId, environment, { interchange: 1, group: 1, set: 1 });
  const time = envelopeTime(at);
  // 004010 in GS08 is 00401 in ISA12.
  const interchangeVersion = document.version.slice(0, 5);
  const delimiters = delimitersFor(
    rendering.segments.flatMap((s) => s.elements),
    { ...usual, ...(interchangeVersion > '00401' ? { repetition: '^' } : {}) },
  );
  if (!delimiters)
    return { code: 'x12.write.delimiters', reason: 'The data uses every character that could delimit it.' };
  const written = write(
    {
      sender: to.sender,
      receiver: to.receiver,
      date: time.short,
      time: time.time,
      version: interchangeVersion,
      control: String(numbers.interchange).padStart(9, '0'),
      ackRequested: document.sla.ta1WithinMinutes !== undefined,
      usage: environment === 'production' ? 'P' : 'T',
      delimiters,
      groups: [
        {
          functionalId,
          sender: to.groupSender,
          receiver: to.groupReceiver,
          date: time.long,
          time: time.time,
          control: String(numbers.group),
          version: document.version,
          sets: [{ code: document.set, control: String(numbers.set).padStart(4, '0'), segments: rendering.segments }],
        },
      ],
    },
    { newline: usual.lineBreaks ? '\n' : '' },
  );
  if (!written.bytes) return worst(written.findings) ?? { code: 'x12.write', reason: 'It could not be written.' };
  const provenance = renderedProvenance(rendering.provenance, written.sets[0]?.segments ?? []);
  return { bytes: written.bytes, provenance };
}
