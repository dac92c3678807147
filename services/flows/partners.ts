import type { PartnerKind } from '../domain/configuration/configuration.ts';
import { faultOfName } from '../domain/name.ts';
import { type ActedBy, audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import { insertPartner, lockPartnerNames, partnerNameTaken } from '../store/partners.ts';
import { giveUsualEndpoint } from './endpoints.ts';
import { changeEntry, ReleaseRefused, type ReleaseTools } from './releases.ts';

/** Makes a partner, which runs nothing yet. @returns its id. @throws ReleaseRefused when the name is none, or taken, in capitals or not */
export async function createPartner(
  { newId, now }: ReleaseTools,
  tx: Tx,
  of: Pick<ActedBy, 'actor'> & Partial<ActedBy> & { readonly name: string; readonly kind: PartnerKind },
): Promise<string> {
  const { actor, by, name, kind } = of;
  const wrong = faultOfName('organization', name);
  if (wrong !== undefined) throw new ReleaseRefused(`The name of the partner ${wrong}.`);
  await lockPartnerNames(tx);
  const taken = await partnerNameTaken(tx, name);
  if (taken !== undefined) throw new ReleaseRefused(`There is a partner called ${taken} already.`);
  const [id, at] = [newId(), now()];
  await insertPartner(tx, { id, name, kind, at });
  await giveUsualEndpoint({ newId, now }, tx, id);
  const entry = { ...changeEntry({ orgId: id, actor, by }, at), action: 'partner.created' as const };
  await audit(tx, [{ ...entry, detail: { before: null, after: { name, kind } } }]);
  return id;
}
