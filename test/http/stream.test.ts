import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, type HttpRig, httpRig, orgs } from './rig.ts';

let rig: HttpRig;
let server: Server;
const [one, two] = ['0198c1a2-0000-7000-8000-000000000001', '0198c1a2-0000-7000-8000-000000000002'];

beforeAll(async () => {
  rig = await httpRig();
  server = createServer(rig.app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rig.close();
});

function open(browser: Browser): Promise<IncomingMessage> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: '/v1/stream', headers: { Cookie: browser.cookie } }, resolve).once(
      'error',
      reject,
    );
  });
}

/** What the stream says until `enough`. */
function until(stream: IncomingMessage, enough: RegExp): Promise<string> {
  let said = '';
  stream.setEncoding('utf8');
  return new Promise((resolve, reject) => {
    stream.on('data', (text: string) => {
      said += text;
      if (enough.test(said)) resolve(said);
    });
    stream.once('end', () => reject(new Error(`ended after ${said}`)));
  });
}

test('a change reaches the team and the partner whose document it is, and nobody else', async () => {
  const streams = await Promise.all(
    (['team', 'quayside', 'heron'] as const).map(async (who) => open(await rig.signIn(who))),
  );
  const [team, quayside, heron] = streams as [IncomingMessage, IncomingMessage, IncomingMessage];
  expect(team.headers).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store, no-transform',
  });
  const heard = [until(team, /0002"\}\n\n/), until(quayside, /0001"\}\n\n/), until(heron, /0002"\}\n\n/)];
  rig.tell({ orgId: orgs.quayside, documentId: one });
  rig.tell({ orgId: orgs.quayside, documentId: one });
  rig.tell({ orgId: orgs.heron, documentId: two });
  const [toTeam, toQuayside, toHeron] = await Promise.all(heard);
  expect(toTeam).toContain(
    `event: change\ndata: {"documentId":"${one}"}\n\nevent: change\ndata: {"documentId":"${two}"}\n\n`,
  );
  expect(toQuayside).not.toContain(two);
  expect(toHeron).not.toContain(one);
  for (const stream of streams) stream.destroy();
});

test('who goes away is forgotten', async () => {
  const stream = await open(await rig.signIn('team'));
  await until(stream, /retry/);
  const before = rig.listeners.size;
  const closed = new Promise((resolve) => server.once('connection-closed', resolve));
  stream.socket.once('close', () => server.emit('connection-closed'));
  stream.destroy();
  await closed;
  await expect.poll(() => rig.listeners.size).toBeLessThan(before);
});

test('without a session there is no stream', async () => {
  const { port } = server.address() as AddressInfo;
  const answer = await new Promise<IncomingMessage>((resolve) =>
    get({ port, host: '127.0.0.1', path: '/v1/stream' }, resolve),
  );
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([401, 'application/problem+json']);
  answer.destroy();
});
