import { CodedError } from '../domain/errors.ts';
import { type Role, sideOf } from '../domain/roles.ts';
import type { Environment } from '../store/documents.ts';
import type { Caller, KeyCaller, SessionCaller } from './caller.ts';
import type { Operation } from './contract.ts';

/** Roles that see the queues, which are no part of the contract. */
export const queueRoles: readonly Role[] = ['team-admin', 'team-integrator', 'team-operator'];

const words = (role: string) => role.replace('-', ' ');
const either = (names: readonly string[]) =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names.join('');

const forbid = (detail: string) => new CodedError('http.forbidden', { detail });

/**
 * The one place that decides who may call an operation, by what the contract says of it. Whatever is not declared is refused.
 * @throws CodedError `http.unauthorized`, `http.forbidden`, `http.password-temporary`, `http.second-factor-needed`
 */
export function authorize(operation: Operation, caller: Caller | undefined): void {
  if (operation.access.caller === 'nobody') return;
  if (!caller) throw new CodedError('http.unauthorized');
  if (caller.kind === 'key') authorizeKey(operation, caller);
  else authorizePerson(operation, caller);
}

function authorizeKey({ id, access }: Operation, key: KeyCaller): void {
  if (access.caller !== 'key' && access.caller !== 'both')
    throw forbid(
      `This is the API key ${key.name} (${key.environment}). ${id} is for people: sign in to the portal. \`/docs\` says which operations take a key.`,
    );
  const lacking = access.scopes.find((scope) => !key.scopes.includes(scope));
  if (access.scopes.length === 0 || lacking !== undefined)
    throw forbid(
      `The API key ${key.name} lacks the scope \`${lacking}\`. It has ${either(key.scopes.map((one) => `\`${one}\``)) || 'none'}.`,
    );
}

function authorizePerson({ id, access }: Operation, person: SessionCaller): void {
  if (access.caller !== 'session' && access.caller !== 'both')
    throw forbid(
      `You are signed in as ${person.email}. ${id} is for machines: send an API key as \`Authorization: Bearer <API key>\`.`,
    );
  if (person.hasTemporaryPassword && !access.temporaryPassword) throw new CodedError('http.password-temporary');
  if (person.mustSetUpSecondFactor && !access.withoutSecondFactor) throw new CodedError('http.second-factor-needed');
  requireRole(access.roles, person);
}

/** @throws CodedError `http.forbidden` that names the roles which may */
export function requireRole(allowed: readonly Role[], person: SessionCaller): void {
  // Roles of the other side give nothing, wherever they come from.
  const held = person.roles.filter((role) => sideOf(role) === person.side);
  if (held.some((role) => allowed.includes(role))) return;
  const ofSide = allowed.filter((role) => sideOf(role) === person.side);
  if (ofSide.length === 0) throw forbid('Only the integration team may do this.');
  const yours = held.length > 0 ? `your role is ${either(held.map(words))}` : 'you have no role';
  throw forbid(
    `This takes the role ${either(ofSide.map(words))}; ${yours}. Ask an administrator of your organisation.`,
  );
}

interface Named {
  readonly params: object;
  readonly query: object;
  readonly body: unknown;
}

/** Names of parameters that say whose something is. */
const organizationNames = ['organizationId', 'partnerId'] as const;

/**
 * Keeps callers to their own organisation and API keys to their environment, by what the request names.
 * What only a record tells is kept apart by the walls of the database.
 * @returns the query, which for an API key names the environment of the key.
 * @throws CodedError `http.not-found`, `http.forbidden`
 */
export function confine({ access }: Operation, caller: Caller | undefined, { params, query, body }: Named): object {
  if (!caller) return query;
  if (caller.side === 'partner') {
    const given: Readonly<Record<string, unknown>> = { ...(body as object | undefined), ...params };
    if (organizationNames.some((name) => given[name] !== undefined && given[name] !== caller.orgId))
      throw new CodedError('http.not-found', { detail: 'No organisation of yours has this id.' });
  }
  if (caller.kind !== 'key' || access.environment !== 'named') return query;
  const { environment = caller.environment } = { ...(body as object | undefined), ...query } as {
    environment?: Environment;
  };
  if (environment !== caller.environment)
    throw forbid(`The API key ${caller.name} is one of ${caller.environment}. Use a key of ${environment}.`);
  return { ...query, environment };
}
