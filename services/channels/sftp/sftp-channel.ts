import { CodedError } from '../../domain/errors.ts';
import type { Channel, Journal } from '../channel.ts';
import { readSchema } from '../schema.ts';
import type { SftpDetail } from '../sftp-detail.ts';
import type { Surroundings } from '../surroundings.ts';
import { PickUps, type SftpTransmission } from './pick-up.ts';
import { push } from './push.ts';
import { Sessions } from './sessions.ts';
import { type SftpSettings, serverOf } from './settings.ts';
import { facts, tell } from './tell.ts';
import { checkSettings, testServer } from './test-server.ts';

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
      sizeOf: ({ file }) => file.sizeBytes,
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
    checkSettings: (settings) => checkSettings(settings, egress),
    tell: async (settings) => tell(settings),
    facts,
  };
}
