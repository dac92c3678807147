import { isDeepStrictEqual } from 'node:util';
import type { AuditAction } from '../domain/audit-actions.ts';
import { CodedError } from '../domain/errors.ts';
import { listed } from '../domain/lists.ts';
import { odooTime } from '../odoo/actions/pickings.ts';
import type { ActedBy } from '../store/audit.ts';
import { audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import {
  type CarrierRow,
  findCarrier,
  haltFeed,
  lockSettings,
  removeCarrier,
  saveCarrier,
  saveFeed,
  saveResponsible,
  saveSettings,
} from '../store/odoo-connections.ts';
import { ownOrganisation } from '../store/partners.ts';
import type { Context } from './context.ts';
import { asking, choicesIfReady, connectionNow, internalUsers } from './odoo-choices.ts';
import { forgetConnection, type OdooConnection } from './odoo-connection.ts';
import { refuseBody } from './refuse-body.ts';

/** Changes a setting of a connection with its entry in the audit trail; what is as it was leaves none. */
export async function change(
  context: Context,
  connection: OdooConnection,
  { action, by }: { readonly action: AuditAction; readonly by: ActedBy },
  work: (tx: Tx) => Promise<{ readonly of?: string; readonly before: unknown; readonly after: unknown }>,
): Promise<void> {
  await context.db.scoped('*', async (tx) => {
    const { of, before, after } = await work(tx);
    if (isDeepStrictEqual(before, after)) return;
    const entry = { orgId: await ownOrganisation(tx), at: context.now(), actor: by.actor, by: by.by, action };
    const detail = { connection: connection.name, id: connection.id, ...(of !== undefined && { of }), before, after };
    await audit(tx, [{ ...entry, detail }]);
  });
  forgetConnection(context, connection);
  context.wakeRelay();
}

/** Says by which code the trade knows a delivery method of Odoo. What waits for it goes out at the feed's next look. */
export async function setCarrier(
  context: Context,
  connectionId: string,
  carrier: CarrierRow,
  by: ActedBy,
): Promise<void> {
  const connection = await connectionNow(context, connectionId);
  const found = await choicesIfReady(context, connection);
  const known = found?.carriers.some(({ id }) => id === carrier.id) ?? true;
  if (!known)
    throw new CodedError('http.not-found', {
      detail: `${connection.name} has no delivery method with the id ${carrier.id}. It has ${list(found?.carriers ?? [])}.`,
    });
  await change(context, connection, { action: 'odoo-carrier.set', by }, async (tx) => {
    const before = (await findCarrier(tx, connection.id, carrier.id)) ?? null;
    await saveCarrier(tx, connection.id, carrier);
    return { of: carrier.name, before, after: carrier };
  });
}

/** @throws CodedError `http.not-found` when the delivery method has no code. */
export async function forgetCarrier(
  context: Context,
  connectionId: string,
  carrierId: number,
  by: ActedBy,
): Promise<void> {
  const connection = await connectionNow(context, connectionId);
  await change(context, connection, { action: 'odoo-carrier.removed', by }, async (tx) => {
    const before = await findCarrier(tx, connection.id, carrierId);
    if (!before) throw new CodedError('http.not-found', { detail: `Delivery method ${carrierId} has no code here.` });
    await removeCarrier(tx, connection.id, carrierId);
    return { of: before.name, before, after: null };
  });
}

/** Chooses who gets the to-dos where a transfer names nobody. */
export async function setResponsible(
  context: Context,
  connectionId: string,
  userId: number | null,
  by: ActedBy,
): Promise<void> {
  const connection = await connectionNow(context, connectionId);
  if (userId !== null) {
    const ask = () => connection.client.searchRead('res.users', [['id', '=', userId], ...internalUsers], ['name']);
    const [user] = await asking(context, connection, ask);
    if (!user) refuseBody([{ place: 'body/userId', message: `must be an active user of Odoo; ${userId} is none.` }]);
  }
  await change(context, connection, { action: 'odoo-responsible.chosen', by }, async (tx) => ({
    before: await saveResponsible(tx, connection.id, userId),
    after: userId,
  }));
}

export interface FeedBegin {
  /** `now`, `all` or a date such as `2026-11-23`. */
  readonly from: string;
  readonly operationTypeIds: readonly number[];
}

/** Begins the feed, or lets it begin anew from another time; without operation types it stops. What was sent is not sent again. */
export async function setFeed(context: Context, connectionId: string, feed: FeedBegin, by: ActedBy): Promise<void> {
  const connection = await connectionNow(context, connectionId);
  const begin = beginOf(feed.from, context.now());
  await refuseUnknownTypes(context, connection, feed.operationTypeIds);
  await change(context, connection, { action: 'odoo-feed.set', by }, async (tx) => {
    await haltFeed(tx, connection.id);
    const { pickingTypeIds = [], sendFrom, ...rest } = (await lockSettings(tx, connection.id)) ?? {};
    const sameTime = sendFrom?.from === feed.from && feed.from !== 'now' && pickingTypeIds.length > 0;
    const at = sameTime && sendFrom ? sendFrom.at : context.now().toISOString();
    await saveSettings(tx, connection.id, {
      ...rest,
      pickingTypeIds: feed.operationTypeIds,
      sendFrom: { from: feed.from, at },
    });
    // Without a last look everything since the beginning is looked at, and what partners know already is not told again.
    await saveFeed(tx, connection.id, begin === undefined ? {} : { begin });
    return { before: { from: sendFrom?.from ?? null, operationTypeIds: pickingTypeIds }, after: { ...feed } };
  });
}

/** The beginning as Odoo writes times; undefined for all. */
function beginOf(from: string, now: Date): string | undefined {
  if (from === 'all') return undefined;
  if (from === 'now') return odooTime(now.toISOString());
  const time = new Date(`${from}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(from) || Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== from)
    refuseBody([{ place: 'body/from', message: `must be now, all or a date such as 2026-11-23; ${from} is none.` }]);
  if (time > now) refuseBody([{ place: 'body/from', message: `must not be in the future; ${from} is.` }]);
  return odooTime(time.toISOString());
}

/** @throws CodedError with the place of each operation type that this Odoo has not got; where Odoo does not answer all are taken. */
export async function refuseUnknownTypes(
  context: Context,
  connection: OdooConnection,
  ids: readonly number[],
): Promise<void> {
  const choices = ids.length > 0 ? await choicesIfReady(context, connection) : undefined;
  if (!choices) return;
  const known = new Set(choices.operationTypes.map(({ id }) => id));
  const there = list(choices.operationTypes);
  refuseBody(
    ids.flatMap((id, nth) =>
      known.has(id)
        ? []
        : [{ place: `body/operationTypeIds/${nth}`, message: `must be one of this Odoo's (${there}); ${id} is none.` }],
    ),
  );
}

/** @throws CodedError where this Odoo has no such internal location; where Odoo does not answer it is taken. */
export async function refuseUnknownLocation(
  context: Context,
  connection: OdooConnection,
  id: number | undefined,
): Promise<void> {
  const choices = id === undefined ? undefined : await choicesIfReady(context, connection);
  if (!choices || choices.locations.some((location) => location.id === id)) return;
  const message = `must be an internal location of this Odoo (${list(choices.locations)}); ${id} is none.`;
  refuseBody([{ place: 'body/quarantineLocationId', message }]);
}

/** `2 Delivery Orders, 3 Receipts`, not endless. */
function list(of: readonly { readonly id: number; readonly name: string }[]): string {
  const names = of.map(({ id, name }) => `${id} ${name}`);
  return listed(names, 10) || 'none';
}
