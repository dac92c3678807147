import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../domain/errors.ts';
import type { EndpointIdentity } from './channel.ts';
import { type ConnectionTests, Steps } from './connection-steps.ts';
import { loopbackAddress, loopbackEgress, loopbackHost, testBytes, testFileName } from './loopback-host.ts';
import { connect } from './sftp/connect.ts';
import type { SftpSettings } from './sftp/settings.ts';
import { hostKeys, type ServerParts, startServer } from './sftp-server/server.ts';
import type { SftpServerSettings } from './sftp-server/settings.ts';
import { newEd25519 } from './ssh2.ts';

const isRefusal = ({ code }: CodedError) => code === 'channel.log-in' || code === 'channel.host-key';
/** What the server says of a file or folder has no code of ours. */
const inWords = (error: unknown): CodedError =>
  error instanceof CodedError
    ? error
    : new CodedError('channel.refused', { detail: `The server says: ${(error as Error).message}.` });

/** What partners run to see that their program will get in, with what, and that nobody else does. */
export const connectionTests = (
  parts: Omit<ServerParts, 'host' | 'port' | 'orNext' | 'address'>,
): ConnectionTests<SftpServerSettings> => ({
  loopback: (settings, at, tell) => loopback(parts, settings, at, new Steps(tell)),
});

async function loopback(
  parts: Omit<ServerParts, 'host' | 'port' | 'orNext' | 'address'>,
  settings: SftpServerSettings,
  at: EndpointIdentity,
  steps: Steps,
): Promise<void> {
  const [own, other] = [newEd25519(), newEd25519()];
  const [hostKey] = await hostKeys(parts.keys);
  const endpoint = { ...at, paused: false, settings: { ...settings, keys: `${settings.keys ?? ''}\n${own.public}` } };
  const host = loopbackHost([endpoint], parts.newId, parts.now);
  const spoolDir = join(parts.spoolDir, parts.newId());
  const server = await startServer({ ...parts, spoolDir, host, address: loopbackAddress, port: 0, orNext: false });
  const to = { host: loopbackAddress, port: server.port, user: settings.user, hostKey: hostKey!.fingerprint };
  const visit = async (as: SftpSettings) => {
    const session = await connect(as, loopbackEgress);
    session.close();
    return `${as.user} gets in.`;
  };
  try {
    await steps.works({
      title: 'A program logs in with a key that the endpoint has',
      work: async () => `${await visit({ ...to, privateKey: own.private })} The host key is ${hostKey!.fingerprint}.`,
      remedy: 'Tell the integration team: the server of the hub does not take a key that it knows.',
    });
    if (settings.password !== undefined)
      await steps.works({
        title: 'A program logs in with the password that is set',
        work: () => visit({ ...to, password: settings.password! }),
        remedy: 'Set the password of the endpoint once more.',
      });
    await steps.works({
      title: 'A file is written into the inbox under a name with .tmp, and renamed',
      work: () => writeAndRead({ ...to, privateKey: own.private }),
      remedy: 'Tell the integration team: the server of the hub does not keep what is put there.',
    });
    const remedy = 'Tell the integration team: the server of the hub let somebody in whom it must refuse.';
    const refused = (title: string, as: SftpSettings) =>
      steps.refused({ title, work: () => visit(as), isRefusal, remedy });
    await refused('A log-in with another key', { ...to, privateKey: other.private });
    await refused('A log-in with a wrong password', { ...to, password: parts.newId() });
    await refused('A log-in under another user name', {
      ...to,
      user: `${settings.user.slice(0, 20)}-other`,
      privateKey: own.private,
    });
    await refused('A server that shows another host key, seen from your program', {
      ...to,
      privateKey: own.private,
      hostKey: 'SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    });
  } finally {
    await server.close();
    await rm(spoolDir, { recursive: true, force: true });
  }
}

async function writeAndRead(as: SftpSettings): Promise<string> {
  const { remote, close } = await connect(as, loopbackEgress);
  try {
    await remote.write(`/inbox/${testFileName}.tmp`, testBytes);
    await remote.rename(`/inbox/${testFileName}.tmp`, `/inbox/${testFileName}`);
    const { files } = await remote.list('/outbox', 10);
    const [file] = files;
    const read = file && (await remote.read(`/outbox/${file.name}`, file));
    if (!read?.equals(testBytes)) throw new CodedError('channel.refused', { detail: 'The outbox cannot be read.' });
    return `It was taken, and ${file!.name} was read from the outbox.`;
  } catch (error) {
    throw inWords(error);
  } finally {
    close();
  }
}
