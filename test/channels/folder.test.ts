import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderChannel } from '../../services/channels/folder/folder-channel.ts';
import type { FolderTransmission } from '../../services/channels/folder/inbox.ts';
import { drain } from '../../services/flows/drain.ts';
import { addEndpoint } from '../../services/flows/endpoints.ts';
import { takeIn } from '../../services/flows/take-in.ts';
import { insertHandovers } from '../../services/store/deliveries.ts';
import { insertWaiting } from '../store/traffic.ts';
import { openDoor, testContext } from '../support/context.ts';
import { storedFiles } from '../support/stored-files.ts';
import { anEndpoint, channelContract, type PartnerSide } from './contract.ts';

const limitBytes = 2 * 1024 * 1024;
function newRoot(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'crossdock-folder-')));
}
const shown = (path: string) => readdirSync(path).filter((name) => !name.startsWith('.'));

const ofContract = newRoot();

async function open(): Promise<PartnerSide> {
  const root = ofContract;
  const path = join(root, 'quayside');
  mkdirSync(path);
  const bare = await testContext({ folders: [root] });
  const context = {
    ...bare,
    channels: {
      ...bare.channels,
      folder: folderChannel({ folders: [root], limitBytes, ticks: () => bare.now().getTime() }),
    },
  };
  const { db, newId } = context;
  const orgId = newId();
  await db.system('organization').insert({ id: orgId, name: 'Quayside Logistics', kind: '3pl' });
  const by = { actor: 'test', by: { kind: 'hub' }, side: 'team' } as const;
  const wanted = { environment: 'production', name: 'van', channel: 'folder', settings: { path } } as const;
  const endpointId = await addEndpoint(context, orgId, wanted, by);
  const lane = `endpoint/${endpointId}`;
  const look = async () => {
    await takeIn(context, endpointId, openDoor);
    bare.pass(3000);
    await takeIn(context, endpointId, openDoor);
  };
  await look();
  let last: string | undefined;
  let second = 1_700_000_000;
  return {
    limitBytes,
    settings: { path },
    wrongSettings: { path: join(root, 'nowhere') },
    send: async (files) => {
      for (const { name, bytes } of files) {
        last = name.split('/').at(-1)!;
        writeFileSync(join(path, 'inbox', last), bytes);
        // One after the other, as a person or a program would: the clock of a file system may be coarse.
        second += 1;
        utimesSync(join(path, 'inbox', last), second, second);
      }
      const before = new Set(shown(join(path, 'errors')));
      await look();
      const [count] = await db.system('document').where({ direction: 'in' }).count();
      // What is no document is told so, and kept all the same: moved, as far as moving bytes goes.
      const texts = shown(join(path, 'errors')).filter((name) => name.endsWith('.txt') && !before.has(name));
      const lost = texts.some((name) =>
        readFileSync(join(path, 'errors', name), 'utf8').includes('Nothing of it was stored'),
      );
      return { taken: count !== undefined && !lost };
    },
    told: async () => {
      if (shown(join(path, 'errors')).some((name) => name.startsWith(last!))) return 'refused';
      return shown(join(path, 'archive')).some((name) => name.startsWith(last!.replace(/\.\w+$/, '')))
        ? 'accepted'
        : undefined;
    },
    stored: () => storedFiles(db.system),
    deliver: async (fileName, bytes) => {
      const id = await insertWaiting(db.system, { orgId, content: Buffer.from(bytes).toString('latin1') });
      await db
        .system('document')
        .where({ id })
        .update({ file_name: fileName, channel: 'folder', endpoint_id: endpointId });
      await db.system.transaction((tx) =>
        insertHandovers(tx, [{ id: newId(), orgId, environment: 'production', documentId: id, endpointId, lane }]),
      );
      await drain(context, lane);
      return id;
    },
    deliverAgain: async (id) => {
      await db.system('delivery').where({ document_id: id }).update({ state: 'in-flight' });
      await drain(context, lane);
      await takeIn(context, endpointId, openDoor);
    },
    look: async () => {
      const rows = await db.system('document').where({ direction: 'out' }).select('id', 'file_name');
      return rows.flatMap(({ id, file_name: fileName }) => {
        const file = join(path, 'outbox', fileName);
        return existsSync(file) ? [{ id, fileName, bytes: readFileSync(file) }] : [];
      });
    },
    acknowledge: async (id) => {
      const { file_name: fileName } = await db.system('document').where({ id }).first();
      rmSync(join(path, 'outbox', fileName), { force: true });
      await takeIn(context, endpointId, openDoor);
    },
    isDelivered: async (id) => (await db.system('document').where({ id }).first()).state === 'delivered',
    close: async () => {
      await bare.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

channelContract(folderChannel({ folders: [ofContract], limitBytes }), open);

describe('an endpoint in a folder', () => {
  let root: string;
  let path: string;
  let time: number;
  let channel: ReturnType<typeof folderChannel>;
  beforeEach(() => {
    root = newRoot();
    path = join(root, 'quayside');
    mkdirSync(path);
    time = 0;
    channel = folderChannel({ folders: [root], limitBytes, ticks: () => time });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const look = async (ms = 0): Promise<readonly FolderTransmission[]> => {
    time += ms;
    if (channel.ingress.kind !== 'poll') throw new Error('It polls.');
    return channel.ingress.look('e', { path });
  };
  const namesAfter = async (ms: number) => (await look(ms)).map(({ name }) => name);
  const says = async (settings: { path: string }) => (await channel.test(settings, anEndpoint)).says.join(' ');

  test('makes its sub-folders, and takes a file when size and time have stayed the same for two seconds', async () => {
    expect(await namesAfter(0)).toEqual([]);
    expect(shown(path).toSorted()).toEqual(['archive', 'errors', 'inbox', 'outbox']);
    writeFileSync(join(path, 'inbox', 'slow.x12'), 'ISA');
    expect(await namesAfter(0)).toEqual([]);
    expect(await namesAfter(1900)).toEqual([]);
    writeFileSync(join(path, 'inbox', 'slow.x12'), 'ISA and more');
    expect(await namesAfter(1900)).toEqual([]);
    expect(await namesAfter(2000)).toEqual(['slow.x12']);
  });

  test('leaves a file alone that is being written under another name, and takes it at once when it is renamed', async () => {
    await look();
    for (const name of ['a.x12.tmp', 'b.part', '.c.x12', 'd.filepart']) writeFileSync(join(path, 'inbox', name), 'ISA');
    mkdirSync(join(path, 'inbox', 'folder'));
    expect(await namesAfter(0)).toEqual([]);
    expect(await namesAfter(60_000)).toEqual([]);
    renameSync(join(path, 'inbox', 'a.x12.tmp'), join(path, 'inbox', 'a.x12'));
    expect(await namesAfter(0)).toEqual(['a.x12']);
  });

  test('does not take a new file for an unfinished one that was renamed, though it has got its inode', async () => {
    await look();
    const [former, later] = [join(path, 'inbox', 'a.tmp'), join(path, 'inbox', 'b.x12')];
    writeFileSync(former, 'ISA');
    const inode = statSync(former).ino;
    await look();
    rmSync(former);
    writeFileSync(later, 'half of an ISA');
    // Elsewhere than on ext4 it may have another one, and there is nothing to confuse.
    if (statSync(later).ino !== inode) return;
    expect(await namesAfter(10)).toEqual([]);
    expect(await namesAfter(2500)).toEqual(['b.x12']);
  });

  test('refuses links, with a text beside them that says why, and never reads what they lead to', async () => {
    const secret = join(root, 'secret.x12');
    writeFileSync(secret, 'ISA secret');
    await look();
    symlinkSync(secret, join(path, 'inbox', 'soft.x12'));
    linkSync(secret, join(path, 'inbox', 'hard.x12'));
    await look();
    const found = await look(2500);
    expect(found).toHaveLength(2);
    for (const one of found) {
      const error = await channel.open(one).then(
        () => undefined,
        (reason) => reason,
      );
      expect(error).toMatchObject({ code: 'channel.refused' });
      await channel.reply(one, { state: 'refused', error });
      await channel.reply(one, { state: 'refused', error });
    }
    expect(shown(join(path, 'inbox'))).toEqual([]);
    expect(readFileSync(join(path, 'errors', 'soft.x12.txt'), 'utf8')).toContain('It is a link.');
    expect(readFileSync(join(path, 'errors', 'hard.x12.txt'), 'utf8')).toContain('second name');
    expect(readFileSync(secret, 'utf8')).toBe('ISA secret');
  });

  test('is refused outside of the folders of the operator, through links and with dots', async () => {
    const outside = newRoot();
    mkdirSync(join(outside, 'x'));
    symlinkSync(outside, join(root, 'link'));
    const told = await says({ path: join(outside, 'x') });
    expect(told).toContain('is not below a folder that the operator has named');
    expect(told).not.toContain(root);
    expect(await says({ path: root })).toContain('is not below');
    expect(await says({ path: join(root, 'link', 'x') })).toContain('leads through a link');
    expect(await says({ path: `${root}/quayside/../../x` })).toContain('is no whole path');
    for (const path of [join(outside, 'x'), '/etc', `${root}/quayside/../../x`])
      expect(folderChannel({ folders: [root], limitBytes: 1 }).checkSettings?.({ path })).toEqual([
        { setting: 'path', message: expect.any(String) },
      ]);
    expect(await says({ path: join(root, 'nothing') })).toBe(`There is no folder ${join(root, 'nothing')}.`);
    rmSync(join(path, 'outbox'), { recursive: true, force: true });
    symlinkSync(outside, join(path, 'outbox'));
    expect(await says({ path })).toContain('outbox is no folder');
    await expect(
      channel.deliver({ id: 'one', fileName: 'a.x12', bytes: Buffer.from('x') }, { path }, anEndpoint),
    ).rejects.toMatchObject({
      code: 'channel.unreachable',
    });
    expect(readdirSync(outside)).toEqual(['x']);
    const nobody = folderChannel({ folders: [], limitBytes });
    expect((await nobody.test({ path }, anEndpoint)).says.join()).toContain('CROSSDOCK_FOLDERS');
  });

  test('hands over whole files under names that lead nowhere else, and never over another file', async () => {
    const deliver = (id: string, fileName: string, text: string) =>
      channel.deliver({ id, fileName, bytes: Buffer.from(text) }, { path }, anEndpoint);
    await deliver('0198c1a2-0001', 'a.x12', 'one');
    await deliver('0198c1a2-0002', 'a.x12', 'two');
    await deliver('0198c1a2-0003', '../../escape.x12', 'three');
    await deliver('0198c1a2-0004', '.hidden', 'four');
    const files = readdirSync(join(path, 'outbox'));
    expect(files.toSorted()).toEqual(['a-198c1a2-0002.x12', 'a.x12', 'escape.x12', 'hidden']);
    expect(readFileSync(join(path, 'outbox', 'a.x12'), 'utf8')).toBe('one');
    expect(readdirSync(root)).toEqual(['quayside']);
    // Handed over again after a crash that left the bytes staged and the note written.
    renameSync(join(path, 'outbox', 'a.x12'), join(path, '.crossdock', '0198c1a2-0001.tmp'));
    await deliver('0198c1a2-0001', 'a.x12', 'one');
    expect(readFileSync(join(path, 'outbox', 'a.x12'), 'utf8')).toBe('one');
  });

  const collected = async (ids: readonly string[]) => {
    if (channel.ingress.kind !== 'poll') throw new Error('It polls.');
    return channel.ingress.collected(ids, { path });
  };

  test('takes a file for collected where its note is, and not where the folder is another one or its disk is away', async () => {
    const id = '0198c1a2-0001';
    await channel.deliver({ id, fileName: 'a.x12', bytes: Buffer.from('x') }, { path }, anEndpoint);
    expect(await collected([id])).toEqual([]);
    renameSync(path, join(root, 'away'));
    mkdirSync(path);
    expect(await collected([id])).toEqual([]);
    rmSync(path, { recursive: true });
    renameSync(join(root, 'away'), path);
    expect(await collected([id])).toEqual([]);
    rmSync(join(path, 'outbox', 'a.x12'));
    expect(await collected([id])).toEqual([id]);
  });

  test('keeps the note of a file until it is recorded that it was taken, however old it is', async () => {
    const id = '0198c1a2-0001';
    const note = join(path, '.crossdock', `${id}.sent`);
    await channel.deliver({ id, fileName: 'a.x12', bytes: Buffer.from('x') }, { path }, anEndpoint);
    utimesSync(note, 1, 1);
    rmSync(join(path, 'outbox', 'a.x12'));
    await look();
    expect(await collected([id])).toEqual([id]);
    time += 3_600_000;
    expect(await collected([])).toEqual([]);
    expect(existsSync(note)).toBe(false);
  });

  test('writes why a file was refused into a file of its own, and not through a link that lies there', async () => {
    const victim = join(root, 'victim');
    writeFileSync(victim, 'as it was');
    await look();
    const name = 'bad\ninjected.x12';
    symlinkSync(victim, join(path, 'errors', `${name}.txt`));
    writeFileSync(join(path, 'inbox', name), '');
    await look();
    const [one] = await look(2500);
    const error = await channel.open(one!).catch((reason) => reason);
    await channel.reply(one!, { state: 'refused', error });
    expect(readFileSync(victim, 'utf8')).toBe('as it was');
    expect(readFileSync(join(path, 'errors', `${name}.txt`), 'utf8')).toMatch(/^badinjected\.x12 was not accepted\.\n/);
  });

  test('takes files whose names are no UTF-8, under what they look like', async () => {
    await look();
    const name = Buffer.from('945-gr\u00f6\u00dfe.x12', 'latin1');
    writeFileSync(Buffer.concat([Buffer.from(`${join(path, 'inbox')}/`), name]), 'ISA');
    await look();
    const [one] = await look(2500);
    const [arrival] = await channel.open(one!);
    expect([arrival?.fileName, arrival?.bytes.toString()]).toEqual(['945-gr\u00f6\u00dfe.x12', 'ISA']);
    await channel.reply(one!, { state: 'stored', documents: [{ id: '0198c1a2-0001', duplicate: false }] });
    expect([shown(join(path, 'inbox')), shown(join(path, 'archive'))]).toEqual([[], ['945-gr\u00f6\u00dfe.x12']]);
  });

  test('says of a file that it cannot read which one it is, so that only that one waits', async () => {
    await look();
    for (const name of ['a.x12', 'b.x12']) writeFileSync(join(path, 'inbox', name), `ISA ${name}`);
    await look();
    const [one, other] = await look(2500);
    // Another file has the name since: as good as one that may not be read, which nothing is for root.
    writeFileSync(join(path, 'inbox', 'new'), 'ISA');
    renameSync(join(path, 'inbox', 'new'), join(path, 'inbox', 'a.x12'));
    await expect(channel.open(one!)).rejects.toMatchObject({
      code: 'channel.unreadable',
      more: { detail: expect.stringContaining('a.x12') },
    });
    expect(await channel.open(other!)).toHaveLength(1);
  });

  test('puts away files whose names are as long as names may be', async () => {
    await look();
    const names = [`${'x'.repeat(251)}.x12`, `${'ü'.repeat(125)}.x12`, `x.${'y'.repeat(253)}`];
    for (const name of names) writeFileSync(join(path, 'inbox', name), '');
    await look();
    for (const one of await look(2500)) {
      const error = await channel.open(one).catch((reason) => reason);
      await channel.reply(one, { state: 'refused', error });
    }
    expect(shown(join(path, 'inbox'))).toEqual([]);
    expect(shown(join(path, 'errors'))).toHaveLength(6);
  });

  test('does not follow a note that somebody has changed', async () => {
    const outgoing = { id: '0198c1a2-0001', fileName: 'a.x12', bytes: Buffer.from('x') };
    const note = join(path, '.crossdock', `${outgoing.id}.sent`);
    await look();
    for (const change of [
      () => writeFileSync(note, '../../escaped'),
      () => symlinkSync('/dev/zero', note),
      () => mkdirSync(note),
      () => execFileSync('mkfifo', [note]),
    ]) {
      rmSync(note, { recursive: true, force: true });
      change();
      writeFileSync(join(path, '.crossdock', `${outgoing.id}.tmp`), 'y');
      await expect(channel.deliver(outgoing, { path }, anEndpoint)).rejects.toMatchObject({
        code: 'channel.unreachable',
      });
      await expect(collected([outgoing.id])).rejects.toThrow();
    }
    expect(readdirSync(root)).toEqual(['quayside']);
  });

  test('is nobody else’s, and neither lies in another nor holds one', () => {
    const clash = (one: string, other: string) => channel.clash!({ path: one }, { path: other }) !== undefined;
    expect([clash('/a/b', '/a/b'), clash('/a/b/c', '/a/b'), clash('/a', '/a/b'), clash('/a/b', '/a/bc')]).toEqual([
      ...[true, true, true, false],
    ]);
  });
});

test('a file whose bytes came before under another name lies among the errors, with a text that names the first', async () => {
  // The contract has removed its own.
  mkdirSync(ofContract, { recursive: true });
  const side = await open();
  const { path } = side.settings as { readonly path: string };
  const bytes = readFileSync(new URL('../../partners/standard-3pl/samples/945-complete.x12', import.meta.url));
  for (const name of ['first.x12', 'second.x12']) await side.send([{ name, bytes }]);
  expect([await side.stored(), shown(join(path, 'archive'))]).toEqual([
    [{ fileName: 'first.x12', bytes }],
    ['first.x12'],
  ]);
  expect(shown(join(path, 'errors')).toSorted()).toEqual(['second.x12', 'second.x12.txt']);
  expect(readFileSync(join(path, 'errors', 'second.x12.txt'), 'utf8')).toContain('It has the same bytes as first.x12');
  await side.close();
});
