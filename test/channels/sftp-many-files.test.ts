import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { usualServerLimits } from '../../services/channels/sftp-server/limits.ts';
import { Premises } from '../../services/channels/sftp-server/premises.ts';
import { Root } from '../../services/channels/sftp-server/root.ts';
import { limitBytes, type SftpServerRig, sftpServerRig } from './sftp-server-rig.ts';

let rig: SftpServerRig;
afterEach(() => rig.close());

test('a partner that takes all of a long outbox, file by file, has it looked up once', async () => {
  rig = await sftpServerRig();
  const { host, orgId, endpointId, settings, bare } = rig;
  const at = { id: endpointId, orgId, environment: 'production', name: 'sftp' } as const;
  const premises = new Premises({ ...at, paused: false, settings: { ...settings, collectedBy: 'reading' } }, host, {
    ...{ spool: join(rig.folder, 'many'), limits: usualServerLimits(limitBytes), now: bare.now, newId: bare.newId },
    // No time goes by, so that only what is done can make it look again.
    ...{ ticks: () => 0, onFault: expect.unreachable },
  });
  const root = new Root(premises, host, { user: settings.user, peer: '127.0.0.1' }, bare.now());
  const names: string[] = [];
  for (let nth = 0; nth < 30; nth += 1) {
    names.push(`997-${nth}.x12`);
    await rig.waiting(`997-${nth}.x12`, Buffer.from(`ISA ${nth}`));
  }
  const listings = vi.spyOn(host, 'outbox');
  expect(await root.list('/outbox')).toHaveLength(32);
  for (const name of names) {
    const file = await root.startReading(`/outbox/${name}`);
    file.read.add(0, file.bytes.length);
    await root.endReading(file);
    await root.remove(`/outbox/${name}`);
  }
  expect(listings).toHaveBeenCalledTimes(1);
  expect([(await root.list('/outbox')).length, (await root.list('/archive')).length]).toEqual([2, 32]);
  expect(await rig.exchanges()).toHaveLength(30);
});
