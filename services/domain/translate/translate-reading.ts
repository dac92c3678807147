import {
  type Configuration,
  type ConfiguredDocument,
  nothingAgreed,
  usualAcknowledgement,
  usualResend,
  usualSla,
} from '../configuration/configuration.ts';
import type { MappedEvent } from '../events.ts';
import type { Finding } from '../finding.ts';
import { FindingRoom } from '../finding-list.ts';
import type { Guide } from '../guide/guide.ts';
import { append } from '../lists.ts';
import type { InboundMapping } from '../mapping/language/plan.ts';
import { mapDocument } from '../mapping/run/map-document.ts';
import type { MappingContext } from '../mapping/run/run.ts';
import { validEvents } from '../mapping/run/valid-events.ts';
import type { ParsedDocument } from '../x12/model.ts';
import { translateSet } from './translate-set.ts';

/** An event with the set that it was made of; without one for a document that is no X12. */
export interface MadeEvent extends MappedEvent {
  readonly set?: string;
  readonly control?: string;
}

export interface Translation {
  readonly events: readonly MadeEvent[];
  /** Of the document, its sets and the mapping, in the order of the document. */
  readonly findings: readonly Finding[];
  /** How many sets were mapped, and how many were rejected. */
  readonly sets: { readonly mapped: number; readonly rejected: number };
}

/** Makes events of all sets of a document that was read and held against everything. @param only of the sets of this code, as if there were no others */
export function translateReading(
  reading: ParsedDocument,
  configuration: Configuration,
  context: MappingContext = {},
  only?: string,
): Translation {
  const events: MadeEvent[] = [];
  const findings: Finding[] = [...envelopeFindings(reading)];
  const withRoom = { listed: new FindingRoom(), ...context };
  let [mapped, rejected] = [0, 0];
  for (const { groups } of reading.interchanges)
    for (const group of groups)
      for (const set of group.sets) {
        if (only !== undefined && set.code !== only) continue;
        const made = translateSet(set, group, configuration, withRoom);
        if (made.isRejected) rejected += 1;
        else mapped += 1;
        append(findings, set.findings);
        append(findings, made.findings);
        append(
          events,
          made.events.map((event) => ({ set: set.code, control: set.control, ...event })),
        );
      }
  return { events, findings, sets: { mapped, rejected } };
}

/** Makes events of a JSON, XML or CSV document. */
export function translateOther(bytes: Uint8Array, mapping: InboundMapping, context: MappingContext = {}): Translation {
  return { ...validEvents(mapDocument(bytes, mapping, context)), sets: { mapped: 0, rejected: 0 } };
}

/** The configuration of somebody who sends one kind of document and nothing else. */
export function onlyOf(mapping: InboundMapping, guides: readonly Guide[] = []): Configuration {
  const document: ConfiguredDocument = {
    set: mapping.set,
    direction: 'inbound',
    version: mapping.version,
    format: mapping.reads?.name ?? 'x12',
    mapping: mapping.name,
    compiled: mapping,
    endpoint: '',
    acknowledgement: usualAcknowledgement,
    sla: usualSla,
    resend: usualResend,
  };
  return { ...nothingAgreed, documents: [document], guides };
}

function envelopeFindings({ findings, interchanges }: ParsedDocument): readonly Finding[] {
  const inside = interchanges.flatMap((one) => [...one.findings, ...one.groups.flatMap((group) => group.findings)]);
  return [...findings, ...inside];
}
