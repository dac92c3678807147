import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadContract } from '../../services/http/contract.ts';
import { contractFile } from '../../services/http/contract-file.ts';
import { lifecycleHeaders } from '../../services/http/lifecycle.ts';
import { type RestRig, restRig } from './rest-rig.ts';

// What each answer says beside its body: what is left of the limit, and whether the operation is going to end.

let rest: RestRig;
beforeAll(async () => {
  rest = await restRig({ transfers: 1, limits: { keyRequestsPerSecond: 3, inboxPerSecond: 50 } });
});
afterAll(() => rest.close());

test('an answer to a key says how much is left of the limit, and a refusal when to come back', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => rest.as('warehouse', 'get', '/v1/work')));
  const good = answers.filter(({ status }) => status === 200);
  expect(good.length).toBeGreaterThan(0);
  for (const { headers } of good) {
    expect(headers['ratelimit-policy']).toBe('"requests";q=3;w=1');
    expect(headers.ratelimit).toMatch(/^"requests";r=[0-2];t=1$/);
  }
  const refused = answers.find(({ status }) => status === 429)!;
  expect(refused.headers).toMatchObject({
    'retry-after': expect.stringMatching(/^\d+$/),
    'ratelimit-policy': '"requests";q=3;w=1',
    ratelimit: expect.stringMatching(/^"requests";r=0;t=\d+$/),
  });
  const sent = await rest.events('{}');
  expect(sent.headers['ratelimit-policy']).toBe('"inbox";q=50;w=1');
});

describe('an operation that is to end', () => {
  const ending = {
    deprecated: true,
    'x-deprecated-at': '2027-01-01',
    'x-sunset': '2027-07-01',
    'x-successor': '/v2/work',
  } as const;

  test('says so with each answer: since when, until when, and what to use instead', () => {
    expect(Object.fromEntries(lifecycleHeaders({ operationId: 'listWork', ...ending }))).toEqual({
      Deprecation: '@1798761600',
      Sunset: 'Thu, 01 Jul 2027 00:00:00 GMT',
      Link: '</docs>; rel="deprecation"; type="text/html", </v2/work>; rel="successor-version"',
    });
    expect(lifecycleHeaders({ operationId: 'listWork' })).toEqual([]);
  });

  test('gives notice of at least 180 days, or the contract does not load', () => {
    for (const wrong of [
      { ...ending, 'x-sunset': '2027-03-01' },
      { ...ending, deprecated: false },
      { deprecated: true },
      { 'x-sunset': '2027-07-01' },
    ])
      expect(() => lifecycleHeaders({ operationId: 'listWork', ...wrong })).toThrow(/180 days/);
  });

  test('has its headers from the contract alone', () => {
    const file = structuredClone(contractFile);
    Object.assign(file.paths['/v1/health']!.get!, ending);
    const health = loadContract(file).find(({ id }) => id === 'getHealth')!;
    expect(health.lifecycle.map(([name]) => name)).toEqual(['Deprecation', 'Sunset', 'Link']);
    expect(loadContract().every(({ lifecycle }) => lifecycle.length === 0)).toBe(true);
  });
});
