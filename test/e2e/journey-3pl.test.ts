import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { scriptedPartner } from '../../services/cli/scripted-partner/scripted-partner.ts';
import { sftpProgram } from '../../services/cli/scripted-partner/sftp-program.ts';
import { odooFor } from '../../services/flows/odoo-connection.ts';
import { xlsxOf } from '../domain/imports/layouts.ts';
import { skipped } from '../support/skipped.ts';
import { atAddress, patienceMs, seen, stageMissing } from './browser.ts';
import { shipping } from './going-live.ts';
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
  sign,
  startParallelRun,
  told,
  turn,
  upload,
  useEndpoint,
} from './journey.ts';

vi.setConfig({ testTimeout: 20 * patienceMs, hookTimeout: 4 * patienceMs });

const harbour: Newcomer = {
  ...{ company: 'Harbour Row Storage', template: 'Standard 3PL' as const, id: 'HARBOURROW' },
  ...{ name: 'Ana Prieto', email: 'ana@harbourrow.example' },
};

/** What its warehouse system says of a 947, as it hands it out: a table. */
const layout = xlsxOf({
  'Layout 947': [
    ['Transaction set 947, version 004010'],
    [],
    ['Segment', 'Element', 'Req', 'Max Use', 'Loop Repeat', 'Min/Max'],
    ['W15', '', 'M', '1', '', ''],
    ['', 'W1501', 'M', '', '', '8/8'],
    ['', 'W1502', 'O', '', '', '1/22'],
  ],
});

describe.skipIf(stageMissing !== undefined)(skipped('the journey of a 3PL', stageMissing), () => {
  let stage: JourneyStage;
  beforeAll(async () => {
    stage = await openJourney();
  });
  afterAll(() => stage?.close());

  test('a warehouse that has never been here goes by SFTP from its invite to its first shipment in Odoo, by clicking and typing', async () => {
    const { hub } = stage.stage;
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

    await upload(ana, { name: 'harbour-row-947.xlsx', bytes: layout });
    await changeMapping(stage, ana, harbour, '945-in.yaml');
    await go(ana, 'Home');
    await seen(turn(ana).getByText('It was changed after this side had signed it', { exact: false }));
    await sign(stage, ana, harbour);

    const envelope = { from: { qualifier: 'ZZ', id: harbour.id }, to: { qualifier: 'ZZ', id: 'NORTHGATE' } };
    await certify(
      ana,
      scriptedPartner({
        ...{ plays: 'warehouse', channel, person: await person(stage, harbour) },
        envelope: { ...envelope, environment: 'sandbox' },
        onSilence: (runId) => endSilence(stage, runId),
      }),
    );

    await startParallelRun(stage, harbour, '945 from the partner', { 'User name': 'harbour-row-storage' });
    await letActInOdoo(stage, harbour);
    await ana.goto(`${hub.url}/channels?env=production`);
    await ana.getByRole('link', { name: 'sftp-server', exact: true }).click();
    await atAddress(ana, ({ pathname }) => pathname.startsWith('/channels/'));
    const production = program.connect({ ...server, user: await told(ana, 'user name'), hostKeys });
    // The old way has shipped it already: the login of the provider that the warehouse had before.
    const before = await fetch(`${hub.url}/v1/inbox`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${hub.apiKeys['standard-3pl/production']}`,
        'content-type': 'application/edi-x12',
      },
      body: shipping('WH/OUT/00006', 9001, 'production', 'QUAYSIDE'),
    });
    expect(before.status).toBe(202);
    await expect.poll(() => stateOf('WH/OUT/00006'), { timeout: patienceMs }).toBe('done');
    await production.send('945-00006.x12', Buffer.from(shipping('WH/OUT/00006', 9001, 'production'), 'latin1'));
    await go(ana, 'Go-live');
    await seen(ana.getByText('1 of 1 documents', { exact: false }).first());
    await goLive(stage, ana, harbour, '945 from you');

    await production.send('945-00009.x12', Buffer.from(shipping('WH/OUT/00009', 9002, 'production'), 'latin1'));
    await expect.poll(() => stateOf('WH/OUT/00009'), { timeout: patienceMs }).toBe('done');
    await inOdoo(stage, harbour, 'WH/OUT/00009');
    await seen(stage.team.getByText('button_validate', { exact: false }).first());
    channel.close();
    production.close();
  });

  /** State of a transfer in the twin of production, such as `assigned` or `done`. */
  async function stateOf(name: string): Promise<unknown> {
    const odoo = await odooFor(stage.stage.hub.hub.context, 'production');
    const [found] = await odoo!.client.searchRead('stock.picking', [['name', '=', name]], ['state']);
    return found?.state;
  }
});
