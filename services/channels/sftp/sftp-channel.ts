import { CodedError } from '../../domain/errors.ts';
import type { Channel, Journal, TestReport } from '../channel.ts';
import type { Egress } from '../egress.ts';
import { readSchema, type WrongSetting } from '../schema.ts';
import type { SftpDetail } from '../sftp-detail.ts';
import { utils } from '../ssh2.ts';
import type { Surroundings } from '../surroundings.ts';
import { connect } from './connect.ts';
import { PickUps, type SftpTransmission } from './pick-up.ts';
import { push } from './push.ts';
import { wordsOf } from './remote.ts';
import { Sessions } from './sessions.ts';
import { type SftpSettings, serverOf } from './settings.ts';

export type { SftpTransmission } from './pick-up.ts';
export type { SftpSettings } from './settings.ts';

// Without one, as where a channel is looked at by itself, nothing outlasts an attempt.
const forgetful: Journal = { read: async () => undefined, write: async () => undefined };
const lookEveryMs = 5000;
const schema = readSchema('sftp');

/** Documents by the partner's own SFTP server: the hub fetches what lies there for it, and puts what is for the partner. */
export function sftpChannel({
  limitBytes,
  egress,
  ticks = () => performance.now(),
}: Pick<Surroundings, 'limitBytes' | 'egress' | 'ticks'>): Channel<SftpTransmission, SftpSettings> {
  const sessions = new Sessions(egress);
  const pickUps = new PickUps(sessions, ticks);
  return {
    name: 'sftp',
    schema,
    outbound: 'push',
    setUpBy: 'both',
    ingress: {
      kind: 'poll',
      everyMs: lookEveryMs,
      look: (endpointId, settings) => pickUps.look(endpointId, settings),
      // The server confirms each file when it is put there; there is nothing to wait for.
      collected: async () => [],
    },
    open: (transmission) => pickUps.fetch(transmission, limitBytes),
    reply: async (transmission, taken) => void (await pickUps.putAway(transmission, taken)),
    async deliver(outgoing, settings, _at, journal = forgetful) {
      const { deliverTo: folder, user } = settings;
      if (folder === undefined)
        throw new CodedError('channel.refused', { detail: 'The endpoint names no folder to put documents in.' });
      const server = serverOf(settings);
      return sessions.use(
        settings,
        `${folder} on ${server} does not take it`,
        async ({ remote, hostKey, software }) => {
          const path = await push(remote, { server, folder }, outgoing, journal);
          const detail: SftpDetail = {
            ...{ role: 'client', fileName: outgoing.fileName, path, sizeBytes: outgoing.bytes.byteLength },
            ...{ user, peer: server, fingerprint: hostKey, ...(software !== undefined && { software }) },
          };
          const summary = `Put on ${server} as ${path}`;
          const exchange = { kind: 'message', direction: 'out', state: 'done', summary, detail } as const;
          return { state: 'delivered', detail: summary, exchange };
        },
      );
    },
    test: (settings) => testServer(settings, egress),
    checkSettings,
  };
}

/** What the schema cannot say about settings. */
export function checkSettings(settings: SftpSettings): readonly WrongSetting[] {
  const { privateKey, passphrase, password, pickUpFrom, deliverTo, afterPickUp, archiveTo } = settings;
  const wrong: WrongSetting[] = [];
  if (privateKey === undefined && password === undefined)
    wrong.push({
      setting: 'privateKey',
      message: 'is missing, and there is no password either; one of them is needed',
    });
  if (privateKey !== undefined) {
    const key = utils.parseKey(privateKey, passphrase);
    if (key instanceof Error) wrong.push({ setting: 'privateKey', message: `cannot be read: ${key.message}` });
    else if (!key.isPrivateKey())
      wrong.push({ setting: 'privateKey', message: 'is a public key; the private one is needed' });
  }
  if (pickUpFrom === undefined && deliverTo === undefined)
    wrong.push({
      setting: 'pickUpFrom',
      message: 'is missing, and so is the folder to put documents in; one of them is needed',
    });
  if (afterPickUp === 'archive' && archiveTo === undefined)
    wrong.push({ setting: 'archiveTo', message: 'is missing; files are to be moved there' });
  return wrong;
}

async function testServer(settings: SftpSettings, egress: Egress): Promise<TestReport> {
  const says: string[] = [];
  const { hostKey, user, pickUpFrom, deliverTo, archiveTo, refusedTo } = settings;
  try {
    const session = await connect(settings, egress);
    try {
      says.push(`${serverOf(settings)} lets ${user} in${session.software ? ` (${session.software})` : ''}.`);
      says.push(
        hostKey === undefined
          ? `Its host key is ${session.hostKey}, fixed from now on. Compare it with what the partner says.`
          : `It shows the host key that was fixed, ${session.hostKey}.`,
      );
      const learned = hostKey === undefined ? { learned: { hostKey: session.hostKey } } : {};
      let works = true;
      for (const folder of new Set([pickUpFrom, deliverTo, archiveTo, refusedTo]))
        if (folder !== undefined)
          try {
            const count = (await session.remote.list(folder, 10_000)).length;
            says.push(`${folder} is there and can be listed: ${count} ${count === 1 ? 'file' : 'files'}.`);
          } catch (error) {
            if (error instanceof CodedError) throw error;
            // The archive is made when it is needed.
            const isMade = folder === archiveTo || folder === refusedTo;
            says.push(
              `${folder} cannot be listed: ${wordsOf(error)}.${isMade ? ' It is made with the first file.' : ''}`,
            );
            works &&= isMade;
          }
      if (deliverTo !== undefined)
        says.push(`Whether the hub may write in ${deliverTo} shows with the first document.`);
      return { works, says, ...learned };
    } finally {
      session.close();
    }
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    says.push(error.more.detail ?? error.message);
    return { works: false, says };
  }
}
