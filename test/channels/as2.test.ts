import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { messageIdOf } from '../../services/channels/as2/names.ts';
import { drain } from '../../services/flows/drain.ts';
import type { AtPartner } from './as2/partner.ts';
import { type As2Rig, as2Rig } from './as2/rig.ts';
import { channelContract, type PartnerSide } from './contract.ts';

const limitBytes = 2 * 1024 * 1024;
const rig: As2Rig = await as2Rig({ limitBytes, settings: { mdn: 'async' } });

/** The partner takes messages, and sends its receipt when it is asked to. */
async function open(): Promise<PartnerSide> {
  const { partner, context, endpoint } = rig;
  const waiting = new Map<string, AtPartner>();
  const answered = new Set<string>();
  partner.answering = async (message, response) => {
    response.writeHead(200).end();
    const { messageId } = message;
    // What is known by its id is not taken again; its receipt is sent once more.
    if (answered.has(messageId)) await partner.sendReceipt(rig.hubUrl, message);
    else waiting.set(messageId, message);
  };
  let last: string | undefined;
  return {
    ...{ limitBytes, endpoint },
    settings: rig.settings,
    wrongSettings: { ...rig.settings, url: 'http://127.0.0.1:1/as2', certificates: '' },
    send: async (files) => {
      // The same files are the same message.
      const hash = createHash('sha256');
      for (const { name, bytes } of files) hash.update(name).update(bytes);
      const toSend = files.map(({ name, bytes }) => ({ fileName: name, bytes }));
      const answer = await partner.send(rig.hubUrl, toSend, { messageId: `<${hash.digest('hex')}@partner>` });
      last = answer.mdn?.disposition;
      return { taken: last === 'processed' };
    },
    stored: () => rig.stored(),
    told: async () => (last === undefined ? undefined : last === 'processed' ? 'accepted' : 'refused'),
    deliver: (fileName, bytes) => rig.deliver(fileName, bytes),
    deliverAgain: async (id) => {
      await context.db.system('delivery').where({ document_id: id }).update({ state: 'in-flight' });
      await drain(context, `endpoint/${endpoint.id}`);
    },
    look: async () =>
      [...waiting.values()].map(({ messageId, files: [file] }) => ({
        id: messageId.slice(1, messageId.indexOf('@')),
        fileName: file!.fileName!,
        bytes: Buffer.from(file!.bytes),
      })),
    acknowledge: async (id) => {
      const message = waiting.get(messageIdOf(id));
      if (!message) return;
      answered.add(message.messageId);
      waiting.delete(message.messageId);
      expect((await partner.sendReceipt(rig.hubUrl, message)).status).toBe(200);
    },
    isDelivered: async (id) => (await context.db.system('document').where({ id }).first()).state === 'delivered',
    close: () => rig.close(),
  };
}

channelContract(rig.channel, open);
