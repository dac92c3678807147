import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CodedError } from '../../services/domain/errors.ts';
import { loadContract, type Operation } from '../../services/http/contract.ts';
import { contractFile } from '../../services/http/contract-file.ts';
import { makeValidators } from '../../services/http/validators.ts';
import { type HttpRig, httpRig } from './rig.ts';

let rig: HttpRig;
const operations = loadContract();
const someId = '0198c1a2-0000-7000-8000-0000000000ff';
/** Ids of Odoo's are numbers, and documents go by direction and set. */
const address = (operation: Operation, id = someId) =>
  operation.path
    .replace(':lookup', id === someId ? 'ship-to' : id)
    .replace(':mapping', id === someId ? '945-in.yaml' : id)
    .replace(':chaos', id === someId ? 'lost-997' : id)
    .replace(/:(carrierId|ordinal|differenceId)/, id === someId ? '1' : id)
    .replace(':direction/:set', id === someId ? 'in/945' : ':direction/:set')
    .replace(/:\w+/g, id) + query(operation);

/** What the query has to say, as it could be said. */
function query({ id }: Operation): string {
  const described = Object.values(contractFile.paths).flatMap((item) => Object.values(item));
  const required = described.find(({ operationId }) => operationId === id)?.parameters?.filter((p) => p.required) ?? [];
  const said = { environment: 'production', document: 'inbound/945/004010' };
  const parts = Object.entries(said).filter(([name]) => required.some((p) => p.name === name));
  return parts.length === 0 ? '' : `?${new URLSearchParams(parts)}`;
}

interface Example {
  readonly $ref?: string;
  readonly value?: object;
}

/** The contract's own example of a body. */
function bodyOf({ id }: Operation): object | undefined {
  const described = Object.values(contractFile.paths).flatMap((item) => Object.values(item));
  const body = described.find(({ operationId }) => operationId === id)?.requestBody;
  const media = body?.content['application/json'] as { examples?: Record<string, Example> } | undefined;
  const [example] = Object.values(media?.examples ?? {});
  const { examples } = (contractFile as unknown as { components: { examples: Record<string, Example> } }).components;
  return (example?.$ref === undefined ? example : examples[example.$ref.split('/').at(-1)!])?.value;
}

beforeAll(async () => {
  rig = await httpRig();
});
afterAll(async () => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
  await rig.close();
});

test('each operation is a file of its own, named for it', () => {
  const folder = fileURLToPath(new URL('../../services/http/operations', import.meta.url));
  const files = readdirSync(folder).filter((name) => !['index.ts', 'all.ts'].includes(name));
  const kebab = (id: string) => `${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
  expect(files.sort()).toEqual(operations.map((o) => kebab(o.id)).sort());
});

test('every operation says that the hub may be out of reach, and every one with a caller that the caller may ask too much', () => {
  for (const { id, statuses, access } of operations) {
    expect([id, statuses.has(503)]).toEqual([id, true]);
    expect([id, statuses.has(429)]).toEqual([id, access.limit !== 'open']);
  }
});

test('every check of the contract compiles', () => {
  let replies = 0;
  for (const { id, checkParameters, checkBody, statuses, faultOfReply } of loadContract()) {
    // They may well refuse what is given; a schema that is none says so in words of its own.
    const refusals = [() => checkParameters({ path: {}, query: {}, header: {} }), () => checkBody(undefined)].map(
      (check) => {
        try {
          check();
          return undefined;
        } catch (error) {
          return error instanceof CodedError ? undefined : error;
        }
      },
    );
    expect([id, ...refusals]).toEqual([id, undefined, undefined]);
    for (const status of statuses) if (faultOfReply(status, undefined)) replies += 1;
  }
  expect(replies).toBeGreaterThan(operations.length);
});

test('every example in the contract obeys its own schema', () => {
  const { json } = makeValidators(contractFile);
  const resolve = (node: { $ref?: string }): unknown =>
    node.$ref
      ? node.$ref
          .slice(2)
          .split('/')
          .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], contractFile)
      : node;
  let examples = 0;
  for (const item of Object.values(contractFile.paths)) {
    for (const operation of Object.values(item)) {
      const bodies = [operation.requestBody, ...Object.values(operation.responses).map(resolve)] as (
        | { content?: Record<string, { schema: object; examples?: object }> }
        | undefined
      )[];
      for (const [type, media] of bodies.flatMap((body) => Object.entries(body?.content ?? {}))) {
        const listed = Object.values(media.examples ?? {});
        expect(listed.length, `${operation.operationId} ${type} has an example`).toBeGreaterThan(0);
        if (!type.endsWith('json')) continue;
        const check = json(media.schema as Record<string, unknown>);
        for (const example of listed) {
          const { value } = resolve(example as { $ref?: string }) as { value: unknown };
          check(value);
          expect([operation.operationId, check.errors]).toEqual([operation.operationId, null]);
          examples += 1;
        }
      }
    }
  }
  expect(examples).toBeGreaterThan(50);
});

test.each(operations.filter((o) => o.access.caller !== 'nobody'))(
  '$id without a caller is 401, as the contract says',
  async (operation) => {
    const answer = await request(rig.app)[operation.method](address(operation));
    expect([answer.status, answer.body.code]).toEqual([401, 'http.unauthorized']);
  },
);

test.each(operations.filter((o) => o.access.scopes.length > 0))(
  '$id with a key that lacks the scope is 403 and names it',
  async (operation) => {
    const answer = await rig.withKey('powerless', operation.method as 'get', address(operation));
    expect(answer.status).toBe(403);
    expect(answer.body.detail).toContain(operation.access.scopes[0]);
  },
);

test.each(operations.filter((o) => o.path.includes(':')))(
  '$id with an id that is none is 400, with one of nothing 404',
  async (operation) => {
    const team = await rig.signIn('team');
    const ask = (id: string) => {
      if (operation.access.caller === 'key')
        return rig.withKey('quayside', operation.method as 'get', address(operation, id));
      return operation.method === 'get'
        ? team.get(address(operation, id))
        : team.send(operation.method, address(operation, id)).send(bodyOf(operation));
    };
    const bad = await ask('not-an-id');
    expect([bad.status, bad.body.code, bad.body.errors[0].place]).toEqual([
      400,
      'http.request-invalid',
      expect.stringMatching(/^path\//),
    ]);
    const nothing = await ask(someId);
    expect([nothing.status, nothing.body.code]).toEqual([404, 'http.not-found']);
  },
);

const filtered = [
  'listMessages',
  'getAnnotatedMessage',
  'listPartners',
  'getPartner',
  'getOverview',
  'compareConfigurations',
];
test.each(operations.filter((o) => filtered.includes(o.id)))(
  '$id refuses a filter that nobody knows instead of ignoring it',
  async (operation) => {
    const answer = await (await rig.signIn('team')).get(`${address(operation)}?unknown=1`);
    expect([answer.status, answer.body.errors]).toEqual([
      400,
      [{ place: 'query/unknown', message: 'is not known here' }],
    ]);
  },
);
