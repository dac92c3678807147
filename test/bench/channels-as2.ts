import { spawn } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import knexFactory, { type Knex } from 'knex';
import { uuidv7 } from 'uuidv7';
import { buildMessage } from '../../services/channels/as2/build-message.ts';
import { signDetached } from '../../services/channels/as2/cms/signed-data.ts';
import { keyKind } from '../../services/channels/as2/identity/identity.ts';
import { makeIdentity } from '../../services/channels/as2/identity/make-identity.ts';
import { readParameters } from '../../services/channels/as2/mime/parameters.ts';
import { entity } from '../../services/channels/as2/mime/write.ts';
import { openMessage } from '../../services/channels/as2/open-message.ts';
import { wholeSettings } from '../../services/channels/as2/settings.ts';
import { secretBox } from '../../services/store/secret-box.ts';
import { peakMemoryMb } from './peak-memory.ts';
import { against, alone, type Result } from './report.ts';
import { benchKey, benchRig, freePort } from './rig.ts';

const messages = 600;
const connections = 8;
const sizesMb = [10, 50, 250] as const;
/** A small message more often: it is over before the machine has an even pace. */
const roundsOf = { 10: 9, 50: 7, 250: 3 } as const;
const mb = 1024 * 1024;

/**
 * AS2 in: decrypted, verified, committed and answered with a signed receipt, beside what `openssl cms` needs to decrypt and verify the same bytes from and to files, without
 * storing anything.
 */
export async function benchAs2(): Promise<readonly Result[]> {
  process.env.CROSSDOCK_BODY_LIMIT_MB = '260';
  process.env.CROSSDOCK_IN_FLIGHT_MB = '400';
  const rig = await benchRig();
  const sides = await openSides();
  const results: Result[] = [];
  try {
    const database = await rig.database('as2', 1);
    await prepare(database.url, sides);
    const small = await packed(sides, 10 * 1024);
    await withHub(rig, database.url, async ({ url }) => {
      await postMany(url, small, 50);
      const seconds = await timed(() => postMany(url, small, messages));
      results.push(alone('AS2 messages of 10 KB, taken and answered', messages / seconds, 'msg/s'));
    });
    // A process for each size, so that the peak is that of the size.
    for (const size of sizesMb)
      await withHub(rig, database.url, async ({ url, pid }) =>
        results.push(...(await large(rig.home, sides, { size, url, pid }))),
      );
    return results;
  } finally {
    delete process.env.CROSSDOCK_BODY_LIMIT_MB;
    delete process.env.CROSSDOCK_IN_FLIGHT_MB;
    await rig.stop();
  }
}

type Rig = Awaited<ReturnType<typeof benchRig>>;
type Hub = Awaited<ReturnType<Rig['hub']>>;

async function withHub(rig: Rig, databaseUrl: string, work: (hub: Hub) => Promise<unknown>): Promise<void> {
  const hub = await rig.hub(databaseUrl, 'api', await freePort());
  try {
    await work(hub);
  } finally {
    await hub.stop();
  }
}

interface Sides {
  readonly hub: Awaited<ReturnType<typeof makeIdentity>>;
  readonly partner: Awaited<ReturnType<typeof makeIdentity>>;
}

const openSides = async (): Promise<Sides> => ({
  hub: await makeIdentity({ name: 'hub', now: new Date(), bits: 2048 }),
  partner: await makeIdentity({ name: 'partner', now: new Date(), bits: 2048 }),
});

const ids = { ourId: 'HUB', partnerId: 'PARTNER' } as const;

async function prepare(databaseUrl: string, { hub, partner }: Sides): Promise<void> {
  const db: Knex = knexFactory({ client: 'pg', connection: databaseUrl, pool: { min: 0, max: 2 } });
  const { id: orgId } = await db('organization').where({ kind: '3pl' }).first('id');
  const settings = { ...ids, url: 'http://127.0.0.1:1/as2', certificates: partner.publicPart };
  await db('channel_endpoint').insert({
    ...{ id: uuidv7(), org_id: orgId, environment: 'production', name: 'bench', channel: 'as2' },
    ...{ settings: JSON.stringify(settings), created_at: new Date() },
  });
  await db('hub_key').insert({
    ...{ id: uuidv7(), kind: keyKind('production'), state: 'current', public_part: hub.publicPart },
    sealed_private_part: secretBox([benchKey]).seal(hub.privatePart),
    ...{ created_at: new Date(), not_after: hub.notAfter },
  });
  await db.destroy();
}

interface Packed {
  readonly fields: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly content: Buffer;
}

/** Lines of a 945 whose quantities, items, lots and weights differ, as those of a warehouse do: the same bytes at each call. */
function x12Lines(bytes: number): Buffer {
  const lines = Buffer.alloc(bytes);
  let seed = 20261202;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % below;
  };
  for (let at = 0, line = 1; at < bytes; line++) {
    const [ordered, item, lot] = [1 + next(500), next(100_000), next(16_777_216).toString(16).toUpperCase()];
    at += lines.write(
      `LX*${line}~W12*CL*${ordered}*${ordered - next(2)}**EA**UP*0123456${String(item).padStart(5, '0')}~N9*LT*${lot}~W20*${next(9000) / 100}*${next(9000) / 100}*LB~`,
      at,
      'latin1',
    );
  }
  return lines;
}

/** A document of X12 as the partner sends it: signed with SHA-256, encrypted with AES-256. */
async function packed({ hub, partner }: Sides, bytes: number): Promise<Packed> {
  const content = x12Lines(bytes);
  const signer = {
    key: createPrivateKey(partner.privatePart),
    certificate: new X509Certificate(partner.publicPart),
    chain: [],
  };
  const settings = wholeSettings({ ourId: ids.partnerId, partnerId: ids.ourId, url: 'http://x' });
  const recipient = new X509Certificate(hub.publicPart);
  const built = await buildMessage(
    { fileName: '945.x12', bytes: content },
    { settings, signer, recipient, at: new Date() },
  );
  return { fields: Object.fromEntries(built.fields), body: Buffer.concat(built.body), content };
}

const agent = new Agent({ keepAlive: true, maxSockets: connections });

async function postMany(url: string, message: Packed, count: number): Promise<void> {
  let left = count;
  const run = async () => {
    while (left-- > 0) await postOne(url, message);
  };
  await Promise.all(Array.from({ length: connections }, run));
}

async function postOne(url: string, { fields, body }: Packed): Promise<void> {
  const outgoing = request(`${url}/as2`, {
    ...{ method: 'POST', agent },
    headers: {
      ...fields,
      ...{ 'AS2-From': ids.partnerId, 'AS2-To': ids.ourId, 'Message-ID': `<${uuidv7()}@bench>` },
      ...{ 'Disposition-Notification-To': 'x', 'Content-Length': body.length },
      'Disposition-Notification-Options':
        'signed-receipt-protocol=optional, pkcs7-signature; signed-receipt-micalg=optional, sha-256',
    },
  });
  outgoing.end(body);
  const [response] = await once(outgoing, 'response');
  let answer = '';
  for await (const chunk of response) answer += String(chunk);
  if (!/MDN-sent-automatically; processed\r\n/.test(answer)) throw new Error(`Not taken: ${answer.slice(0, 2000)}`);
}

async function large(
  home: string,
  sides: Sides,
  { size, url, pid }: { readonly size: keyof typeof roundsOf; readonly url: string; readonly pid: number },
): Promise<readonly Result[]> {
  const message = await packed(sides, size * mb);
  const files = await writeFiles(home, sides, message);
  await postOne(url, await packed(sides, 10 * 1024));
  // In turn, so that a machine that changes its pace changes it for both.
  const [ours, opened, theirs] = [[] as number[], [] as number[], [] as number[]];
  let peak = 0;
  for (let round = 0; round < roundsOf[size]; round++) {
    ours.push(await timed(() => postOne(url, message)));
    opened.push(await openAlone(sides, message));
    theirs.push(
      await timed(async () => {
        peak = Math.max(peak, await openssl(files.decrypt), await openssl(files.verify));
      }),
    );
  }
  return [
    against(
      `AS2 message of ${size} MB, decrypted and verified alone`,
      size / median(opened),
      'MB/s',
      'openssl cms, decrypt and verify',
      size / median(theirs),
    ),
    against(
      `AS2 message of ${size} MB, taken and answered`,
      size / median(ours),
      'MB/s',
      'openssl cms, decrypt and verify',
      size / median(theirs),
    ),
    against(`peak memory of the hub's process, ${size} MB`, peakMemoryMb(pid), 'MB', 'openssl cms', peak),
  ];
}

/** What opening takes, without receiving and storing. @returns seconds */
async function openAlone({ hub, partner }: Sides, { fields, body }: Packed): Promise<number> {
  const headers = new Map(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]));
  const entity = { headers, type: readParameters(fields['Content-Type'] ?? ''), body: Buffer.from(body) };
  const recipient = { key: createPrivateKey(hub.privatePart), certificate: new X509Certificate(hub.publicPart) };
  const trusted = [new X509Certificate(partner.publicPart)];
  return timed(() => openMessage(entity, { recipients: [recipient], trusted, limitBytes: 2 ** 30 }, {}));
}

async function writeFiles(home: string, { hub, partner }: Sides, message: Packed) {
  const file = (name: string, bytes: string | Uint8Array) => {
    const path = join(home, name);
    writeFileSync(path, bytes);
    return path;
  };
  const signer = {
    key: createPrivateKey(partner.privatePart),
    certificate: new X509Certificate(partner.publicPart),
    chain: [],
  };
  const content = Buffer.concat(entity([['Content-Type', 'application/octet-stream']], [message.content]));
  const signature = await signDetached([content], signer, { digest: 'sha-256', padding: 'pkcs1', at: new Date() });
  return {
    decrypt: [
      ...['cms', '-decrypt', '-binary', '-inform', 'DER', '-in', file('message.p7m', message.body)],
      ...[
        '-inkey',
        file('hub.key', hub.privatePart),
        '-recip',
        file('hub.pem', hub.publicPart),
        '-out',
        join(home, 'opened'),
      ],
    ],
    verify: [
      ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', file('signature.p7s', signature)],
      ...['-content', file('content', content), '-CAfile', file('partner.pem', partner.publicPart), '-purpose', 'any'],
      ...['-out', join(home, 'verified')],
    ],
  };
}

/** @returns its peak memory in MB */
async function openssl(args: readonly string[]): Promise<number> {
  const child = spawn('openssl', args, { stdio: 'ignore' });
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, peakMemoryMb(child.pid ?? 0));
  }, 5);
  const [code] = await once(child, 'exit');
  clearInterval(look);
  if (code !== 0) throw new Error(`openssl ${args[1]} failed.`);
  return peak;
}

const median = (values: readonly number[]) => values.toSorted((one, other) => one - other)[values.length >> 1]!;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
