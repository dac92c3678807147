import { appendFileSync, mkdirSync, readFileSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openEgress } from '../../services/channels/egress.ts';
import { Remote } from '../../services/channels/sftp/remote.ts';
import { fits } from '../../services/channels/sftp/settings.ts';
import { sftpChannel } from '../../services/channels/sftp/sftp-channel.ts';
import { CodedError } from '../../services/domain/errors.ts';
import { changeEndpoint } from '../../services/flows/endpoints.ts';
import { skipped } from '../support/skipped.ts';
import { noOpenSsh, openSsh, startSshd } from '../support/sshd.ts';
import { anEndpoint } from './contract.ts';
import { around, by, limitBytes, type SftpRig, sftpRig } from './sftp-client-rig.ts';

const describeOpenSsh = openSsh ? describe : describe.skip;
const x12 = readFileSync(new URL('../../partners/standard-3pl/samples/945-complete.x12', import.meta.url));

test('patterns say which files are fetched, in linear time', () => {
  const is = (patterns: string, name: string) => fits(patterns, name);
  expect([
    is('*', 'a'),
    is('*.x12', 'A.X12'),
    is('*.x12, *.edi', 'b.edi'),
    is('94?.*', '945.txt'),
    is('a*b*c', 'axxbyyc'),
  ]).toEqual([true, true, true, true, true]);
  expect([is('*.x12', 'a.x12.bak'), is('', 'a'), is('94?', '94'), is('a*b', 'ab c'), is('*?', '')]).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(is(`${'*a'.repeat(200)}b`, 'a'.repeat(255))).toBe(false);
});

describeOpenSsh(skipped('an endpoint at the partner’s SFTP server', !openSsh && noOpenSsh), () => {
  let rig: SftpRig;
  afterEach(() => rig.close());

  test('fixes the host key at its first test, says so in the audit trail, and does nothing before', async () => {
    rig = await sftpRig();
    writeFileSync(rig.folder('out/945.x12'), x12);
    await rig.look();
    expect([await rig.stored(), (await rig.cases())[0]?.detail]).toEqual([
      [],
      expect.stringContaining('Test the endpoint'),
    ]);
    const report = await rig.test();
    expect(report).toMatchObject({ works: true, learned: { hostKey: rig.sshd.hostKey() } });
    expect(report.says.join(' ')).toContain(`Its host key is ${rig.sshd.hostKey()}, fixed from now on.`);
    expect((await rig.row()).settings).toMatchObject({ hostKey: rig.sshd.hostKey() });
    const audits = await rig.context.db.system('audit_entry').where({ action: 'endpoint.changed' });
    expect(audits).toHaveLength(1);
    await rig.look();
    expect([(await rig.stored()).length, await rig.cases()]).toEqual([1, []]);
    expect((await rig.test()).learned).toBeUndefined();
  });

  test('refuses a server that shows another host key: nothing is fetched or sent, a case says why, and it goes on with the new one set by hand', async () => {
    rig = await sftpRig();
    await rig.test();
    await rig.sshd.stop();
    const former = rig.sshd.hostKey();
    rig.sshd.changeHostKey();
    await rig.sshd.start();
    writeFileSync(rig.folder('out/945.x12'), x12);
    const id = await rig.queue('940.x12', Buffer.from('ISA'));
    await rig.look();
    await rig.drain();
    expect([await rig.stored(), rig.at('in'), (await rig.documentOf(id)).state]).toEqual([[], [], 'ready']);
    const [unreadable] = await rig.cases();
    expect(unreadable?.detail).toContain(`shows the host key ${rig.sshd.hostKey()}, and not ${former}`);
    expect(await rig.test()).toMatchObject({ works: false, says: [expect.stringContaining('and not')] });
    expect((await rig.row()).settings.hostKey).toBe(former);
    const { privateKey: _secret, ...settings } = rig.settings;
    await changeEndpoint(rig.context, rig.key, { settings: { ...settings, hostKey: rig.sshd.hostKey() } }, by);
    await rig.look();
    await rig.drain();
    expect([(await rig.stored()).length, rig.at('in'), await rig.cases()]).toEqual([1, ['940.x12'], []]);
  });

  test('takes files that have settled, and nothing else: not what grows, is unfinished, hidden, a link, a folder or called otherwise', async () => {
    rig = await sftpRig({ patterns: '*.x12', afterPickUp: 'delete' });
    await rig.test();
    const out = (name: string) => rig.folder(`out/${name}`);
    for (const name of ['a.x12.tmp', '.b.x12', 'c.txt', 'growing.x12']) writeFileSync(out(name), x12);
    mkdirSync(out('folder.x12'));
    symlinkSync('/etc/hostname', out('link.x12'));
    for (let times = 0; times < 3; times += 1) {
      await rig.once();
      appendFileSync(out('growing.x12'), '~');
    }
    expect(await rig.stored()).toEqual([]);
    await rig.look();
    expect((await rig.stored()).map(({ fileName }) => fileName)).toEqual(['growing.x12']);
    expect(rig.at('out')).toEqual(['.b.x12', 'a.x12.tmp', 'c.txt', 'folder.x12', 'link.x12']);
    expect((await rig.exchanges()).at(-1)).toMatchObject({
      detail: { role: 'client', path: out('growing.x12'), user: rig.sshd.user, fingerprint: rig.sshd.hostKey() },
    });
  });

  test('leaves what it refuses where it is, once, unless there is a folder for it', async () => {
    rig = await sftpRig({ refusedTo: undefined as never });
    await rig.test();
    writeFileSync(rig.folder('out/empty.x12'), '');
    writeFileSync(rig.folder('out/large.x12'), Buffer.alloc(limitBytes + 1));
    await rig.look();
    await rig.look();
    expect(rig.at('out')).toEqual(['empty.x12', 'large.x12']);
    const refused = await rig.exchanges();
    expect(refused.map(({ state, summary }) => [state, summary.split(': ')[0]])).toEqual([
      ['refused', rig.folder('out/empty.x12')],
      ['refused', rig.folder('out/large.x12')],
    ]);
    writeFileSync(rig.folder('out/empty.x12'), x12);
    await rig.look();
    expect([(await rig.stored()).length, rig.at('out/archive')]).toEqual([1, ['empty.x12']]);
  });

  test('takes hundreds of files in their order by one connection, and lists the folder once for all of them', async () => {
    rig = await sftpRig();
    await rig.test();
    const names = Array.from({ length: 430 }, (_, nth) => `${String(nth).padStart(4, '0')}.x12`);
    for (const [nth, name] of names.entries()) {
      writeFileSync(rig.folder(`out/${name}`), nth === 200 ? '' : `ISA ${name}`);
      utimesSync(rig.folder(`out/${name}`), 1_700_000_000 + nth, 1_700_000_000 + nth);
    }
    const listings = vi.spyOn(Remote.prototype, 'list');
    await rig.look();
    // Once to see them, once to see that they have settled.
    expect(listings).toHaveBeenCalledTimes(2);
    listings.mockRestore();
    const wanted = names.filter((_, nth) => nth !== 200);
    expect((await rig.stored()).map(({ fileName }) => fileName)).toEqual(wanted);
    expect(rig.at('out/archive')).toEqual(wanted);
    expect(rig.at('out/refused')).toEqual(['0200.x12', '0200.x12.txt']);
  });

  test('what comes after a file that has to wait does not overtake it', async () => {
    rig = await sftpRig();
    await rig.test();
    const { sftp } = rig.context.channels;
    let isAway = true;
    const open: typeof sftp.open = async (transmission) => {
      if (isAway && transmission.file.name === 'b.x12')
        throw new CodedError('channel.unreachable', { detail: 'The server is away.' });
      return sftp.open(transmission);
    };
    Object.assign(rig.context.channels, { sftp: { ...sftp, open } });
    for (const [nth, name] of ['a.x12', 'b.x12', 'c.x12'].entries()) {
      writeFileSync(rig.folder(`out/${name}`), `ISA ${name}`);
      utimesSync(rig.folder(`out/${name}`), 1_700_000_000 + nth, 1_700_000_000 + nth);
    }
    await rig.look();
    expect([(await rig.stored()).map(({ fileName }) => fileName), rig.at('out/archive')]).toEqual([
      ['a.x12'],
      ['a.x12'],
    ]);
    isAway = false;
    await rig.look();
    expect((await rig.stored()).map(({ fileName }) => fileName)).toEqual(['a.x12', 'b.x12', 'c.x12']);
  });

  test('says of a file whose bytes came before under another name that it was not taken again, in the log and in a text beside it', async () => {
    rig = await sftpRig();
    await rig.test();
    for (const name of ['first.x12', 'second.x12']) {
      writeFileSync(rig.folder(`out/${name}`), 'ISA same');
      await rig.look();
    }
    expect((await rig.stored()).length).toBe(1);
    const { state, summary } = (await rig.exchanges()).at(-1)!;
    expect([state, summary]).toEqual([
      'refused',
      expect.stringMatching(/^second\.x12: It has the same bytes as first\.x12/),
    ]);
    expect([rig.at('out/archive'), rig.at('out/refused')]).toEqual([['first.x12'], ['second.x12', 'second.x12.txt']]);
    expect(rig.textAt('out/refused/second.x12.txt')).toContain('same bytes as first.x12');
  });

  test('tells the team of such files where they are deleted, by one case', async () => {
    rig = await sftpRig({ afterPickUp: 'delete', refusedTo: undefined as never });
    await rig.test();
    for (const name of ['first.x12', 'second.x12', 'third.x12']) {
      writeFileSync(rig.folder(`out/${name}`), 'ISA same');
      await rig.look();
    }
    expect([rig.at('out'), (await rig.stored()).length]).toEqual([[], 1]);
    expect(await rig.cases()).toMatchObject([
      {
        title: 'Quayside Logistics sends the same bytes under other names at the endpoint theirs',
        detail: expect.stringMatching(/^second\.x12: It has the same bytes as first\.x12/),
      },
    ]);
  });

  test('keeps files apart in the archive that have the same name', async () => {
    rig = await sftpRig();
    await rig.test();
    for (const text of ['ISA one', 'ISA two']) {
      writeFileSync(rig.folder('out/945.x12'), text);
      await rig.look();
    }
    expect([(await rig.stored()).length, rig.at('out/archive').length, rig.at('out')]).toEqual([2, 2, ['archive']]);
  });

  test('does not delete what was put in the place of a file after it was fetched', async () => {
    rig = await sftpRig({ afterPickUp: 'delete' });
    await rig.test();
    const { sftp } = rig.context.channels;
    const file = rig.folder('out/945.x12');
    writeFileSync(file, 'ISA one');
    let isFirst = true;
    const open: typeof sftp.open = async (transmission) => {
      const arrivals = await sftp.open(transmission);
      if (isFirst) writeFileSync(file, 'ISA two, longer');
      isFirst = false;
      return arrivals;
    };
    Object.assign(rig.context.channels, { sftp: { ...sftp, open } });
    await rig.look();
    expect(rig.at('out')).toEqual(['945.x12']);
    await rig.look();
    expect([(await rig.stored()).map(({ bytes }) => bytes.toString()), rig.at('out')]).toEqual([
      ['ISA one', 'ISA two, longer'],
      [],
    ]);
  });

  test('one file that cannot be read does not keep the others waiting; a case says which, and closes when it can be', async () => {
    rig = await sftpRig();
    await rig.test();
    const { sftp } = rig.context.channels;
    let isLocked = true;
    // Somebody takes it away and puts it back while the hub reaches for it.
    const open: typeof sftp.open = async (transmission) => {
      const { name } = transmission.file;
      if (!isLocked || name !== 'a.x12') return sftp.open(transmission);
      renameSync(rig.folder(`out/${name}`), rig.folder('away'));
      try {
        return await sftp.open(transmission);
      } finally {
        renameSync(rig.folder('away'), rig.folder(`out/${name}`));
      }
    };
    Object.assign(rig.context.channels, { sftp: { ...sftp, open } });
    for (const name of ['a.x12', 'b.x12']) writeFileSync(rig.folder(`out/${name}`), `ISA ${name}`);
    await rig.look();
    expect((await rig.stored()).map(({ fileName }) => fileName)).toEqual(['b.x12']);
    expect((await rig.cases()).map(({ detail }) => detail)).toEqual([expect.stringContaining('a.x12')]);
    isLocked = false;
    await rig.look();
    expect([(await rig.stored()).length, await rig.cases()]).toEqual([2, []]);
  });

  test('a server that is down for an hour loses nothing and holds up nobody: the breaker opens, then all goes out in its order', async () => {
    rig = await sftpRig();
    await rig.test();
    await rig.sshd.stop();
    const ids: string[] = [];
    for (const name of ['1.x12', '2.x12', '3.x12']) ids.push(await rig.queue(name, Buffer.from(name)));
    for (let minutes = 0; minutes < 60; minutes += 5) {
      await rig.once();
      await rig.drain();
      rig.bare.pass(300_000);
    }
    expect(await rig.row()).toMatchObject({ breaker: expect.stringMatching(/open/) });
    const titles = (await rig.cases()).map(({ title }) => title).toSorted();
    expect(titles).toEqual([
      expect.stringContaining('does not take'),
      expect.stringContaining('cannot look for documents'),
    ]);
    const other = await startSshd();
    try {
      const elsewhere = { port: other.port, privateKey: other.key, hostKey: other.hostKey(), deliverTo: other.files };
      const beside = await rig.addPartner('Blue Heron Freight', elsewhere);
      const id = await beside.queue('heron.x12', Buffer.from('ISA'));
      await beside.drain();
      expect((await rig.documentOf(id)).state).toBe('delivered');
    } finally {
      await other.remove();
    }
    await rig.sshd.start();
    await rig.look();
    for (let times = 0; times < 3; times += 1) await rig.drain();
    expect(rig.at('in')).toEqual(['1.x12', '2.x12', '3.x12']);
    const sent = (await rig.exchanges())
      .filter((one) => one.state === 'done' && one.endpoint_id === rig.endpointId)
      .map(({ document_ids: [id] }) => id);
    expect([sent, await rig.cases(), (await rig.row()).breaker]).toEqual([ids, [], 'closed']);
  });

  test('a partner gets a file once, whenever the hub dies on the way, and also when they have taken it since', async () => {
    rig = await sftpRig();
    const { sftp } = rig.context.channels;
    const settings = { ...rig.settings, hostKey: rig.sshd.hostKey() };
    const out = (id: string) => ({ id, fileName: '997.x12', bytes: Buffer.from(`ISA ${id}`) });
    const memory = new Map<string, string>();
    const journal = (id: string, die?: 'before' | 'after') => ({
      read: async () => memory.get(id),
      write: async (text: string) => {
        if (die === 'before') throw new Error('killed');
        memory.set(id, text);
        if (die === 'after') throw new Error('killed');
      },
    });
    const deliver = (id: string, die?: 'before' | 'after') =>
      sftp.deliver(out(id), settings, anEndpoint, journal(id, die)).catch(() => undefined);
    // The file is there whole, under its other name; then its name is known as well; then it was renamed.
    for (const [id, die] of [
      ['one', 'before'],
      ['two', 'after'],
      ['three', undefined],
    ] as const) {
      await deliver(id, die);
      if (die !== undefined) expect(rig.at('in')).toContain(`crossdock-${id}.tmp`);
      await deliver(id);
    }
    expect(rig.at('in')).toEqual(['997-three.x12', '997-two.x12', '997.x12']);
    for (const name of rig.at('in')) rig.remove(`in/${name}`);
    for (const id of ['one', 'two', 'three']) await deliver(id);
    expect(rig.at('in')).toEqual([]);
    // Where the settings name another folder since, what was done in the former one says nothing.
    mkdirSync(rig.folder('other'));
    await sftp.deliver(out('one'), { ...settings, deliverTo: rig.folder('other') }, anEndpoint, journal('one'));
    expect(rig.at('other')).toEqual(['997.x12']);
  });

  test('says what does not work: a key that is refused, a name that is unknown, a folder that is missing; and tries a refused key no more than every five minutes', async () => {
    rig = await sftpRig();
    const says = async (change: object) => {
      const { sftp } = rig.context.channels;
      const report = await sftp.test({ ...rig.settings, ...change } as never, anEndpoint);
      return [report.works, report.says.join(' ')] as const;
    };
    expect(await says({ host: 'no-such-host.invalid' })).toEqual([
      false,
      expect.stringContaining('no-such-host.invalid is not known'),
    ]);
    expect(await says({ port: 1 })).toEqual([false, expect.stringContaining('nothing answers at this port')]);
    expect(await says({ pickUpFrom: '/no/such' })).toEqual([
      false,
      expect.stringContaining('/no/such cannot be listed: there is no such file or folder.'),
    ]);
    expect(await says({ user: 'nobody-at-all' })).toEqual([
      false,
      expect.stringContaining('does not let nobody-at-all in: it refuses the key.'),
    ]);
    expect(await says({ archiveTo: '/no/archive' })).toEqual([
      true,
      expect.stringContaining('It is made with the first file.'),
    ]);
    const { privateKey: _secret, ...settings } = rig.settings;
    await rig.test();
    await changeEndpoint(
      rig.context,
      rig.key,
      { settings: { ...settings, user: 'nobody-at-all', hostKey: rig.sshd.hostKey() } },
      by,
    );
    await rig.once();
    await changeEndpoint(rig.context, rig.key, { settings: { ...settings, hostKey: rig.sshd.hostKey() } }, by);
    writeFileSync(rig.folder('out/945.x12'), x12);
    await rig.look();
    expect(await rig.stored()).toHaveLength(1);
  });

  test('is called at no address of a private network that the operator has not allowed', async () => {
    rig = await sftpRig();
    const guarded = sftpChannel({ ...around, egress: openEgress([]) });
    const report = await guarded.test({ ...rig.settings, host: 'localhost' }, anEndpoint);
    expect([report.works, report.says.join()]).toEqual([false, expect.stringContaining('private or special network')]);
    const at = { ...rig.settings, host: '169.254.169.254', hostKey: rig.sshd.hostKey() };
    await expect(
      guarded.deliver({ id: 'x', fileName: 'x', bytes: Buffer.from('x') }, at, anEndpoint),
    ).rejects.toMatchObject({ code: 'channel.address-refused' });
  });

  test('checks settings beyond their form: a proof and a folder are needed, and keys must be keys', async () => {
    rig = await sftpRig();
    const check = sftpChannel(around).checkSettings!;
    const bare = { host: 'sftp.example', user: 'hub' };
    expect(check(bare).map(({ setting }) => setting)).toEqual(['privateKey', 'pickUpFrom']);
    expect(check({ ...bare, privateKey: 'x', deliverTo: '/in' })).toEqual([
      expect.objectContaining({ setting: 'privateKey' }),
    ]);
    expect(check({ ...bare, privateKey: rig.sshd.key, pickUpFrom: '/o', afterPickUp: 'archive' })).toEqual([
      expect.objectContaining({ setting: 'archiveTo' }),
    ]);
  });
});
