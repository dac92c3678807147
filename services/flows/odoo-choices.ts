import type { components } from '../../specs/generated/openapi.ts';
import { CodedError } from '../domain/errors.ts';
import type { Domain, OdooRecord } from '../odoo/client.ts';
import { OdooError } from '../odoo/error.ts';
import { finalKinds } from '../odoo/many.ts';
import type { Context } from './context.ts';
import { type OdooConnection, openConnection } from './odoo-connection.ts';
import { isConnectionFault, noteTrouble } from './odoo-health.ts';

export type OdooChoices = components['schemas']['OdooChoices'];

/** A connection as it is in the database at this moment. @throws CodedError `http.not-found` */
export async function connectionNow(context: Context, id: string): Promise<OdooConnection> {
  const connection = await openConnection(context, id);
  if (!connection) throw new CodedError('http.not-found', { detail: 'No Odoo connection has this id.' });
  return connection;
}

/** Asks an Odoo something that the caller cannot do without. @throws CodedError `odoo.no-answer` */
export async function asking<T>(context: Context, connection: OdooConnection, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (!(cause instanceof OdooError)) throw cause;
    await noteTrouble(context, connection, cause);
    throw new CodedError('odoo.no-answer', { cause, detail: `${connection.name}: ${cause.message}` });
  }
}

/** Those who work in Odoo; customers with a login to its portal have no to-dos. */
export const internalUsers = [['share', '=', false]] as const;

const nameOf = (value: unknown) => (Array.isArray(value) ? String(value[1]) : '');

const named = ({ id, display_name }: OdooRecord) => ({ id, name: String(display_name) });

/** What there is in an Odoo to choose from, read now. @throws CodedError */
export async function readChoices(context: Context, connection: OdooConnection): Promise<OdooChoices> {
  return asking(context, connection, async () => {
    const { client } = connection;
    const { delivery, units } = await connection.capabilities();
    const order = { order: 'id', limit: 1000 };
    const users = await client.searchRead('res.users', internalUsers, ['name', 'login'], order);
    const types = await client.searchRead('stock.picking.type', [], ['name', 'code', 'warehouse_id'], order);
    const places = await client.searchRead('stock.location', [['usage', '=', 'internal']], ['complete_name'], order);
    // Whoever may not see the books can still set the rest.
    const books = (model: string, domain: Domain, field: string) =>
      client.searchRead(model, domain, [field], { ...order, order: 'id' }).catch((error: unknown) => {
        if (!(error instanceof OdooError) || !finalKinds.has(error.kind)) throw error;
        return [];
      });
    const contacts = await books('res.partner', [['is_company', '=', true]], 'display_name');
    const journals = await books('account.journal', [['type', '=', 'purchase']], 'display_name');
    const services = await books('product.product', [['type', '=', 'service']], 'display_name');
    const carriers = delivery ? await client.searchRead('delivery.carrier', [], ['name'], order) : [];
    return {
      users: users.map(({ id, name, login }) => ({ id, name: String(name), login: String(login) })),
      operationTypes: types.map(({ id, name, code, warehouse_id }) => ({
        ...{ id, name: String(name), code: String(code), warehouse: nameOf(warehouse_id) },
      })),
      locations: places.map(({ id, complete_name }) => ({ id, name: String(complete_name) })),
      carriers: carriers.map(({ id, name }) => ({ id, name: String(name) })),
      units: [...units.byId.values()].map(({ name }) => name),
      contacts: contacts.map(named),
      journals: journals.map(named),
      services: services.map(named),
    };
  });
}

/** The same where Odoo can be reached; undefined where not, and then what is set is taken as it is. @throws CodedError for any other trouble */
export async function choicesIfReady(context: Context, connection: OdooConnection): Promise<OdooChoices | undefined> {
  try {
    return await readChoices(context, connection);
  } catch (error) {
    if (error instanceof CodedError && error.cause instanceof OdooError && isConnectionFault(error.cause))
      return undefined;
    throw error;
  }
}
