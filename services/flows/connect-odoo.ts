import { CodedError } from '../domain/errors.ts';
import { readCapabilities } from '../odoo/capabilities.ts';
import { connectOdoo } from '../odoo/connect.ts';
import { discoverOdoo } from '../odoo/discover.ts';
import { OdooError } from '../odoo/error.ts';
import type { MajorVersion } from '../odoo/version.ts';
import { audit } from '../store/audit.ts';
import { insertConnection, listConnections, replaceAccess } from '../store/odoo-connections.ts';
import { ownOrganisation } from '../store/partners.ts';
import { checkConnection } from './check-connection.ts';
import type { Context } from './context.ts';
import { connectionNow, readChoices } from './odoo-choices.ts';
import { type By, setFeed } from './odoo-settings.ts';

export interface NewConnection {
  readonly name: string | undefined;
  readonly url: string;
  readonly database: string;
  readonly login: string;
  readonly apiKey: string;
  /** `now`, `all` or a date; needed for a connection that is new. */
  readonly sendFrom: string | undefined;
  /** Operation types whose transfers are sent; those of deliveries unless given. */
  readonly operationTypeIds: readonly number[] | undefined;
}

/**
 * Connects a database of Odoo for production, or gives a connection that there is another login and key: what waited for it goes on. The key is tried first, and
 * nothing is kept of one that does not work.
 * @throws CodedError, and OdooError with what Odoo said
 */
export async function connectDatabase(
  context: Context,
  wanted: NewConnection,
  by: By,
): Promise<{ readonly id: string; readonly repaired: boolean }> {
  const version = await tried(wanted);
  const found = await listConnections(context.db.system, 'production');
  const same = found.find(
    (one) => one.kind === 'odoo' && one.database === wanted.database && sameAddress(one.url, wanted.url),
  );
  const [other] = found;
  if (!same && other)
    throw new CodedError('http.conflict', {
      detail: `Production is connected already: ${other.name} (${other.kind === 'twin' ? 'the twin of the demo' : `${other.url}, database ${other.database}`}). The hub speaks with one Odoo in an environment.`,
    });
  if (!same && wanted.sendFrom === undefined)
    throw new CodedError('http.request-invalid', {
      errors: [{ place: 'send-from', message: 'is missing' }],
      detail:
        'Say from when on released transfers are sent: now, all, or a date. With "all" every transfer that is ready in this Odoo goes to a partner, old ones too.',
    });
  const id = same?.id ?? context.newId();
  const { url, database, login } = wanted;
  const access = { url, login, version: String(version), secret: context.secrets.seal(wanted.apiKey) };
  await context.db.system.transaction(async (tx) => {
    const name = wanted.name ?? same?.name ?? `Odoo ${database}`;
    if (same) await replaceAccess(tx, id, { ...access, name });
    else await insertConnection(tx, { ...access, id, name, database, at: context.now() });
    const entry = { orgId: await ownOrganisation(tx), at: context.now(), actor: by.actor };
    const action = same ? 'odoo-connection.repaired' : 'odoo-connection.made';
    const before = same ? { url: same.url, login: same.login, name: same.name } : null;
    await audit(tx, [{ ...entry, action, detail: { id, database, before, after: { url, login, name } } }]);
  });
  await checkConnection(context, id, by);
  if (wanted.sendFrom !== undefined) {
    const operationTypeIds = wanted.operationTypeIds ?? (await deliveries(context, id));
    await setFeed(context, id, { from: wanted.sendFrom, operationTypeIds }, by);
  }
  return { id, repaired: same !== undefined };
}

const sameAddress = (a: string, b: string) => a.replace(/\/+$/, '') === b.replace(/\/+$/, '');

/** Signs in and reads, with nothing kept. @returns the version that it is spoken to as. @throws OdooError */
async function tried({ url, database, login, apiKey }: NewConnection): Promise<MajorVersion> {
  const found = await discoverOdoo({ url, timeoutMs: 30_000 });
  if (found.fits === undefined)
    throw new OdooError(
      'bad-request',
      'crossdock.VersionUnknown',
      `${url} is Odoo ${found.text}; the hub speaks with 17, 18 and 19.`,
    );
  await readCapabilities(connectOdoo({ url, database, login, apiKey, version: found.fits, timeoutMs: 60_000 }));
  return found.fits;
}

async function deliveries(context: Context, id: string): Promise<readonly number[]> {
  const { operationTypes } = await readChoices(context, await connectionNow(context, id));
  return operationTypes.filter(({ code }) => code === 'outgoing').map((type) => type.id);
}
