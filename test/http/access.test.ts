import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRole, rolesOf, type Side, sideOf } from '../../services/domain/roles.ts';
import { loadContract, type Operation } from '../../services/http/contract.ts';
import { type AccessRig, accessRig, type Caller, callers, described, environments, home } from './access-rig.ts';

// Who may do what: every operation of the contract, for every role and kind of key, on one's own and on another organisation's records, in both
// environments. The expectation is read from the contract itself, so an operation that is added is in the matrix.

let rig: AccessRig;
const operations = loadContract();

beforeAll(async () => {
  rig = await accessRig();
});
afterAll(async () => {
  expect(rig.rig.log.filter((line) => line.level === 'error')).toEqual([]);
  await rig.close();
});

/** Parameters that lead to something of one organisation. */
const ofOrganization = /:(documentId|deliveryId|partnerId|organizationId)/;
/** The same, and what is of the caller alone. */
const owned = /:(documentId|deliveryId|partnerId|organizationId|sessionId)/;

function allowed(id: string, caller: Caller): boolean {
  const { 'x-caller': who, 'x-roles': names = [] } = described(id);
  if (who === 'nobody') return true;
  if (caller === 'nobody') return false;
  if (!isRole(caller)) return who === 'key' || who === 'both';
  return (who === 'session' || who === 'both') && names.some((name) => name === caller || name === sideOf(caller));
}

/** What has to come of a call; undefined for whatever comes of one that is let through. */
function refusal(operation: Operation, caller: Caller, org: string, environment: string): number | undefined {
  if (!allowed(operation.id, caller)) return caller === 'nobody' ? 401 : 403;
  const isKey = caller.startsWith('key of');
  const isPartner = isKey || (isRole(caller) && sideOf(caller) === 'partner');
  if (isPartner && org !== home && ofOrganization.test(operation.path)) return 404;
  if (!isKey || caller.endsWith(environment)) return undefined;
  const where = described(operation.id)['x-environment'];
  if (where === 'named') return 403;
  return operation.path.includes(':documentId') ? 404 : undefined;
}

describe.each(operations)('$id', (operation) => {
  test.each(callers)('for %s', async (caller) => {
    const orgs = ofOrganization.test(operation.path) ? (['quayside', 'heron'] as const) : ([home] as const);
    const places = described(operation.id)['x-environment'] === 'none' ? (['production'] as const) : environments;
    for (const org of orgs)
      for (const environment of places) {
        const { status, text } = await rig.call(operation, caller, { org, environment });
        const at = `${operation.id} by ${caller} on ${org} in ${environment}: ${status} ${text}`;
        const wanted = refusal(operation, caller, org, environment);
        if (wanted !== undefined) expect(status, at).toBe(wanted);
        else expect(wasLetThrough(operation, status, text), at).toBe(true);
        for (const id of hidden(operation, caller, environment)) expect(text, at).not.toContain(id);
      }
  });
});

function wasLetThrough(operation: Operation, status: number, text: string): boolean {
  const refused = status === 401 ? !['signIn', 'signInWithPasskey'].includes(operation.id) : status === 403;
  // The partners of the matrix have agreed upon nothing, and so have no tests: whoever hears that was let through.
  const isHidden = status === 404 && owned.test(operation.path) && !/is not agreed|has no run with this id/.test(text);
  return !refused && status !== 500 && !isHidden;
}

/** Documents that an answer must not show: other partners', and those of the environment that was not asked for. */
function hidden(operation: Operation, caller: Caller, environment: string): string[] {
  const asTeam = isRole(caller) && sideOf(caller) === 'team';
  const inEnvironment = ['named', 'caller'].includes(described(operation.id)['x-environment']);
  const seenEnvironment =
    caller === 'key of sandbox' ? 'sandbox' : caller === 'key of production' ? 'production' : environment;
  // What a refusal says of the record that was asked for is what the caller has asked.
  if (operation.path.includes(':')) return [];
  return [...rig.documents].flatMap(([place, ids]) => {
    const [org, where] = place.split(' ');
    return (!asTeam && org !== home) || (inEnvironment && where !== seenEnvironment) ? ids : [];
  });
}

test('each operation says who may call it, and each role may call something', () => {
  for (const { id } of operations) {
    expect(['session', 'key', 'both', 'nobody']).toContain(described(id)['x-caller']);
    expect(described(id)['x-limit' as 'x-caller']).toBeDefined();
  }
  for (const side of ['team', 'partner'] satisfies Side[])
    for (const role of rolesOf(side)) expect(operations.some(({ id }) => allowed(id, role))).toBe(true);
});
