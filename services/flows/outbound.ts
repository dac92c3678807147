import { hash } from 'node:crypto';
import { identity } from '../domain/agreement.ts';
import { laneOf } from '../domain/destinations.ts';
import type { Provenance } from '../domain/events.ts';
import { readX12 } from '../domain/translate/read-x12.ts';
import type { Form } from '../domain/translate/recognise.ts';
import type { Interchange } from '../domain/x12/model.ts';
import { audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import { insertHandovers } from '../store/deliveries.ts';
import { type Environment, insertOutbound } from '../store/documents.ts';
import { type Envelopes, insertEnvelopes } from '../store/envelopes.ts';
import type { Pinned, Terms } from './configuration.ts';
import type { Context } from './context.ts';
import type { WayOut } from './endpoint-in-use.ts';
import { expect } from './obligations.ts';

/** Where a document waits before it is on its way. */
export const waitsAt = ({ isPushed, name }: WayOut): string =>
  isPushed ? `Waits to be handed over at ${name}` : 'Waits in the outbox';

/** A document that is ready to go out. All that go together belong to one organisation. */
export interface Outgoing {
  readonly orgId: string;
  readonly environment: Environment;
  readonly way: WayOut;
  readonly bytes: Uint8Array;
  /** Of a document that is no X12: what it is called, and the end of its file name. */
  readonly plain?: { readonly name: string; readonly extension: string } | undefined;
  readonly form?: Form | undefined;
  /** Where the fields of its event stand in it. */
  readonly provenance?: Provenance | undefined;
  readonly headline: string;
  readonly subjects: readonly string[];
  /** What it is found by besides those. */
  readonly numbers?: readonly string[];
  /** The document that this one acknowledges. */
  readonly answers: string | null;
  /** What it was written of. */
  readonly eventId?: string;
  /** The document that it is written anew for. */
  readonly replaces?: string | undefined;
  readonly at: Date;
  /** What it was written with. */
  readonly pinned: Pinned;
}

/**
 * Puts written documents into the partners' outboxes, as part of the transaction that took their control numbers. X12 is read back first:
 * what the hub sends passes the hub's own check, and its envelopes become rows that a 997 can be matched with. What the hub has to bring becomes a delivery to its
 * endpoint; what partners fetch is ready with that.
 * @returns the ids of the documents, in the same order.
 */
export async function putInOutbox(context: Context, tx: Tx, outs: readonly Outgoing[]): Promise<readonly string[]> {
  const made = outs.map((out) => madeOf(context, out));
  const [first] = outs;
  if (!first) return [];
  await insertOutbound(
    tx,
    made.map(({ out, id, fileName, control, sets }) => ({
      ...out,
      ...{ id, transportId: id, channel: out.way.channel, endpointId: out.way.endpointId, fileName },
      numbers: out.numbers ?? [],
      sha256: hash('sha256', out.bytes, 'hex'),
      sets,
      controlNumber: control,
      createdAt: out.at,
      configurationHash: out.pinned.hash,
      releaseId: out.pinned.releaseId,
    })),
  );
  await insertEnvelopes(tx, first.orgId, {
    interchanges: made.flatMap((one) => one.rows.interchanges),
    groups: made.flatMap((one) => one.rows.groups),
    sets: made.flatMap((one) => one.rows.sets),
  });
  await expect(
    context,
    tx,
    made.map(({ out, id }) => ({
      documentId: id,
      orgId: out.orgId,
      rung: 'transport',
      detail: waitsAt(out.way),
    })),
  );
  await insertHandovers(
    tx,
    made.flatMap(({ out: { way, orgId, environment }, id: documentId }) =>
      way.isPushed && way.endpointId !== null
        ? [{ ...handoverTo(way.endpointId), id: context.newId(), orgId, environment, documentId }]
        : [],
    ),
  );
  await audit(
    tx,
    made.map(({ out, id, kind, control }) => ({
      orgId: out.orgId,
      at: out.at,
      actor: 'hub',
      action: 'document.made',
      documentId: id,
      detail: { kind, ...(control !== null && { control }) },
    })),
  );
  return made.map(({ id }) => id);
}

const handoverTo = (endpointId: string) => ({ endpointId, lane: laneOf.channel(endpointId) });

interface Made {
  readonly out: Outgoing;
  readonly id: string;
  readonly kind: string;
  readonly sets: readonly { readonly code: string; readonly count: number }[];
  readonly control: string | null;
  readonly fileName: string;
  readonly rows: Envelopes;
}

function madeOf({ catalog, newId }: Context, out: Outgoing): Made {
  const id = newId();
  if (out.plain) {
    const { name, extension } = out.plain;
    const rows: Envelopes = { interchanges: [], groups: [], sets: [] };
    const sets = [{ code: name, count: 1 }];
    return { ...{ out, id, kind: name, sets, control: null, rows }, fileName: `${name}-${id.slice(-12)}.${extension}` };
  }
  const [interchange] = readX12(out.bytes, catalog).interchanges;
  if (!interchange) throw new Error('What was written cannot be read back.');
  const { kind, sets } = contents(interchange);
  const { control } = interchange;
  const rows = envelopesOf(id, interchange, newId);
  return { out, id, kind, sets, control, fileName: `${kind}-${control}.x12`, rows };
}

/** Which sets an interchange holds, and a short name for it. */
function contents(interchange: Interchange): { kind: string; sets: readonly { code: string; count: number }[] } {
  const codes = new Map<string, number>();
  for (const group of interchange.groups)
    for (const set of group.sets) codes.set(set.code, (codes.get(set.code) ?? 0) + 1);
  if (codes.size === 0) return { kind: 'TA1', sets: [{ code: 'TA1', count: 1 }] };
  return { kind: [...codes.keys()].join('-'), sets: [...codes].map(([code, count]) => ({ code, count })) };
}

/** Rows of an interchange that we wrote ourselves. */
function envelopesOf(documentId: string, x: Interchange, newId: () => string): Envelopes {
  const interchangeId = newId();
  const groups = x.groups.map((group) => ({ group, id: newId() }));
  return {
    interchanges: [
      {
        id: interchangeId,
        document_id: documentId,
        ordinal: 0,
        sender: identity(x.sender),
        receiver: identity(x.receiver),
        control: x.control,
        usage: x.usage,
        version: x.version,
        status: x.status,
        findings: x.findings,
      },
    ],
    groups: groups.map(({ group, id }, ordinal) => ({
      id,
      document_id: documentId,
      interchange_id: interchangeId,
      ordinal,
      functional_id: group.functionalId,
      control: group.control,
      version: group.version,
      status: group.status,
      findings: group.findings,
    })),
    sets: groups.flatMap(({ group, id }) =>
      group.sets.map((set, ordinal) => ({
        id: newId(),
        document_id: documentId,
        group_id: id,
        ordinal,
        code: set.code,
        control: set.control,
        status: set.status,
        start_byte: set.range[0],
        end_byte: set.range[1],
        findings: set.findings,
      })),
    ),
  };
}

/** Who writes to whom, as the envelope wants it: our identity and the partner's. Undefined when one of them is missing. */
export function addresses(terms: Terms) {
  const [ours] = terms.ours;
  const [theirs] = terms.identities;
  if (!ours || !theirs) return undefined;
  return {
    sender: { qualifier: ours.qualifier, id: ours.isaId },
    receiver: { qualifier: theirs.qualifier, id: theirs.isaId },
    groupSender: ours.gsId,
    groupReceiver: theirs.gsId,
  };
}

/** Date and time as envelopes write them, in UTC: `260303`, `20260303`, `0910`. */
export function envelopeTime(at: Date): { short: string; long: string; time: string } {
  const iso = at.toISOString();
  const long = iso.slice(0, 10).replaceAll('-', '');
  return { short: long.slice(2), long, time: iso.slice(11, 16).replace(':', '') };
}
