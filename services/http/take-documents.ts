import type { Request } from 'express';
import type { components } from '../../specs/generated/openapi.ts';
import type { Arrival } from '../channels/channel.ts';
import { RefusedDocument } from '../domain/errors.ts';
import { sniffDocument } from '../domain/sniff.ts';
import type { Lease } from '../flows/byte-budget.ts';
import { type Envelope, type Received, receive } from '../flows/receive.ts';
import { bodyTooSlow, noAnswer, within } from './deadline.ts';
import type { ApiContext } from './operation.ts';
import { proceed } from './server.ts';

/** Takes the documents of a request: they are stored before this returns. @throws RefusedDocument when none of them is X12; they are kept all the same */
export async function takeDocuments(
  api: ApiContext,
  request: Request,
  of: Omit<Envelope, 'channel'>,
): Promise<{ readonly status: 200 | 202; readonly body: components['schemas']['Receipt'] }> {
  const { orgId, environment, actor } = of;
  await within(api.settings.requestMs, noAnswer, () => api.admission.admit(of));
  const lease = api.budget.lease(orgId);
  const arrivals = await arrive(api, request, lease);
  const received = await within(api.settings.requestMs, noAnswer, (signal) => {
    const storing = receive(
      api.context,
      { orgId, environment, channel: api.context.channels.https.name, actor },
      arrivals,
      signal,
    );
    // Late or not: the bytes are in memory until this has come to its end.
    storing.finally(lease.release).catch(() => undefined);
    return storing;
  });
  const fresh = received.filter((document) => !document.duplicate);
  api.admission.stored(
    orgId,
    fresh.length,
    fresh.reduce((sum, document) => sum + document.sizeBytes, 0),
  );
  // Looked at only now that the bytes are kept: even what is not X12 can be shown to the partner.
  const findings = arrivals.map(({ bytes }) => sniffDocument(bytes));
  const [first] = findings;
  if (first && findings.every(Boolean)) throw new RefusedDocument(first, received[0]!.id);
  const documents = received.map((document, place) => {
    const finding = findings[place];
    return {
      ...receipt(document),
      ...(finding && { finding: { code: finding.code, explanation: finding.explanation } }),
    };
  });
  return { status: received.every((document) => document.duplicate) ? 200 : 202, body: { documents } };
}

async function arrive(api: ApiContext, request: Request, lease: Lease): Promise<readonly Arrival[]> {
  const { bodyLimitBytes: limitBytes, settings } = api;
  try {
    return await within(settings.bodyMs, bodyTooSlow, (signal) =>
      api.context.channels.https.open({ request, limitBytes, signal, keep: (bytes) => room(request, lease, bytes) }),
    );
  } catch (error) {
    lease.release();
    throw error;
  }
}

function room(request: Request, lease: Lease, bytes: number): void {
  lease.take(bytes);
  proceed(request);
}

function receipt({ id, duplicate, sizeBytes, sha256, fileName }: Received) {
  return {
    id,
    duplicate,
    ...(fileName !== undefined && { fileName }),
    sizeBytes,
    sha256,
    status: `/v1/messages/${id}`,
  };
}
