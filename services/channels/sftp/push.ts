import { extname, posix } from 'node:path';
import { plainFileName } from '../../domain/file-name.ts';
import type { Journal, Outgoing } from '../channel.ts';
import { unreachable } from './connect.ts';
import type { Remote } from './remote.ts';

/**
 * Puts a file into a folder of the partner's server: under a name of its own with `.tmp`, then by renaming. Before it is renamed its name is written into the journal;
 * whoever comes again finds the `.tmp` still there, and renames it, or not, and then it was renamed, whether or not the partner has taken it since.
 * @returns where it was put
 */
export async function push(
  remote: Remote,
  { server, folder }: { readonly server: string; readonly folder: string },
  { id, fileName, bytes }: Outgoing,
  journal: Journal,
): Promise<string> {
  const staged = posix.join(folder, `crossdock-${id}.tmp`);
  const noted = nameNoted(await journal.read(), server, folder);
  const note = (name: string) => journal.write(JSON.stringify({ server, folder, name }));
  const isStaged = noted !== undefined && (await remote.stat(staged)) !== undefined;
  if (noted !== undefined && !isStaged) return posix.join(folder, noted);
  let name = noted;
  if (name === undefined) {
    name = await freeName(remote, folder, plainName(fileName, id), id);
    await remote.write(staged, bytes);
    const written = await remote.stat(staged);
    if (written?.size !== bytes.byteLength)
      throw unreachable(
        `${staged} has ${written?.size ?? 0} bytes on the server and not ${bytes.byteLength}: it is written anew.`,
      );
    await note(name);
  } else if (await remote.stat(posix.join(folder, name))) {
    // Somebody else's file has got the name meanwhile.
    name = withId(name, id);
    await note(name);
  }
  await remote.rename(staged, posix.join(folder, name));
  return posix.join(folder, name);
}

/** The name of an earlier attempt at this place; what was tried elsewhere, before the settings were changed, says nothing. */
function nameNoted(text: string | undefined, server: string, folder: string): string | undefined {
  if (text === undefined) return undefined;
  const noted = JSON.parse(text) as { readonly server?: string; readonly folder?: string; readonly name?: string };
  return noted.server === server && noted.folder === folder ? noted.name : undefined;
}

/** Names that begin with a dot or end in .tmp would be taken for files that are being written. */
function plainName(fileName: string, id: string): string {
  const plain = plainFileName(fileName)?.replace(/^\.+/, '');
  return plain ? plain.replace(/\.tmp$/i, '_tmp') : `${id}.x12`;
}

async function freeName(remote: Remote, folder: string, name: string, id: string): Promise<string> {
  return (await remote.stat(posix.join(folder, name))) ? withId(name, id) : name;
}

function withId(name: string, id: string): string {
  const extension = extname(name);
  return `${name.slice(0, name.length - extension.length)}-${id.slice(-12)}${extension}`;
}
