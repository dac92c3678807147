import type { Request } from 'express';
import type { components } from '../../specs/generated/openapi.ts';
import { type EndpointView, readEndpoint, readEndpoints } from '../flows/endpoint-views.ts';
import type { EndpointBy, EndpointKey } from '../flows/endpoints.ts';
import type { Environment } from '../store/documents.ts';
import type { SessionCaller } from './caller.ts';
import { knownPartner } from './change-configuration.ts';
import type { ApiContext } from './operation.ts';

// What the operations on endpoints share.

type Endpoint = components['schemas']['Endpoint'];

interface EndpointCall {
  readonly api: ApiContext;
  readonly caller: SessionCaller;
  readonly request: Request;
}

// As the caller reaches the hub, so does the partner: behind a trusted proxy the host is the proxy's.
export const baseOf = ({ protocol, host }: Request): string => `${protocol}://${host}`;

/** Who changes an endpoint. */
export const endpointBy = ({ actor, by, side }: SessionCaller): EndpointBy => ({ actor, by, side });

/** @throws CodedError `http.not-found` */
export async function listed(
  { api: { context }, caller, request }: EndpointCall,
  of: { readonly orgId: string; readonly environment?: Environment | undefined },
): Promise<Endpoint[]> {
  const views = await context.db.screens(caller.visibility, async (tx) => {
    await knownPartner(tx, of.orgId);
    return readEndpoints(context, tx, of, baseOf(request));
  });
  return views.map((view) => seenBy(view, caller));
}

/** @throws CodedError `http.not-found` */
export async function shown({ api: { context }, caller, request }: EndpointCall, key: EndpointKey): Promise<Endpoint> {
  const view = await context.db.screens(caller.visibility, (tx) => readEndpoint(context, tx, key, baseOf(request)));
  return seenBy(view, caller);
}

/** People of the team are not named to partners. */
function seenBy(view: EndpointView, { side }: SessionCaller): Endpoint {
  const { secrets, sets, addresses, tell, facts, expires, reason, ...rest } = view;
  const told = side === 'partner' && reason?.startsWith('Paused by ') ? 'Paused by a person' : reason;
  return {
    ...rest,
    ...(told !== undefined && { reason: told }),
    secrets: [...secrets],
    secretsSince: { ...view.secretsSince },
    sets: { in: [...sets.in], out: [...sets.out] },
    addresses: addresses.map((one) => ({ ...one })),
    tell: tell.map((one) => ({ ...one })),
    facts: facts.map((one) => ({ ...one })),
    expires: expires.map((one) => ({ ...one })),
  };
}
