import type { Request } from 'express';
import type { components } from '../../specs/generated/openapi.ts';
import type { Arrival } from '../channels/channel.ts';
import { RefusedDocument } from '../domain/errors.ts';
import { faultOfArrival } from '../flows/fault-of-arrival.ts';
import type { Envelope, Received } from '../flows/receive.ts';
import { firstOf } from './before-view.ts';
import { keep, takeBody } from './intake.ts';
import type { ApiContext } from './operation.ts';

interface Receipt {
  readonly status: 200 | 202;
  readonly body: components['schemas']['Receipt'];
}

/** Takes the documents of a request: they are stored before this returns. @throws RefusedDocument when the hub reads none of them; they are kept all the same */
export async function takeDocuments(
  api: ApiContext,
  request: Request,
  of: Omit<Envelope, 'channel'>,
): Promise<Receipt> {
  const { https } = api.context.channels;
  const { body: arrivals, lease } = await takeBody(api, request, of, (limits) => https.open({ request, ...limits }));
  const { orgId, environment, actor } = of;
  const received = await keep(api, { orgId, environment, actor }, arrivals, lease);
  return receiptOf(api, of, arrivals, received);
}

/** What is said of documents that are stored. @throws RefusedDocument when the hub reads none of them */
export async function receiptOf(
  api: ApiContext,
  of: Pick<Envelope, 'orgId' | 'environment'>,
  arrivals: readonly Arrival[],
  received: readonly Received[],
): Promise<Receipt> {
  // Looked at only now that the bytes are kept: even what the hub does not read can be shown to the partner.
  const findings = await Promise.all(arrivals.map(({ bytes }) => faultOfArrival(api.context, of, bytes)));
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

function receipt(received: Received) {
  const { id, duplicate, sizeBytes, sha256, fileName } = received;
  return {
    id,
    duplicate,
    ...firstOf(received),
    ...(fileName !== undefined && { fileName }),
    sizeBytes,
    sha256,
    status: `/v1/messages/${id}`,
  };
}
