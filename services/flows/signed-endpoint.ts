import type { EndpointIdentity } from '../channels/channel.ts';
import { secretsIn } from '../channels/webhook-signature.ts';
import { CodedError } from '../domain/errors.ts';
import type { NewExchange } from '../domain/exchange.ts';
import { sealedEndpoints } from '../store/endpoints.ts';
import { insertExchange } from '../store/exchanges.ts';
import type { Context } from './context.ts';
import { settingsOf } from './endpoint-in-use.ts';
import { recent } from './recent.ts';
import { isToBeLogged } from './refusals.ts';

/** An endpoint to which a partner posts signed requests. */
export interface SignedEndpoint extends EndpointIdentity {
  readonly channel: string;
  readonly isPaused: boolean;
  readonly secrets: readonly string[];
}

const known = recent<ReadonlyMap<string, SignedEndpoint>>(3000);

/** Strangers may ask for any id: what there is is looked up every few seconds and not for each of them. @throws CodedError `http.not-found` */
export async function signedEndpoint(context: Context, endpointId: string): Promise<SignedEndpoint> {
  const found = (await known(context, 'signed', () => readSigned(context))).get(endpointId);
  if (!found) throw new CodedError('http.not-found', { detail: 'No endpoint with this id takes signed requests.' });
  return found;
}

async function readSigned(context: Context): Promise<ReadonlyMap<string, SignedEndpoint>> {
  const rows = await sealedEndpoints(context.db.system, [context.channels.https.name]);
  return new Map(
    rows.flatMap((row) => {
      const { id, orgId, environment, name, channel, pausedAt } = row;
      const { signingSecret } = settingsOf(context, row) as { readonly signingSecret?: string };
      if (signingSecret === undefined) return [];
      const one = { id, orgId, environment, name, channel, isPaused: pausedAt !== null };
      return [[id, { ...one, secrets: secretsIn(signingSecret) }]];
    }),
  );
}

/** Writes into the log of the endpoint what came of a signed request; those that are refused are counted when they are many. */
export async function noteSigned(context: Context, endpoint: SignedEndpoint, exchange: NewExchange): Promise<void> {
  if (exchange.state === 'refused' && !isToBeLogged(context, endpoint, exchange.summary)) return;
  await insertExchange(context.db.system, endpoint, { ...exchange, id: context.newId(), at: context.now() });
}
