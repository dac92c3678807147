import { isRole, roles, rolesOf, type Side, sides } from '../../services/domain/roles.ts';
import { scopes } from '../../services/store/api-keys.ts';

/** An operation as the bundled contract has it, as far as it says who may call. */
interface DescribedOperation {
  operationId: string;
  description?: string;
  readonly security?: readonly { readonly session?: readonly string[]; readonly apiKey?: readonly string[] }[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: { properties?: object } }>> };
  readonly responses: Readonly<Record<string, unknown>>;
  readonly [extension: `x-${string}`]: unknown;
}

interface Access {
  readonly caller: string;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly environment: string;
  readonly limit: string;
  readonly temporaryPassword: boolean;
  readonly withoutSecondFactor: boolean;
}

const callers = ['session', 'key', 'both', 'nobody'];
const environments = ['none', 'caller', 'named', 'record'];
const limits = ['standard', 'quick', 'inbox', 'sign-in', 'open'];

/**
 * Reads who may call each operation of the contract, and adds it to the descriptions in words. An operation that does not say it is a complaint:
 * nothing is generated then.
 */
export function readAccess(document: object): {
  readonly access: Readonly<Record<string, Access>>;
  readonly complaints: readonly string[];
} {
  const { paths } = document as { paths: Record<string, Record<string, DescribedOperation>> };
  const access: Record<string, Access> = {};
  const complaints: string[] = [];
  for (const operation of Object.values(paths).flatMap((item) => Object.values(item))) {
    const one = accessOf(operation);
    access[operation.operationId] = one;
    for (const fault of faultsOf(operation, one)) complaints.push(`${operation.operationId}: ${fault}`);
    operation.description = [operation.description?.trim(), inWords(one)].filter(Boolean).join('\n\n');
  }
  return { access, complaints };
}

/** The TypeScript file that the server reads it from. */
export const accessFile = (access: Readonly<Record<string, Access>>): string =>
  `// Made by \`npm run generate\` from specs/openapi. Do not edit.\n/** Who may call each operation, in which environment, and which limit counts it. */\nexport const access = ${JSON.stringify(access, null, 2)} as const;\n`;

function accessOf(operation: DescribedOperation): Access {
  const received = (operation['x-roles'] ?? []) as readonly string[];
  const allowed = received.flatMap((name): readonly string[] =>
    sides.some((side) => side === name) ? rolesOf(name as Side) : [name],
  );
  return {
    caller: String(operation['x-caller'] ?? ''),
    roles: [...roles.filter((role) => allowed.includes(role)), ...allowed.filter((name) => !isRole(name))],
    scopes: operation.security?.flatMap(({ apiKey }) => apiKey ?? []) ?? [],
    environment: String(operation['x-environment'] ?? ''),
    limit: String(operation['x-limit'] ?? ''),
    temporaryPassword: operation['x-temporary-password'] === true,
    withoutSecondFactor: [operation['x-temporary-password'], operation['x-without-second-factor']].includes(true),
  };
}

function faultsOf(operation: DescribedOperation, access: Access): string[] {
  const { caller } = access;
  const byPerson = caller === 'session' || caller === 'both';
  const byKey = caller === 'key' || caller === 'both';
  const named = [
    ...(operation.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name),
    ...Object.keys(operation.requestBody?.content['application/json']?.schema.properties ?? {}),
  ].includes('environment');
  const needed = caller === 'nobody' ? ['503'] : ['401', '403', '429', '503'];
  const missing = needed.filter((status) => !(status in operation.responses));
  const oneOf = (name: string, value: string, known: readonly string[]) =>
    known.includes(value) ? '' : `${name} must be one of ${known.join(', ')}; it is ${value || 'missing'}.`;
  const faults = [
    oneOf('x-caller', caller, callers),
    oneOf('x-environment', access.environment, environments),
    oneOf('x-limit', access.limit, limits),
    operation.security?.some(({ session }) => session) === byPerson
      ? ''
      : 'security and x-caller disagree on sessions.',
    operation.security?.some(({ apiKey }) => apiKey) === byKey ? '' : 'security and x-caller disagree on API keys.',
    byPerson === access.roles.length > 0 ? '' : 'x-roles must stand where people call, and only there.',
    byKey === access.scopes.length > 0 ? '' : 'An operation for API keys names a scope.',
    ...access.roles.filter((name) => !isRole(name)).map((name) => `x-roles has ${name}, which is no role.`),
    ...access.scopes.filter((name) => !(scopes as readonly string[]).includes(name)).map((s) => `${s} is no scope.`),
    named === (access.environment === 'named') ? '' : 'x-environment is `named` where the request has an environment.',
    access.environment === 'caller' && !(caller === 'key') ? 'Only an API key has an environment of its own.' : '',
    missing.length > 0 ? `The responses lack ${missing.join(', ')}.` : '',
  ];
  return faults.filter(Boolean);
}

function inWords({ caller, roles: allowed, scopes: needed }: Access): string {
  const everybody = roles.every((role) => allowed.includes(role));
  const names = everybody ? 'any role' : `the role ${allowed.map((name) => `\`${name}\``).join(' or ')}`;
  const key = `an API key with the scope ${needed.map((scope) => `\`${scope}\``).join(' and ')}`;
  if (caller === 'session') return `For people with ${names}.`;
  if (caller === 'key') return `For ${key}.`;
  if (caller === 'both') return `For people with ${names}, and for ${key}.`;
  return 'Needs no sign-in.';
}
