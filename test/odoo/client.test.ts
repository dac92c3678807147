import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OdooClient } from '../../services/odoo/client.ts';
import { connectOdoo } from '../../services/odoo/connect.ts';
import { discoverOdoo } from '../../services/odoo/discover.ts';
import { OdooError } from '../../services/odoo/error.ts';
import { openTransport } from '../../services/odoo/transport.ts';
import type { Seeded } from '../../services/twins/odoo/seed.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { seedAll, serveTwin, type TwinServer, versions } from './twin-rig.ts';

let database: TestDatabase;
let twin: TwinServer;
let seeded: Record<17 | 18 | 19, Seeded>;
const servers: Server[] = [];

beforeAll(async () => {
  database = await testDatabase();
  seeded = await seedAll(database.knex, { transfers: 3 });
  twin = await serveTwin(database.knex);
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});
afterAll(async () => {
  expect(twin.crashes).toEqual([]);
  await twin.close();
  await database.drop();
});

async function failure(work: Promise<unknown>): Promise<{ kind: string; fault: string }> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof OdooError)) throw new Error(`not an OdooError: ${String(error)}`);
  expect(JSON.stringify(error)).not.toContain('Traceback');
  return { kind: error.kind, fault: error.fault };
}

/** A server that is no Odoo and behaves badly. */
async function server(listener: RequestListener): Promise<string> {
  const made = createServer(listener);
  servers.push(made);
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

const connectionOf = (version: 17 | 18 | 19) => {
  const { database: name, login, apiKey } = seeded[version];
  return { url: twin.url, database: name, login, apiKey, version };
};

describe.each(versions)('the client for Odoo %i', (version) => {
  let client: OdooClient;
  beforeAll(() => {
    client = connectOdoo(connectionOf(version));
  });

  it('searches, reads, creates and writes', async () => {
    const [found] = await client.searchRead('stock.picking', [['name', '=', 'WH/OUT/00001']], ['name', 'partner_id'], {
      limit: 1,
    });
    expect(found).toMatchObject({ name: 'WH/OUT/00001', partner_id: [expect.any(Number), 'Larkfield Sports'] });
    const ids = await client.create('res.partner', [{ name: 'One' }, { name: 'Two' }]);
    await client.write('res.partner', ids, { ref: 'X' });
    expect(await client.read('res.partner', [...ids, 99999999], ['name', 'ref'])).toEqual([
      { id: ids[0], name: 'One', ref: 'X' },
      { id: ids[1], name: 'Two', ref: 'X' },
    ]);
    const [tree] = await client.webSearchRead('stock.picking', [['id', '=', found!.id]], {
      partner_id: { fields: { state_id: { fields: { code: {} } } } },
    });
    expect(tree).toMatchObject({ partner_id: { state_id: { code: 'WI' } } });
  });

  it('never calls a method of records without ids', async () => {
    expect(await failure(client.call('stock.picking', 'button_validate'))).toMatchObject({ kind: 'bad-request' });
    expect(await failure(client.call('stock.picking', 'button_validate', { ids: [] }))).toMatchObject({
      kind: 'bad-request',
    });
    expect(await failure(client.write('stock.picking', [], { note: 'x' }))).toMatchObject({ kind: 'bad-request' });
  });

  it('tells errors apart by what they ask of the caller', async () => {
    const [picking] = await client.searchRead('stock.picking', [['name', '=', 'WH/OUT/00002']], ['name']);
    await client.call('stock.picking', 'action_cancel', { ids: [picking!.id] });
    expect((await failure(client.call('stock.picking', 'button_validate', { ids: [picking!.id] }))).kind).toBe(
      'refused',
    );
    expect((await failure(client.write('stock.picking', [99999999], { note: 'x' }))).kind).toBe('missing');
    expect((await failure(client.write('res.company', [1], { name: 'x' }))).kind).toBe('access');
    expect((await failure(client.write('stock.picking', [picking!.id], { nosuch: 1 }))).kind).toBe('bad-request');
    expect((await failure(client.searchRead('stock.quant', [['nosuch', '=', 1]], ['quantity']))).kind).toBe(
      'bad-request',
    );
    expect(
      (
        await failure(
          connectOdoo({ ...connectionOf(version), apiKey: 'wrong' }).searchRead('res.partner', [], ['name']),
        )
      ).kind,
    ).toBe('authentication');
  });

  it('reaches only what it may', async () => {
    const walled = connectOdoo({ ...connectionOf(version), allow: (target) => target.port === '1' });
    expect(await failure(walled.searchRead('res.partner', [], ['name']))).toEqual({
      kind: 'access',
      fault: 'crossdock.NotAllowed',
    });
  });

  it('finds out the version without a login', async () => {
    expect(await discoverOdoo({ url: `${twin.url}/${seeded[version].database}` })).toEqual({
      text: `${version}.0`,
      major: version,
      fits: version,
    });
  });

  it('an answer that never comes leaves the outcome open; a read without one changed nothing', async () => {
    const url = await server((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        if (body.includes('"authenticate"'))
          response.setHeader('content-type', 'application/json').end('{"jsonrpc":"2.0","result":7}');
        else response.socket?.destroy();
      });
    });
    const broken = connectOdoo({ ...connectionOf(version), url });
    expect((await failure(broken.write('stock.picking', [1], { note: 'x' }))).kind).toBe('unknown-outcome');
    expect((await failure(broken.read('stock.picking', [1], ['name']))).kind).toBe('unreachable');
  });

  it('a proxy that answers for Odoo is not Odoo', async () => {
    for (const [status, kind] of [
      [502, 'unreachable'],
      [503, 'retry'],
      [404, 'wrong-address'],
    ] as const) {
      const url = await server((_, response) =>
        response.writeHead(status, { 'content-type': 'text/html' }).end('<html>'),
      );
      expect(
        (await failure(connectOdoo({ ...connectionOf(version), url }).read('stock.picking', [1], ['name']))).kind,
      ).toBe(kind);
    }
  });
});

describe('the client', () => {
  it('gives up after its time, with an open outcome', async () => {
    const url = await server(() => undefined);
    const slow = connectOdoo({ ...connectionOf(19), url, timeoutMs: 50 });
    expect((await failure(slow.write('stock.picking', [1], { note: 'x' }))).kind).toBe('unknown-outcome');
  });

  it('reads once more where a server has closed an idle connection, and writes only what it knows was not done', async () => {
    let answered = 0;
    // Every connection takes one call, and ends at the next one.
    const url = await server((request, response) => {
      const socket = request.socket as typeof request.socket & { served?: boolean };
      if (socket.served) return void socket.resetAndDestroy();
      socket.served = true;
      answered += 1;
      request.resume().on('end', () => {
        response.setHeader('content-type', 'application/json').end('[]');
      });
    });
    const { post } = openTransport({ url });
    await post('/read', {}, { changes: false });
    expect(await post('/read', {}, { changes: false })).toMatchObject({ status: 200, text: '[]' });
    expect(await failure(post('/write', {}, { changes: true }))).toMatchObject({ kind: 'unknown-outcome' });
    expect(answered).toBe(2);
  });

  it('knows that nothing was sent where nobody listens', async () => {
    const url = await server(() => undefined);
    for (const one of servers.splice(0)) one.close();
    expect(
      (await failure(connectOdoo({ ...connectionOf(19), url }).write('stock.picking', [1], { note: 'x' }))).kind,
    ).toBe('unreachable');
  });

  it('speaks with no version before 17', () => {
    expect(() => connectOdoo({ ...connectionOf(17), version: '16.0' })).toThrow(OdooError);
    expect(connectOdoo({ ...connectionOf(18), version: '18.0' }).majorVersion).toBe(18);
    expect(connectOdoo({ ...connectionOf(19), version: '20.0' }).majorVersion).toBe(19);
  });

  it('does not take a web site for an Odoo', async () => {
    const url = await server((_, response) =>
      response.setHeader('content-type', 'application/json').end('{"jsonrpc":"2.0","result":{}}'),
    );
    expect((await failure(discoverOdoo({ url }))).kind).toBe('bad-request');
  });
});
