import { spawn } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../bin/command.ts';
import { edit, without } from '../flows/rig.ts';
import { scratch } from '../platform/hub-rig.ts';
import { type RestRig, restRig } from './rest-rig.ts';
import { serveApp } from './upload.ts';

// The client of specs/rest.md as it stands there: its types are made from the hub's own contract, it is compiled, and it ships what the hub asks for.

const page = readFileSync(join(projectRoot, 'specs/rest.md'), 'utf8');
const [, client = ''] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
const [, commands = ''] = /```\n(npm install[\s\S]*?)```/.exec(page) ?? [];

let rest: RestRig;
let server: Awaited<ReturnType<typeof serveApp>>;
let room: ReturnType<typeof scratch>;
beforeAll(async () => {
  rest = await restRig({ transfers: 2 });
  await rest.rig.configure('standard-3pl', (files) => {
    without('940')(files);
    const mapping = readFileSync(
      join(projectRoot, 'partners/canonical-rest/mappings/warehouse-order-out.yaml'),
      'utf8',
    );
    files.set('mappings/warehouse-order-out.yaml', mapping);
    const agreed = '  - { document: warehouse-order, direction: outbound, mapping: warehouse-order-out.yaml }\n';
    edit('partner.yaml', /^documents:\n/m, `documents:\n${agreed}`)(files);
  });
  await rest.out.look();
  server = await serveApp(rest.app);
  room = scratch('client');
  symlinkSync(join(projectRoot, 'node_modules'), join(room.dir, 'node_modules'));
  writeFileSync(join(room.dir, 'client.mts'), client);
});
afterAll(async () => {
  await server.close();
  room.remove();
  await rest.close();
});

function run(line: string): Promise<{ code: number | null; out: string }> {
  const bin = join(projectRoot, 'node_modules/.bin');
  const env = {
    PATH: `${bin}:${process.env.PATH}`,
    CROSSDOCK_URL: `http://127.0.0.1:${server.port}`,
    API_KEY: rest.keys.warehouse,
  };
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', line], { cwd: room.dir, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out }));
  });
}

test('has twenty lines or so, and lines that make its types', () => {
  expect(client.trim().split('\n').length).toBeLessThanOrEqual(26);
  expect(commands).toContain('npx openapi-typescript http://localhost:8080/openapi.json -o crossdock.d.ts');
});

test('compiles against the types of the contract, ships the orders that wait, and collects them', async () => {
  const [, types = ''] = /^npx (openapi-typescript .*)$/m.exec(commands) ?? [];
  expect(await run(types.replace('http://localhost:8080', `http://127.0.0.1:${server.port}`))).toMatchObject({
    code: 0,
  });
  const strict =
    '--noEmit --strict --skipLibCheck --module nodenext --target es2024 --allowImportingTsExtensions --types node';
  expect(await run(`node node_modules/ts7/bin/tsc ${strict} client.mts`)).toEqual({ code: 0, out: '' });
  const { code, out } = await run('node client.mts');
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/^WH\/OUT\/00001: \/v1\/messages\/[-0-9a-f]{36}\nWH\/OUT\/00002: /),
  ]);
  await rest.work();
  const pickings = await rest.rig.odoo.production.searchRead(
    'stock.picking',
    [['name', 'like', 'WH/OUT/']],
    ['name', 'state'],
  );
  expect(pickings.map(({ state }) => state)).toEqual(['done', 'done']);
  expect((await rest.as('warehouse', 'get', '/v1/work')).body).toEqual({ work: [] });
  // Run again, nothing is there to do, and nothing happens twice.
  expect(await run('node client.mts')).toEqual({ code: 0, out: '' });
}, 120_000);
