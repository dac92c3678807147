import { setTimeout as wait } from 'node:timers/promises';
import type { components } from '../../../specs/generated/openapi.ts';
import { openAs2Program } from '../scripted-partner/as2-program.ts';
import type { PartnerChannel } from '../scripted-partner/channel.ts';
import { sftpProgram } from '../scripted-partner/sftp-program.ts';
import type { Joined } from './agree.ts';
import { Stopped } from './told.ts';

type Environment = components['schemas']['Environment'];
type Endpoint = components['schemas']['Endpoint'];

/** The program of a newcomer, for AS2 or SFTP. */
export interface Program {
  /** The test of the portal, pressed by the partner. */
  test(): Promise<void>;
  /** The partner's side of its endpoint in an environment. */
  open(environment: Environment): Promise<PartnerChannel>;
  close(): Promise<void>;
}

const suffix = { production: '', sandbox: '-TEST' } as const;
/** How the partner is called on its channel: an AS2 id, or the login of SFTP, which begins with the name of the company. */
const own = ({ of }: Joined, environment: Environment) =>
  of.channel === 'as2'
    ? `${of.id.id}${suffix[environment]}`
    : `${of.company}${suffix[environment]}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** What must be another one in production, as both sides type it when the document goes there. */
export const productionSettings = (joined: Joined): Readonly<Record<string, Readonly<Record<string, string>>>> =>
  joined.of.channel === 'as2'
    ? { as2: { ourId: 'NORTHGATE', partnerId: own(joined, 'production') } }
    : { sftp: { user: own(joined, 'production') } };

/** Sets the channel up in the sandbox with what the partner's program has. */
export async function setUpChannel(url: string, joined: Joined): Promise<Program> {
  const { of, person, path, tell } = joined;
  const sandbox = own(joined, 'sandbox');
  const as2 = of.channel === 'as2' ? await openAs2Program({ company: of.company }) : undefined;
  const sftp = as2 ? undefined : sftpProgram();
  const settings = as2
    ? { ourId: 'NORTHGATE-TEST', partnerId: sandbox, url: as2.url, certificates: as2.certificate }
    : { user: sandbox, keys: sftp!.publicKey };
  const channel = as2 ? 'as2' : 'sftp-server';
  const endpoint = { environment: 'sandbox', name: of.channel, channel, settings };
  const { id } = await person.call<Endpoint>('POST', `${path}/endpoints`, endpoint);
  const link = `/channels/${id}`;
  const way = as2 ? `AS2 as ${sandbox}, its listener at ${as2.url}` : `SFTP as ${sandbox}, with its key`;
  tell({ step: 'Channel', who: of.person.name, says: `set up ${way}`, link });
  return {
    test: () => testEndpoint(joined, id),
    close: async () => as2?.close(),
    open: async (environment) => {
      const told = await toldOf(joined, environment);
      const name = own(joined, environment);
      if (as2)
        return as2.connect(name, {
          id: `NORTHGATE${suffix[environment]}`,
          url: `${url}/as2`,
          certificate: told('Certificate of the hub')[0] ?? '',
        });
      return sftp!.connect({
        ...{ host: new URL(url).hostname, port: Number(told('Port')[0]), user: name },
        hostKeys: told('Host key'),
      });
    },
  };
}

/** The test of the portal, as the partner runs it. @throws Stopped where it fails */
export async function testEndpoint({ of, person, path, tell }: Joined, id: string): Promise<void> {
  const test = await person.call<components['schemas']['EndpointTest']>('POST', `${path}/endpoints/${id}/test`);
  if (!test.works) throw new Stopped(`The connection test of ${of.company} failed: ${test.says.join(' ')}`);
  tell({ step: 'Connection test', who: of.person.name, says: test.says.join(' '), link: `/channels/${id}` });
}

/** What a partner is told at its endpoint, by the beginning of the label. */
async function toldOf(
  { of, person, path }: Joined,
  environment: Environment,
): Promise<(label: string) => readonly string[]> {
  const { endpoints } = await person.call<{ endpoints: Endpoint[] }>('GET', `${path}/endpoints`);
  const found = endpoints.find((one) => one.environment === environment && one.name === of.channel);
  return (label) => (found?.tell ?? []).filter((one) => one.label.startsWith(label)).map(({ value }) => value);
}

/** What `find` finds within two minutes. @throws Error that says what was waited for */
export async function until<T>(what: string, find: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 120_000;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Stopped(`After two minutes this is still waited for: ${what}`);
    await wait(300);
  }
}
