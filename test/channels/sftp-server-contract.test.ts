import { expect } from 'vitest';
import type { PartnerSide } from './contract.ts';
import { channelContract } from './contract.ts';
import { type Login, limitBytes, sftpServerRig } from './sftp-server-rig.ts';

const rig = await sftpServerRig();

async function open(): Promise<PartnerSide> {
  const partner: Login = await rig.login();
  let last = '';
  const names = new Map<string, string>();
  return {
    ...{ limitBytes, settings: rig.settings },
    send: async (files) => {
      let taken = true;
      for (const { name, bytes } of files) {
        last = name.split('/').at(-1)!;
        await partner.put(`inbox/${last}`, bytes).catch(() => {
          taken = false;
        });
      }
      return { taken };
    },
    told: async () => {
      const errors = await partner.list('errors');
      if (errors.includes(`${last}.txt`)) return 'refused';
      return (await partner.stat(`inbox/${last}`)).size > 0 ? 'accepted' : undefined;
    },
    stored: () => rig.stored(),
    deliver: async (fileName, bytes) => {
      const id = await rig.waiting(fileName, bytes);
      const at = { id: rig.endpointId, orgId: rig.orgId, environment: 'production', name: 'sftp' } as const;
      expect((await rig.channel.deliver({ id, fileName, bytes }, rig.settings, at)).state).toBe('waits');
      names.set(id, fileName);
      return id;
    },
    deliverAgain: async (id) => {
      const at = { id: rig.endpointId, orgId: rig.orgId, environment: 'production', name: 'sftp' } as const;
      await rig.channel.deliver({ id, fileName: names.get(id)!, bytes: Buffer.from('x') }, rig.settings, at);
    },
    look: async () => {
      const there = await partner.list('outbox');
      const found = [...names].filter(([, name]) => there.includes(name));
      return Promise.all(
        found.map(async ([id, fileName]) => ({ id, fileName, bytes: await partner.get(`outbox/${fileName}`) })),
      );
    },
    acknowledge: (id) => partner.remove(`outbox/${names.get(id)}`),
    isDelivered: async (id) => (await rig.state(id)) === 'delivered',
    close: async () => {
      partner.end();
      expect(rig.faults).toEqual([]);
      await rig.close();
    },
  };
}

channelContract(rig.channel, open);
