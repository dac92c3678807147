import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { readConfig } from '../../services/bin/config.ts';
import { Extents } from '../../services/channels/sftp-server/extents.ts';
import { makeHostKey, readHostKey } from '../../services/channels/sftp-server/host-keys.ts';
import { Names } from '../../services/channels/sftp-server/names.ts';
import { wholePath } from '../../services/channels/sftp-server/place.ts';
import { checkSettings, readKeys } from '../../services/channels/sftp-server/settings.ts';
import { tell } from '../../services/channels/sftp-server/tell.ts';
import { utils } from '../../services/channels/ssh2.ts';
import { newKey } from './sftp-server-rig.ts';

const rsa = (bits: number): string => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const key = utils.parseKey(privateKey.export({ type: 'pkcs1', format: 'pem' }).toString());
  if (key instanceof Error) throw key;
  return `ssh-rsa ${key.getPublicSSH().toString('base64')}`;
};

test('keys of a partner are public ones, strong enough, one a line; what is wrong is named by its line and never repeated', () => {
  const [good, other] = [newKey(), newKey()];
  const text = `# theirs\n${good.public} warehouse\n\n${rsa(2048)}\n`;
  expect(readKeys(text)).toMatchObject({ keys: [{ comment: 'warehouse' }, { key: { type: 'ssh-rsa' } }], wrong: [] });
  const says = (keys: string) => checkSettings({ user: 'quayside', keys }).map(({ message }) => message);
  expect(says(`${good.public}\nno key at all`)).toEqual([expect.stringContaining('line 2 is no public key')]);
  expect(says(rsa(1024))).toEqual([expect.stringContaining('line 1 is an RSA key of less than 2048 bits')]);
  expect(says(`command="id" ${good.public}`)).toEqual([expect.stringContaining('without options')]);
  expect(says(other.private).join()).not.toContain(other.private.split('\n')[1]);
  expect(says(Array(21).fill(good.public).join('\n'))).toEqual(['has 21 keys; 20 are the most']);
  expect(checkSettings({ user: 'quayside' })).toEqual([expect.objectContaining({ setting: 'keys' })]);
  expect(checkSettings({ user: 'quayside', password: 'correct horse battery' })).toEqual([]);
});

test('a partner is told where to log in, how the host is known, and a command that is ready to copy', async () => {
  const keys = [readHostKey(await makeHostKey('ed25519'))];
  const about = { baseUrl: 'https://hub.example/', port: 2222, keys: async () => keys };
  const told = await tell({ user: 'quayside' }, about);
  const of = (label: string) => told.find((one) => one.label.startsWith(label))?.value;
  expect([of('Server'), of('Port'), of('User name'), of('Host key')]).toEqual([
    ...['hub.example', '2222', 'quayside', keys[0]!.fingerprint],
  ]);
  expect(of('Try it')).toBe('sftp -P 2222 quayside@hub.example');
  expect(of('Line for known_hosts')).toMatch(/^\[hub\.example\]:2222 ssh-ed25519 AAAA/);
  expect(await tell({ user: 'quayside' }, { ...about, port: undefined })).toEqual([
    expect.objectContaining({ label: 'Not yet' }),
  ]);
});

test('the port is the operator’s; in the demo it is there unless it is switched off', () => {
  const ports = (env: Record<string, string>) => readConfig(env).ports;
  expect(ports({ CROSSDOCK_DEMO: '1' })).toMatchObject({ sftp: 2222, sftpOrNext: true });
  expect(ports({ CROSSDOCK_DEMO: '1', SFTP_PORT: 'off' }).sftp).toBeUndefined();
  expect(ports({ CROSSDOCK_DEMO: '1', SFTP_PORT: '2022' })).toMatchObject({ sftp: 2022 });
  expect(ports({ CROSSDOCK_DEMO: '0' }).sftp).toBeUndefined();
  expect(() => ports({ SFTP_PORT: 'often' })).toThrow(/SFTP_PORT is "often"/);
});

test('parts of a file are known to be there or missing, in whatever order they come', () => {
  const parts = new Extents();
  for (const [from, to] of [
    [40, 50],
    [0, 10],
    [20, 30],
    [10, 20],
  ] as const)
    parts.add(from, to);
  expect([parts.covers(30), parts.covers(31), parts.covers(50), parts.holes]).toEqual([true, false, false, 1]);
  parts.add(25, 45);
  expect([parts.covers(50), parts.covers(51), parts.holes]).toEqual([true, false, 0]);
  parts.cut(5);
  expect([parts.covers(5), parts.covers(6)]).toEqual([true, false]);
});

test('a name belongs to one document for as long as it is remembered', () => {
  const names = new Names();
  expect(names.of('0198c1a2-0000-7000-8000-000000000001', 'a.x12')).toBe('a.x12');
  expect(names.of('0198c1a2-0000-7000-8000-000000000002', 'a.x12')).toBe('a-000000000002.x12');
  expect(names.of('0198c1a2-0000-7000-8000-000000000003', '../a.x12')).toBe('a-000000000003.x12');
  expect(names.of('0198c1a2-0000-7000-8000-000000000001', 'a.x12')).toBe('a.x12');
  expect([names.knows('a.x12'), names.knows('b.x12')]).toEqual([true, false]);
});

test.each([
  ['', '/'],
  ['.', '/'],
  ['../../..', '/'],
  ['/inbox/../../etc/passwd', '/etc/passwd'],
  ['inbox//a/./', '/inbox/a'],
])('the path %j is %s', (given, whole) => {
  expect(wholePath(given)).toBe(whole);
});
