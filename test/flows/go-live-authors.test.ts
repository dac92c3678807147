import { expect, test } from 'vitest';
import type { Approver } from '../../services/flows/go-live/decide.ts';
import { startParallelRun } from '../../services/flows/go-live/parallel-run.ts';
import { watchGoLive } from '../../services/flows/go-live/watch-go-live.ts';
import { saveDraft } from '../../services/flows/releases.ts';
import { audit } from '../../services/store/audit.ts';
import { bytesOf, configurationFiles, textsOf } from '../../services/store/configurations.ts';
import { versionOf } from '../../services/store/go-live/requests.ts';
import { draftOf } from '../../services/store/releases.ts';
import {
  approve,
  ask,
  bring,
  harbour,
  hourMs,
  ines,
  key856,
  key945,
  omar,
  onTheGoLiveRig,
  out,
  passedRun,
  people,
  refused,
  rig,
} from './go-live-rig.ts';
import { edit } from './rig.ts';

// Who has a part in what goes live is told by what was not live before, whatever production runs beside it already.

onTheGoLiveRig();

async function writes(path: string, words: string, who: Approver): Promise<void> {
  const { db, catalog, newId, now } = rig.context;
  const files = new Map(textsOf(await configurationFiles(db.system, harbour, (await draftOf(db.system, harbour))!)));
  edit(path, /^/, words)(files);
  await db.system.transaction((tx) =>
    saveDraft({ standards: catalog.standards, newId, now }, tx, { orgId: harbour, ...who, files: bytesOf(files) }),
  );
}
const authors = async (id: string) => (await versionOf(rig.context.db.system, id, 1)).authors;

test('an Odoo that cannot be asked makes no mismatch, however long it is away', async () => {
  await writes('mappings/945-in.yaml', '# Of Omar.\n', omar());
  await writes('mappings/856-in.yaml', '# Of Rosa.\n', people.rosa!);
  const policy = { days: 0, documents: 1, mismatchPercent: 0, compareWithinMinutes: 60 };
  await startParallelRun(rig.context, harbour, { document: key945, policy }, ines());
  rig.context.pass(3001);
  await bring(out(1));
  await rig.work();
  const { system } = rig.context.db;
  const connection = () => system('odoo_connection').where({ environment: 'production' });
  const { kind, url } = await connection().first();
  await connection().update({ kind: 'odoo', url: 'http://127.0.0.1:9/nothing', state: 'unreachable' });
  rig.context.pass(3 * hourMs);
  await watchGoLive(rig.context);
  const compared = () =>
    system('parallel_comparison')
      .where({ subject: out(1) })
      .first('verdict', 'says');
  expect(await compared()).toMatchObject({ verdict: 'waiting' });
  await connection().update({ kind, url, state: 'ready' });
  rig.context.pass(2 * hourMs);
  await watchGoLive(rig.context);
  expect(await compared()).toMatchObject({ verdict: 'mismatch', says: expect.stringContaining('does not hold') });
});

test('who wrote a mapping does not approve its go-live, though the parallel run has brought it to production', async () => {
  await passedRun();
  const id = await ask(key945);
  expect(await refused(approve(id, omar()))).toMatch(/You wrote part of what changes/);
  // Under another address it is the same person.
  const { userId } = omar();
  await rig.context.db.system('app_user').where({ id: userId }).update({ email: 'o.haddad@northgate.example' });
  const renamed = { ...omar(), actor: 'o.haddad@northgate.example' };
  expect(await refused(approve(id, renamed))).toMatch(/You wrote part of what changes/);
  // What another document is worked on with goes live with that one.
  expect(await authors(id)).not.toContain('rosa@northgate.example');
  await approve(id, people.rosa!);
  await approve(id, people.paul!);
});

test('who set up a channel that is taken over to production does not approve it', async () => {
  await startParallelRun(rig.context, harbour, { document: key856 }, ines());
  await passedRun();
  rig.context.pass(1000);
  const { system } = rig.context.db;
  const { id: endpoint } = await system('channel_endpoint')
    .where({ org_id: harbour, environment: 'production' })
    .first('id');
  await system.transaction((tx) =>
    audit(tx, [
      {
        ...{ orgId: harbour, at: rig.context.now(), ...people.paul!, action: 'endpoint.changed' },
        ...{ subject: { type: 'endpoint', id: endpoint }, detail: { changed: ['url'] } },
      },
    ]),
  );
  const id = await ask(key856);
  expect(await refused(approve(id, people.paul!))).toMatch(/You wrote part of what changes/);
  expect(await refused(approve(id, people.rosa!))).toMatch(/You wrote part of what changes/);
  await approve(id, omar());
});
