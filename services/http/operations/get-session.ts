import type { components } from '../../../specs/generated/openapi.ts';
import type { SignedIn } from '../../store/sessions.ts';
import type { Handler } from '../operation.ts';

export const getSession: Handler<'getSession'> = async ({ caller }) => ({ status: 200, body: sessionView(caller) });

/** Who is signed in, as the portal wants to know it. */
export function sessionView(who: SignedIn): components['schemas']['Session'] {
  return {
    user: { id: who.userId, name: who.name, email: who.email, roles: [...who.roles] },
    organization: { id: who.orgId, name: who.orgName, kind: who.orgKind },
    side: who.orgKind === 'owner' ? 'team' : 'partner',
    environments: who.environments,
    csrfToken: who.csrfToken,
    ...(who.hasTemporaryPassword && { mustChangePassword: true }),
  };
}
