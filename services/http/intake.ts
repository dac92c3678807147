import type { Request } from 'express';
import type { Arrival } from '../channels/channel.ts';
import type { BodyLimits } from '../channels/https/body.ts';
import type { Lease } from '../flows/byte-budget.ts';
import { type Envelope, type Received, receive } from '../flows/receive.ts';
import { bodyTooSlow, noAnswer, within } from './deadline.ts';
import type { ApiContext } from './operation.ts';
import { proceed } from './server.ts';

// What is taken in has deadlines of its own, and room in memory from its first byte until it is stored.

/** What came, with the room that it takes until somebody gives it back. */
export interface Came<T> {
  readonly body: T;
  readonly lease: Lease;
}

/**
 * Admits a sender, then reads the body within its time and its room. @throws CodedError; then nothing is kept and no room is taken
 * @param of.room whose room in memory it is; the organisation's unless given
 */
export async function takeBody<T>(
  api: ApiContext,
  request: Request,
  of: Pick<Envelope, 'orgId' | 'environment'> & { readonly room?: string },
  read: (limits: BodyLimits) => Promise<T>,
): Promise<Came<T>> {
  const { bodyLimitBytes: limitBytes, settings } = api;
  await within(settings.requestMs, noAnswer, () => api.admission.admit(of));
  const lease = api.budget.lease(of.room ?? of.orgId);
  const keep = (bytes: number) => {
    lease.take(bytes);
    proceed(request);
  };
  try {
    const body = await within(settings.bodyMs, bodyTooSlow, (signal) => read({ limitBytes, signal, keep }));
    return { body, lease };
  } catch (error) {
    lease.release();
    throw error;
  }
}

/** Stores what came: it is on disk when this returns, and its room is given back when it is, late or not. */
export async function keep(
  api: ApiContext,
  envelope: Omit<Envelope, 'channel'>,
  arrivals: readonly Arrival[],
  lease: Lease,
): Promise<readonly Received[]> {
  const { orgId, environment, actor, form, endpointId } = envelope;
  const channel = api.context.channels.https.name;
  const received = await within(api.settings.requestMs, noAnswer, (signal) => {
    const of = { orgId, environment, channel, actor, ...(form && { form }), ...(endpointId && { endpointId }) };
    const storing = receive(api.context, of, arrivals, signal);
    storing.finally(lease.release).catch(() => undefined);
    return storing;
  });
  const fresh = received.filter((document) => !document.duplicate);
  const bytes = fresh.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  api.admission.stored(orgId, fresh.length, bytes);
  return received;
}
