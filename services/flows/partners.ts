import type { PartnerKind } from '../domain/configuration/configuration.ts';
import { audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import { insertPartner, partnersCalled } from '../store/partners.ts';
import { type ReleaseDesk, ReleaseRefused } from './releases.ts';

/** Makes a partner, which runs nothing yet. @returns its id. @throws ReleaseRefused when the name is taken */
export async function createPartner(
  { newId, now }: ReleaseDesk,
  tx: Tx,
  of: { readonly actor: string; readonly name: string; readonly kind: PartnerKind },
): Promise<string> {
  const { actor, name, kind } = of;
  if ((await partnersCalled(tx, name)).length > 0)
    throw new ReleaseRefused(`There is a partner called ${name} already.`);
  const [id, at] = [newId(), now()];
  await insertPartner(tx, { id, name, kind, at });
  await audit(tx, [{ orgId: id, at, actor, action: 'partner.created', detail: { name, kind } }]);
  return id;
}
