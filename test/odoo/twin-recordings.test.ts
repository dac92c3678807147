import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectOdoo } from '../../services/odoo/connect.ts';
import type { Version } from '../../services/twins/odoo/schema.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { skipped } from '../support/skipped.ts';
import { differences } from './transcripts/differences.ts';
import { recorded } from './transcripts/house.ts';
import { Ids } from './transcripts/ids.ts';
import { haveTranscripts, loadTranscript, recordedCall, type Step, transcriptNames } from './transcripts/load.ts';
import { recordings } from './transcripts/recordings.ts';
import { isRequest, play, type Replay } from './transcripts/replay.ts';
import { type Scenario, scenarios } from './transcripts/scenarios.ts';
import { openSnapshot, raiseIds } from './transcripts/snapshot.ts';
import { isModelled } from './transcripts/translate.ts';
import { serveTwin, type TwinServer, versions } from './twin-rig.ts';

/** Of the requests of scenarios b to j and m, so many are answered as they were recorded. */
const wanted = 0.8;

let database: TestDatabase;
let twin: TwinServer;
beforeAll(async () => {
  if (!haveTranscripts) return;
  database = await testDatabase();
  await raiseIds(database.knex);
  twin = await serveTwin(database.knex);
});
afterAll(async () => {
  if (!haveTranscripts) return;
  await twin.close();
  await database.drop();
});

/** Requests of recordings that `twin-transcripts.test.ts` holds to the same answers, on a world of its own. */
function heldThere(
  version: Version,
  { skip = {}, skipUntil18 = {}, only = {} }: Scenario,
  steps: readonly Step[],
): number {
  const skipped = { ...skip, ...(version < 19 && skipUntil18), ...only[version] };
  return steps.filter((step, at) => isRequest(step) && !skipped[at] && isModelled(recordedCall(step))).length;
}

/** A twin in the state in which a recording begins, and how to get in. */
async function begin(version: Version, name: string, steps: readonly Step[]) {
  const recording = recordings[name] ?? {};
  const { lacks = [], isManager = false } = recording;
  const title = `${name.replaceAll('_', '-')}-${version}`;
  const { keys: known, seen, quants } = await openSnapshot(database.knex, version, title, steps, recording);
  const ids = new Ids(version, {}, lacks);
  for (const [model, records] of seen.records) for (const id of records.keys()) ids.learn(model, id, id);
  for (const id of quants) ids.learn('stock.quant', id, id);
  const { hub, low } = recorded[version];
  const keys = isManager ? { ...known, integration: known.admin } : known;
  const uids = { integration: isManager ? 2 : hub, admin: 2, restricted: low };
  const replay: Replay = { ids, target: { version, url: twin.url, database: title, keys, login: 'edi.hub', uids } };
  const person = connectOdoo({
    url: `${twin.url}/${title}`,
    database: title,
    login: 'admin',
    apiKey: keys.admin,
    version,
  });
  const [first] = [...seen.of('stock.picking').keys()];
  const interfere = (what: 'validate' | 'cancel') => {
    const method = what === 'validate' ? 'button_validate' : 'action_cancel';
    return person.call('stock.picking', method, { ids: [first!], context: { skip_backorder: true } });
  };
  return { replay, before: recording.before ?? {}, interfere };
}

describe.skipIf(!haveTranscripts).each(versions)(
  skipped('recorded from Odoo %i', !haveTranscripts && '../shared/odoo/transcripts is not here'),
  (version) => {
    const tally = { requests: 0, same: 0, differ: [] as string[] };
    const names = haveTranscripts ? transcriptNames(version).filter((name) => /^[b-jm]/.test(name)) : [];
    const own = names.filter((name) => !scenarios.some((scenario) => scenario.name === name));

    it.each(own)('%s: the twin answers as Odoo did, but for the differences that are listed', async (name) => {
      const steps = loadTranscript(version, name);
      const { replay, before, interfere } = await begin(version, name, steps);
      const { why, steps: listed } = differences[name] ?? { why: '', steps: { 17: [], 18: [], 19: [] } };
      const unlisted: string[] = [];
      for (const [at, step] of steps.entries()) {
        if (before[at]) await interfere(before[at]);
        if (!isRequest(step)) continue;
        tally.requests += 1;
        const played = await play(replay, step);
        if (played.kind === 'same') tally.same += 1;
        else if (listed[version].includes(at)) tally.differ.push(`${name} [${at}] ${step.note.slice(0, 60)}: ${why}`);
        else
          unlisted.push(
            `[${at}] ${step.note} ${played.kind === 'differs' ? played.differences.join('; ') : played.reason}`,
          );
      }
      // Of what differs anyway, the twin may say that it has no answer.
      if (!why) expect(twin.crashes).toEqual([]);
      twin.crashes.splice(0);
      expect(unlisted).toEqual([]);
    });

    it(`at least ${wanted * 100} of 100 recorded requests are answered as Odoo did`, () => {
      for (const scenario of scenarios.filter(({ name }) => names.includes(name))) {
        const steps = loadTranscript(version, scenario.name);
        tally.requests += steps.filter(isRequest).length;
        tally.same += heldThere(version, scenario, steps);
      }
      console.log(
        `Odoo ${version}: ${tally.same} of ${tally.requests} recorded requests are answered as Odoo did. The others:\n  ${tally.differ.join('\n  ')}`,
      );
      expect(tally.same / tally.requests).toBeGreaterThanOrEqual(wanted);
    });
  },
);
