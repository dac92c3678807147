import type { components } from '../../specs/generated/openapi.ts';
import type { SessionCaller } from './caller.ts';

/** Who is signed in, as the portal wants to know it. */
export function sessionView(who: SessionCaller): components['schemas']['Session'] {
  return {
    user: { id: who.userId, name: who.name, email: who.email, roles: [...who.roles] },
    organization: { id: who.orgId, name: who.orgName, kind: who.orgKind },
    side: who.side,
    environments: who.environments,
    csrfToken: who.csrfToken,
    ...(who.hasTemporaryPassword && { mustChangePassword: true }),
    ...(who.mustSetUpSecondFactor && { mustSetUpSecondFactor: true }),
  };
}
