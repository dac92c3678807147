import { connectionNow, readChoices } from '../../flows/odoo-choices.ts';
import type { Handler } from '../operation.ts';
import { teamOnly } from '../team.ts';

export const getOdooChoices: Handler<'getOdooChoices'> = async ({ desk: { context }, caller, params }) => {
  teamOnly(caller, 'see the connections to Odoo');
  return { status: 200, body: await readChoices(context, await connectionNow(context, params.connectionId)) };
};
