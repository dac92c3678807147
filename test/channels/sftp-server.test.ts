import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { pauseEndpoint } from '../../services/flows/endpoints.ts';
import { sample, under } from '../flows/rig.ts';
import { newFolder } from '../support/sshd.ts';
import { newKey, type SftpServerRig, sftpServerRig } from './sftp-server-rig.ts';

let rig: SftpServerRig;
afterEach(async () => {
  expect(rig.faults).toEqual([]);
  await rig.close();
});

const x12 = (control: number) => Buffer.from(under(String(control), sample('standard-3pl', '945-complete')), 'latin1');
const by = { actor: 'test', by: { kind: 'hub' }, side: 'team' } as const;
/** What a call is refused with: the status of SFTP and the text. */
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: { code: number; message: string }) => ({ status: error.code, says: error.message }),
  );

test('a file counts when it is closed, and one with the name of an unfinished one when it is renamed', async () => {
  rig = await sftpServerRig();
  const partner = await rig.login();
  for (const name of ['.945.x12', '945.x12.tmp', '945.x12.part', '945.x12.filepart']) {
    await partner.put(`/inbox/${name}`, x12(300_000_001));
    expect([await partner.list('/inbox'), await rig.stored()]).toEqual([[name], []]);
    await partner.remove(`/inbox/${name}`);
  }
  await partner.put('/inbox/945.x12.tmp', x12(300_000_001));
  await partner.rename('/inbox/945.x12.tmp', '/inbox/945.x12');
  expect((await rig.stored()).map(({ fileName }) => fileName)).toEqual(['945.x12']);
  // Programs look once more whether all of it has arrived, or set times and names.
  expect((await partner.stat('/inbox/945.x12')).size).toBe(x12(300_000_001).length);
  await partner.do((done) => partner.sftp.utimes('/inbox/945.x12', 1, 1, done));
  await partner.rename('/inbox/945.x12', '/inbox/945.done.x12');
  expect([await partner.list('/inbox'), await partner.list('/archive')]).toEqual([[], ['945.x12']]);
  expect(await rig.stored()).toHaveLength(1);
  expect(await partner.get('/archive/945.x12')).toEqual(x12(300_000_001));
});

test('nothing of a disk can be seen or reached: paths lead nowhere else, there are no links, and the folders are as they are', async () => {
  rig = await sftpServerRig();
  const partner = await rig.login();
  const { sftp } = partner;
  expect(await partner.list('/')).toEqual(['archive', 'errors', 'inbox', 'outbox']);
  for (const path of [
    '/../../etc/passwd',
    '../../../etc/passwd',
    '/inbox/../../etc/passwd',
    '/inbox/sub/x',
    '/etc',
    '/inbox/\0',
  ])
    expect([path, (await refusal(partner.stat(path)))?.status]).toEqual([path, 2]);
  expect(await partner.do((done) => sftp.realpath('/inbox/../../../..//outbox/.', done as never))).toBe('/outbox');
  const put = (path: string) => refusal(partner.put(path, Buffer.from('ISA')));
  expect(await put('/945.x12')).toMatchObject({ status: 2 });
  expect(await put('/inbox/sub/945.x12')).toMatchObject({ status: 2 });
  expect(await put('/outbox/945.x12')).toMatchObject({ status: 3, says: expect.stringContaining('into inbox') });
  expect(await put(`/inbox/${'x'.repeat(256)}`)).toMatchObject({ status: 3 });
  for (const start of [
    (done: never) => sftp.symlink('/etc/passwd', '/inbox/link', done),
    (done: never) => sftp.readlink('/inbox', done),
    (done: never) => sftp.mkdir('/inbox/sub', done),
    (done: never) => sftp.rmdir('/errors', done),
    (done: never) => sftp.unlink('/archive', done),
    (done: never) => sftp.rename('/inbox', '/outbox', done),
  ])
    expect(await refusal(partner.do((done) => start(done as never)))).toMatchObject({ status: 3 });
  await partner.put('/inbox/a.tmp', Buffer.from('ISA'));
  expect(await refusal(partner.rename('/inbox/a.tmp', '/outbox/a'))).toMatchObject({ status: 3 });
  expect(await refusal(partner.get('/inbox/a.tmp'))).toMatchObject({ status: 3 });
  expect(await rig.stored()).toEqual([]);
});

test('what is no document, or none that the hub takes, lies in errors with a text beside it that says why', async () => {
  rig = await sftpServerRig();
  const partner = await rig.login();
  await partner.put('/inbox/page.html', Buffer.from('<html></html>'));
  expect(await refusal(partner.put('/inbox/empty.x12', Buffer.alloc(0)))).toMatchObject({
    status: 4,
    says: 'The file is empty.',
  });
  const large = await refusal(partner.put('/inbox/large.x12', Buffer.alloc(3 * 1024 * 1024, 65)));
  expect(large).toMatchObject({ status: 4, says: expect.stringContaining('The limit is 2 MB') });
  const handle = await partner.do<Buffer>((done) => partner.sftp.open('/inbox/gap.x12', 'w', done as never));
  await partner.do((done) => partner.sftp.write(handle, Buffer.from('ISA'), 0, 3, 1000, done));
  expect(await refusal(partner.do((done) => partner.sftp.close(handle, done)))).toMatchObject({
    says: expect.stringContaining('Parts of it are missing'),
  });
  expect(await partner.list('/errors')).toEqual([
    'empty.x12.txt',
    'gap.x12.txt',
    'large.x12.txt',
    'page.html',
    'page.html.txt',
  ]);
  expect((await partner.get('/errors/page.html')).toString()).toBe('<html></html>');
  expect((await partner.get('/errors/page.html.txt')).toString()).toMatch(
    /^page\.html was not accepted\.\n.*\nIt is kept as document /,
  );
  expect((await partner.get('/errors/large.x12.txt')).toString()).toContain('Nothing of it was stored.');
  expect([await partner.list('/inbox'), await partner.list('/archive')]).toEqual([[], []]);
  expect((await rig.exchanges()).map(({ state }) => state)).toEqual(['refused', 'refused', 'refused', 'refused']);
});

test('the same bytes under another name are not taken twice, and errors says which came first; under the same name nothing is wrong', async () => {
  rig = await sftpServerRig();
  const partner = await rig.login();
  const bytes = x12(1);
  for (const name of ['first.x12', 'second.x12', 'first.x12']) await partner.put(`/inbox/${name}`, bytes);
  expect(await partner.list('/archive')).toEqual(['first.x12']);
  expect(await partner.list('/errors')).toEqual(['second.x12', 'second.x12.txt']);
  expect((await partner.get('/errors/second.x12')).equals(bytes)).toBe(true);
  expect(String(await partner.get('/errors/second.x12.txt'))).toMatch(
    /It has the same bytes as first\.x12, which came on \d{4}-\d\d-\d\d at \d\d:\d\d UTC, and was not taken a second time/,
  );
  expect((await rig.exchanges()).map(({ state }) => state).toSorted()).toEqual(['done', 'done', 'refused']);
});

test('an upload whose line broke stays unfinished and can be resumed by whoever comes next, also while the old line seems to be up', async () => {
  rig = await sftpServerRig();
  const [bytes, first] = [x12(300_000_002), await rig.login()];
  const open = (partner: typeof first, flags: 'w' | 'r+' | 'a') =>
    partner.do<Buffer>((done) => partner.sftp.open('/inbox/945.x12', flags, done as never));
  const handle = await open(first, 'w');
  await first.do((done) => first.sftp.write(handle, bytes, 0, 100, 0, done));
  const second = await rig.login();
  expect((await second.stat('/inbox/945.x12')).size).toBe(100);
  // Pieces may overtake each other: each goes to its own place, whatever the mode says.
  const rest = await open(second, 'a');
  await Promise.all(
    [300, 200, 100].map((from) => {
      const length = (from === 300 ? bytes.length : from + 100) - from;
      return second.do((done) => second.sftp.write(rest, bytes, from, length, from, done));
    }),
  );
  expect(await refusal(first.do((done) => first.sftp.write(handle, bytes, 0, 10, 100, done)))).toMatchObject({
    says: expect.stringContaining('by somebody else'),
  });
  expect((await refusal(first.do((done) => first.sftp.close(handle, done))))?.status).toBe(4);
  expect(await rig.stored()).toEqual([]);
  await second.do((done) => second.sftp.close(rest, done));
  expect(await rig.stored()).toEqual([{ fileName: '945.x12', bytes }]);
});

test.each([
  ['reading', true],
  ['removing', false],
] as const)(
  'a document of ours counts as taken by %s as the endpoint says; deleting what was read harms nobody',
  async (collectedBy, byReading) => {
    rig = await sftpServerRig({ settings: { collectedBy } });
    const partner = await rig.login();
    const content = Buffer.from(Array.from({ length: 200_000 }, (_, place) => place % 256));
    const [one, two, three] = [
      await rig.waiting('940.x12', content),
      await rig.waiting('940.x12', Buffer.from('ISA two')),
      await rig.waiting('997.x12', Buffer.from('ISA three')),
    ];
    const names = await partner.list('/outbox');
    expect(names).toEqual([`940-${two.slice(-12)}.x12`, '940.x12', '997.x12']);
    // A beginning is not the whole.
    const handle = await partner.do<Buffer>((done) => partner.sftp.open('/outbox/940.x12', 'r', done as never));
    await partner.do((done) => partner.sftp.read(handle, Buffer.alloc(100), 0, 100, 0, done as never));
    await partner.do((done) => partner.sftp.close(handle, done));
    expect(await rig.state(one)).toBe('ready');
    expect((await partner.get('/outbox/940.x12')).equals(content)).toBe(true);
    expect((await rig.state(one)) === 'delivered').toBe(byReading);
    await partner.remove('/outbox/940.x12');
    await partner.rename('/outbox/997.x12', '/archive/997.x12');
    // The name is not given to another document that a second deletion would hit.
    await partner.remove('/outbox/940.x12');
    expect([await rig.state(one), await rig.state(two), await rig.state(three)]).toEqual([
      'delivered',
      'ready',
      'delivered',
    ]);
    expect([await partner.list('/outbox'), await partner.list('/archive')]).toEqual([
      [names[0]],
      ['940.x12', '997.x12'],
    ]);
    expect((await rig.exchanges()).map(({ direction, document_ids: ids }) => [direction, ids[0]])).toEqual([
      ['out', one],
      ['out', three],
    ]);
  },
);

test('partners see nothing of each other', async () => {
  rig = await sftpServerRig();
  const key = newKey();
  const heron = await rig.addPartner('Blue Heron Freight', { user: 'blueheron', keys: key.public });
  await expect(rig.addPartner('Somebody', { user: 'blueheron', keys: key.public })).rejects.toMatchObject({
    code: 'http.conflict',
  });
  rig.bare.pass(4000);
  await rig.waiting('ours.x12', Buffer.from('ISA'), heron);
  const [quayside, other] = [await rig.login(), await rig.login({ username: 'blueheron', privateKey: key.private })];
  await quayside.put('/inbox/a.tmp', Buffer.from('ISA'));
  expect([await other.list('/inbox'), await other.list('/outbox'), await quayside.list('/outbox')]).toEqual([
    [],
    ['ours.x12'],
    [],
  ]);
});

test('only who proves it logs in: not with an unknown name, another’s key, a wrong password, SHA-1 or a shell', async () => {
  rig = await sftpServerRig({ settings: { password: 'correct horse battery staple' } });
  const fails = (how: Parameters<SftpServerRig['login']>[0]) =>
    refusal(rig.login(how)).then((one) => one !== undefined);
  const none = { privateKey: undefined } as never as object;
  expect(await fails({ privateKey: newKey().private })).toBe(true);
  expect(await fails({ username: 'nobody' })).toBe(true);
  expect(await fails({ ...none, password: 'wrong' })).toBe(true);
  expect(await fails({ ...none, password: '' })).toBe(true);
  expect(await fails({ algorithms: { serverHostKey: ['ssh-rsa'] } })).toBe(true);
  expect(await fails({ algorithms: { hmac: ['hmac-sha1'], cipher: ['aes128-ctr'] } })).toBe(true);
  expect(await fails({ algorithms: { kex: ['diffie-hellman-group14-sha1'] } })).toBe(true);
  const partner = await rig.login({
    ...none,
    password: 'correct horse battery staple',
    algorithms: { serverHostKey: ['rsa-sha2-512'] },
  });
  expect(await refusal(partner.do((done) => partner.client.exec('id', done as never)))).toBeDefined();
  expect(await refusal(partner.do((done) => partner.client.shell(done as never)))).toBeDefined();
  expect(
    await refusal(partner.do((done) => partner.client.forwardOut('127.0.0.1', 1, '127.0.0.1', 22, done as never))),
  ).toBeDefined();
  // The team sees which key came, once; the partner learns nothing.
  const noted = (await rig.exchanges()).filter(({ kind }) => kind === 'session');
  expect(noted).toEqual([
    expect.objectContaining({
      state: 'refused',
      summary: expect.stringMatching(/key SHA256:.* none of the endpoint's/),
    }),
  ]);
});

test('connections that nobody logs in on are ended, and one address gets no more than its share of them', async () => {
  rig = await sftpServerRig({ limits: { logInMs: 300, strangersPerAddress: 3 } });
  const ended = (socket: Socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()).resume());
  const silent = () => connect(rig.port, '127.0.0.1').on('error', () => undefined);
  const sockets = Array.from({ length: 3 }, silent);
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('data', resolve))));
  await ended(silent());
  await Promise.all(sockets.map(ended));
  (await rig.login()).end();
});

test('wrong passwords lock passwords: of that name from that address first, of the address much later; a right key gets in, and the log says it', async () => {
  const password = 'correct horse battery staple';
  rig = await sftpServerRig({ settings: { password }, limits: { failuresPerUser: 3, failuresPerAddress: 6 } });
  const none = { privateKey: undefined } as never as object;
  const isLetIn = async (given: string, more: object = {}) =>
    (await refusal(rig.login({ ...none, password: given, ...more }).then((one) => one.end()))) === undefined;
  expect(await isLetIn(password)).toBe(true);
  for (let count = 0; count < 3; count++) expect(await isLetIn('wrong')).toBe(false);
  expect(await isLetIn(password)).toBe(false);
  (await rig.login()).end();
  const sessions = async () =>
    (await rig.exchanges()).flatMap(({ kind, summary }) => (kind === 'session' ? [summary] : []));
  expect((await sessions()).at(-1)).toMatch(
    /^3 passwords of \w+ from 127\.0\.0\.1 were wrong: passwords for this name/,
  );
  // Others who share the address are not locked, until it goes beyond all measure.
  for (let count = 0; count < 3; count++) expect(await isLetIn('wrong', { username: `guess-${count}` })).toBe(false);
  rig.pass(61_000);
  expect(await isLetIn(password)).toBe(true);
  for (let count = 0; count < 6; count++) expect(await isLetIn('wrong', { username: `guess-${count}` })).toBe(false);
  expect(await isLetIn(password)).toBe(false);
  (await rig.login()).end();
});

test('a partner has a bounded number of sessions, open files, unfinished files and bytes', async () => {
  rig = await sftpServerRig({
    limits: { sessionsPerEndpoint: 2, handlesPerSession: 3, uploadsPerEndpoint: 5, spoolBytesPerEndpoint: 10_000 },
  });
  const partner = await rig.login();
  const open = (name: string) => partner.do<Buffer>((done) => partner.sftp.open(`/inbox/${name}`, 'w', done as never));
  const handles = [await open('1.tmp'), await open('2.tmp'), await open('3.tmp')];
  expect(await refusal(open('4.tmp'))).toMatchObject({ says: expect.stringContaining('open already') });
  for (const handle of handles) await partner.do((done) => partner.sftp.close(handle, done));
  for (const name of ['4.tmp', '5.tmp']) await partner.put(`/inbox/${name}`, Buffer.from('x'));
  expect(await refusal(partner.put('/inbox/6.tmp', Buffer.from('x')))).toMatchObject({
    says: expect.stringContaining('unfinished files'),
  });
  await partner.remove('/inbox/5.tmp');
  for (const name of ['7.tmp', '7.x12']) {
    const much = Buffer.alloc(100_000, 65);
    expect(await refusal(partner.put(`/inbox/${name}`, much))).toMatchObject({
      says: expect.stringContaining('unfinished files'),
    });
    // Nothing half is left that could become a document by closing or renaming it.
    expect([await partner.list('/inbox'), await rig.stored()]).toEqual([['1.tmp', '2.tmp', '3.tmp', '4.tmp'], []]);
  }
  const second = await rig.login();
  expect(await refusal(rig.login())).toBeDefined();
  // Those whose line broke count no more.
  for (const one of [partner, second]) one.client.destroy();
  await expect
    .poll(() =>
      rig.login().then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
});

test('2,000 small files in one session become as many documents, and leave nothing behind on the disk', async () => {
  rig = await sftpServerRig();
  const partner = await rig.login();
  const count = 2000;
  for (let from = 0; from < count; from += 25)
    await Promise.all(
      Array.from({ length: 25 }, (_, place) =>
        partner.put(`/inbox/${from + place}.x12`, x12(400_000_000 + from + place)),
      ),
    );
  expect(await rig.context.db.system('document').count({ documents: '*' })).toEqual([{ documents: count }]);
  expect(await partner.list('/archive')).toHaveLength(count);
  const [spool] = readdirSync(join(rig.folder, 'spool'));
  expect(readdirSync(join(rig.folder, 'spool', spool!)).length).toBeLessThanOrEqual(1000);
});

test('nothing is taken while the endpoint is paused, and the log-in ends with the endpoint', async () => {
  rig = await sftpServerRig();
  const partner = await rig.login();
  await rig.waiting('940.x12', Buffer.from('ISA'));
  const key = { orgId: rig.orgId, endpointId: rig.endpointId };
  await pauseEndpoint(rig.context, key, 'paused', by);
  rig.bare.pass(4000);
  expect(await refusal(partner.put('/inbox/a.x12', x12(1)))).toMatchObject({
    status: 3,
    says: expect.stringContaining('paused'),
  });
  expect(await partner.list('/outbox')).toEqual([]);
  // A program that knows the name from before must not believe that it was taken.
  for (const attempt of [partner.remove('/outbox/940.x12'), partner.rename('/outbox/940.x12', '/archive/940.x12')])
    expect(await refusal(attempt)).toMatchObject({ status: 3, says: expect.stringContaining('paused') });
  await pauseEndpoint(rig.context, key, 'resumed', by);
  rig.bare.pass(4000);
  expect(await partner.list('/outbox')).toEqual(['940.x12']);
  await rig.context.db.system('channel_endpoint').where({ id: rig.endpointId }).update({ removed_at: rig.bare.now() });
  rig.bare.pass(4000);
  expect(await refusal(partner.list('/outbox'))).toBeDefined();
});

test('a full disk is said to be one, nothing half becomes a document, and it works again when there is room', async ({
  skip,
}) => {
  const spoolDir = newFolder('small');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', spoolDir], { stdio: 'ignore' });
  } catch {
    skip('no small disk can be mounted here');
  }
  rig = await sftpServerRig({ spoolDir });
  const { close } = rig;
  rig.close = async () => {
    await close();
    execFileSync('umount', [spoolDir]);
  };
  const partner = await rig.login();
  const large = Buffer.alloc(400_000, 65);
  expect(await refusal(partner.put('/inbox/large.x12', large))).toMatchObject({
    ...{ status: 4, says: 'The disk of the hub is full. Send it again later.' },
  });
  expect((await refusal(partner.put('/inbox/large.tmp', large)))?.status).toBe(4);
  expect([await partner.list('/inbox'), await rig.stored()]).toEqual([[], []]);
  await partner.put('/inbox/945.x12', x12(300_000_009));
  expect(await rig.stored()).toHaveLength(1);
  // The operator sees it in the log.
  expect(rig.faults.splice(0)).not.toEqual([]);
});
