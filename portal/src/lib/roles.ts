import { access } from '../../../specs/generated/access.ts';
import type { Role, Session } from './contract.ts';

/** Whether a person may call an operation: the contract says which roles it takes. */
export function may(session: Session, operation: keyof typeof access): boolean {
  const allowed: readonly Role[] = access[operation].roles;
  return session.user.roles.some((role) => allowed.includes(role));
}

/** Roles as people say them, with what each is for. */
export const roleWords: Readonly<Record<Role, { readonly name: string; readonly means: string }>> = {
  'team-admin': { name: 'Admin', means: 'Everything, people and API keys of all organisations included' },
  'team-integrator': { name: 'Integrator', means: 'Sets up partners and Odoo, mends what failed' },
  'team-approver': { name: 'Approver', means: 'Looks at everything and approves what goes live' },
  'team-operator': { name: 'Operator', means: 'Watches the traffic and tries again what failed' },
  'team-auditor': { name: 'Auditor', means: 'Looks at everything, changes nothing' },
  'partner-admin': { name: 'Admin', means: 'Everything of this organisation, its people and API keys included' },
  'partner-editor': { name: 'Editor', means: 'Works on what is exchanged; no people and no API keys' },
  'partner-viewer': { name: 'Viewer', means: 'Looks, changes nothing' },
};

/** `Admin, Approver`. */
export const rolesText = (roles: readonly Role[]): string => roles.map((role) => roleWords[role].name).join(', ');
