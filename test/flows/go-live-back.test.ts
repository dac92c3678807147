import { expect, test } from 'vitest';
import { startParallelRun } from '../../services/flows/go-live/parallel-run.ts';
import { rollBack } from '../../services/flows/go-live/roll-back.ts';
import { makePartner } from '../../services/flows/onboarding/make-partner.ts';
import { makeRelease, saveDraft } from '../../services/flows/releases.ts';
import { bytesOf, configurationFiles, textsOf } from '../../services/store/configurations.ts';
import { producedOf } from '../../services/store/go-live/production.ts';
import { draftOf, inUseOf } from '../../services/store/releases.ts';
import {
  approve,
  ask,
  harbour,
  ines,
  key856,
  key945,
  omar,
  onTheGoLiveRig,
  passedRun,
  people,
  rig,
} from './go-live-rig.ts';
import { edit } from './rig.ts';

// What a document that goes back leaves to the others: each is live on its own.

onTheGoLiveRig();

const goesLive = async (key: typeof key945 | typeof key856) => {
  const id = await ask(key);
  await approve(id, omar());
  await approve(id, people.paul!);
};

const runs = async (key: typeof key945 | typeof key856) => {
  await startParallelRun(rig.context, harbour, { document: key }, ines());
  await passedRun();
};

async function changesMapping(path: string, words: string): Promise<void> {
  const { db, catalog, newId, now } = rig.context;
  const files = new Map(textsOf(await configurationFiles(db.system, harbour, (await draftOf(db.system, harbour))!)));
  edit(path, /^/, words)(files);
  await db.system.transaction((tx) =>
    saveDraft({ standards: catalog.standards, newId, now }, tx, { orgId: harbour, ...ines(), files: bytesOf(files) }),
  );
}

async function production(): Promise<{ sets: string[]; mapping945: string; mapping856: string }> {
  const { system } = rig.context.db;
  const sets = await system('agreement').where({ org_id: harbour, environment: 'production' }).pluck('set_code');
  const use = (await inUseOf(system, harbour)).find(({ environment }) => environment === 'production');
  const files = textsOf(await configurationFiles(system, harbour, use!.hash));
  return {
    sets: sets.toSorted(),
    mapping945: files.get('mappings/945-in.yaml')!.split('\n')[0]!,
    mapping856: files.get('mappings/856-in.yaml')!.split('\n')[0]!,
  };
}

const modes = async () =>
  Object.fromEntries((await producedOf(rig.context.db.system, harbour)).map(({ key, mode }) => [key.set, mode]));

test('a change that goes back takes nothing from what has gone live since, or is in its parallel run', async () => {
  await runs(key945);
  await goesLive(key945);
  await changesMapping('mappings/945-in.yaml', '# Second.\n');
  await goesLive(key945);
  await runs(key856);
  const back = await rollBack(rig.context, harbour, key945, 'Too many were refused.', omar());
  expect(back.documents).toEqual({ 'inbound/945/004010': 'live' });
  expect(await production()).toMatchObject({ sets: ['856', '945', '997', '999'] });
  expect((await production()).mapping945).not.toBe('# Second.');
  expect(await modes()).toEqual({ 945: 'live', 856: 'parallel' });

  await goesLive(key945);
  await goesLive(key856);
  await changesMapping('mappings/945-in.yaml', '# Third.\n');
  await goesLive(key945);
  await changesMapping('mappings/856-in.yaml', '# Second.\n');
  await goesLive(key856);
  await rollBack(rig.context, harbour, key945, 'Not so.', omar());
  expect(await production()).toEqual({
    ...{ sets: ['856', '945', '997', '999'], mapping945: '# Second.', mapping856: '# Second.' },
  });
  expect(await modes()).toEqual({ 945: 'live', 856: 'live' });
});

test('what cannot go back to a release, since somebody else has its identity by now, goes back to its parallel run', async () => {
  const { db, catalog, newId, now } = rig.context;
  const files = new Map(textsOf(await configurationFiles(db.system, harbour, (await draftOf(db.system, harbour))!)));
  edit('partner.yaml', /HARBOURROW/g, 'HARBOURTWO')(files);
  const tools = { standards: catalog.standards, newId, now };
  await db.system.transaction((tx) => saveDraft(tools, tx, { orgId: harbour, ...ines(), files: bytesOf(files) }));
  await changesMapping('mappings/945-in.yaml', '# Fourth.\n');
  await goesLive(key945);
  await db.system.transaction(async (tx) => {
    const production = [{ qualifier: 'ZZ', isaId: 'HARBOURROW', gsId: 'HARBOURROW' }];
    const wanted = { name: 'Copper Wharf', templates: ['standard-3pl'], identities: { sandbox: [], production } };
    const { orgId } = await makePartner(tools, tx, wanted, ines());
    await makeRelease(tools, tx, { orgId, ...ines(), note: 'They have the id now.', source: { draft: true } });
  });
  const back = await rollBack(rig.context, harbour, key945, 'Once more.', omar());
  expect(back).toEqual({ documents: { 'inbound/945/004010': 'parallel' } });
});
