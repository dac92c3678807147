import type { components } from '../../specs/generated/openapi.ts';
import type { ConfiguredDocument } from '../domain/configuration/configuration.ts';
import type { Context } from '../flows/context.ts';
import { readAgreements, roleOf } from '../flows/onboarding/agreements.ts';
import type { SessionCaller } from './caller.ts';
import { knownPartner, refusalOf } from './change-configuration.ts';

type Direction = components['schemas']['Direction'];

/** A direction of the contract as configurations have it. */
export const directionOf = (direction: Direction): ConfiguredDocument['direction'] =>
  direction === 'in' ? 'inbound' : 'outbound';

const viewOf = (direction: ConfiguredDocument['direction']): Direction => (direction === 'inbound' ? 'in' : 'out');

/** What a partner agrees on as the contract shows it. @throws CodedError `http.not-found`, `http.conflict` where there is no such configuration */
export async function agreementsView(
  { db, catalog }: Context,
  caller: SessionCaller,
  orgId: string,
  which = 'draft',
): Promise<components['schemas']['Agreements']> {
  try {
    const role = await db.screens('*', (tx) => roleOf(tx, orgId));
    const { configuration, agreements, available } = await db.screens(caller.visibility, async (tx) => {
      await knownPartner(tx, orgId);
      return readAgreements(catalog.standards, tx, orgId, which, role);
    });
    return {
      configuration,
      agreements: agreements.map((one) => ({ ...one, versions: [...one.versions], direction: viewOf(one.direction) })),
      available: available.map((one) => ({ ...one, direction: viewOf(one.direction) })),
    };
  } catch (error) {
    throw refusalOf(error);
  }
}
