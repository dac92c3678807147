import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { As2Settings } from '../../services/channels/as2/settings.ts';
import type { EndpointIdentity } from '../../services/channels/channel.ts';
import { newEd25519 } from '../../services/channels/ssh2.ts';
import { newSecret } from '../../services/channels/webhook-signature.ts';
import type { ConnectionStep } from '../../services/domain/connection-step.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { skipped } from '../support/skipped.ts';
import { noOpenSsh, openSsh } from '../support/sshd.ts';
import { type As2Rig, as2Rig } from './as2/rig.ts';
import { sftpRig } from './sftp-client-rig.ts';

// What partners run at their endpoints: what is to work works, and what is to be refused is refused, by the hub and by them.

const at: EndpointIdentity = { id: 'e', orgId: 'o', environment: 'sandbox', name: 'mine' };

async function stepsOf(run: (tell: (step: ConnectionStep) => Promise<void>) => Promise<void>) {
  const steps: ConnectionStep[] = [];
  await run(async (step) => void steps.push(step));
  return steps;
}

const bad = (steps: readonly ConnectionStep[]) => steps.filter(({ state }) => state === 'bad');
const refusals = (steps: readonly ConnectionStep[]) =>
  steps.flatMap(({ wants, state, title }) => (wants === 'refused' && state === 'good' ? [title] : []));

describe('on the hub alone', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await testContext({ startAt: new Date().toISOString() });
  });
  afterAll(() => context.close());

  test.each([
    {},
    { digest: 'sha-512', cipher: 'aes128-gcm', compress: 'after-sign', inCompressed: 'required', mdn: 'async' },
    { sign: false, encrypt: false, inUser: 'quay', inPassword: 'their secret', user: 'hub', password: 'our secret' },
  ] as const)('AS2 goes both ways with the settings %j, and refuses whatever proves nothing', async (more) => {
    const settings: As2Settings = { ourId: 'NORTHGATE', partnerId: 'QUAYSIDE', url: 'http://192.0.2.1/as2', ...more };
    const steps = await stepsOf((tell) => context.channels.as2.connectionTests!.loopback(settings, at, tell));
    expect(bad(steps)).toEqual([]);
    expect(refusals(steps)).toEqual(
      expect.arrayContaining([
        'A message signed with another certificate',
        'A message that was changed after it was signed',
        'A message signed with a certificate that has ended',
        'A message that is not signed',
        'A message encrypted for somebody else',
        ...('inUser' in more ? ['A message with a wrong password'] : []),
      ]),
    );
    expect(steps.filter(({ wants }) => wants === 'works')).toHaveLength('user' in more ? 3 : 2);
  });

  test('settings that take unsigned messages say so, and are not tried on it', async () => {
    const settings: As2Settings = {
      ...{ ourId: 'A', partnerId: 'B', url: 'http://192.0.2.1/as2', inSigned: 'optional', expired: 'accept' },
    };
    const steps = await stepsOf((tell) => context.channels.as2.connectionTests!.loopback(settings, at, tell));
    expect(bad(steps)).toEqual([]);
    expect(steps.filter(({ state }) => state === 'left-out').map(({ title }) => title)).toEqual([
      'A message signed with a certificate that has ended',
      'A message that is not signed',
    ]);
  });

  test.each([{ keys: newEd25519().public }, { password: 'correct horse' }])(
    'our SFTP server lets the partner in and nobody else',
    async (proof) => {
      const settings = { user: 'quayside', ...proof };
      const steps = await stepsOf((tell) =>
        context.channels['sftp-server'].connectionTests!.loopback(settings, at, tell),
      );
      expect(bad(steps)).toEqual([]);
      expect(refusals(steps)).toHaveLength(4);
    },
  );

  test.each([{ privateKey: newEd25519().private }, { password: 'correct horse' }])(
    'our SFTP client gets in with what is set, and goes away from another host key',
    async (proof) => {
      const settings = { host: 'sftp.invalid', user: 'hub', deliverTo: '/in', ...proof };
      const steps = await stepsOf((tell) => context.channels.sftp.connectionTests!.loopback(settings, at, tell));
      expect(bad(steps)).toEqual([]);
      expect(refusals(steps)).toHaveLength(3);
    },
  );

  test('events are signed as a receiver checks them', async () => {
    const settings = { url: 'https://hooks.invalid/', secret: newSecret() };
    const steps = await stepsOf((tell) => context.channels.webhook.connectionTests!.loopback(settings, at, tell));
    expect(bad(steps)).toEqual([]);
    expect(refusals(steps)).toHaveLength(2);
  });
});

describe('with the partner', () => {
  let server: Server | undefined;
  let rig: As2Rig | undefined;
  afterEach(async () => {
    server?.close();
    await rig?.close();
    rig = undefined;
  });

  test('an AS2 server that checks signatures refuses them; one that takes what is not signed is told how to mend it', async () => {
    rig = await as2Rig();
    const { channel, settings, endpoint, partner } = rig;
    const steps = await stepsOf((tell) => channel.connectionTests!.host!(settings, endpoint, tell));
    expect(steps.map(({ wants, state }) => `${wants} ${state}`)).toEqual([
      ...['works good', 'works good', 'refused good', 'refused good'],
      'refused bad',
    ]);
    expect(bad(steps)[0]!.remedy).toContain('check that there is a signature');
    // Nothing but tests arrived, each saying what it is.
    expect(partner.arrived.map(({ files }) => files[0]!.fileName)).toEqual([
      'connection-test.txt',
      'connection-test.txt',
    ]);
  });

  test("the hub's own certificate in the place of the partner's is found by the test of the settings", async () => {
    rig = await as2Rig();
    const { channel, settings, endpoint } = rig;
    const told = await channel.tell!(settings, { endpoint, baseUrl: 'http://hub.invalid' });
    const certificates = told.find(({ multiline }) => multiline)!.value;
    expect((await channel.test(settings, endpoint)).works).toBe(true);
    const { works, failed } = await channel.test({ ...settings, certificates }, endpoint);
    expect([works, failed.map(({ says }) => says)]).toEqual([false, [expect.stringContaining("is the hub's own")]]);
  });

  test('an AS2 server that does not answer ends the test at once, with what to do', async () => {
    rig = await as2Rig();
    const { channel, settings, endpoint, partner } = rig;
    await partner.close();
    const steps = await stepsOf((tell) => channel.connectionTests!.host!(settings, endpoint, tell));
    expect(steps).toEqual([expect.objectContaining({ state: 'bad', remedy: expect.stringContaining('firewall') })]);
  });

  test('an AS2 server that is reached and gives no receipt is not told to look at its firewall; its own words stand as they are', async () => {
    rig = await as2Rig();
    const { channel, settings, endpoint } = rig;
    server = createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(400).end('No such partner.'));
    });
    await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
    const place = `127.0.0.1:${(server.address() as AddressInfo).port}/as2`;
    const run = (url: string) =>
      stepsOf((tell) => channel.connectionTests!.host!({ ...settings, url }, endpoint, tell));
    const [, refused] = await run(`http://${place}`);
    expect(refused!.says).toMatch(/ answers HTTP 400: No such partner\.$/);
    server.removeAllListeners('request').on('request', (request, response) => {
      request.resume().on('end', () => response.writeHead(200).end());
    });
    const [reached, receipt] = await run(`http://${place}`);
    expect([reached!.state, receipt!.state, receipt!.remedy]).toEqual([
      ...['good', 'bad'],
      expect.not.stringContaining('firewall'),
    ]);
    const [noTls] = await run(`https://${place}`);
    expect(noTls!.says).toContain('speaks no TLS: perhaps the address begins with http://');
  });

  test.each([
    [204, ['good', 'bad', 'bad']],
    [401, ['bad']],
  ] as const)('a receiver that answers %i to whatever comes is told so', async (status, states) => {
    const context = await testContext();
    server = createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(status).end());
    });
    await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const { connectionTests } = context.channels.webhook;
    const steps = await stepsOf((tell) => connectionTests!.host!({ url, secret: newSecret() }, at, tell));
    await context.close();
    expect(steps.map(({ state }) => state)).toEqual(states);
    expect(bad(steps).every(({ remedy }) => remedy)).toBe(true);
  });

  const openSshTitle = 'an OpenSSH server takes the test file and refuses other keys and passwords';
  test.runIf(openSsh)(skipped(openSshTitle, !openSsh && noOpenSsh), async () => {
    const sftp = await sftpRig();
    const settings = { ...sftp.settings, hostKey: sftp.sshd.hostKey() };
    const steps = await stepsOf((tell) => sftp.context.channels.sftp.connectionTests!.host!(settings, at, tell));
    expect(bad(steps)).toEqual([]);
    expect(steps.map(({ wants }) => wants)).toEqual(['works', 'works', 'works', 'refused', 'refused', 'refused']);
    // Nothing is left there.
    expect(sftp.at('in')).toEqual([]);
    await sftp.close();
  });
});
