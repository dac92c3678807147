import { whatIfQuestion } from '../../flows/mappings/what-if.ts';
import { knownPartner } from '../change-configuration.ts';
import { whatIfView } from '../mapping-call.ts';
import type { Handler } from '../operation.ts';

export const whatIfMapping: Handler<'whatIfMapping'> = async ({ api, caller, params, body }) => {
  const { context, bench } = api;
  const { partnerId: orgId, mapping: name } = params;
  const { environment, count = 50 } = body;
  const question = await context.db.screens(caller.visibility, async (tx) => {
    await knownPartner(tx, orgId);
    return whatIfQuestion(context, tx, { orgId, name, environment, count, side: caller.side, text: body.text });
  });
  return { status: 200, body: whatIfView(await bench.whatIf(question)) };
};
