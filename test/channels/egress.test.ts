import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { openEgress } from '../../services/channels/egress.ts';

const strict = openEgress([]);
const refused = { code: 'channel.address-refused' };

describe('calling addresses that partners have typed', () => {
  test.each([
    '127.0.0.1',
    '169.254.169.254',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '[::1]',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    'fe80::1',
    'fd00::1',
    '64:ff9b::a00:1',
    'localhost',
  ])('%s is refused, and told before it is looked up', async (host) => {
    expect(strict.faultOf(host)).toContain('inside of a private or special network');
    await expect(strict.resolve(host)).rejects.toMatchObject(refused);
  });

  test('the forms in which a URL may hide an address are seen through', async () => {
    for (const url of ['http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://127.1/'])
      await expect(strict.resolve(new URL(url).hostname)).rejects.toMatchObject(refused);
  });

  test('a public address is given back, and a name that nobody knows is said to be so', async () => {
    expect([strict.faultOf('8.8.8.8'), strict.faultOf('no-such-host.invalid')]).toEqual([undefined, undefined]);
    expect(await strict.resolve('8.8.8.8')).toEqual({ address: '8.8.8.8', family: 4 });
    await expect(strict.resolve('no-such-host.invalid')).rejects.toMatchObject({ code: 'channel.unreachable' });
  });

  test('what the operator allows may be called, and nothing beside it', async () => {
    const one = openEgress(['10.1.0.0/16', '::1']);
    expect(await one.resolve('10.1.2.3')).toEqual({ address: '10.1.2.3', family: 4 });
    expect(await one.resolve('::1')).toEqual({ address: '::1', family: 6 });
    await expect(one.resolve('10.2.0.1')).rejects.toMatchObject(refused);
    expect(() => openEgress(['10.1.0.0/33'])).toThrow('no network');
    expect(() => openEgress(['all'])).toThrow('no network');
  });

  test('a socket that looks up by it does not get anywhere else', async () => {
    const server = createServer((_request, response) => response.end('reached'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const call = (lookup: typeof strict.lookup) =>
      new Promise((resolve, reject) => {
        get({ host: 'localhost', port, lookup, agent: false }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).once('error', reject);
      });
    await expect(call(strict.lookup)).rejects.toMatchObject(refused);
    expect(await call(openEgress(['127.0.0.0/8', '::1']).lookup)).toBe(200);
    server.close();
  });
});
