import { endpointCases } from '../domain/obligations/endpoint-cases.ts';
import { audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import { type SealedEndpoint, savePause } from '../store/endpoints.ts';
import { organizationName } from '../store/partners.ts';
import { endWaiting } from '../store/webhook-deliveries.ts';
import type { Context } from './context.ts';
import { forgetEndpoints } from './endpoint-in-use.ts';
import { raise, resolveByFingerprint } from './obligations.ts';

interface Stop {
  readonly at: Date;
  readonly why: { readonly reason: string; readonly reasonCode: string };
  /** The receiver itself has said so. */
  readonly isGone: boolean;
}

/**
 * Posts nothing more to an endpoint: its receiver has said so, or nothing but failures came of it for a day. What waits for it becomes dead letters, what comes from
 * now on is not for it; a person resumes it and replays what was missed.
 */
export async function stopEndpoint(
  context: Context,
  tx: Tx,
  { id, orgId, environment, name }: SealedEndpoint,
  { at, why, isGone }: Stop,
): Promise<void> {
  const stopped = isGone
    ? 'The receiver has ended the subscription (410)'
    : `Nothing but failures for a day; the last one: ${why.reason}`;
  await savePause(tx, id, { at, by: 'the hub', stopped });
  const ended = await endWaiting(tx, id, { ...why, at });
  const partner = await organizationName(tx, orgId);
  await resolveByFingerprint(tx, [endpointCases.failing(id)], at);
  await raise(context, tx, [
    {
      ...{ orgId, environment, at, about: { type: 'endpoint', id }, kind: 'endpoint.stopped' },
      facts: { endpointId: id, name, partner, message: stopped },
    },
  ]);
  const subject = { type: 'endpoint', id } as const;
  const detail = { name, reason: stopped, deadLetters: ended + 1 };
  await audit(tx, [{ orgId, at, actor: 'hub', action: 'endpoint.stopped', subject, detail }]);
  forgetEndpoints(context, orgId, environment);
}
