import { join } from 'node:path';
import { CodedError } from '../../domain/errors.ts';
import type { Channel } from '../channel.ts';
import { readSchema } from '../schema.ts';
import { connectionTests } from '../sftp-server-connection-test.ts';
import type { Surroundings } from '../surroundings.ts';
import { TestSteps } from '../test-steps.ts';
import { type ServerLimits, usualServerLimits } from './limits.ts';
import { hostKeys, startServer } from './server.ts';
import { checkSettings, factsOf, readKeys, type SftpServerSettings } from './settings.ts';
import { ours, tell } from './tell.ts';

export type { SftpServerSettings } from './settings.ts';

const schema = readSchema('sftp-server');

/** Documents by the hub's own SFTP server: partners log in, put theirs into `inbox` and take ours from `outbox`. */
export function sftpServerChannel(
  around: Surroundings,
  limits: ServerLimits = usualServerLimits(around.limitBytes),
): Channel<never, SftpServerSettings> {
  const { ports, host: address, spoolDir, keys, now, newId, ticks = () => performance.now() } = around;
  // The one that it has, where that differs from the one that it was given.
  let ownPort: number | undefined;
  return {
    name: 'sftp-server',
    schema,
    outbound: 'fetch',
    setUpBy: 'both',
    ingress: {
      kind: 'listener',
      async listen(host) {
        if (ports.sftp === undefined) return undefined;
        const parts = { host, keys, limits, address, spoolDir, now, newId, ticks };
        const onFault = (error: unknown) => around.onFault?.(error);
        const server = await startServer({ ...parts, port: ports.sftp, orNext: ports.sftpOrNext ?? false, onFault });
        ownPort = server.port;
        return server;
      },
    },
    // What the server receives it hands to the hub itself.
    open: async () => {
      throw new CodedError('channel.refused');
    },
    reply: async () => undefined,
    deliver: async () => ({ state: 'waits', detail: 'In the outbox, for the partner to take by SFTP' }),
    async test(settings) {
      const port = ownPort ?? ports.sftp;
      const steps = new TestSteps();
      if (port === undefined) {
        steps.bad(
          'The SFTP server of this hub is off.',
          'Ask the operator of the hub to switch it on: SFTP_PORT names its port.',
        );
        return steps.report();
      }
      const [key] = await hostKeys(keys);
      const { keys: known } = readKeys(settings.keys ?? '');
      const proofs = [
        known.length > 0 ? `${known.length} ${known.length === 1 ? 'key' : 'keys'}` : '',
        settings.password === undefined ? '' : 'a password',
      ].filter(Boolean);
      steps.good(`The SFTP server answers at port ${port} with the host key ${key!.fingerprint}.`);
      steps.good(
        `${settings.user} may log in with ${proofs.join(' or ')}. Whether the partner reaches it shows with their first file.`,
      );
      return steps.report();
    },
    connectionTests: connectionTests({
      ...{ keys, limits, spoolDir: join(spoolDir, 'connection-tests'), now, newId, ticks },
      onFault: (error) => around.onFault?.(error),
    }),
    checkSettings,
    tell: (settings, about) => tell(settings, { ...about, port: ownPort ?? ports.sftp, keys: () => hostKeys(keys) }),
    ours: (about) => ours({ ...about, port: ownPort ?? ports.sftp, keys: () => hostKeys(keys) }),
    facts: factsOf,
    claims: ({ user: name }) => ({ setting: 'user', name, rule: 'prefixed' }),
    clash: (one, other) =>
      one.user === other.user
        ? `Somebody logs in to this hub as ${one.user} already. Choose another user name, such as ${one.user}-2.`
        : undefined,
  };
}
