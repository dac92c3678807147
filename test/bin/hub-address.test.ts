import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hubAddress, hubPorts, noteAddress } from '../../services/bin/hub-address.ts';

const home = mkdtempSync(join(tmpdir(), 'crossdock-address-'));
const env = { CROSSDOCK_HOME: home, SFTP_PORT: '2222', PORT: '8080' };
afterAll(() => rmSync(home, { recursive: true }));

test('commands know the ports that the hub has taken, and without a hub those that are configured', () => {
  expect([hubAddress(env), hubPorts(env).sftp]).toEqual(['http://127.0.0.1:8080', 2222]);
  noteAddress(home, { url: 'http://localhost:18081', ports: { 'sftp-server': 2223 } });
  expect([hubAddress(env), hubPorts(env)]).toEqual(['http://localhost:18081', { sftp: 2223, as2: undefined }]);
  noteAddress(home, { url: 'http://localhost:18081', ports: {} });
  expect(hubPorts(env).sftp).toBeUndefined();
});
