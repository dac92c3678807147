import { mostSecrets, newSecret, secretsIn } from '../channels/webhook-signature.ts';
import { CodedError } from '../domain/errors.ts';
import { audit } from '../store/audit.ts';
import { saveEndpoint } from '../store/endpoints.ts';
import type { Context } from './context.ts';
import { settingsOf } from './endpoint-in-use.ts';
import type { EndpointBy, EndpointKey } from './endpoints.ts';
import { eventEndpoint } from './event-endpoint.ts';

/** Makes a further secret. Everything is signed by it and by the former ones from now on, until those are retired. @returns it, to be shown this once */
export async function addWebhookSecret(context: Context, key: EndpointKey, by: EndpointBy): Promise<string> {
  const secret = newSecret();
  await change(context, key, { by, action: 'endpoint.secret-added' }, (secrets) => {
    if (secrets.length >= mostSecrets)
      throw new CodedError('http.conflict', {
        detail: `${mostSecrets} secrets are in use. Retire the former ones first.`,
      });
    return [secret, ...secrets];
  });
  return secret;
}

/** Takes all secrets out of use but the newest one. @returns how many went */
export const retireWebhookSecrets = async (context: Context, key: EndpointKey, by: EndpointBy): Promise<number> =>
  (await change(context, key, { by, action: 'endpoint.secrets-retired' }, (secrets) => secrets.slice(0, 1))) - 1;

interface Change {
  readonly by: EndpointBy;
  readonly action: 'endpoint.secret-added' | 'endpoint.secrets-retired';
}

/** @returns how many there were */
async function change(
  context: Context,
  key: EndpointKey,
  { by, action }: Change,
  work: (secrets: readonly string[]) => readonly string[],
): Promise<number> {
  return context.db.scoped('*', async (tx) => {
    const { endpoint } = await eventEndpoint(context, tx, key, { lock: true });
    const { secret } = settingsOf(context, endpoint) as { readonly secret: string };
    const before = secretsIn(secret);
    const after = work(before);
    if (after.length === before.length) return before.length;
    const sealed = context.secrets.seal(after.join(' '));
    const values = { ...endpoint, secrets: { ...endpoint.secrets, secret: sealed } };
    await saveEndpoint(tx, endpoint, values, context.now());
    const subject = { type: 'endpoint', id: endpoint.id } as const;
    const detail = { name: endpoint.name, before: before.length, after: after.length };
    await audit(tx, [{ orgId: key.orgId, at: context.now(), actor: by.actor, by: by.by, action, subject, detail }]);
    return before.length;
  });
}
