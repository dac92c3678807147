/**
 * What a person may do, by the side that the organisation is on. A person may hold several roles of one side; `specs/openapi` says with each
 * operation which of them it takes.
 */
export const roles = [
  'team-admin',
  'team-integrator',
  'team-approver',
  'team-operator',
  'team-auditor',
  'partner-admin',
  'partner-editor',
  'partner-viewer',
] as const;
export type Role = (typeof roles)[number];

/** The integration team belongs to the owner of the hub; everybody else is a partner. */
export const sides = ['team', 'partner'] as const;
export type Side = (typeof sides)[number];

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);
export const sideOf = (role: Role): Side => (role.startsWith('team-') ? 'team' : 'partner');
export const rolesOf = (side: Side): readonly Role[] => roles.filter((role) => sideOf(role) === side);
/** The role that manages the people of an organisation; each organisation keeps at least one person with it. */
export const adminOf = (side: Side): Role => `${side}-admin`;
