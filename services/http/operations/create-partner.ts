import { makePartner } from '../../flows/onboarding/make-partner.ts';
import { changeConfiguration } from '../change-configuration.ts';
import { identitiesOf } from '../identities.ts';
import type { Handler } from '../operation.ts';
import { partnerView } from '../partner-view.ts';

export const createPartner: Handler<'createPartner'> = async ({ api: { context }, caller, body }) => {
  const { name, templates, kind, timeZone: zone } = body;
  const wanted = { name, templates, kind, zone, identities: identitiesOf(body.identities) };
  const { orgId: id } = await changeConfiguration(context, (tx, tools) => makePartner(tools, tx, wanted, caller));
  return { status: 201, body: await partnerView(context, caller, { id }) };
};
