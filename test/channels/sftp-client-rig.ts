import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openEgress } from '../../services/channels/egress.ts';
import type { SftpSettings } from '../../services/channels/sftp/settings.ts';
import { sftpChannel } from '../../services/channels/sftp/sftp-channel.ts';
import { drain } from '../../services/flows/drain.ts';
import { addEndpoint, testEndpoint } from '../../services/flows/endpoints.ts';
import { takeIn } from '../../services/flows/take-in.ts';
import { insertHandovers } from '../../services/store/deliveries.ts';
import { insertWaiting } from '../store/traffic.ts';
import { openDoor, testContext } from '../support/context.ts';
import { type Sshd, startSshd } from '../support/sshd.ts';
import { storedFiles } from '../support/stored-files.ts';

export const limitBytes = 2 * 1024 * 1024;
export const by = { actor: 'test', by: { kind: 'hub' }, side: 'team' } as const;
export const loopback = openEgress(['127.0.0.0/8']);

/** An endpoint of the channel `sftp` at OpenSSH's own server. */
export async function sftpRig(more: Partial<SftpSettings> = {}) {
  const sshd = await startSshd();
  const folder = (name: string) => join(sshd.files, name);
  for (const name of ['out', 'in']) mkdirSync(folder(name));
  const bare = await testContext();
  const sftp = sftpChannel({ limitBytes, egress: loopback, ticks: () => bare.now().getTime() });
  const context = { ...bare, channels: { ...bare.channels, sftp } };
  const { db, newId } = context;
  const settings: SftpSettings = {
    ...{ host: '127.0.0.1', port: sshd.port, user: sshd.user, privateKey: sshd.key },
    ...{ pickUpFrom: folder('out'), deliverTo: folder('in'), archiveTo: folder('out/archive') },
    ...{ refusedTo: folder('out/refused'), afterPickUp: 'archive', settleSeconds: 2, pollSeconds: 5, ...more },
  };
  /** A partner whose endpoint differs from the usual one in these settings. */
  const addPartner = async (name: string, differing: Partial<SftpSettings> = {}) => {
    const orgId = newId();
    await db.system('organization').insert({ id: orgId, name, kind: '3pl' });
    const wanted = { environment: 'production', name: 'theirs', channel: 'sftp' } as const;
    const endpointId = await addEndpoint(context, orgId, { ...wanted, settings: { ...settings, ...differing } }, by);
    const lane = `endpoint/${endpointId}`;
    return {
      ...{ orgId, endpointId },
      drain: () => drain(context, lane),
      /** A document of ours that waits to be handed over. */
      async queue(fileName: string, bytes: Uint8Array): Promise<string> {
        const id = await insertWaiting(db.system, { orgId, content: Buffer.from(bytes).toString('latin1') });
        await db
          .system('document')
          .where({ id })
          .update({ file_name: fileName, channel: 'sftp', endpoint_id: endpointId });
        const handover = { id: newId(), orgId, environment: 'production', documentId: id, endpointId, lane } as const;
        await db.system.transaction((tx) => insertHandovers(tx, [handover]));
        return id;
      },
    };
  };
  const partner = await addPartner('Quayside Logistics');
  const { orgId, endpointId } = partner;
  const key = { orgId, endpointId };
  const documentOf = async (id: string) => db.system('document').where({ id }).first();
  const once = async () => {
    bare.pass(6000);
    await takeIn(context, endpointId, openDoor);
  };
  return {
    ...{ ...partner, sshd, context, bare, settings, key, folder, once, documentOf, addPartner },
    test: () => testEndpoint(context, key, by),
    /** Looks twice, so that what lies there has settled. */
    look: async () => {
      await once();
      await once();
    },
    at: (name: string) => (existsSync(folder(name)) ? readdirSync(folder(name)).toSorted() : []),
    textAt: (name: string) => readFileSync(folder(name), 'latin1'),
    stored: () => storedFiles(db.system),
    cases: async () =>
      (await db.system('exception_case').where({ state: 'open' }).orderBy('id')) as {
        title: string;
        detail: string;
        kind: string;
      }[],
    exchanges: async () => db.system('exchange').orderBy('id'),
    row: async () => db.system('channel_endpoint').where({ id: endpointId }).first(),
    close: async () => {
      await bare.close();
      await sshd.remove();
    },
    remove: (name: string) => rmSync(folder(name), { force: true }),
  };
}

export type SftpRig = Awaited<ReturnType<typeof sftpRig>> & { readonly sshd: Sshd };
