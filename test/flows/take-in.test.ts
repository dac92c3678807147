import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAdmission } from '../../services/flows/admit.ts';
import { takeIn } from '../../services/flows/take-in.ts';
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
