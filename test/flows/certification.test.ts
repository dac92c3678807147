import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOfTest } from '../../services/domain/certification/fixture.ts';
import { CodedError } from '../../services/domain/errors.ts';
import { advanceRun } from '../../services/flows/certification/advance.ts';
import { answerByForm } from '../../services/flows/certification/answer-by-form.ts';
import { makeEvidence } from '../../services/flows/certification/evidence.ts';
import { sweepRuns } from '../../services/flows/certification/keep-runs.ts';
import { cancelRun } from '../../services/flows/certification/runs.ts';
import { recertify } from '../../services/flows/certification/start-many.ts';
import { receive } from '../../services/flows/receive.ts';
import { translate } from '../../services/flows/translate.ts';
import { packBundle, verifyBundle } from '../../services/library/evidence-bundle.ts';
import { framesOf } from '../../services/store/scenario-runs.ts';
import { by, type CertificationRig, certificationRig } from './certification-rig.ts';
import { edit } from './rig.ts';

let of: CertificationRig;
beforeAll(async () => {
  of = await certificationRig();
});
afterAll(() => of.rig.close());

const carrier = 'standard-carrier';
const warehouse = 'standard-3pl';
const answer = (number: string, code: string, scac = 'BHFT') => [
  'ST*990*0001',
  `B1*${scac}*${number}*20261123*${code}`,
  ...(code === 'A' ? [] : ['K1*No driver']),
];

/** Plays a tender that is accepted, to its end. */
async function accept(number: string, id: string): Promise<void> {
  await of.acknowledge(carrier, await of.sent(carrier, number, '204'));
  await of.advance(id);
  await of.bring(carrier, 'GF', answer(number, 'A'));
  await of.advance(id);
}

const events = async (number: string) => {
  const rows = await of.rig.context.db
    .system('event')
    .where({ subject: number, environment: 'sandbox' })
    .whereNotNull('document_id')
    .orderBy('seq');
  return rows.map(({ type, subject, occurred_at, data }) => ({ type, subject, occurred_at, data }));
};

describe('a run of a scenario', () => {
  it('sends over the way of the partner, passes by what the partner sends, and counts in succession', async () => {
    const run = await of.start(carrier, 'tender-accept');
    expect((await of.stateOf(run.id)).frames).toMatchObject({ tender: 'passed', receipt: 'awaited', answer: 'later' });
    await accept(run.number, run.id);
    expect(await of.stateOf(run.id)).toMatchObject({ state: 'passed', reason: null });
    expect(await of.standsAs(carrier, 'inbound/990', 'tender-accept')).toMatchObject({ state: 'open' });
    const second = await of.start(carrier, 'tender-accept');
    await accept(second.number, second.id);
    expect(await of.standsAs(carrier, 'inbound/990', 'tender-accept')).toMatchObject({ state: 'passed' });
    expect(await of.standsAs(carrier, 'outbound/204', 'tender-accept')).toMatchObject({ state: 'passed' });
  });

  it('is nothing for Odoo, and no case for the team', async () => {
    const { system } = of.rig.context.db;
    expect(await system('exception_case').where({ environment: 'sandbox' })).toEqual([]);
    expect(await system('delivery').where({ environment: 'sandbox', destination: 'odoo' })).toEqual([]);
    expect(isOfTest({ environment: 'production', subject: 'CT-ACCEPT-7K2M9Q', data: {} })).toBe(false);
  });

  it('fails with the exact reason, the segment and the bytes', async () => {
    const run = await of.start(carrier, 'tender-accept');
    await of.acknowledge(carrier, await of.sent(carrier, run.number, '204'));
    await of.bring(carrier, 'GF', answer(run.number, 'D'));
    await of.advance(run.id);
    expect(await of.stateOf(run.id)).toMatchObject({
      state: 'failed',
      reason: 'Your answer: The load is accepted: /answer has `declined`, expected accepted.',
      frames: { answer: 'failed', 'answer-ack': 'left-out' },
    });
    const frame = (await framesOf(of.rig.context.db.system, [run.id])).find(({ state }) => state === 'failed')!;
    const [bad] = frame.checks.filter(({ state }) => state === 'bad');
    expect(bad).toMatchObject({
      field: '/answer',
      place: 'B1-04',
      got: 'declined',
      segment: `B1*BHFT*${run.number}*20261123*D`,
    });
    const text = Buffer.from(
      (await of.rig.context.db.system('document_raw').where({ document_id: frame.documentId }).first()).content,
    ).toString('latin1');
    expect(text.slice(...bad!.range!)).toBe('D');
  });

  it('waits for what is meant: other traffic, another run, and what comes too early hurt nobody', async () => {
    const [one, other] = [await of.start(carrier, 'tender-accept'), await of.start(carrier, 'tender-accept')];
    // The answer overtakes the acknowledgement, together with an answer to something else.
    await of.bring(carrier, 'GF', answer(one.number, 'A'));
    await of.bring(carrier, 'GF', answer('WH/OUT/00001', 'D'));
    await of.advance(one.id);
    await of.advance(other.id);
    expect(await of.stateOf(one.id)).toMatchObject({ state: 'open', frames: { receipt: 'awaited' } });
    await of.acknowledge(carrier, await of.sent(carrier, one.number, '204'));
    await of.advance(one.id);
    expect(await of.stateOf(one.id)).toMatchObject({ state: 'passed' });
    expect(await of.stateOf(other.id)).toMatchObject({ state: 'open', frames: { receipt: 'awaited' } });
    await of.rig.context.db.system.transaction((tx) =>
      cancelRun(of.rig.context, tx, { orgId: of.rig.orgs[carrier], id: other.id }, by),
    );
    expect(await of.stateOf(other.id)).toMatchObject({ state: 'cancelled' });
  });

  it('ends when its time is over', async () => {
    const run = await of.start(carrier, 'tender-decline');
    of.rig.context.pass(121 * 60_000);
    await sweepRuns(of.rig.context);
    const { state, reason } = await of.stateOf(run.id);
    expect(state).toBe('failed');
    expect(reason).toMatch(/^Your acknowledgement: Nothing of the kind came until /);
  });

  it('is started by a document under a number of its scenario', async () => {
    const number = 'CT-NOTENDER-MINE01';
    await of.bring(carrier, 'QM', [
      'ST*214*0001',
      `B10*PRO-1*${number}*BHFT`,
      'N1*SH*Northgate*92*NG',
      'N3*1 Road',
      'N4*Joliet*IL*60435*US',
      'N1*CN*Shop*92*S1',
      'N3*2 Road',
      'N4*Madison*WI*53703*US',
      'LX*1',
      'AT7*X3*NS***20261123*0400*LT',
      'MS1*Joliet*IL*US',
      'L11*1*QN',
    ]);
    await sweepRuns(of.rig.context);
    await of.rig.work();
    await sweepRuns(of.rig.context);
    const run = await of.rig.context.db.system('scenario_run').where({ number }).first();
    expect(run).toMatchObject({ scenario: 'status-without-tender', started_by: 'a document', state: 'passed' });
  });
});

describe('by EDI, by REST and by a form', () => {
  it('the same facts become the same canonical event, and each passes the run', async () => {
    const { context, orgs } = of.rig;
    const [edi, rest, form] = [
      await of.start(carrier, 'tender-accept'),
      await of.start(carrier, 'tender-accept'),
      await of.start(carrier, 'tender-accept'),
    ];
    for (const { id, number } of [edi, rest]) {
      await of.acknowledge(carrier, await of.sent(carrier, number, '204'));
      await of.advance(id);
    }
    await of.bring(carrier, 'GF', answer(edi.number, 'A'));
    const data = (await events(edi.number))[0]!.data as Record<string, unknown>;
    const body = JSON.stringify({
      type: 'tender.answered.v1',
      subject: rest.number,
      data: { ...data, shipmentId: rest.number },
    });
    const envelope = {
      orgId: orgs[carrier],
      environment: 'sandbox',
      channel: 'https',
      actor: 'test',
      form: 'events',
    } as const;
    const [sent] = await receive(context, envelope, [{ bytes: Buffer.from(body) }]);
    await translate(context, [sent!.id]);
    // Nobody without EDI sends a 997: that it was seen stands for it.
    await answerByForm(context, { orgId: orgs[carrier], id: form.id, frame: 'receipt', fields: {} }, by);
    await of.advance(form.id);
    await answerByForm(
      context,
      { orgId: orgs[carrier], id: form.id, frame: 'answer', fields: { answer: 'accepted', at: '2026-11-23' } },
      by,
    );
    await of.translateAll();
    for (const { id } of [edi, rest, form]) await of.advance(id);
    const made = await Promise.all(
      [edi, rest, form].map(async ({ number }) =>
        JSON.parse(JSON.stringify(await events(number)).replaceAll(number, 'THE-LOAD')),
      ),
    );
    expect(made[0]).toHaveLength(1);
    expect(made[1]).toEqual(made[0]);
    expect(made[2]).toEqual(made[0]);
    for (const { id } of [edi, rest, form]) expect(await of.stateOf(id)).toMatchObject({ state: 'passed' });
    const ways = await Promise.all(
      [edi, rest, form].map(async ({ id }) => (await framesOf(context.db.system, [id]))[2]!.way),
    );
    expect(ways).toEqual(['x12', 'events', 'form']);
    // Only what was exchanged as it is agreed proves a mapping.
    const proven = await context.db
      .system('scenario_run')
      .whereIn('id', [edi.id, rest.id, form.id])
      .orderBy('id')
      .select('proven');
    expect(proven.map((row) => row.proven.includes('inbound/990/004010'))).toEqual([true, false, false]);
  });

  it('tells each field that is wrong, and whoever is second that somebody was faster', async () => {
    const { context, orgs } = of.rig;
    const run = await of.start(carrier, 'tender-decline');
    const form = (frame: string, fields: Record<string, string>) =>
      answerByForm(context, { orgId: orgs[carrier], id: run.id, frame, fields }, by);
    await form('receipt', {});
    await of.advance(run.id);
    await expect(form('answer', { answer: 'maybe', at: 'soon', colour: 'blue' })).rejects.toMatchObject({
      code: 'http.request-invalid',
      more: { errors: [{ place: 'body/fields/colour' }, { place: 'body/fields/answer' }, { place: 'body/fields/at' }] },
    });
    const both = await Promise.allSettled(
      [1, 2].map(() => form('answer', { answer: 'declined', at: '2026-11-23', reason: 'No driver' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await of.translateAll();
    await of.advance(run.id);
    expect(await of.stateOf(run.id)).toMatchObject({ state: 'passed' });
    await expect(form('answer', { answer: 'declined', at: '2026-11-23' })).rejects.toMatchObject({
      code: 'http.conflict',
    });
  });

  it('a shipment, a receipt and a status with its proof are confirmed by forms', async () => {
    const { context, orgs } = of.rig;
    const play = async (
      profile: typeof carrier | typeof warehouse,
      scenario: string,
      steps: readonly (readonly [string, Record<string, string>])[],
    ) => {
      const run = await of.start(profile, scenario);
      for (const [frame, fields] of steps) {
        await answerByForm(context, { orgId: orgs[profile], id: run.id, frame, fields }, by);
        await of.translateAll();
        await of.advance(run.id);
      }
      return of.stateOf(run.id);
    };
    const at = '2026-11-22T10:15';
    const order = await of.start(warehouse, 'order-complete');
    const done = async (frame: string, fields: Record<string, string>) => {
      await answerByForm(context, { orgId: orgs[warehouse], id: order.id, frame, fields }, by);
      await of.translateAll();
      await of.advance(order.id);
    };
    await done('receipt', {});
    await done('shipped', {
      orderNumber: order.number,
      shippedAt: at,
      'lines.0.shipped': '10',
      'lines.1.shipped': '4',
    });
    expect(await of.stateOf(order.id)).toMatchObject({ state: 'passed', reason: null });
    const lines = { receiptNumber: 'R-1', receivedAt: at, 'lines.0.received': '20', 'lines.1.received': '12' };
    expect(
      await play(warehouse, 'receipt-exact', [
        ['receipt', {}],
        ['received', lines],
      ]),
    ).toMatchObject({ state: 'passed' });
    const status = (milestone: string, more: Record<string, string> = {}) => ({
      milestone,
      at,
      city: 'Madison',
      state: 'WI',
      country: 'US',
      stop: '2',
      reason: 'NS',
      ...more,
    });
    const terminal = [
      ['arrived-terminal', status('arrived-at-terminal')],
      ['left-terminal', status('departed-terminal')],
      ['arrived-delivery', status('arrived-at-delivery')],
      ['delivered', status('delivered', { signedBy: 'R ALVAREZ' })],
    ] as const;
    expect(await play(carrier, 'status-terminals', terminal)).toMatchObject({ state: 'passed' });
  });
});

describe('evidence', () => {
  it('is signed, and a flipped byte is found in the file that it is in', async () => {
    const { bytes } = await makeEvidence(of.rig.context, {
      orgId: of.rig.orgs[carrier],
      document: 'inbound/990/004010',
    });
    const good = verifyBundle(bytes);
    expect(good).toMatchObject({
      faults: [],
      about: { partner: 'Blue Heron Freight', document: 'inbound/990/004010' },
    });
    expect(good.fingerprint).toMatch(/^SHA256:/);
    const raw = good.files.find((path) => path.endsWith('.bytes'))!;
    const lines = bytes.toString('utf8').split('\n');
    const nth = lines.findIndex((line) => line.startsWith(`{"path":"${raw}"`));
    const place = Buffer.byteLength(`${lines.slice(0, nth).join('\n')}\n`) + lines[nth]!.indexOf('"base64":"') + 30;
    const flipped = Buffer.from(bytes);
    flipped[place] = flipped[place] === 65 ? 66 : 65;
    expect(verifyBundle(flipped).faults).toEqual([{ file: raw, message: 'Its bytes are not those that were signed.' }]);
    // Wherever a byte is flipped, something says so.
    for (let at = 0; at < bytes.length; at += 997) {
      const other = Buffer.from(bytes);
      other[at] = other[at]! ^ 1;
      expect(verifyBundle(other).faults.length, `byte ${at}`).toBeGreaterThan(0);
    }
  });

  it('of another key is not that of the hub', () => {
    const pair = () => {
      const { publicKey, privateKey } = generateKeyPairSync('ed25519');
      return {
        publicPart: publicKey.export({ type: 'spki', format: 'pem' }) as string,
        privatePart: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
      };
    };
    const [ours, theirs] = [pair(), pair()];
    const bundle = packBundle({ document: 'inbound/990/004010' }, [{ path: 'a', bytes: Buffer.from('b') }], theirs);
    expect(verifyBundle(bundle).faults).toEqual([]);
    expect(verifyBundle(bundle, ours.publicPart).faults).toMatchObject([{ file: 'the manifest' }]);
  });
});

describe('a change', () => {
  it('reopens exactly the scenarios that it touches', async () => {
    expect(await of.standsAs(carrier, 'inbound/990', 'tender-accept')).toMatchObject({ state: 'passed' });
    const before = await of.standsAs(carrier, 'inbound/214', 'status-without-tender');
    expect(before).toMatchObject({ state: 'passed' });
    const back = await of.rig.configure(
      carrier,
      edit('mappings/990-in.yaml', 'mapping: Answer to a load tender', 'mapping: Answer to a load tender, ours'),
    );
    expect(await of.standsAs(carrier, 'inbound/990', 'tender-accept')).toMatchObject({
      state: 'reopened',
      why: 'Passed before; since then has changed: mappings/990-in.yaml.',
    });
    expect(await of.standsAs(carrier, 'inbound/214', 'status-without-tender')).toEqual(before);
    const { context, orgs } = of.rig;
    const orgId = orgs[carrier];
    const again = await context.db.system.transaction((tx) => recertify(context, tx, { orgId }, by));
    expect(again.map(({ scenario }) => scenario)).toContain('tender-accept');
    expect(again.map(({ scenario }) => scenario)).not.toContain('status-without-tender');
    const none = await context.db.system.transaction((tx) => recertify(context, tx, { orgId }, by));
    expect(none).toEqual([]);
    await expect(
      context.db.system.transaction((tx) => recertify(context, tx, { orgId, document: 'inbound/945/004010' }, by)),
    ).rejects.toThrow(CodedError);
    await context.db.system.transaction(async (tx) => {
      for (const { id } of again) await cancelRun(context, tx, { orgId, id }, by);
    });
    await back();
    expect(await of.standsAs(carrier, 'inbound/990', 'tender-accept')).toMatchObject({ state: 'passed' });
  });

  it('leaves a run that somebody looks at twice where it is', async () => {
    const run = await of.start(carrier, 'tender-decline');
    await Promise.all([advanceRun(of.rig.context, run.id), advanceRun(of.rig.context, run.id)]);
    await of.rig.work();
    const sent = await of.rig.context.db.system('event').where({ subject: run.number });
    expect(sent).toHaveLength(1);
  });
});
