import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeEndpoint } from '../../services/flows/endpoints.ts';
import { sample, under } from '../flows/rig.ts';
import { skipped } from '../support/skipped.ts';
import { fingerprint, makeKey, noOpenSsh, openSsh } from '../support/sshd.ts';
import { type SftpServerRig, sftpServerRig } from './sftp-server-rig.ts';

const describeOpenSsh = openSsh ? describe : describe.skip;

describeOpenSsh(skipped('OpenSSH’s sftp at the hub’s server', !openSsh && noOpenSsh), () => {
  let rig: SftpServerRig;
  beforeAll(async () => {
    rig = await sftpServerRig();
  });
  afterAll(async () => {
    expect(rig.faults).toEqual([]);
    await rig.close();
  });
  const local = (name: string, bytes: string | Buffer = `ISA ${name}`) => {
    const path = join(rig.folder, name);
    writeFileSync(path, bytes);
    return path;
  };

  test('sees four folders, with sizes and times as ls -l shows them, and nothing else', async () => {
    await rig.waiting('997-1.x12', Buffer.from('ISA*997'));
    const { code, said } = await rig.batch(['pwd', 'ls -l', 'ls -l outbox', 'ls -la /', 'cd inbox', 'pwd']);
    expect([code, said.match(/^d.*(inbox|outbox|archive|errors)$/gm)?.length]).toEqual([0, 8]);
    expect(said).toMatch(/Remote working directory: \/\n/);
    expect(said).toMatch(/^-rw-r----- .* 7 Nov \d\d \d\d:\d\d 997-1\.x12$/m);
    expect(said).toMatch(/Remote working directory: \/inbox/);
  });

  test('puts, renames, gets and removes: a document each, collected when it is removed', async () => {
    const [one, two] = [local('put.x12'), local('renamed.x12')];
    const id = await rig.waiting('940.x12', Buffer.from('ISA*940'));
    const { code, said } = await rig.batch([
      `put ${one} inbox/`,
      `put ${two} inbox/two.x12.part`,
      'ls inbox',
      'rename inbox/two.x12.part inbox/two.x12',
      `get outbox/940.x12 ${join(rig.folder, 'got')}`,
      'rm outbox/940.x12',
      'ls archive',
    ]);
    expect([code, said]).toEqual([0, expect.stringContaining('inbox/two.x12.part')]);
    expect((await rig.stored()).slice(-2)).toEqual([
      { fileName: 'put.x12', bytes: readFileSync(one) },
      { fileName: 'two.x12', bytes: readFileSync(two) },
    ]);
    expect(readFileSync(join(rig.folder, 'got'), 'utf8')).toBe('ISA*940');
    expect(await rig.state(id)).toBe('delivered');
    expect(said.slice(said.indexOf('ls archive'))).toMatch(/put\.x12[\s\S]*two\.x12|940/);
  });

  test('keeps times and rights without harm, and a large file byte for byte', async () => {
    const bytes = Buffer.from(Array.from({ length: 1_900_000 }, (_, place) => (place * 7919) % 251));
    const path = local('large.x12', bytes);
    expect(await rig.batch([`put -p ${path} inbox/`])).toMatchObject({ code: 0 });
    expect((await rig.stored()).at(-1)!.bytes.equals(bytes)).toBe(true);
  });

  test('resumes what broke off with reput, and a document is made of the whole only', async () => {
    const bytes = Buffer.from(Array.from({ length: 600_000 }, (_, place) => place % 253));
    const path = local('resumed.x12', bytes);
    const partner = await rig.login();
    const handle = await partner.do<Buffer>((done) => partner.sftp.open('inbox/resumed.x12', 'w', done as never));
    await partner.do((done) => partner.sftp.write(handle, bytes, 0, 30_000, 0, done));
    const before = (await rig.stored()).length;
    partner.client.destroy();
    expect((await rig.batch(['ls -l inbox'])).said).toMatch(/ 30000 .*resumed\.x12/);
    expect((await rig.stored()).length).toBe(before);
    expect(await rig.batch([`reput ${path} inbox/resumed.x12`])).toMatchObject({ code: 0 });
    const [last] = (await rig.stored()).slice(before);
    expect([last?.fileName, last?.bytes.equals(bytes)]).toEqual(['resumed.x12', true]);
  });

  test('brings 300 small files in one session, in their order', async () => {
    const before = (await rig.stored()).length;
    const names = Array.from({ length: 300 }, (_, place) => `small-${String(place).padStart(3, '0')}.x12`);
    for (const [place, name] of names.entries())
      local(name, under(String(200_000_000 + place), sample('standard-3pl', '945-complete')));
    const { code } = await rig.batch([`lcd ${rig.folder}`, 'cd inbox', 'mput small-*.x12']);
    expect(code).toBe(0);
    expect((await rig.stored()).slice(before).map(({ fileName }) => fileName)).toEqual(names);
    const { said } = await rig.batch(['ls -1 archive']);
    expect(said.match(/small-/g)?.length).toBe(300);
  });

  test('is told no with a reason: links, folders, files elsewhere, an empty one', async () => {
    const [empty, good] = [local('empty.x12', ''), local('elsewhere.x12')];
    for (const [line, said] of [
      ['ln -s /etc/passwd inbox/link', /denied/i],
      ['mkdir inbox/sub', /denied|failure/i],
      ['rmdir errors', /denied|failure/i],
      ['get ../../etc/passwd', /not found/i],
      ['get /etc/passwd', /not found/i],
      [`put ${good} outbox/x.x12`, /denied/i],
      [`put ${good} x.x12`, /denied|no such/i],
      [`put ${empty} inbox/`, /failure|empty/i],
    ] as const) {
      const answer = await rig.batch([line]);
      expect([line, answer.code, answer.said]).toEqual([line, 1, expect.stringMatching(said)]);
    }
    const { said } = await rig.batch([`get errors/empty.x12.txt ${join(rig.folder, 'why')}`, 'ls errors']);
    expect(said).toContain('empty.x12.txt');
    expect(readFileSync(join(rig.folder, 'why'), 'utf8')).toBe(
      'empty.x12 was not accepted.\nThe file is empty.\nNothing of it was stored.\n',
    );
    expect(readdirSync(rig.folder)).not.toContain('passwd');
  });

  test.each(['ed25519', 'rsa', 'ecdsa'] as const)('logs in with a key of the kind %s', async (kind) => {
    const keyFile = makeKey(rig.folder, kind);
    const keys = `${rig.settings.keys}\n# the next one\n${readFileSync(`${keyFile}.pub`, 'utf8')}`;
    const { orgId, endpointId } = rig;
    const by = { actor: 'test', by: { kind: 'hub' }, side: 'team' } as const;
    await changeEndpoint(rig.context, { orgId, endpointId }, { settings: { ...rig.settings, keys } }, by);
    const path = local(`${kind}.x12`);
    expect(await rig.batch([`put ${path} inbox/`], { keyFile })).toMatchObject({ code: 255 });
    // What the server knows of endpoints is up to three seconds old.
    rig.bare.pass(4000);
    expect(await rig.batch([`put ${path} inbox/`], { keyFile })).toMatchObject({ code: 0 });
    expect((await rig.exchanges()).at(-1).detail).toMatchObject({
      ...{ role: 'server', path: `/inbox/${kind}.x12`, user: 'quayside', method: 'publickey', peer: '127.0.0.1' },
      ...{ fingerprint: fingerprint(`${keyFile}.pub`), software: expect.stringContaining('OpenSSH') },
    });
  });
});
