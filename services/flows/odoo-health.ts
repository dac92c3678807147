import { laneOf } from '../domain/destinations.ts';
import type { OdooError, OdooErrorKind } from '../odoo/error.ts';
import { wakeWaiting } from '../store/deliveries.ts';
import { type ConnectionState, noteContact, saveConnectionState } from '../store/odoo-connections.ts';
import { ownOrganisation } from '../store/partners.ts';
import type { Context } from './context.ts';
import { raise, resolveByFingerprint } from './obligations.ts';
import { forgetConnection, type OdooConnection } from './odoo-connection.ts';

/** Errors that speak of the connection and not of one event: as long as they last, nothing is tried one by one. */
const states: Partial<Record<OdooErrorKind, ConnectionState>> = {
  authentication: 'refused',
  'wrong-address': 'refused',
  unreachable: 'unreachable',
};

/** Does an error mean that nothing at all can be done with this Odoo at the moment? */
export const isConnectionFault = ({ kind }: OdooError): boolean => states[kind] !== undefined;

// One call in so long finds out whether the connection works again; the others would only wait for the same answer.
const probeEveryMs = 1_000;
const probed = new WeakMap<Context['db'], Map<string, number>>();

/** May an event be tried on this connection now? Always while it is ready; else one in some seconds, which finds out. */
export function mayTry(context: Context, connection: OdooConnection): boolean {
  if (connection.state === 'ready' || connection.state === 'untried') return true;
  const times = probed.get(context.db) ?? new Map<string, number>();
  probed.set(context.db, times);
  const now = context.now().getTime();
  if (Math.abs(now - (times.get(connection.id) ?? Number.NEGATIVE_INFINITY)) < probeEveryMs) return false;
  times.set(connection.id, now);
  return true;
}

const fingerprintOf = (connection: OdooConnection) => `odoo.connection/${connection.id}`;

/** Odoo has answered as it should: the connection is ready, and its case is closed. */
export async function noteReady(context: Context, connection: OdooConnection): Promise<void> {
  await noteContact(context.db.system, connection.id);
  if (connection.state === 'ready') return;
  await context.db.system.transaction(async (tx) => {
    if (!(await saveConnectionState(tx, connection.id, 'ready', null))) return;
    await resolveByFingerprint(tx, [fingerprintOf(connection)], context.now());
    // What waited for the connection need not wait for its pause as well.
    await wakeWaiting(tx, laneOf.odoo(connection.id, ''));
  });
  forgetConnection(context, connection);
  context.wakeRelay();
}

/** Keeps what is wrong with a connection as its state, with one case for as long as it lasts. Does nothing for an error that speaks of one event only. */
export async function noteTrouble(context: Context, connection: OdooConnection, error: OdooError): Promise<void> {
  const state = states[error.kind];
  if (state !== 'refused' && state !== 'unreachable') return;
  await context.db.system.transaction(async (tx) => {
    if (!(await saveConnectionState(tx, connection.id, state, error.message))) return;
    // What was wrong before is not what is wrong now.
    await resolveByFingerprint(tx, [fingerprintOf(connection)], context.now());
    const { id: connectionId, name, environment } = connection;
    const facts = { connectionId, name, state, message: error.message };
    const where = { orgId: await ownOrganisation(tx), environment, at: context.now() };
    await raise(context, tx, [
      { ...where, about: { type: 'connection', id: connectionId }, kind: 'connection.failing', facts },
    ]);
  });
  forgetConnection(context, connection);
  context.log.warn({ connection: connection.id, kind: error.kind }, `${connection.name}: ${error.message}`);
}
