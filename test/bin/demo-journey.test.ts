import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDemoAccess } from '../../services/bin/seed.ts';
import { openDesk } from '../../services/cli/demo-journey/odoo-desk.ts';
import { type Person, signIn } from '../../services/cli/scripted-partner/person.ts';
import type { components } from '../../specs/generated/openapi.ts';
import { freePort } from '../fault/hub-processes.ts';
import { scratch } from '../platform/hub-rig.ts';
import { command, type RunningCommand, type Said, said } from './command.ts';

// A real `crossdock start`, and beside it the journey of a new carrier and a new warehouse, which is made once for all tests of this file.

type Schemas = components['schemas'];

let hub: RunningCommand;
let cleanUp: () => unknown;
let env: NodeJS.ProcessEnv;
let url: string;
let journey: Said;
let team: Person;
let halfWay: string;

beforeAll(async () => {
  const { dir, remove } = scratch('journey');
  cleanUp = remove;
  const port = await freePort();
  url = `http://localhost:${port}`;
  env = { CROSSDOCK_HOME: dir, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'warn' };
  hub = command(['start'], { env, follow: true });
  halfWay = await hub.line(/half-way through its onboarding/);
  journey = await said(['demo', '--journey', '--json'], { env });
  team = await signIn(url, readDemoAccess(dir)!.logins[0]!);
}, 900_000);
afterAll(async () => {
  hub.interrupt();
  await hub.ended;
  cleanUp();
}, 120_000);

interface Line {
  readonly partner?: string;
  readonly step: string;
  readonly says: string;
  readonly link?: string;
}
const linesOf = (partner: string) =>
  journey.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
    .filter((line) => line.partner === partner);

const parties = [
  { company: 'Kestrel Ridge Freight', document: 'inbound/214/004010', channel: 'as2' },
  { company: 'Fernbank Warehousing', document: 'inbound/945/004010', channel: 'sftp-server' },
] as const;

test('a new demo has a partner that is half-way: signed, connected, with tests that are still to pass', async () => {
  const [, email = '', password = ''] = /(\S+@\S+) +(\S+) /.exec(halfWay) ?? [];
  const partner = await signIn(url, { email, password });
  const { stage, turn, next, met } = await partner.call<Schemas['Journey']>('GET', '/v1/journey');
  expect({ stage, turn, next: next?.title }).toEqual({
    stage: 'document-tests',
    turn: 'partner',
    next: expect.stringMatching(/^Pass the tests of /),
  });
  expect(halfWay).toContain(next!.title);
  expect(met.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'profile.complete',
      'terms.signature/partner',
      'terms.signature/team',
      'connection.works/https',
    ]),
  );
  const path = `/v1/partners/${partner.organizationId}/certification`;
  const { documents } = await partner.call<Schemas['Certification']>('GET', path);
  const states = documents.flatMap(({ scenarios }) => scenarios.map(({ state }) => state));
  expect([...new Set(states)].sort()).toEqual(['open', 'passed']);
});

test('the journey goes to its end', () => {
  expect(journey).toMatchObject({ code: 0, err: '' });
});

test.each(parties)('$company goes every step, in its order', ({ company }) => {
  expect([...new Set(linesOf(company).map(({ step }) => step))]).toEqual([
    ...['Invite', 'Register', 'Profile', 'Channel', 'Agreement', 'Signature', 'Connection test', 'Specification'],
    ...['Mapping', 'Certification', 'Odoo', 'Parallel run', 'Request', 'Approval', 'Live', 'Production', 'In Odoo'],
  ]);
});

test.each(parties)('$document of $company is live: asked for by the partner, approved by two others', async (of) => {
  const { journeys } = await team.call<{ journeys: Schemas['Standing'][] }>('GET', '/v1/journeys');
  const { partner, documents } = journeys.find((one) => one.partner.name === of.company)!;
  const [, set] = of.document.split('/');
  expect(documents.find((one) => one.set === set)?.stage).toBe('hypercare');
  const goLive = await team.call<Schemas['GoLive']>('GET', `/v1/partners/${partner.id}/go-live`);
  const [request] = goLive.requests;
  const approvers = request!.approvals.map(({ by }) => by);
  expect(new Set([...approvers, request!.askedBy]).size).toBe(3);
  const path = `/v1/partners/${partner.id}/certification`;
  const { documents: certified } = await team.call<Schemas['Certification']>('GET', path);
  const left = certified.filter(({ scenarios, state }) => scenarios.length > 0 && state !== 'certified');
  expect(left.map(({ key }) => key)).toEqual([]);
});

test.each(parties)('the first document of $company came by its own channel and is in Odoo', async (of) => {
  const { link = '' } = linesOf(of.company).find(({ step }) => step === 'In Odoo')!;
  const message = await team.call<Schemas['Message']>('GET', `/v1${new URL(link).pathname}`);
  const { environment, channel, outcome, partner } = message;
  expect({ environment, channel, outcome, partner: partner.name }).toEqual({
    ...{ environment: 'production', channel: of.channel, outcome: 'done', partner: of.company },
  });
  const [transfer = ''] =
    /WH\/OUT\/\d+/.exec(linesOf(of.company).find(({ step }) => step === 'Production')!.says) ?? [];
  const writes = message.events.flatMap(({ deliveries }) => deliveries).flatMap(({ writes: all }) => all);
  expect(writes.map(({ recordName }) => recordName)).toContain(transfer);
  const ready = await openDesk(url, readDemoAccess(env.CROSSDOCK_HOME!)!).ready();
  // Shipped it is ready no more; a carrier's report leaves it ready, with the carrier's number.
  const found = ready.find(({ name }) => name === transfer);
  if (of.channel === 'sftp-server') expect(found).toBeUndefined();
  else expect(found?.trackingNumber).toMatch(/^PRO-/);
});

test.each(parties)('the evidence of $company holds against its signature; one flipped byte is named', async (of) => {
  const { dir, remove } = scratch('evidence');
  const file = join(dir, 'evidence.ndjson');
  const wanted = ['--partner', of.company, '--document', of.document, '--out', file];
  expect(await said(['evidence', 'export', ...wanted], { env })).toMatchObject({ code: 0, err: '' });
  const verified = await said(['evidence', 'verify', file]);
  expect(verified).toMatchObject({ code: 0, err: '' });
  expect(verified.out).toContain(`${of.document} of ${of.company}, certified`);
  const lines = readFileSync(file, 'utf8').split('\n');
  const nth = lines.findIndex((line) => line.includes('.bytes","base64"'));
  const { path, base64 } = JSON.parse(lines[nth]!) as { path: string; base64: string };
  const bytes = Buffer.from(base64, 'base64');
  bytes[120]! ^= 1;
  writeFileSync(file, lines.with(nth, JSON.stringify({ path, base64: bytes.toString('base64') })).join('\n'));
  const flipped = await said(['evidence', 'verify', file]);
  expect(flipped.code).toBe(1);
  expect(flipped.out).toContain(`${path}: Its bytes are not those that were signed.`);
  remove();
});

test('the command line lists tests, starts all that are left, shows a run, and ends with 2 where it refuses', async () => {
  const [, partner = ''] = /\S+@\S+ +\S+ +(.+?), half-way/.exec(halfWay) ?? [];
  const certification = (...args: string[]) => said(['certification', ...args, '--partner', partner], { env });
  const before = await certification('list');
  expect(before.code).toBe(1);
  const open = before.out.split('\n').filter((line) => /\s(connectivity|must)\s.*\sopen\s/.test(line));
  const scenarios = new Set(open.map((line) => line.split(/\s+/)[2]));
  const started = await certification('run', '--needed', '--json');
  expect(started).toMatchObject({ code: 0, err: '' });
  const { runs } = JSON.parse(started.out) as { runs: { scenario: string; number: string }[] };
  expect(new Set(runs.map(({ scenario }) => scenario))).toEqual(scenarios);
  expect(await certification('run', '--needed')).toMatchObject({ code: 0, out: expect.stringContaining('under way') });
  const [{ number, scenario }] = runs as [(typeof runs)[number]];
  expect((await certification('list')).out).toContain(number);
  expect(await certification('show', number)).toMatchObject({
    code: 0,
    out: expect.stringContaining(`${scenario} ${number}: open`),
  });
  const refused: readonly (readonly [args: string[], says: RegExp])[] = [
    [['certification', 'run', '--partner', partner], /Name a scenario, or say --needed/],
    [['certification', 'run', 'no-such', '--partner', partner], /No pack has a scenario `no-such`/],
    [['certification', 'run', '--needed', '--document', 'inbound/999', '--partner', partner], /is not agreed/],
    [['certification', 'show', 'CT-NONE', '--partner', partner], /has no run CT-NONE/],
    [['golive', 'ask', 'inbound/945/004010', '--partner', partner], /checks are not met/],
    [['golive', 'show', '99'], /no request 99/],
  ];
  for (const [args, says] of refused) {
    const { code, err } = await said(args, { env });
    expect([args.join(' '), code, err]).toEqual([args.join(' '), 2, expect.stringMatching(says)]);
  }
});
