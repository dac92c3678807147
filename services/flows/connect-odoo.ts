import { CodedError } from '../domain/errors.ts';
import { faultOfName } from '../domain/name.ts';
import type { ActedBy } from '../store/audit.ts';
import { audit } from '../store/audit.ts';
import {
  type ConnectionRow,
  findConnection,
  insertConnection,
  listConnections,
  replaceAccess,
} from '../store/odoo-connections.ts';
import { ownOrganisation } from '../store/partners.ts';
import { checkConnection } from './check-connection.ts';
import type { Context } from './context.ts';
import { type OdooAccess, tryAccess } from './odoo-access.ts';
import { connectionNow, readChoices } from './odoo-choices.ts';
import { setFeed } from './odoo-settings.ts';
import { refuseBody } from './refuse-body.ts';

export interface NewConnection extends OdooAccess {
  readonly name: string | undefined;
  /** `now`, `all` or a date; needed for a connection that is new. */
  readonly sendFrom: string | undefined;
  /** Operation types whose transfers are sent; those of deliveries unless given. */
  readonly operationTypeIds: readonly number[] | undefined;
}

/**
 * Connects a database of Odoo for production, or gives a connection that there is another login and key: what waited for it goes on. The key is tried first, and
 * nothing is kept of one that does not work.
 * @throws CodedError, and AccessFault with what Odoo said
 */
export async function connectDatabase(
  context: Context,
  wanted: NewConnection,
  by: ActedBy,
): Promise<{ readonly id: string; readonly repaired: boolean }> {
  refuseName(wanted.name);
  const { version } = await tryAccess(wanted);
  const found = await listConnections(context.db.system, 'production');
  const same = found.find(
    (one) => one.kind === 'odoo' && one.database === wanted.database && sameAddress(one.url, wanted.url),
  );
  const name = wanted.name ?? same?.name ?? `Odoo ${wanted.database}`;
  refuseTaken(name, found, same?.id);
  if (!same && wanted.sendFrom === undefined)
    throw new CodedError('http.request-invalid', {
      errors: [{ place: 'body/sendFrom', message: 'is missing' }],
      detail:
        'Say from when on released transfers are sent: now, all, or a date. With "all" every transfer that is ready in this Odoo goes to a partner, old ones too.',
    });
  const id = same?.id ?? context.newId();
  const { url, database, login } = wanted;
  const access = { url, login, version: String(version), secret: context.secrets.seal(wanted.apiKey) };
  await context.db.system.transaction(async (tx) => {
    if (same) await replaceAccess(tx, id, { ...access, name });
    else await insertConnection(tx, { ...access, id, name, database, at: context.now() });
    const entry = { orgId: await ownOrganisation(tx), at: context.now(), actor: by.actor, by: by.by };
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

/** What may be given anew; absent: as before. */
export type NewAccess = Partial<Pick<NewConnection, 'name' | 'url' | 'login'>> & Pick<NewConnection, 'apiKey'>;

/**
 * Gives a connection another key, and another login or address of the same database. It is tried first, and nothing is kept of one that does not work.
 * @throws CodedError, and AccessFault with what Odoo said
 */
export async function replaceKey(context: Context, id: string, given: NewAccess, by: ActedBy): Promise<void> {
  refuseName(given.name);
  const known = await findConnection(context.db.system, id);
  if (!known) throw new CodedError('http.not-found', { detail: 'No Odoo connection has this id.' });
  if (known.kind === 'twin')
    throw new CodedError('http.conflict', {
      detail: `${known.name} is a twin, which the hub runs itself: it has no key that could be replaced.`,
    });
  const { database, name = known.name, url = known.url, login = known.login } = { ...known, ...given };
  const { version } = await tryAccess({ url, database, login, apiKey: given.apiKey });
  refuseTaken(name, await listConnections(context.db.system, known.environment), id);
  const access = { url, login, name, version: String(version), secret: context.secrets.seal(given.apiKey) };
  await context.db.system.transaction(async (tx) => {
    await replaceAccess(tx, id, access);
    const before = { url: known.url, login: known.login, name: known.name };
    const entry = { orgId: await ownOrganisation(tx), at: context.now(), actor: by.actor, by: by.by };
    const detail = { id, database, before, after: { url, login, name } };
    await audit(tx, [{ ...entry, action: 'odoo-connection.repaired', detail }]);
  });
  await checkConnection(context, id, by);
}

function refuseName(name: string | undefined): void {
  const wrong = name === undefined ? undefined : faultOfName('connection', name);
  if (wrong !== undefined) refuseBody([{ place: 'body/name', message: wrong }]);
}

/** People choose a connection by its name. */
function refuseTaken(name: string, others: readonly ConnectionRow[], ownId: string | undefined): void {
  const taken = others.find((one) => one.name === name && one.id !== ownId);
  if (taken)
    refuseBody([
      { place: 'body/name', message: `must be nobody else's: ${name} is database ${taken.database} at ${taken.url}.` },
    ]);
}

const sameAddress = (a: string, b: string) => a.replace(/\/+$/, '') === b.replace(/\/+$/, '');

async function deliveries(context: Context, id: string): Promise<readonly number[]> {
  const { operationTypes } = await readChoices(context, await connectionNow(context, id));
  return operationTypes.filter(({ code }) => code === 'outgoing').map((type) => type.id);
}
