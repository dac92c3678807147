import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameCandidate, useInSandbox } from '../../services/flows/candidates.ts';
import { UnusableConfiguration } from '../../services/flows/compile-once.ts';
import { createPartner } from '../../services/flows/partners.ts';
import { release as translateAgain } from '../../services/flows/quarantine.ts';
import { makeRelease, ReleaseRefused, type ReleaseTools, saveDraft } from '../../services/flows/releases.ts';
import { retryDelivery } from '../../services/flows/retry.ts';
import { translate } from '../../services/flows/translate.ts';
import { partnerFromTemplates } from '../../services/library/templates.ts';
import { bytesOf, configurationFiles, textsOf } from '../../services/store/configurations.ts';
import type { Tx } from '../../services/store/database.ts';
import type { Environment } from '../../services/store/documents.ts';
import { draftOf, releasesOf } from '../../services/store/releases.ts';
import { answersTo, documentRow, edit, eventsOf, type FlowRig, flowRig, sample, under } from './rig.ts';

// What a partner's documents are worked on with: releases in production, the draft or a candidate in the sandbox.

let rig: FlowRig;
let tools: ReleaseTools;
let carrier: string;
beforeAll(async () => {
  rig = await flowRig({ transfers: 2 });
  const { catalog, newId, now } = rig.context;
  tools = { standards: catalog.standards, newId, now };
  carrier = rig.orgs['standard-carrier'];
});
afterAll(() => rig.close());

const inTransaction = <T>(work: (tx: Tx) => Promise<T>) => rig.context.db.system.transaction(work);
const by = () => ({ orgId: carrier, actor: 'test' });

/** The draft says this of every 214; nothing is released. */
async function draftSaying(words: string): Promise<void> {
  const { db } = rig.context;
  const files = new Map(textsOf(await configurationFiles(db.system, carrier, (await draftOf(db.system, carrier))!)));
  edit('mappings/214-in.yaml', /^ {2}shipment: .*$/m, `  shipment: { const: ${words} }`)(files);
  await inTransaction((tx) => saveDraft(tools, tx, { ...by(), files: bytesOf(files) }));
}
const released = async (note: string, source = { draft: true } as Parameters<typeof makeRelease>[2]['source']) => {
  const made = await inTransaction((tx) => makeRelease(tools, tx, { ...by(), note, source }));
  rig.context.pass(3001);
  return made;
};

let control = 700;
const report = (environment: Environment = 'production') => {
  control += 1;
  const text = under(String(control).padStart(9, '0'), sample('standard-carrier', '214-departed'));
  return environment === 'production' ? text : text.replace('*0*P*>', '*0*T*>');
};
const saidOf = async (id: string) => (await eventsOf(rig, id)).map(({ subject }) => subject as string);
const said = async (environment: Environment) =>
  saidOf(await rig.bring('standard-carrier', report(environment), environment));

test('the demo’s partners run release 1; document, event and acknowledgement say so, and so does the audit trail', async () => {
  const [first] = await releasesOf(rig.context.db.system, carrier);
  expect(first).toMatchObject({ number: 1 });
  const id = await rig.bring('standard-carrier', report());
  const made = { release_id: first!.id, configuration_hash: first!.hash };
  expect(await documentRow(rig, id)).toMatchObject(made);
  expect(await eventsOf(rig, id)).toMatchObject([{ release_id: first!.id }]);
  const [answer] = await answersTo(rig, 'standard-carrier', id);
  expect(await documentRow(rig, answer!.id)).toMatchObject(made);
  const entry = await rig.context.db.system('audit_entry').where({ document_id: id, action: 'document.translated' });
  expect(entry).toMatchObject([{ detail: { release: first!.id, configuration: first!.hash } }]);
});

test('a draft changes the sandbox and not production, a release changes production', async () => {
  await draftSaying('SPRING');
  rig.context.pass(3001);
  expect(await said('sandbox')).toEqual(['SPRING']);
  expect(await said('production')).not.toEqual(['SPRING']);
  const two = await released('spring');
  expect(two.number).toBe(2);
  expect(await said('production')).toEqual(['SPRING']);
});

test('the sandbox runs a candidate while the draft goes on, and the draft again', async () => {
  await draftSaying('SUMMER');
  await inTransaction((tx) => nameCandidate(tools, tx, { ...by(), name: 'summer' }));
  await inTransaction((tx) => useInSandbox(tools, tx, { ...by(), candidate: 'summer' }));
  await draftSaying('AUTUMN');
  rig.context.pass(3001);
  expect(await said('sandbox')).toEqual(['SUMMER']);
  expect(await said('production')).toEqual(['SPRING']);
  await released('summer', { candidate: 'summer' });
  expect(await said('production')).toEqual(['SUMMER']);
  await inTransaction((tx) => useInSandbox(tools, tx, { ...by(), candidate: null }));
  rig.context.pass(3001);
  expect(await said('sandbox')).toEqual(['AUTUMN']);
});

test('rolling back is a new release of an older content', async () => {
  const back = await released('back to spring', { number: 2 });
  const [newest, ...older] = await releasesOf(rig.context.db.system, carrier);
  expect(newest).toEqual(back);
  expect(back.hash).toBe(older.find(({ number }) => number === 2)!.hash);
  expect(await said('production')).toEqual(['SPRING']);
});

describe('a document that was tried before a release', () => {
  const failOnce = async (id: string) => {
    const newId = () => {
      throw new Error('a fault of the hub');
    };
    await expect(translate({ ...rig.context, newId }, [id])).rejects.toThrow('1 of 1 documents');
  };

  test('is finished with the release that it began with', async () => {
    const before = await rig.leave('standard-carrier', report());
    const after = await rig.leave('standard-carrier', report());
    await failOnce(before);
    await draftSaying('WINTER');
    const winter = await released('winter');
    await translate(rig.context, [before, after]);
    expect([await saidOf(before), await saidOf(after)]).toEqual([['SPRING'], ['WINTER']]);
    expect((await documentRow(rig, before)).release_id).not.toBe(winter.id);
    expect(await documentRow(rig, after)).toMatchObject({ release_id: winter.id });
  });

  test('begins anew, with the newest, when a person says "Translate again"', async () => {
    const id = await rig.leave('standard-carrier', report());
    for (let tries = 0; tries < 2; tries += 1) await failOnce(id);
    await rig.context.db.system('document').where({ id }).update({ state: 'quarantined' });
    await draftSaying('MAY');
    const may = await released('may');
    await translateAgain(rig.context, id, { visibility: '*', actor: 'test' });
    await translate(rig.context, [id]);
    expect(await saidOf(id)).toEqual(['MAY']);
    expect(await documentRow(rig, id)).toMatchObject({ release_id: may.id });
  });

  test('keeps its events when a delivery is tried again, and the audit trail says which release made them', async () => {
    const id = await rig.bring('standard-carrier', report());
    const [event] = await eventsOf(rig, id);
    const [delivery] = await rig.context.db.system('delivery').where({ event_id: event!.id });
    await rig.context.db.system('delivery').where({ id: delivery.id }).update({ state: 'failed' });
    const at = rig.context.now();
    await inTransaction((tx) => retryDelivery(tx, delivery.id, { actor: 'test', at }));
    expect(
      await rig.context.db.system('audit_entry').where({ document_id: id, action: 'delivery.retried' }),
    ).toMatchObject([{ detail: { release: event!.release_id } }]);
  });
});

describe('refused', () => {
  const files = () =>
    partnerFromTemplates(['standard-rest'], { ...somebody, identities: { production: [], sandbox: [] } });
  const somebody = { name: 'Somebody', kind: '3pl' } as const;

  test('is a draft with faults, with all of them and their places, and nothing is changed', async () => {
    const { db } = rig.context;
    const before = await draftOf(db.system, carrier);
    const faulty = new Map(files()).set('mappings/inventory-in.yaml', Buffer.from('reads: xml\n  x'));
    const refused = inTransaction((tx) => saveDraft(tools, tx, { ...by(), files: faulty }));
    await expect(refused).rejects.toThrow(UnusableConfiguration);
    await expect(refused).rejects.toMatchObject({
      faults: [
        { file: 'mappings/inventory-in.yaml', line: 1, column: 1 },
        { file: 'mappings/inventory-in.yaml', line: 1, column: 8 },
      ],
    });
    expect(await draftOf(db.system, carrier)).toBe(before);
  });

  test('is an identity that another partner has', async () => {
    const identity = [{ qualifier: 'ZZ', isaId: 'QUAYSIDE', gsId: 'QUAYSIDE' }];
    const taken = partnerFromTemplates(['standard-rest'], {
      ...somebody,
      identities: { production: identity, sandbox: [] },
    });
    await expect(inTransaction((tx) => saveDraft(tools, tx, { ...by(), files: taken }))).rejects.toThrow(
      'ZZ/QUAYSIDE is the identity of Quayside Logistics in production.',
    );
  });

  test.each([
    ['a release of the very same', { note: 'again', source: { draft: true } }, /is the same, byte for byte/],
    ['a release without a note', { note: ' ', source: { draft: true } }, /needs a note/],
    ['a release that there never was', { note: 'x', source: { number: 99 } }, /There is no release 99/],
    ['a candidate that there never was', { note: 'x', source: { candidate: 'x' } }, /There is no candidate x/],
  ] as const)('is %s', async (_, of, why) => {
    const refused = inTransaction((tx) => makeRelease(tools, tx, { ...by(), ...of }));
    await expect(refused).rejects.toThrow(ReleaseRefused);
    await expect(refused).rejects.toThrow(why);
  });

  test.each(['configuration_file', 'configuration', 'release'])('is every change of a %s', async (table) => {
    const change = (work: (tx: Tx) => Promise<unknown>) =>
      expect(inTransaction(work)).rejects.toThrow('is never changed');
    await change((tx) => tx(table).update({ created_by: 'somebody else' }));
    await change((tx) => tx(table).delete());
  });
});

test('a carrier that is a warehouse too is made from both templates, and its documents of both kinds are read', async () => {
  const { db } = rig.context;
  const identity = [{ qualifier: 'ZZ', isaId: 'BOTHWAYS', gsId: 'BOTHWAYS' }];
  const files = partnerFromTemplates(['standard-3pl', 'standard-carrier'], {
    ...{ name: 'Both Ways', kind: 'carrier-3pl' },
    identities: { production: identity, sandbox: identity },
  });
  const orgId = await inTransaction(async (tx) => {
    const made = await createPartner(tools, tx, { actor: 'test', name: 'Both Ways', kind: 'carrier-3pl' });
    await saveDraft(tools, tx, { orgId: made, actor: 'test', files });
    await makeRelease(tools, tx, { orgId: made, actor: 'test', note: 'first', source: { draft: true } });
    return made;
  });
  const own = { ...rig.orgs };
  Object.assign(rig.orgs, { 'standard-3pl': orgId });
  try {
    const as = (text: string, sender: RegExp) =>
      text.replace(sender, '*ZZ*BOTHWAYS       *').replace(/GS\*(..)\*[A-Z]+\*/, 'GS*$1*BOTHWAYS*');
    const shipped = as(sample('standard-3pl', '945-complete'), /\*ZZ\*QUAYSIDE {7}\*/);
    const moved = as(sample('standard-carrier', '214-departed'), /\*02\*BHFT {11}\*/);
    const types = [];
    for (const text of [shipped, moved])
      types.push((await eventsOf(rig, await rig.bring('standard-3pl', text)))[0]?.type);
    expect(types).toEqual(['warehouse-order.shipped.v1', 'shipment.milestone.v1']);
    const sets = await db.system('agreement').where({ org_id: orgId, environment: 'production' }).pluck('set_code');
    expect(sets).toEqual(expect.arrayContaining(['945', '940', '214', '204', '997']));
  } finally {
    Object.assign(rig.orgs, own);
  }
});

test('who changed what, and what it was before, stands in the audit trail', async () => {
  const entries = await rig.context.db
    .system('audit_entry')
    .where({ org_id: carrier })
    .whereRaw(`action like 'configuration.%'`)
    .orderBy('id');
  expect(entries.map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'configuration.draft-saved',
      'configuration.candidate-named',
      'configuration.sandbox-set',
      'configuration.released',
    ]),
  );
  const back = entries.find(({ detail }) => detail.note === 'back to spring');
  expect(back).toMatchObject({ actor: 'test', detail: { number: 4, restores: 2, before: { number: 3 } } });
});
