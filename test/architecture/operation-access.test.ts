import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { emailPattern } from '../../services/domain/email.ts';
import { roles } from '../../services/domain/roles.ts';
import { readAccess } from '../../tools/generate/operation-access.ts';

// An operation that does not say who may call it is not generated, and so is not served.

const contract = () =>
  JSON.parse(readFileSync(new URL('../../specs/generated/openapi.json', import.meta.url), 'utf8')) as {
    paths: Record<string, Record<string, Record<string, unknown>>>;
    components: { schemas: Record<string, { enum?: string[]; pattern?: string }> };
  };

test('the contract as it is has no complaint', () => {
  expect(readAccess(contract()).complaints).toEqual([]);
});

test.each([
  ['x-caller', undefined, 'x-caller must be one of session, key, both, nobody; it is missing.'],
  ['x-caller', 'anybody', 'x-caller must be one of session, key, both, nobody; it is anybody.'],
  ['x-caller', 'key', 'security and x-caller disagree on sessions.'],
  ['x-roles', undefined, 'x-roles must stand where people call, and only there.'],
  ['x-roles', ['team', 'janitor'], 'x-roles has janitor, which is no role.'],
  ['x-environment', undefined, 'x-environment must be one of none, caller, named, record; it is missing.'],
  ['x-environment', 'none', 'x-environment is `named` where the request has an environment.'],
  ['x-limit', undefined, 'x-limit must be one of standard, quick, inbox, sign-in, open; it is missing.'],
  ['security', [{ session: [] }, { apiKey: ['everything'] }], 'everything is no scope.'],
  ['responses', { 200: {} }, 'The responses lack 401, 403, 429, 503.'],
])('an operation with %s %o is a complaint', (name, value, complaint) => {
  const document = contract();
  const operation = document.paths['/v1/cases']!.get!;
  if (value === undefined) delete operation[name];
  else operation[name] = value;
  expect(readAccess(document).complaints).toContain(`listCases: ${complaint}`);
});

test('the contract knows the roles and addresses that the code knows', () => {
  const { Role, EmailAddress } = contract().components.schemas;
  expect(Role!.enum).toEqual(roles);
  expect(EmailAddress!.pattern).toBe(emailPattern.source);
});
