import { knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';
import { takeFile } from '../take-file.ts';

export const keepSandboxFile: Handler<'keepSandboxFile'> = async ({ api, caller, params, request }) => {
  const { partnerId: orgId } = params;
  await api.context.db.screens(caller.visibility, (tx) => knownPartner(tx, orgId));
  const of = { orgId, environment: 'sandbox', actor: caller.actor } as const;
  const { body } = await takeFile(api, request, { caller: of, key: undefined });
  return { status: 201, body };
};
