import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { makeServer } from '../../services/http/server.ts';

test('an idle connection is kept longer than the 60 s of usual proxies, and the answer says how long', async () => {
  const server = makeServer((_, response) => response.end(), { bodyMs: 60_000 }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { headers } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  expect(Number(/^timeout=(\d+)/.exec(headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThan(60);
});
