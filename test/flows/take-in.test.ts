import { renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAdmission } from '../../services/flows/admit.ts';
import { readEndpoint } from '../../services/flows/endpoint-views.ts';
import { removeEndpoint } from '../../services/flows/endpoints.ts';
import { takeIn } from '../../services/flows/take-in.ts';
import { translate } from '../../services/flows/translate.ts';
import { until } from '../fault/until.ts';
import { drop, type FolderRig, filesIn, folderRig } from './folder-rig.ts';
import { sample, under } from './rig.ts';

// Documents that an endpoint is asked for, where the hub has no room for them.

let folder: FolderRig;
beforeAll(async () => {
  folder = await folderRig();
});
afterAll(() => folder.close());

test('what the hub has no room for stays in the inbox of the folder, and is taken when there is room', async () => {
  const { rig } = folder;
  const { id, path } = await folder.add('standard-3pl', 'van');
  const backlog = { backlogDocuments: 0, backlogBytes: 0, partnerBacklogBytes: 0, minFreeBytes: 0 };
  const narrow = makeAdmission(rig.context, { ...backlog, partnerBacklogDocuments: 1 });
  for (const nth of [1, 2, 3])
    drop(path, `${nth}.x12`, Buffer.from(under(`00000080${nth}`, sample('standard-3pl', '945-complete')), 'latin1'));
  const look = async () => {
    await takeIn(rig.context, id, narrow);
    rig.context.pass(2500);
    await takeIn(rig.context, id, narrow);
  };
  await look();
  expect([filesIn(path, 'archive').length, filesIn(path, 'inbox').length]).toEqual([1, 2]);
  const cases = () => rig.context.db.system('exception_case').where({ state: 'open' }).select('fingerprint');
  const [opened] = await until('a case is open', async () => ((await cases()).length > 0 ? cases() : undefined));
  expect(opened.fingerprint).toContain('inbox.partner-backlog-full');
  await folder.look(id);
  expect([filesIn(path, 'archive').length, filesIn(path, 'inbox').length]).toEqual([3, 0]);
});

test('an endpoint is not removed while our documents lie there that the partner has not taken, and its folders are open to the group', async () => {
  const { rig, by } = folder;
  const orgId = rig.orgs['standard-3pl'];
  const { id, path } = await folder.add('standard-3pl', 'dock');
  drop(path, '9.x12', Buffer.from(under('000000809', sample('standard-3pl', '945-complete')), 'latin1'));
  await folder.look(id);
  expect(statSync(join(path, 'outbox')).mode & 0o777).toBe(0o770);
  await translateAll(rig);
  await until('its 997 lies there', async () => {
    await folder.after(1000);
    return filesIn(path, 'outbox').length === 1;
  });
  const remove = () => removeEndpoint(rig.context, { orgId, endpointId: id }, by);
  await expect(remove()).rejects.toMatchObject({ more: { detail: expect.stringContaining('has not taken yet') } });
  for (const name of filesIn(path, 'outbox')) rmSync(join(path, 'outbox', name));
  await folder.look(id);
  await remove();
});

test('an endpoint that cannot be looked at is not said to be ready', async () => {
  const { context, orgs } = folder.rig;
  const { id, path } = await folder.add('standard-3pl', 'gate');
  const state = async () => {
    const of = { orgId: orgs['standard-3pl'], endpointId: id };
    return context.db.scoped('*', (tx) => readEndpoint(context, tx, of, 'http://localhost'));
  };
  await folder.look(id);
  expect(await state()).toMatchObject({ state: 'ready' });
  renameSync(path, `${path}-away`);
  await folder.look(id);
  expect(await state()).toMatchObject({ state: 'failing', reason: expect.stringContaining('There is no folder') });
  renameSync(`${path}-away`, path);
  await folder.look(id);
  expect(await state()).toMatchObject({ state: 'ready' });
});

async function translateAll({ context }: FolderRig['rig']): Promise<void> {
  const rows = await context.db
    .system('document')
    .where({ direction: 'in', state: 'received' })
    .select<{ id: string }[]>('id');
  await translate(
    context,
    rows.map(({ id }) => id),
  );
}
