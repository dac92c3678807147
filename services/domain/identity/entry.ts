import type { Role } from '../roles.ts';

/** Who may register a company. `invite`: those who were invited. `off`: nobody, not even with an invite that is out. */
export const registrationModes = ['off', 'invite', 'open'] as const;
export type RegistrationMode = (typeof registrationModes)[number];

/** A server of OpenID Connect where the team signs in. */
export interface SignOnSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says: `Sign in with …`. */
  readonly label: string;
  /** Accounts of the team are linked, and made, for verified addresses of these domains only. */
  readonly domains: readonly string[];
  /** Claim that has the groups, and the role for each that counts. Without any, only people who are in the team already come in. */
  readonly rolesClaim: string;
  readonly roleMap: readonly (readonly [string, Role])[];
}

/** How people come in, as the operator set it. */
export interface Entry {
  /** Where people reach the portal: links in mails begin with it, and passkeys belong to its host. Never taken from a request. */
  readonly publicUrl: string;
  readonly registration: RegistrationMode;
  /** Admins of the team get no further without a second factor. */
  readonly adminsNeedSecondFactor: boolean;
  /** Whoever has no account may look at documents too. */
  readonly openValidator: boolean;
  readonly signOn?: SignOnSettings | undefined;
  /** Whoever has the turn with a partner and has not moved for so many days is reminded by mail; 0 for never. */
  readonly remindAfterDays?: number;
}

/** Roles of the claim's values; none where nothing is mapped. */
export function rolesByClaim({ roleMap }: SignOnSettings, claim: unknown): readonly Role[] {
  const values = (Array.isArray(claim) ? claim : [claim]).filter((one): one is string => typeof one === 'string');
  return [...new Set(roleMap.flatMap(([value, role]) => (values.includes(value) ? [role] : [])))];
}
