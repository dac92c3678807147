import { rm } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { CodedError } from '../domain/errors.ts';
import type { EndpointIdentity } from './channel.ts';
import { type ConnectionTests, Steps } from './connection-steps.ts';
import type { Egress } from './egress.ts';
import { loopbackAddress, loopbackEgress, loopbackHost, soleKey, testBytes, testFileName } from './loopback-host.ts';
import { connect } from './sftp/connect.ts';
import { wordsOf } from './sftp/remote.ts';
import { type SftpSettings, serverOf } from './sftp/settings.ts';
import { makeHostKey, publicLine, readHostKey } from './sftp-server/host-keys.ts';
import { usualServerLimits } from './sftp-server/limits.ts';
import { startServer } from './sftp-server/server.ts';
import { newEd25519, utils } from './ssh2.ts';

interface Parts {
  readonly egress: Egress;
  readonly spoolDir: string;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly ticks: () => number;
}

const isLogInRefused = ({ code }: CodedError) => code === 'channel.log-in';
const isHostKeyRefused = ({ code }: CodedError) => code === 'channel.host-key';
const noHostKey = 'SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** What partners run to see that the hub gets into their server, and that it and nobody else does. */
export const connectionTests = (parts: Parts): ConnectionTests<SftpSettings> => ({
  loopback: (settings, at, tell) => loopback(parts, settings, at, new Steps(tell)),
  host: (settings, _at, tell) => host(parts, settings, new Steps(tell)),
});

/** With a server that stands for the partner's: it knows our key and our password. */
async function loopback(parts: Parts, settings: SftpSettings, at: EndpointIdentity, steps: Steps): Promise<void> {
  const { now, newId } = parts;
  const text = await makeHostKey('ed25519');
  const hostKey = readHostKey(text);
  const keys = soleKey({ privatePart: text, publicPart: publicLine(hostKey), notAfter: null }, newId(), now());
  const { user, password, privateKey, passphrase } = settings;
  const known = privateKey === undefined ? '' : publicHalf(privateKey, passphrase);
  const endpoint = {
    ...{ ...at, paused: false },
    settings: { user, keys: known, ...(password !== undefined && { password }) },
  };
  const spoolDir = join(parts.spoolDir, newId());
  const server = await startServer({
    ...{
      ...parts,
      spoolDir,
      keys,
      limits: usualServerLimits(testBytes.length * 10),
      address: loopbackAddress,
      port: 0,
    },
    ...{ orNext: false, onFault: () => undefined, host: loopbackHost([endpoint], newId, now) },
  });
  const to: SftpSettings = { ...settings, host: loopbackAddress, port: server.port, hostKey: hostKey.fingerprint };
  try {
    const isIn = await steps.works({
      title: 'We log in with the key or password that is set',
      work: async () => {
        (await connect(to, loopbackEgress)).close();
        return `A server that knows it lets ${user} in.`;
      },
      remedy: 'Set the private key or the password once more.',
    });
    if (!isIn) return;
    await steps.works({
      title: 'We write a file, rename it and delete it',
      work: () => writeAndRename(to, '/inbox', { egress: loopbackEgress, readsBack: false }),
      remedy: 'Tell the integration team: the hub does not write files as it promises.',
    });
    await refusals(to, steps, {
      egress: loopbackEgress,
      newId,
      remedy: 'Tell the integration team: this must be refused.',
    });
  } finally {
    await server.close();
    await rm(spoolDir, { recursive: true, force: true });
  }
}

function publicHalf(privateKey: string, passphrase: string | undefined): string {
  const key = utils.parseKey(privateKey, passphrase);
  return key instanceof Error ? '' : `${key.type} ${key.getPublicSSH().toString('base64')}`;
}

async function host({ egress, newId }: Parts, settings: SftpSettings, steps: Steps): Promise<void> {
  const { user, deliverTo, pickUpFrom, hostKey } = settings;
  const isIn = await steps.works({
    title: 'Your server lets us in',
    work: async () => {
      const session = await connect(settings, egress);
      session.close();
      const fixed = hostKey === undefined ? ' No host key is fixed yet: use Test to fix it.' : '';
      return `${serverOf(settings)} lets ${user} in and shows the host key ${session.hostKey}.${fixed}`;
    },
    remedy: 'Compare host, port, user and key in the settings with what your server has.',
  });
  if (!isIn) return;
  if (deliverTo !== undefined)
    await steps.works({
      title: `We write a file in ${deliverTo}, rename it, read it back and delete it`,
      work: () => writeAndRename(settings, deliverTo, { egress, readsBack: true }),
      remedy: `Let ${user} write, rename, read and delete in ${deliverTo}.`,
    });
  if (pickUpFrom !== undefined)
    await steps.works({
      title: `We look into ${pickUpFrom}`,
      work: async () => {
        const { remote, close } = await connect(settings, egress);
        try {
          const { files } = await remote.list(pickUpFrom, 10_000);
          return `${pickUpFrom} has ${files.length} ${files.length === 1 ? 'file' : 'files'}.`;
        } catch (error) {
          throw told(error);
        } finally {
          close();
        }
      },
      remedy: `Make ${pickUpFrom}, or let ${user} read it.`,
    });
  await refusals(settings, steps, {
    ...{ egress, newId },
    remedy: `Have your server let ${user} in with the key or password that was agreed, and with nothing else.`,
  });
}

async function refusals(
  to: SftpSettings,
  steps: Steps,
  { egress, newId, remedy }: Pick<Parts, 'egress' | 'newId'> & { readonly remedy: string },
): Promise<void> {
  const visit = (as: SftpSettings) => async () => {
    (await connect(as, egress)).close();
    return `${serverOf(as)} lets ${as.user} in.`;
  };
  const { privateKey: _key, passphrase: _phrase, password: _password, ...bare } = to;
  await steps.refused({
    title: 'A log-in with a key that is not ours',
    work: visit({ ...bare, privateKey: newEd25519().private }),
    isRefusal: isLogInRefused,
    remedy,
  });
  await steps.refused({
    title: 'A log-in with a wrong password',
    work: visit({ ...bare, password: newId() }),
    isRefusal: isLogInRefused,
    remedy,
  });
  await steps.refused({
    title: 'A server with another host key than the one that is fixed: we go away before a password is told',
    work: visit({ ...to, hostKey: noHostKey }),
    isRefusal: isHostKeyRefused,
    remedy: 'Tell the integration team: the hub must not log in there.',
  });
}

/** A file that begins with a dot is one that no program takes for a document. */
async function writeAndRename(
  settings: SftpSettings,
  folder: string,
  { egress, readsBack }: { readonly egress: Egress; readonly readsBack: boolean },
): Promise<string> {
  const { remote, close } = await connect(settings, egress);
  const [first, second] = ['.tmp', '.part'].map((end) => posix.join(folder, `.${testFileName}${end}`)) as [
    string,
    string,
  ];
  try {
    await remote.write(first, testBytes);
    await remote.rename(first, second);
    const stat = await remote.stat(second);
    if (stat?.size !== testBytes.length)
      throw new CodedError('channel.refused', {
        detail: `${second} has ${stat?.size ?? 0} bytes, and ${testBytes.length} were written.`,
      });
    const read = readsBack ? await remote.read(second, { sizeBytes: stat.size, modified: stat.mtime }) : testBytes;
    if (!read?.equals(testBytes))
      throw new CodedError('channel.refused', { detail: `${second} has other bytes than were written.` });
    await remote.remove(second);
    return `${folder} takes files; the one of the test is deleted.`;
  } catch (error) {
    throw told(error);
  } finally {
    await remote.remove(second).catch(() => undefined);
    close();
  }
}

const told = (error: unknown): CodedError =>
  error instanceof CodedError
    ? error
    : new CodedError('channel.refused', { detail: `The server says: ${wordsOf(error)}.` });
