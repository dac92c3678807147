import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDesk } from '../../services/cli/demo-journey/odoo-desk.ts';
import { openAs2Program } from '../../services/cli/scripted-partner/as2-program.ts';
import { carrierSays } from '../../services/cli/scripted-partner/carrier.ts';
import { short } from '../../services/cli/scripted-partner/said.ts';
import { scriptedPartner } from '../../services/cli/scripted-partner/scripted-partner.ts';
import { skipped } from '../support/skipped.ts';
import { patienceMs, seen, stageMissing } from './browser.ts';
import {
  addEndpoint,
  certify,
  changeMapping,
  comeIn,
  envelopeOf,
  fillProfile,
  goLive,
  inOdoo,
  type JourneyStage,
  letActInOdoo,
  type Newcomer,
  openInProduction,
  openJourney,
  passParallelRun,
  person,
  serious,
  sign,
  signAgain,
  startParallelRun,
  told,
  upload,
  useEndpoint,
} from './journey.ts';

vi.setConfig({ testTimeout: 40 * patienceMs, hookTimeout: 4 * patienceMs });

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

describe.skipIf(stageMissing !== undefined)(skipped('the journey of a new carrier', stageMissing), () => {
  let stage: JourneyStage;
  beforeAll(async () => {
    stage = await openJourney();
  });
  afterAll(() => stage?.close());

  test('a carrier goes by AS2 from its invite to its first status in Odoo, by clicking and typing', async () => {
    const { hub } = stage.stage;
    const desk = openDesk(hub.url, hub);
    const program = await openAs2Program({ company: redwing.company });
    const rosa = await comeIn(stage, redwing);
    expect(await serious(rosa)).toEqual([]);
    await fillProfile(rosa, redwing);
    await sign(stage, rosa, redwing);

    await addEndpoint(rosa, /^AS2/);
    expect(await (await seen(rosa.getByLabel('AS2 id of the hub'))).inputValue()).toBe('NORTHGATE-TEST');
    await rosa.getByLabel('AS2 id of the partner').fill('REDWING-TEST');
    await rosa.getByLabel('Address of the partner').fill(program.url);
    const file = { name: 'redwing.pem', mimeType: 'application/x-pem-file', buffer: Buffer.from(program.certificate) };
    await rosa.locator('input[type=file]').first().setInputFiles(file);
    await useEndpoint(rosa);
    const ofHub = async () => ({
      id: await told(rosa, 'AS2 id of the hub'),
      url: `${hub.url}/as2`,
      certificate: await rosa.getByRole('textbox', { name: 'Certificate of the hub', exact: true }).inputValue(),
    });
    const channel = program.connect('REDWING-TEST', await ofHub());
    await rosa.getByRole('button', { name: 'Test as2' }).click();
    await seen(rosa.getByText('It works'));

    await upload(rosa, { name: 'redwing-990.sef', bytes: new TextEncoder().encode(sef) });
    await changeMapping(stage, rosa, redwing, '214-in.yaml');
    await signAgain(stage, rosa, redwing);

    const asPerson = await person(stage, redwing);
    const inSandbox = { plays: 'carrier', scac: 'XXXX', channel, person: asPerson } as const;
    await certify(rosa, scriptedPartner({ ...inSandbox, envelope: envelopeOf(redwing, 'sandbox') }));

    await startParallelRun(stage, redwing, '214 from the partner', {
      'AS2 id of the hub': 'NORTHGATE',
      'AS2 id of the partner': 'REDWING',
    });
    await letActInOdoo(stage, redwing);
    await openInProduction(rosa, 'as2');
    const inProduction = program.connect('REDWING', await ofHub());
    const dispatch = scriptedPartner({
      ...{ plays: 'carrier', channel: inProduction, person: asPerson, envelope: envelopeOf(redwing, 'production') },
    });
    const departed = (number: string) =>
      carrierSays({ scenario: '', frame: 'departed-pickup', number, control: 0, scac: 'RDWG' });
    const [first, second] = await desk.ready();
    // The old way has it already.
    await desk.noteCarrierNumber(first!, `PRO-${short(first!.name)}`);
    await dispatch.send(departed(first!.name));
    await passParallelRun(rosa, '214 from you');
    await goLive(stage, rosa, redwing, '214 from you');

    await dispatch.send(departed(second!.name));
    await inOdoo(stage, redwing, { transfer: second!.name, wrote: 'carrier_tracking_ref' });
    expect(await desk.look(second!)).toMatchObject({ trackingNumber: `PRO-${short(second!.name)}` });
    channel.close();
    inProduction.close();
    await program.close();
  });
});
