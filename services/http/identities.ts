import type { components } from '../../specs/generated/openapi.ts';
import type { Configuration, Identity } from '../domain/configuration/configuration.ts';

type Identities = components['schemas']['Identities'];

/** Trading ids as the contract takes them, as the domain has them: without a group id, that in GS is the one in ISA. */
export function identitiesOf({ production, sandbox }: Identities): Configuration['identities'] {
  const read = (list: Identities['production']): Identity[] =>
    list.map(({ qualifier, id, groupId }) => ({
      qualifier: qualifier.trim(),
      isaId: id.trim(),
      gsId: groupId?.trim() || id.trim(),
    }));
  return { production: read(production), sandbox: read(sandbox) };
}

/** The other way round. */
export function identitiesView({ production, sandbox }: Configuration['identities']): Identities {
  const view = (list: readonly Identity[]) =>
    list.map(({ qualifier, isaId, gsId }) => ({ qualifier, id: isaId, groupId: gsId }));
  return { production: view(production), sandbox: view(sandbox) };
}
