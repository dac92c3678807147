import type { MappedEvent } from '../domain/events.ts';
import type { Finding } from '../domain/finding.ts';
import { FindingRoom } from '../domain/finding-list.ts';
import type { Guide } from '../domain/guide/guide.ts';
import { lintInterchange } from '../domain/lint/lint-interchange.ts';
import { withoutKnown } from '../domain/lint/without-known.ts';
import { append } from '../domain/lists.ts';
import type { InboundMapping } from '../domain/mapping/language/plan.ts';
import { mapDocument } from '../domain/mapping/run/map-document.ts';
import { mapSet } from '../domain/mapping/run/map-set.ts';
import type { MappingContext } from '../domain/mapping/run/run.ts';
import { validEvents } from '../domain/mapping/run/valid-events.ts';
import { check } from '../domain/x12/check/check.ts';
import type { Reading, TransactionSet } from '../domain/x12/model.ts';
import { read } from '../domain/x12/read/read.ts';
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
  const listed = new FindingRoom();
  return { ...reading, interchanges: reading.interchanges.map((one) => lintInterchange(one, linter, listed)) };
}

/** Runs a mapping on those sets of a document that it is for. Sets that are rejected are not mapped, as in the hub. */
export function mapReading(reading: Reading, mapping: InboundMapping, context: MappingContext): Made {
  const sets = setsOf(reading).filter(({ code }) => code === mapping.set);
  const events: MadeEvent[] = [];
  const findings: Finding[] = [...envelopeFindings(reading)];
  const listed = new FindingRoom();
  let mapped = 0;
  for (const set of sets) {
    append(findings, set.findings);
    if (set.status === 'R') continue;
    mapped += 1;
    const made = validEvents(mapSet(set, mapping, { listed, ...context }));
    append(findings, withoutKnown(made.findings, set.findings));
    append(
      events,
      made.events.map((event) => ({ set: set.code, control: set.control, ...event })),
    );
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
