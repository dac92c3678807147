import { execFileSync } from 'node:child_process';
import { randomBytes, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyKind } from '../../../services/channels/as2/identity/identity.ts';
import { makeIdentity } from '../../../services/channels/as2/identity/make-identity.ts';
import { readIdentity } from '../../../services/channels/as2/identity/read-identity.ts';
import {
  addIdentity,
  readIdentities,
  rehearseIdentity,
  retireIdentity,
  switchIdentity,
} from '../../../services/flows/as2-identities.ts';
import { watchExpiries } from '../../../services/flows/watch-expiries.ts';
import { type As2Rig, as2Rig, ids } from './rig.ts';

const by = { actor: 'lena', by: { kind: 'person', id: 'lena' } } as const;
const environment = 'production';
const bytes = Buffer.from('ISA*00*~');

describe('the identity of the hub', () => {
  let rig: As2Rig;
  beforeAll(async () => {
    rig = await as2Rig();
    const { db, newId } = rig.context;
    await db.system('organization').insert({ id: newId(), name: 'Northgate Outfitters', kind: 'owner', stage: 'live' });
  });
  afterAll(() => rig.close());
  const send = (identity: string) =>
    rig.partner.send(rig.hubUrl, [{ fileName: 'x.x12', bytes: Buffer.from(`ISA ${identity}`) }]);
  const certificateOf = async (id: string) =>
    new (await import('node:crypto')).X509Certificate(
      (await readIdentities(rig.context, environment)).find((one) => one.id === id)!.certificate,
    );
  const last = async () => (await rig.context.db.system('audit_entry').orderBy('id', 'desc').first('action')).action;

  test('is made by itself, is shown to partners, and its private key nowhere', async () => {
    expect((await send('first')).mdn?.disposition).toBe('processed');
    const [one, ...more] = await readIdentities(rig.context, environment);
    expect([one!.state, one!.key, more]).toEqual(['current', 'RSA 3072', []]);
    const about = { baseUrl: 'https://hub.example', endpoint: rig.endpoint };
    const told = await rig.channel.tell!(rig.settings, about);
    const values = Object.fromEntries(told.map(({ label, value }) => [label, value]));
    expect(values).toMatchObject({
      ...{
        'AS2 id of the hub': ids.ourId,
        'Address of the hub': 'https://hub.example/as2',
        'Certificate of the hub': one!.certificate,
      },
      'Its fingerprint (SHA-256)': one!.fingerprint,
    });
    const [row] = await rig.context.db.system('hub_key');
    expect(JSON.stringify([told, one, row])).not.toContain('PRIVATE KEY');
  });

  test('has a next one beside it, which opens messages, is rehearsed and switched to; the former one goes on opening', async () => {
    const [former] = await readIdentities(rig.context, environment);
    const next = await addIdentity(
      rig.context,
      { environment, as: 'next', from: { make: { name: 'Northgate AS2', bits: 2048 } } },
      by,
    );
    await expect(
      addIdentity(rig.context, { environment, as: 'next', from: { make: { name: 'one too many' } } }, by),
    ).rejects.toMatchObject({ code: 'http.conflict' });
    // Another process knows of it within seconds.
    const forNext = { forCertificate: await certificateOf(next) };
    await expect
      .poll(async () => (await rig.partner.send(rig.hubUrl, [{ fileName: 'n', bytes }], forNext)).mdn?.disposition, {
        timeout: 20_000,
        interval: 500,
      })
      .toBe('processed');
    const key = { orgId: rig.endpoint.orgId, endpointId: rig.endpoint.id };
    // The partner does not know it yet, and refuses what it signed.
    const refused = await rehearseIdentity(rig.context, next, key);
    expect([refused.works, refused.says.join()]).toEqual([false, expect.stringContaining('HTTP 500')]);
    rig.partner.trusts(await certificateOf(next));
    expect((await rehearseIdentity(rig.context, next, key)).works).toBe(true);
    expect(rig.partner.arrived.at(-1)!.files[0]!.fileName).toBe('certificate-rehearsal.txt');
    expect((await rig.exchanges())[0]).toMatchObject({ state: 'done', detail: { rehearsal: true }, documentIds: [] });

    await switchIdentity(rig.context, { environment, identityId: next }, by);
    expect(await last()).toBe('hub-key.switched');
    const states = (await readIdentities(rig.context, environment)).map(({ id, state }) => [id, state]);
    expect(Object.fromEntries(states)).toEqual({ [next]: 'current', [former!.id]: 'former' });
    const forFormer = { forCertificate: await certificateOf(former!.id) };
    expect((await rig.partner.send(rig.hubUrl, [{ fileName: 'f', bytes }], forFormer)).mdn?.disposition).toBe(
      'processed',
    );

    await expect(retireIdentity(rig.context, { environment, identityId: next }, by)).rejects.toThrow('in use');
    await retireIdentity(rig.context, { environment, identityId: former!.id }, by);
    await expect
      .poll(async () => (await rig.partner.send(rig.hubUrl, [{ fileName: 'g', bytes }], forFormer)).mdn?.disposition, {
        timeout: 20_000,
        interval: 500,
      })
      .toBe('processed/Error: decryption-failed');
  });

  test('is not switched to before its certificate is good, or after', async () => {
    const { context } = rig;
    const shift = async (ms: number, as: 'next' | 'current') => {
      const made = await makeIdentity({
        name: 'elsewhere',
        now: new Date(context.now().getTime() + ms),
        bits: 2048,
        years: 9,
      });
      const upload = { pem: made.publicPart + made.privatePart };
      return addIdentity(context, { environment: 'sandbox', as, from: { upload } }, by);
    };
    const day = 86_400_000;
    await expect(shift(9 * day, 'current')).rejects.toThrow('The certificate is good from');
    await shift(0, 'current');
    const next = { environment: 'sandbox', identityId: await shift(9 * day, 'next') } as const;
    await expect(switchIdentity(context, next, by)).rejects.toThrow('The certificate is good from');
    context.pass(10 * day);
    await switchIdentity(context, next, by);
    expect((await readIdentities(context, 'sandbox')).find(({ state }) => state === 'current')?.id).toBe(
      next.identityId,
    );
  });

  test('is warned of 60, 30, 14, 7 and 1 days before it ends, as are the certificates of partners', async () => {
    const open = async () =>
      (await rig.context.db.system('exception_case').where({ resolved_at: null }).select('fingerprint'))
        .map(({ fingerprint }) => fingerprint as string)
        .filter((one) => one.includes('expiring'))
        .map((one) =>
          one
            .split('/')
            .slice(0, one.startsWith('endpoint') ? 3 : 2)
            .join('/')
            .replace(rig.endpoint.id, 'endpoint'),
        );
    await watchExpiries(rig.context);
    expect(await open()).toEqual([]);
    const { validUntil } = (await readIdentities(rig.context, environment))[0]!;
    const left = new Date(validUntil).getTime() - rig.context.now().getTime();
    const day = 86_400_000;
    rig.context.pass(left - 59 * day);
    await watchExpiries(rig.context);
    expect((await open()).toSorted()).toEqual(['endpoint.expiring/endpoint/60', 'hub-key.expiring/60']);
    rig.context.pass(53 * day);
    await watchExpiries(rig.context);
    expect((await open()).toSorted()).toEqual(['endpoint.expiring/endpoint/7', 'hub-key.expiring/7']);
    rig.context.pass(7 * day);
    await watchExpiries(rig.context);
    expect((await open()).toSorted()).toEqual(['endpoint.expiring/endpoint/0', 'hub-key.expiring/0']);
    const titles = await rig.context.db.system('exception_case').where({ resolved_at: null }).pluck('title');
    expect(titles.filter((title) => /ends|ended/.test(title))).toEqual([
      expect.stringContaining('has ended'),
      expect.stringContaining('has ended'),
    ]);
  });
});

describe('an identity that was made elsewhere', () => {
  const now = new Date();
  let folder: string;
  const path = (name: string) => join(folder, name);
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { stdio: 'ignore' });
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'crossdock-pfx-'));
    const made = await makeIdentity({ name: 'elsewhere', now, bits: 2048 });
    writeFileSync(path('own.pem'), made.publicPart);
    writeFileSync(path('own.key'), made.privatePart);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const text = (name: string) => readFileSync(path(name), 'utf8');

  test('is read as PEM, with its key plain or under a password', async () => {
    const plain = await readIdentity({ pem: text('own.pem') + text('own.key') }, now);
    expect(plain.publicPart).toBe(text('own.pem'));
    openssl('pkcs8', '-topk8', '-in', path('own.key'), '-passout', 'pass:secret', '-out', path('sealed.key'));
    const sealed = { pem: text('sealed.key') + text('own.pem'), password: 'secret' };
    expect((await readIdentity(sealed, now)).privatePart).toBe(plain.privatePart);
    await expect(readIdentity({ ...sealed, password: 'wrong' }, now)).rejects.toThrow('password');
  });

  test.each([
    ['as it is made today', []],
    ['as old programs made it', ['-legacy']],
  ])('is read as PFX, %s', async (_how, options) => {
    openssl(
      ...['pkcs12', '-export', '-in', path('own.pem'), '-inkey', path('own.key'), '-passout', 'pass:secret'],
      ...['-out', path('own.pfx'), ...options],
    );
    const pfx = readFileSync(path('own.pfx'));
    const read = await readIdentity({ pfx, password: 'secret' }, now);
    expect([read.publicPart, read.privatePart]).toEqual([text('own.pem'), text('own.key')]);
    await expect(readIdentity({ pfx, password: 'wrong' }, now)).rejects.toThrow('password');
    await expect(readIdentity({ pfx: pfx.subarray(0, 500), password: 'secret' }, now)).rejects.toMatchObject({
      code: 'http.request-invalid',
    });
  });

  /** A PFX of what is given, as openssl makes it. */
  const pfxOf = (...parts: readonly string[]): Buffer => {
    openssl('pkcs12', '-export', ...parts, '-passout', 'pass:secret', '-out', path('one.pfx'));
    return readFileSync(path('one.pfx'));
  };
  const refusedPfx = (pfx: Buffer, password = 'secret') =>
    readIdentity({ pfx, password }, now).then(
      () => 'taken',
      (error) => error.more?.detail,
    );

  test('is read as PFX where another kind of key has issued it', async () => {
    const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    openssl('req', '-x509', ...ec, '-keyout', path('ec.key'), '-subj', '/CN=ec', '-out', path('ec.pem'));
    openssl('req', '-new', '-key', path('own.key'), '-subj', '/CN=own', '-out', path('of-ec.csr'));
    const by = ['-CA', path('ec.pem'), '-CAkey', path('ec.key'), '-days', '90', '-set_serial', '7'];
    openssl('x509', '-req', '-in', path('of-ec.csr'), ...by, '-out', path('of-ec.pem'));
    const pfx = pfxOf('-inkey', path('own.key'), '-in', path('of-ec.pem'), '-certfile', path('ec.pem'));
    expect((await readIdentity({ pfx, password: 'secret' }, now)).publicPart).toBe(text('of-ec.pem'));
    const withEcKey = pfxOf('-inkey', path('ec.key'), '-in', path('ec.pem'));
    expect(await refusedPfx(withEcKey)).toContain('of the kind ec. An RSA key is needed');
  });

  test('as PFX says what it lacks, or has too much of', async () => {
    expect(await refusedPfx(pfxOf('-nokeys', '-in', path('own.pem')))).toContain('holds no private key');
    expect(await refusedPfx(pfxOf('-nocerts', '-inkey', path('own.key')))).toContain('no certificate beside');
    const whole = pfxOf('-inkey', path('own.key'), '-in', path('own.pem'));
    expect(await refusedPfx(whole, '')).toContain('is the password right?');
    const der = new X509Certificate(text('own.pem')).raw;
    for (const none of [whole.subarray(0, 900), der, Buffer.from(text('own.pem')), randomBytes(9000), Buffer.alloc(0)])
      expect(await refusedPfx(none)).toContain('This is no PFX file');
    expect(await refusedPfx(randomBytes(2_000_000))).toContain('too large');
    // As keytool makes them; no other program here puts two keys into one.
    const two = Buffer.from(readFileSync(new URL('./golden/two-keys.pfx.b64', import.meta.url), 'utf8'), 'base64');
    expect(await refusedPfx(two)).toContain('holds 2 private keys');
  });

  test('is read as PEM in any order and with any line ends, and of two certificates of its key the later one counts', async () => {
    const { privatePart } = await readIdentity({ pem: text('own.key') + text('own.pem') }, now);
    const all = [text('own.pem') + text('own.key'), text('own.key') + text('own.pem')];
    for (const pem of all.flatMap((one) => [
      ...[one, `\uFEFF${one}`, one.replaceAll('\n', '\r\n'), one.replaceAll('\n', '\r'), one.replaceAll(/^/gm, '  ')],
      one.replaceAll('-----\n-----', '----------'),
    ]))
      expect((await readIdentity({ pem }, now)).privatePart).toBe(privatePart);
    openssl(
      'req',
      '-x509',
      '-new',
      '-key',
      path('own.key'),
      '-subj',
      '/CN=later',
      '-days',
      '4000',
      '-out',
      path('b.pem'),
    );
    const renewed = await readIdentity({ pem: text('own.key') + text('own.pem') + text('b.pem') }, now);
    expect(renewed.publicPart).toBe(text('b.pem'));
  });

  test('brings its chain along, without the root', async () => {
    const request = (name: string, ...more: readonly string[]) =>
      openssl(
        'req',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        path(`${name}.key`),
        '-subj',
        `/CN=${name}`,
        '-out',
        path(`${name}.csr`),
        ...more,
      );
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      path('root.key'),
      '-subj',
      '/CN=root',
      '-out',
      path('root.pem'),
    );
    const sign = (name: string, by: string, extensions: string) => {
      writeFileSync(path('ext'), extensions);
      openssl(
        'x509',
        '-req',
        '-in',
        path(`${name}.csr`),
        '-CA',
        path(`${by}.pem`),
        '-CAkey',
        path(`${by}.key`),
        '-days',
        '90',
        '-extfile',
        path('ext'),
        '-out',
        path(`${name}.pem`),
      );
    };
    request('middle');
    sign('middle', 'root', 'basicConstraints=critical,CA:true');
    request('leaf');
    sign('leaf', 'middle', 'keyUsage=digitalSignature,keyEncipherment');
    const all = text('root.pem') + text('leaf.key') + text('middle.pem') + text('leaf.pem');
    const { publicPart } = await readIdentity({ pem: all }, now);
    expect(publicPart).toBe(text('leaf.pem') + text('middle.pem'));
  });

  test('is refused where it can be none of ours', async () => {
    const refused = (pem: string, at = now) =>
      readIdentity({ pem }, at).then(
        () => 'taken',
        (error) => error.more?.detail,
      );
    expect(await refused(text('own.pem'))).toContain('no private key');
    expect(await refused(text('own.key'))).toContain('no certificate beside');
    expect(await refused(text('own.key') + text('own.key') + text('own.pem'))).toContain('2 private keys');
    openssl('pkcs8', '-topk8', '-in', path('own.key'), '-passout', 'pass:secret', '-out', path('sealed.key'));
    expect(await refused(text('sealed.key') + text('own.pem'))).toContain('its password is missing');
    const other = await makeIdentity({ name: 'other', now, bits: 2048 });
    expect(await refused(other.publicPart + text('own.key'))).toContain('belongs to the private key');
    expect(await refused(text('own.pem') + text('own.key'), new Date(now.getTime() + 4 * 366 * 86_400_000))).toContain(
      'has ended',
    );
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:1024',
      '-nodes',
      '-keyout',
      path('small.key'),
      '-subj',
      '/CN=small',
      '-out',
      path('small.pem'),
    );
    expect(await refused(text('small.pem') + text('small.key'))).toContain('1024 bits');
    openssl(
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      path('ec.key'),
      '-subj',
      '/CN=ec',
      '-out',
      path('ec.pem'),
    );
    expect(await refused(text('ec.pem') + text('ec.key'))).toContain('An RSA key is needed');
  });
});

test('keys of the two environments are apart', () => {
  expect(keyKind('production')).not.toBe(keyKind('sandbox'));
});
