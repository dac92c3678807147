import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addEndpoint } from '../../services/flows/endpoints.ts';
import { takeIn } from '../../services/flows/take-in.ts';
import { translate } from '../../services/flows/translate.ts';
import { eventsOf, flowRig, sample, under } from '../flows/rig.ts';
import { openDoor } from '../support/context.ts';

const newRoot = () => realpathSync(mkdtempSync(join(tmpdir(), 'crossdock-folder-')));

test('the same 945 by HTTPS and by folder makes the same events and the same acknowledgement', async () => {
  const root = newRoot();
  const rig = await flowRig({ transfers: 1, folders: [root] });
  try {
    const path = join(root, 'van');
    mkdirSync(path);
    const orgId = rig.orgs['standard-3pl'];
    const wanted = { environment: 'production', name: 'van', channel: 'folder', settings: { path } } as const;
    const endpointId = await addEndpoint(rig.context, orgId, wanted, { actor: 't', by: { kind: 'hub' }, side: 'team' });
    const text = sample('standard-3pl', '945-complete');
    const first = await rig.bring('standard-3pl', text);
    await takeIn(rig.context, endpointId, openDoor);
    writeFileSync(join(path, 'inbox', '945.x12'), under('000000777', text), 'latin1');
    await takeIn(rig.context, endpointId, openDoor);
    rig.context.pass(2500);
    await takeIn(rig.context, endpointId, openDoor);
    expect(readdirSync(join(path, 'archive'))).toEqual(['945.x12']);
    const second = await rig.context.db.system('document').where({ endpoint_id: endpointId, direction: 'in' }).first();
    expect(second).toMatchObject({ channel: 'folder', state: 'received', file_name: '945.x12' });
    await translate(rig.context, [second.id]);
    await rig.work();
    const said = async (id: string) =>
      (await eventsOf(rig, id)).map(({ type, subject, data, occurred_at: at }) => ({ type, subject, data, at }));
    expect((await said(second.id)).length).toBeGreaterThan(0);
    expect(await said(second.id)).toEqual(await said(first));
    // Its 997 goes back the way that it came.
    const [file] = readdirSync(join(path, 'outbox'));
    const ack = readFileSync(join(path, 'outbox', file!), 'latin1');
    const [byHttps] = await rig.context.db
      .system('document as d')
      .join('document_raw as r', 'r.document_id', 'd.id')
      .where({ answers: first })
      .select('r.content');
    const bare = (of: string) =>
      of
        .replaceAll(/\*0{3,}\d+|\*\d{6}(?=[*~])|\*000000777|\*\d{4}(?=\*)/g, '*')
        .split('~')
        .filter((one) => /^AK/.test(one));
    expect(bare(ack)).toEqual(bare(byHttps.content.toString('latin1')));
  } finally {
    await rig.close();
    rmSync(root, { recursive: true, force: true });
  }
});
