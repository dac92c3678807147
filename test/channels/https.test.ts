import { expect, test } from 'vitest';
import { httpsChannel } from '../../services/channels/https/https-channel.ts';
import { plainFileName } from '../../services/domain/file-name.ts';
import { type HttpRig, httpRig, orgs } from '../http/rig.ts';
import { insertWaiting } from '../store/traffic.ts';
import { storedFiles } from '../support/stored-files.ts';
import { anEndpoint, channelContract, type PartnerSide } from './contract.ts';

const limitBytes = 2 * 1024 * 1024;

async function open(): Promise<PartnerSide> {
  const rig: HttpRig = await httpRig({ bodyLimitBytes: limitBytes });
  const { system } = rig.context.db;
  let last: number | undefined;
  return {
    settings: {},
    told: async () => (last === undefined ? undefined : last < 300 ? 'accepted' : 'refused'),
    deliverAgain: async (id) => {
      await httpsChannel.deliver({ id, fileName: 'x', bytes: Buffer.from('x') }, {}, anEndpoint);
    },
    limitBytes,
    send: async (files) => {
      const post = rig.withKey('quayside', 'post', '/v1/inbox');
      for (const { name, bytes } of files)
        post.attach('file', Buffer.from(bytes), { filename: name, contentType: 'application/edi-x12' });
      const { status } = await post;
      last = status;
      // 422 says that it was kept and is no X12: taken, as far as moving bytes goes.
      return { taken: [200, 202, 422].includes(status) };
    },
    stored: () => storedFiles(system),
    deliver: async (fileName, bytes) => {
      const id = await insertWaiting(system, { orgId: orgs.quayside, content: Buffer.from(bytes).toString('latin1') });
      await system('document').where({ id }).update({ file_name: fileName });
      const handover = await httpsChannel.deliver({ id, fileName, bytes }, {}, anEndpoint);
      expect(handover.state).toBe('waits');
      return id;
    },
    look: async () => {
      const list = await rig.withKey('quayside', 'get', '/v1/outbox');
      return Promise.all(
        (list.body.documents as { id: string; fileName: string }[]).map(async ({ id, fileName }) => {
          const answer = await rig.withKey('quayside', 'get', `/v1/outbox/${id}`).responseType('blob');
          return { id, fileName, bytes: answer.body };
        }),
      );
    },
    acknowledge: async (id) => {
      expect((await rig.withKey('quayside', 'put', `/v1/outbox/${id}/confirmation`)).status).toBe(204);
    },
    isDelivered: async (id) => (await system('document').where({ id }).first()).state === 'delivered',
    close: () => rig.close(),
  };
}

channelContract(httpsChannel, open);

test('a file name is made harmless and never becomes longer than a column', () => {
  expect(plainFileName('/etc/passwd')).toBe('passwd');
  expect(plainFileName('C:\\out\\945.x12')).toBe('945.x12');
  expect(plainFileName(' a\0b\nc.x12 ')).toBe('abc.x12');
  expect(plainFileName('x'.repeat(300))).toHaveLength(255);
  // Characters that turn or hide text would show `invoiceexe.fdp`-like names: they stand as their code.
  expect(plainFileName('invoice\u202efdp.exe')).toBe('invoice[U+202E]fdp.exe');
  expect(plainFileName('a\u200bb\u2066c\ufeff\u{e0041}.x12')).toBe('a[U+200B]b[U+2066]c[U+FEFF][U+E0041].x12');
  expect(plainFileName('Lieferung für Zürich 発注.x12')).toBe('Lieferung für Zürich 発注.x12');
  for (const nothing of [undefined, '', '..', 'in/', '\n']) expect(plainFileName(nothing)).toBeUndefined();
});
