import { type KeyKind, kindOf } from '../../domain/cross-references.ts';
import { suggestItems } from '../../odoo/suggestions/items.ts';
import { suggestContacts, suggestLocations, suggestUnits } from '../../odoo/suggestions/places.ts';
import type { Asked, Suggestion } from '../../odoo/suggestions/suggestion.ts';
import type { OpenQuestion } from '../../store/awaited-keys.ts';
import { readOdooPartner } from '../../store/odoo-partners.ts';
import type { Context } from '../context.ts';
import { asking } from '../odoo-choices.ts';
import type { OdooConnection } from '../odoo-connection.ts';

/** So many questions are looked up in Odoo at once: its answers stay small, and so does their number. */
export const mostSuggested = 50;

/** What the things of some questions may be in this Odoo, read now, and in the order of the questions. @throws CodedError `odoo.no-answer` */
export async function suggestFor(
  context: Context,
  connection: OdooConnection,
  orgId: string,
  questions: readonly Pick<OpenQuestion, 'lookup' | 'key' | 'said'>[],
): Promise<readonly (readonly Suggestion[])[]> {
  const asked = questions.slice(0, mostSuggested).map(({ lookup, key, said }): Asked | undefined => {
    const kind = kindOf(lookup);
    return kind && { kind, key, said };
  });
  const of = (kind: KeyKind) => asked.filter((one): one is Asked => one?.kind === kind);
  const found = await asking(context, connection, async () => {
    const { client } = connection;
    const { pickingTypeIds } = await readOdooPartner(context.db.system, connection.id, orgId);
    const units = of('unit').length > 0 ? [...(await connection.capabilities()).units.byId.values()] : [];
    return [
      await suggestItems(client, of('item')),
      await suggestLocations(client, of('location'), pickingTypeIds),
      suggestUnits(units, of('unit')),
      await suggestContacts(client, of('partner')),
    ];
  });
  return asked.map((one) => (one && found.map((some) => some.get(one)).find((some) => some !== undefined)) ?? []);
}
