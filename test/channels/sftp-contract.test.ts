import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, test } from 'vitest';
import { sftpChannel } from '../../services/channels/sftp/sftp-channel.ts';
import { skipped } from '../support/skipped.ts';
import { noOpenSsh, openSsh } from '../support/sshd.ts';
import { channelContract, type PartnerSide } from './contract.ts';
import { around, limitBytes, type SftpRig, sftpRig } from './sftp-client-rig.ts';

let second = 1_700_000_000;

async function open(): Promise<PartnerSide> {
  const rig: SftpRig = await sftpRig();
  await rig.test();
  const { db } = rig.context;
  let last = '';
  const settings = { ...rig.settings, hostKey: rig.sshd.hostKey() };
  const isWaiting = () => rig.at('out').some((name) => name !== 'archive' && name !== 'refused');
  return {
    ...{ limitBytes, settings, provesAtOnce: true },
    wrongSettings: { ...settings, port: 1 },
    send: async (files) => {
      const refused = rig.at('out/refused').length;
      for (const { name, bytes } of files) {
        last = name.split('/').at(-1)!;
        writeFileSync(rig.folder(`out/${last}`), bytes);
        second += 1;
        utimesSync(rig.folder(`out/${last}`), second, second);
      }
      await rig.look();
      return { taken: !isWaiting() && rig.at('out/refused').length === refused };
    },
    told: async () => {
      const stem = last.replace(/\.\w+$/, '');
      if (rig.at('out/refused').some((name) => name.includes(stem))) return 'refused';
      return rig.at('out/archive').some((name) => name.includes(stem)) ? 'accepted' : undefined;
    },
    stored: () => rig.stored(),
    deliver: async (fileName, bytes) => {
      const id = await rig.queue(fileName, bytes);
      await rig.drain();
      return id;
    },
    deliverAgain: async (id) => {
      await db.system('delivery').where({ document_id: id }).update({ state: 'in-flight' });
      await rig.drain();
    },
    look: async () => {
      const rows = await db.system('document').where({ direction: 'out' }).select('id', 'file_name');
      const there = rig.at('in');
      return rows.flatMap(({ id, file_name: fileName }) =>
        there.includes(fileName) ? [{ id, fileName, bytes: readFileSync(rig.folder(`in/${fileName}`)) }] : [],
      );
    },
    acknowledge: async (id) => rig.remove(`in/${(await rig.documentOf(id)).file_name}`),
    isDelivered: async (id) => (await rig.documentOf(id)).state === 'delivered',
    close: () => rig.close(),
  };
}

if (openSsh) channelContract(sftpChannel(around), open);
else describe('channel sftp', () => test.skip(skipped('keeps the contract of channels', noOpenSsh), () => undefined));
