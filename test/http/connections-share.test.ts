import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { makeServer, type ServerSettings } from '../../services/http/server.ts';

async function serve(settings: Partial<ServerSettings>): Promise<(from: string) => Promise<Socket | undefined>> {
  const server = makeServer((_, response) => response.end('served'), { bodyMs: 60_000, ...settings });
  server.listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  /** A connection that was answered and stays open; undefined when the server ended it. */
  return async (from) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: from });
    socket.on('error', () => undefined);
    onTestFinished(() => void socket.destroy());
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    const heard = await Promise.race([once(socket, 'data'), once(socket, 'close')]);
    return Buffer.isBuffer(heard[0]) ? socket : undefined;
  };
}

const [one, other] = ['127.0.0.1', '127.0.0.2'];

test('who opens all connections it can gets its share, others are served, and what it closes it may open again', async () => {
  const open = await serve({ addressConnections: 3 });
  const held = [await open(one), await open(one), await open(one)];
  expect(held).not.toContain(undefined);
  expect(await open(one)).toBeUndefined();
  expect(await open(other)).toBeDefined();
  held[0]!.end();
  // The server has let go of it when it ends its side.
  await once(held[0]!, 'close');
  expect(await open(one)).toBeDefined();
  expect(await open(one)).toBeUndefined();
});

test('behind a trusted proxy, where all come from one address, connections have no share', async () => {
  const open = await serve({ addressConnections: 1, behindProxy: true });
  expect([await open(one), await open(one), await open(one)]).not.toContain(undefined);
});
