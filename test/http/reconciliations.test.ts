import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { reconcileDue } from '../../services/flows/reconcile.ts';
import { verifyBundle } from '../../services/library/evidence-bundle.ts';
import { type OdooRig, odooRig } from './odoo-rig.ts';
import { type Browser, orgs } from './rig.ts';

let rig: OdooRig;
let team: Browser;
let path: string;
beforeAll(async () => {
  rig = await odooRig();
  team = await rig.signIn('team');
  path = `/v1/odoo/${rig.connectionId}/reconciliations`;
});
afterAll(() => rig.close());
afterEach(() => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
});

/** Fields that the hub is on record to have written to a transfer, and that this Odoo does not hold. */
async function claim(count: number): Promise<void> {
  const { db, now, newId } = rig.context;
  const [picking] = await rig.odoo.searchRead('stock.picking', [], ['name'], { limit: 1 });
  const [deliveryId, documentId, at] = [newId(), newId(), now()];
  const of = { org_id: orgs.quayside, environment: 'production' };
  await db.system('document').insert({
    ...{ ...of, id: documentId, direction: 'in', channel: 'https', state: 'translated', transport_id: documentId },
    ...{ sha256: Buffer.alloc(32), size_bytes: 1 },
  });
  await db.system('event').insert({
    ...{ ...of, id: `${documentId}/1`, document_id: documentId, type: 'shipment.shipped.v1', subject: 'x' },
    ...{ data: '{}', provenance: '[]', occurred_at: at },
  });
  await db.system('delivery').insert({
    ...{ ...of, id: deliveryId, event_id: `${documentId}/1`, destination: 'odoo', lane: 'x', state: 'applied' },
  });
  await db.system('odoo_write').insert(
    Array.from({ length: count }, (_, nth) => ({
      ...{
        ...of,
        delivery_id: deliveryId,
        connection_id: rig.connectionId,
        model: 'stock.picking',
        method: 'write',
        at,
      },
      ...{
        record_id: picking!.id,
        record_name: picking!.name,
        field: 'message_ids',
        after: JSON.stringify(`Note ${nth}.`),
      },
    })),
  );
}

test('is asked for, done by a worker, and shown with each difference, what to do and the message; page after page, and as a signed report', async () => {
  expect((await team.get(path)).body).toEqual({ reconciliations: [] });
  await claim(5);
  const asked = await team.send('post', path).send({});
  expect(asked.status, asked.text).toBe(202);
  expect(asked.body).toMatchObject({ state: 'asked', compared: 0 });
  expect((await team.send('post', path).send({})).body.code).toBe('http.conflict');
  const one = `${path}/${asked.body.id}`;
  expect((await team.get(`${one}/report`)).status).toBe(409);
  await reconcileDue(rig.context);
  const { body } = await team.get(`${one}?limit=3`);
  expect(body.reconciliation).toMatchObject({ state: 'done', compared: 5, agree: 0, differ: 5, accuracy: 0 });
  expect(body.differences).toHaveLength(3);
  expect(body.differences[0]).toMatchObject({
    ...{ cause: 'differs', field: 'message_ids', wrote: 'Note 0.', fix: expect.stringContaining('open the message') },
    ...{ partner: { id: orgs.quayside }, documentId: expect.any(String) },
  });
  const rest = (await team.get(`${one}?limit=3&cursor=${body.next}`)).body;
  expect(rest.differences.map(({ wrote }: { wrote: string }) => wrote)).toEqual(['Note 3.', 'Note 4.']);
  expect(rest.next).toBeUndefined();
  const report = await team.get(`${one}/report`).buffer(true);
  expect(verifyBundle(Buffer.from(report.text))).toMatchObject({ faults: [], about: { differ: 5 } });
  expect((await team.get(path)).body.reconciliations).toMatchObject([{ id: asked.body.id, differ: 5 }]);
});

test('a difference is accepted with a reason and taken back; it counts accordingly, with its trace', async () => {
  const [{ id }] = (await team.get(path)).body.reconciliations;
  const of = async () => (await team.get(`${path}/${id}`)).body;
  const [{ id: first }] = (await of()).differences;
  const at = `${path}/${id}/differences/${first}/acceptance`;
  expect((await team.send('put', at).send({ note: '' })).status).toBe(400);
  expect((await team.send('put', at).send({ note: 'As agreed by phone' })).status).toBe(204);
  const accepted = await of();
  expect(accepted.reconciliation).toMatchObject({ differ: 4, accepted: 1 });
  expect(accepted.differences[0].accepted).toMatchObject({
    by: expect.stringMatching(/@/),
    note: 'As agreed by phone',
  });
  const told = await rig.context.db
    .system('audit_entry')
    .where({ action: 'odoo-difference.accepted' })
    .select('detail');
  expect(told).toMatchObject([{ detail: { note: 'As agreed by phone', differenceId: first } }]);
  expect((await team.send('delete', at)).status).toBe(204);
  expect((await of()).reconciliation).toMatchObject({ differ: 5, accepted: 0 });
  expect((await of()).differences[0].accepted).toBeUndefined();
  expect((await team.send('put', at.replace(`/${first}/`, '/999999/')).send({})).status).toBe(404);
});

test('what was asked wrongly is told, and nothing of another connection is shown', async () => {
  const [{ id }] = (await team.get(path)).body.reconciliations;
  expect((await team.get(`${path}/${id}?cursor=nonsense`)).body.errors).toMatchObject([{ place: 'query/cursor' }]);
  expect((await team.send('post', path).send({ since: 'yesterday' })).status).toBe(400);
  const other = rig.context.newId();
  expect((await team.get(`/v1/odoo/${other}/reconciliations/${id}`)).status).toBe(404);
  expect((await team.send('post', `/v1/odoo/${other}/reconciliations`).send({})).status).toBe(404);
  const partner = await rig.signIn('quayside');
  for (const at of [path, `${path}/${id}`, `${path}/${id}/report`]) expect((await partner.get(at)).status).toBe(403);
});
