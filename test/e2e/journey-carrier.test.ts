import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openAs2Program } from '../../services/cli/scripted-partner/as2-program.ts';
import { scriptedPartner } from '../../services/cli/scripted-partner/scripted-partner.ts';
import { skipped } from '../support/skipped.ts';
import { patienceMs, seen, stageMissing } from './browser.ts';
import {
  addEndpoint,
  certify,
  changeMapping,
  comeIn,
  endSilence,
  fillProfile,
  go,
  goLive,
  inOdoo,
  type JourneyStage,
  letActInOdoo,
  type Newcomer,
  openJourney,
  person,
  serious,
  sign,
  startParallelRun,
  told,
  turn,
  upload,
  useEndpoint,
} from './journey.ts';

vi.setConfig({ testTimeout: 20 * patienceMs, hookTimeout: 4 * patienceMs });

const redwing: Newcomer = {
  ...{ company: 'Redwing Haulage', template: 'Standard carrier' as const, id: 'REDWING' },
  ...{ name: 'Rosa Lindqvist', email: 'rosa@redwing.example' },
};

/** What a carrier has of its 990: the day of the answer is always there. */
const sef = `.VER 1.6
.INI
ANSWER,,004 010,X,X12-4010,Answer to a tender
.SETS
990=^[ST,M][B1,M][N9,,10][K1,,10][SE,M]
.SEGS
B1=[140,M][145,M][373,M][558,M]
`;

/** A status of a transfer, as its dispatch system writes it. */
const departed = (order: string) => ({
  functional: 'QM',
  segments: [
    'ST*214*0001',
    `B10*PRO-${order.slice(-5)}*${order}*RDWG`,
    'N1*SH*Northgate Outfitters*92*NG',
    'N3*2200 Canal Road',
    'N4*Joliet*IL*60435*US',
    'N1*CN*Larkfield Sports*92*C1001',
    'N3*418 Orchard Lane',
    'N4*Madison*WI*53703*US',
    'LX*1',
    `AT7*AF*NS***${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')}*0620*LT`,
    'MS1*Joliet*IL*US',
    'L11*1*QN',
  ],
});

describe.skipIf(stageMissing !== undefined)(skipped('the journey of a carrier', stageMissing), () => {
  let stage: JourneyStage;
  let program: Awaited<ReturnType<typeof openAs2Program>>;
  beforeAll(async () => {
    stage = await openJourney();
    program = await openAs2Program({ company: 'Redwing Haulage' });
  });
  afterAll(async () => {
    await program?.close();
    await stage?.close();
  });

  test('a carrier that has never been here goes by AS2 from its invite to its first status in Odoo, by clicking and typing', async () => {
    const { url } = stage.stage.hub;
    const rosa = await comeIn(stage, redwing);
    expect(await serious(rosa)).toEqual([]);
    await fillProfile(rosa, redwing);
    await sign(stage, rosa, redwing);

    await go(rosa, 'Home');
    await seen(turn(rosa).getByRole('heading', { name: 'Test the channel https' }));
    await addEndpoint(rosa, /^AS2/);
    expect(await (await seen(rosa.getByLabel('AS2 id of the hub'))).inputValue()).toBe('NORTHGATE-TEST');
    await rosa.getByLabel('AS2 id of the partner').fill('REDWING-TEST');
    await rosa.getByLabel('Address of the partner').fill(program.url);
    await rosa
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        ...{ name: 'redwing.pem', mimeType: 'application/x-pem-file', buffer: Buffer.from(program.certificate) },
      });
    await useEndpoint(rosa);
    const certificate = rosa.getByRole('textbox', { name: 'Certificate of the hub', exact: true });
    const hub = {
      id: await told(rosa, 'AS2 id of the hub'),
      url: `${url}/as2`,
      certificate: await certificate.inputValue(),
    };
    const channel = program.connect('REDWING-TEST', hub);
    await rosa.getByRole('button', { name: 'Test as2' }).click();
    await seen(rosa.getByText('It works'));

    await upload(rosa, { name: 'redwing-990.sef', bytes: new TextEncoder().encode(sef) });
    await changeMapping(stage, rosa, redwing, '214-in.yaml');
    await go(rosa, 'Home');
    await seen(turn(rosa).getByText('It was changed after this side had signed it', { exact: false }));
    await sign(stage, rosa, redwing);

    const envelope = { from: { qualifier: 'ZZ', id: redwing.id }, to: { qualifier: 'ZZ', id: 'NORTHGATE' } };
    await certify(
      rosa,
      scriptedPartner({
        ...{ plays: 'carrier', scac: 'XXXX', channel, person: await person(stage, redwing) },
        envelope: { ...envelope, environment: 'sandbox' },
        onSilence: (runId) => endSilence(stage, runId),
      }),
    );

    await startParallelRun(stage, redwing, '214 from the partner', {
      ...{
        'AS2 id of the hub': 'NORTHGATE',
        'AS2 id of the partner': 'REDWING',
        'Address of the partner': program.url,
      },
    });
    await letActInOdoo(stage, redwing);
    await rosa.goto(`${url}/channels?env=production`);
    await rosa.getByRole('link', { name: 'as2', exact: true }).click();
    const inProduction = program.connect('REDWING', {
      ...{ id: await told(rosa, 'AS2 id of the hub'), url: `${url}/as2`, certificate: await certificate.inputValue() },
    });
    const dispatch = scriptedPartner({
      ...{ plays: 'carrier', channel: inProduction, person: await person(stage, redwing) },
      envelope: { ...envelope, environment: 'production' },
    });
    await dispatch.send(departed('WH/OUT/00003'));
    await go(rosa, 'Go-live');
    await seen(rosa.getByText('1 of 1 documents', { exact: false }).first());
    await goLive(stage, rosa, redwing, '214 from you');

    await dispatch.send(departed('WH/OUT/00004'));
    await inOdoo(stage, redwing, 'WH/OUT/00004');
    await seen(stage.team.getByText('Departed', { exact: false }).first());
    channel.close();
    inProduction.close();
  });
});
