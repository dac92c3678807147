import { refuseLargeSample } from '../../flows/mappings/samples.ts';
import { refuseLong } from '../../flows/mappings/save.ts';
import { requireDraft } from '../../flows/releases.ts';
import { knownPartner, refusalOf } from '../change-configuration.ts';
import { trialView } from '../mapping-call.ts';
import type { Handler } from '../operation.ts';

export const tryMapping: Handler<'tryMapping'> = async ({ api, caller, params, body }) => {
  const { context, bench } = api;
  const { partnerId: orgId, mapping: name } = params;
  refuseLong(name, body.text);
  refuseLargeSample(body.sample);
  const configuration = await context.db.screens(caller.visibility, async (tx) => {
    await knownPartner(tx, orgId);
    return requireDraft(tx, orgId).catch((error: unknown) => {
      throw refusalOf(error);
    });
  });
  const trial = await bench.trial({ orgId, configuration, name, ...body });
  return { status: 200, body: trialView(trial) };
};
