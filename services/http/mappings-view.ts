import type { components } from '../../specs/generated/openapi.ts';
import { listMappings } from '../flows/mappings/list.ts';
import { readAgreements, roleOf } from '../flows/onboarding/agreements.ts';
import type { SessionCaller } from './caller.ts';
import { knownPartner, refusalOf } from './change-configuration.ts';
import { rowView } from './mapping-call.ts';
import type { ApiContext } from './operation.ts';

/** The mappings of a partner's draft, and what else templates have. @throws CodedError `http.not-found` */
export async function mappingsView(
  { context }: Pick<ApiContext, 'context'>,
  caller: SessionCaller,
  partnerId: string,
): Promise<components['schemas']['Mappings']> {
  const { db, catalog } = context;
  try {
    const role = await db.screens('*', (tx) => roleOf(tx, partnerId));
    const { rows, available } = await db.screens(caller.visibility, async (tx) => {
      await knownPartner(tx, partnerId);
      const agreed = await readAgreements(catalog.standards, tx, partnerId, 'draft', role);
      return { rows: await listMappings(context, tx, partnerId, caller.side), available: agreed.available };
    });
    return {
      mappings: rows.map(rowView),
      available: available.map(({ direction, ...one }) => ({
        ...one,
        direction: direction === 'inbound' ? 'in' : 'out',
      })),
    };
  } catch (error) {
    throw refusalOf(error);
  }
}
