import { CodedError } from '../domain/errors.ts';
import type { Context } from '../flows/context.ts';
import { type OdooConnectionView, readOdooConnections } from '../store/read/odoo.ts';
import type { SessionCaller } from './caller.ts';

/** A connection as the contract shows it. @throws CodedError `http.not-found` */
export async function odooView({ db }: Context, caller: SessionCaller, id: string): Promise<OdooConnectionView> {
  const [view] = await db.screens(caller.visibility, (tx) => readOdooConnections(tx, { id }));
  if (!view) throw new CodedError('http.not-found', { detail: 'No Odoo connection has this id.' });
  return view;
}
