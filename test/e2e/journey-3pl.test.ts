import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDesk } from '../../services/cli/demo-journey/odoo-desk.ts';
import { short } from '../../services/cli/scripted-partner/said.ts';
import { scriptedPartner } from '../../services/cli/scripted-partner/scripted-partner.ts';
import { sftpProgram } from '../../services/cli/scripted-partner/sftp-program.ts';
import { shipment } from '../../services/cli/scripted-partner/warehouse.ts';
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
  sign,
  signAgain,
  startParallelRun,
  told,
  upload,
  useEndpoint,
} from './journey.ts';

vi.setConfig({ testTimeout: 40 * patienceMs, hookTimeout: 4 * patienceMs });

const harbour: Newcomer = {
  ...{ company: 'Harbour Row Storage', template: 'Standard 3PL' as const, id: 'HARBOURROW' },
  ...{ name: 'Ana Prieto', email: 'ana@harbourrow.example' },
};

/** What a warehouse system says of its 945, as it hands it out: a table. */
const layout = readFileSync(new URL('../../services/cli/demo-journey/files/fernbank-945.xlsx', import.meta.url));

describe.skipIf(stageMissing !== undefined)(skipped('the journey of a new 3PL', stageMissing), () => {
  let stage: JourneyStage;
  beforeAll(async () => {
    stage = await openJourney();
  });
  afterAll(() => stage?.close());

  test('a 3PL goes by SFTP from its invite to its first shipment in Odoo, by clicking and typing', async () => {
    const { hub } = stage.stage;
    const desk = openDesk(hub.url, hub);
    const program = sftpProgram();
    const ana = await comeIn(stage, harbour);
    await fillProfile(ana, harbour);
    await sign(stage, ana, harbour);

    await addEndpoint(ana, /hub's server/);
    await ana.getByLabel('User name').fill('harbour-row-storage-test');
    await ana.getByLabel('Public keys of the partner', { exact: true }).fill(program.publicKey);
    await useEndpoint(ana);
    const server = { host: '127.0.0.1', port: Number(await told(ana, 'port')) };
    const hostKeys = [await told(ana, 'host key (Ed25519)')];
    const channel = program.connect({ ...server, user: 'harbour-row-storage-test', hostKeys });
    await ana.getByRole('button', { name: /^Test / }).click();
    await seen(ana.getByText('It works'));

    await upload(ana, { name: 'harbour-row-945.xlsx', bytes: layout });
    await changeMapping(stage, ana, harbour, '945-in.yaml');
    await signAgain(stage, ana, harbour);

    const asPerson = await person(stage, harbour);
    const inSandbox = { plays: 'warehouse', channel, person: asPerson } as const;
    await certify(ana, scriptedPartner({ ...inSandbox, envelope: envelopeOf(harbour, 'sandbox') }));

    await startParallelRun(stage, harbour, '945 from the partner', { 'User name': 'harbour-row-storage' });
    await letActInOdoo(stage, harbour);
    await openInProduction(ana, 'sftp-server');
    const inProduction = program.connect({ ...server, user: await told(ana, 'user name'), hostKeys });
    const warehouse = scriptedPartner({
      ...{ plays: 'warehouse', channel: inProduction, person: asPerson, envelope: envelopeOf(harbour, 'production') },
    });
    const [first, second] = (await desk.ready()).filter(({ trackingNumber }) => trackingNumber === '');
    const shipped = ({ name, lines }: NonNullable<typeof first>) =>
      shipment(
        name,
        lines.map(({ sku, quantity }) => ({ status: 'CC', product: { sku }, ordered: quantity, shipped: quantity })),
      );
    // The old way has shipped it already.
    await desk.ship(first!, `BOL-${short(first!.name)}`);
    await warehouse.send(shipped(first!));
    await passParallelRun(ana, '945 from you');
    await goLive(stage, ana, harbour, '945 from you');

    await warehouse.send(shipped(second!));
    await inOdoo(stage, harbour, { transfer: second!.name, wrote: 'button_validate' });
    expect(await desk.look(second!)).toMatchObject({ state: 'done' });
    channel.close();
    inProduction.close();
  });
});
