import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRelease, saveDraft } from '../../services/flows/releases.ts';
import { loadCatalog } from '../../services/library/catalog.ts';
import { bytesOf, configurationFiles, textsOf } from '../../services/store/configurations.ts';
import { type Database, openDatabase } from '../../services/store/database.ts';
import { draftOf, type Release, releasesOf } from '../../services/store/releases.ts';
import { testKeys } from '../support/seed.ts';
import { type FaultRig, faultRig } from './fault-rig.ts';
import { post, postAll } from './posting.ts';
import { statusReports } from './traffic.ts';
import { until } from './until.ts';

// A mapping is changed and released again and again while documents flow through two workers.

const documents = 600;
const setsInEach = 4;
const changes = 4;
const { standards } = loadCatalog();

let rig: FaultRig;
let db: Database;
beforeAll(async () => {
  rig = await faultRig({ transfers: 1 });
  db = openDatabase({ logins: rig.database.logins, keys: testKeys, maxConnections: 4 });
}, 300_000);
afterAll(async () => {
  await db.close();
  await rig.stop();
});

/** Releases a mapping under which every 214 speaks of the same shipment, by the name of the release. */
async function releaseSaying(orgId: string, words: string): Promise<Release> {
  const tools = { standards, newId: uuidv7, now: () => new Date() };
  return db.system.transaction(async (tx) => {
    const files = new Map(textsOf(await configurationFiles(tx, orgId, (await draftOf(tx, orgId))!)));
    const mapping = files.get('mappings/214-in.yaml')!;
    files.set('mappings/214-in.yaml', mapping.replace(/^ {2}shipment: .*$/m, `  shipment: { const: ${words} }`));
    await saveDraft(tools, tx, { orgId, actor: 'test', files: bytesOf(files) });
    return makeRelease(tools, tx, { orgId, actor: 'test', note: words, source: { draft: true } });
  });
}

test('each document’s events come from exactly one release, none is lost, and each release is taken up without a restart', {
  timeout: 900_000,
}, async () => {
  const { hub, key } = rig;
  await hub.start('api');
  const workers = await Promise.all([hub.start('worker'), hub.start('worker')]);
  const { id: orgId } = (await rig.db('organization').where({ kind: 'carrier' }).first('id')) as { id: string };
  const translated = async () =>
    Number((await rig.db('document').where({ direction: 'in', state: 'translated' }).count().first())!.count);
  const saying = new Map<string, string>();
  let sent = 0;
  for (let batch = 0; batch <= changes; batch += 1) {
    const bodies = Array.from({ length: documents / (changes + 1) }, (_, nth) =>
      statusReports(batch * documents + nth + 1, 'WH/OUT/00001', setsInEach),
    );
    const posting = postAll(hub.url, key, bodies);
    const before = await translated();
    if (batch < changes) {
      await until('some of the batch are translated', async () => (await translated()) > before);
      const words = `RELEASE-${batch + 2}`;
      saying.set((await releaseSaying(orgId, words)).id, words);
    }
    const answers = await posting;
    expect(answers.filter(({ status, duplicate }) => status === 202 && !duplicate)).toHaveLength(bodies.length);
    sent += bodies.length;
    const [newest] = await releasesOf(db.system, orgId);
    expect(newest!.number).toBe(Math.min(batch + 2, changes + 1));
    await until('the release is taken up', async () => {
      sent += 1;
      const { id } = await post(hub.url, key, statusReports(100_000 + sent, 'WH/OUT/00001', setsInEach));
      await until('all that was sent is translated', async () => (await translated()) === sent);
      return (await rig.db('document').where({ id }).first('release_id')).release_id === newest!.id;
    });
  }

  const { rows } = await rig.db.raw<{
    rows: { id: string; release_id: string; releases: string[]; subjects: string[]; events: number }[];
  }>(
    `select d.id, d.release_id, array_agg(distinct e.release_id) as releases, array_agg(distinct e.subject) as subjects, count(*)::int as events
     from document d join event e on e.document_id = d.id where d.direction = 'in' group by d.id`,
  );
  expect(rows).toHaveLength(sent);
  expect(rows.filter(({ events }) => events !== setsInEach)).toEqual([]);
  const mixed = rows.filter(
    ({ release_id, releases, subjects }) =>
      releases.length !== 1 ||
      releases[0] !== release_id ||
      subjects.length !== 1 ||
      subjects[0] !== (saying.get(release_id) ?? 'WH/OUT/00001'),
  );
  expect(mixed).toEqual([]);
  expect(new Set(rows.map((row) => row.release_id)).size).toBe(changes + 1);
  for (const worker of workers) expect(await worker.stop()).toBe(0);
});
