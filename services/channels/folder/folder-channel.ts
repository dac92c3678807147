import { lstat, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../../domain/errors.ts';
import type { Channel, TestReport } from '../channel.ts';
import { readSchema } from '../schema.ts';
import type { Surroundings } from '../surroundings.ts';
import { TestSteps } from '../test-steps.ts';
import { handOver, takenOf } from './hand-over.ts';
import { type FolderTransmission, lookInto, type Memory, newMemory, putAway, readIn } from './inbox.ts';
import { faultOfPath, isBelow, openRoom, type Room, wordsOf } from './room.ts';

export type { FolderTransmission } from './inbox.ts';

export interface FolderSettings {
  readonly path: string;
  readonly settleSeconds?: number;
}

const usualSettleSeconds = 2;
// Who has not come again for a document within this time does not.
const notesKeptMs = 30 * 86_400_000;
const tidyEveryMs = 3_600_000;

const schema = readSchema('folder');

/** Documents by a folder on the hub's own disk: others drop files into `inbox` and take ours from `outbox`. */
export function folderChannel({
  folders,
  limitBytes,
  ticks = () => performance.now(),
}: Pick<Surroundings, 'folders' | 'limitBytes' | 'ticks'>): Channel<FolderTransmission, FolderSettings> {
  const memories = new Map<string, Memory>();
  const tidied = new Map<string, number>();
  // Names under which documents were handed over, by folder: many may wait there, and a note never changes.
  const handedOver = new Map<string, ReadonlyMap<string, string>>();
  const tidy = async (path: string, room: Room, ids: readonly string[]) => {
    if (ticks() - (tidied.get(path) ?? Number.NEGATIVE_INFINITY) < tidyEveryMs) return;
    tidied.set(path, ticks());
    await forgetOld(room, new Set(ids.map((id) => `${id}.sent`)));
  };
  return {
    name: 'folder',
    schema,
    outbound: 'push',
    setUpBy: 'team',
    ingress: {
      kind: 'poll',
      everyMs: 1000,
      async look(endpointId, { path, settleSeconds = usualSettleSeconds }) {
        const room = await openRoom(path, folders);
        const memory = memories.get(endpointId) ?? newMemory();
        memories.set(endpointId, memory);
        return lookInto(room, memory, { settleMs: settleSeconds * 1000, now: ticks() });
      },
      async collected(ids, { path }) {
        const names = handedOver.get(path) ?? new Map<string, string>();
        const room = await openRoom(path, folders);
        const { taken, known } = await takenOf(room, ids, names);
        handedOver.set(path, known);
        await tidy(path, room, ids);
        return taken;
      },
    },
    open: (transmission) => readIn(transmission, limitBytes),
    reply: putAway,
    async deliver(outgoing, { path }) {
      const room = await openRoom(path, folders);
      const name = await handOver(room, outgoing);
      return { state: 'waits', detail: `In the folder as outbox/${name}, not taken yet` };
    },
    test: (settings) => testFolder(settings, folders),
    checkSettings: ({ path }) => {
      const message = faultOfPath(path, folders);
      return message === undefined ? [] : [{ setting: 'path', message }];
    },
    tell: async ({ path, settleSeconds = usualSettleSeconds }) => [
      {
        label: 'Folder for documents to us',
        value: join(path, 'inbox'),
        help: `A file counts when nothing of it has changed for ${settleSeconds} seconds, or as soon as it is renamed from a name that ends in .tmp. It goes to archive then, or to errors with a text beside it that says why.`,
      },
      {
        label: 'Folder for documents from us',
        value: join(path, 'outbox'),
        help: 'Files are there whole or not at all. A document counts as taken when its file is moved away or deleted.',
      },
      { label: 'What was taken', value: join(path, 'archive') },
      { label: 'What was refused, each with a text that says why', value: join(path, 'errors') },
    ],
    clash: (one, other) =>
      one.path === other.path || isBelow(one.path, other.path) || isBelow(other.path, one.path)
        ? `${other.path} is the folder of another endpoint; each needs one of its own, not inside of another.`
        : undefined,
  };
}

async function testFolder({ path }: FolderSettings, folders: readonly string[]): Promise<TestReport> {
  const steps = new TestSteps();
  try {
    const room = await openRoom(path, folders);
    steps.good(`${path} may be used, and has inbox, outbox, archive and errors.`);
    for (const folder of [room.outbox, room.archive, room.errors, room.inbox]) await tryToWrite(room.notes, folder);
    steps.good('Files can be written, renamed and removed in all of them.');
    const waiting = (await readdir(room.inbox)).length;
    steps.good(
      waiting === 0 ? 'The inbox is empty.' : `${waiting} ${waiting === 1 ? 'file is' : 'files are'} in the inbox.`,
    );
  } catch (error) {
    const says = error instanceof CodedError ? (error.more.detail ?? error.message) : `${path}: ${wordsOf(error)}.`;
    steps.bad(
      says,
      'Make the folder on the machine of the hub and let the user that the hub runs as read and write it, below a folder that the operator has allowed (CROSSDOCK_FOLDERS). Then test again.',
    );
  }
  return steps.report();
}

async function tryToWrite(notes: string, folder: string): Promise<void> {
  const [from, to] = [join(notes, 'test.tmp'), join(folder, '.crossdock-test.tmp')];
  await writeFile(from, 'A test of the hub; it may be removed.\n');
  await rename(from, to);
  await rm(to);
}

/**
 * Removes notes of files that were taken long ago, and what is left of attempts that nobody repeated.
 * @param needed notes of documents of which it is not recorded yet that they were taken
 */
async function forgetOld({ notes }: Room, needed: ReadonlySet<string>): Promise<void> {
  const before = Date.now() - notesKeptMs;
  for (const name of await readdir(notes)) {
    if (needed.has(name)) continue;
    const path = join(notes, name);
    const found = await lstat(path).catch(() => undefined);
    if (found && !found.isDirectory() && found.mtimeMs <= before) await rm(path, { force: true });
  }
}
