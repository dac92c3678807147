import { setChaos as set } from '../../flows/certification/chaos.ts';
import { forPartner, runBy } from '../certification-call.ts';
import { chaosView } from '../certification-view.ts';
import type { Handler } from '../operation.ts';

export const setChaos: Handler<'setChaos'> = async ({ api: { context }, caller, params, body }) => {
  const { partnerId: orgId, chaos: name } = params;
  const row = await forPartner(context, caller, orgId, (tx) =>
    set(context, tx, { orgId, name, isOn: body.isOn }, runBy(caller)),
  );
  return { status: 200, body: chaosView(name, row, caller.side) };
};
