import { connectionNow, readChoices } from '../../flows/odoo-choices.ts';
import type { Handler } from '../operation.ts';

export const getOdooChoices: Handler<'getOdooChoices'> = async ({ api: { context }, params }) => {
  return { status: 200, body: await readChoices(context, await connectionNow(context, params.connectionId)) };
};
