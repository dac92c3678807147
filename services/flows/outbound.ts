import { hash } from 'node:crypto';
import { identity } from '../domain/agreement.ts';
import { readX12 } from '../domain/translate/read-x12.ts';
import type { Interchange } from '../domain/x12/model.ts';
import { audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import { type Environment, insertOutbound } from '../store/documents.ts';
import { type Envelopes, insertEnvelopes } from '../store/translation.ts';
import type { Pinned, Terms } from './configuration.ts';
import type { Context } from './context.ts';
import { expect } from './obligations.ts';

/** X12 that is ready to go out. All that go together belong to one organisation. */
export interface Outgoing {
  readonly orgId: string;
  readonly environment: Environment;
  readonly channel: string;
  readonly bytes: Uint8Array;
  readonly headline: string;
  readonly subjects: readonly string[];
  /** What it is found by besides those. */
  readonly numbers?: readonly string[];
  /** The document that this one acknowledges. */
  readonly answers: string | null;
  readonly at: Date;
  /** What it was written with. */
  readonly pinned: Pinned;
}

/**
 * Puts written X12 into the partners' outboxes, as part of the transaction that took its control numbers. It is read back first:
 * what the hub sends passes the hub's own check, and its envelopes become rows that a 997 can be matched with.
 * @returns the ids of the documents, in the same order.
 */
export async function putInOutbox(context: Context, tx: Tx, outs: readonly Outgoing[]): Promise<readonly string[]> {
  const made = outs.map((out) => {
    const [interchange] = readX12(out.bytes, context.catalog).interchanges;
    if (!interchange) throw new Error('What was written cannot be read back.');
    const id = context.newId();
    return { out, id, interchange, ...contents(interchange), rows: envelopesOf(id, interchange, context.newId) };
  });
  const [first] = outs;
  if (!first) return [];
  await insertOutbound(
    tx,
    made.map(({ out, id, interchange, kind, sets }) => ({
      ...out,
      id,
      numbers: out.numbers ?? [],
      transportId: id,
      fileName: `${kind}-${interchange.control}.x12`,
      sha256: hash('sha256', out.bytes, 'hex'),
      sets,
      controlNumber: interchange.control,
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
      detail: 'Waits in the outbox',
    })),
  );
  await audit(
    tx,
    made.map(({ out, id, kind, interchange }) => ({
      orgId: out.orgId,
      at: out.at,
      actor: 'hub',
      action: 'document.made',
      documentId: id,
      detail: { kind, control: interchange.control },
    })),
  );
  return made.map(({ id }) => id);
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
