import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Surroundings } from '../channels/surroundings.ts';
import { resolveHome } from '../embedded/home.ts';
import { readConfig } from './config.ts';

const addressFile = (home: string) => join(home, 'hub.json');

interface Noted {
  readonly url: string;
  readonly ports?: Readonly<Record<string, number>>;
}

/** Notes where the hub of this home answers, and its channels, for commands beside it. */
export function noteAddress(
  home: string,
  { url, ports }: { readonly url: string | undefined } & Pick<Noted, 'ports'>,
): void {
  writeFileSync(addressFile(home), `${JSON.stringify({ url, ports })}\n`);
}

/** At which ports the channels of the hub listen: what the last start of this home noted, since one may have taken the next that was free; else what is configured. */
export function hubPorts(env: NodeJS.ProcessEnv): Surroundings['ports'] {
  const file = addressFile(resolveHome(env));
  const { ports } = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Noted) : {};
  if (!ports) return readConfig(env).ports;
  return { sftp: ports['sftp-server'], as2: ports.as2 };
}

/** Where the hub answers: CROSSDOCK_URL, else what the last start of this home noted, else the port that is configured. */
export function hubAddress(env: NodeJS.ProcessEnv): string {
  const { baseUrl, givenUrl } = readConfig(env);
  const file = addressFile(resolveHome(env));
  if (givenUrl || !existsSync(file)) return baseUrl;
  return (JSON.parse(readFileSync(file, 'utf8')) as Noted).url;
}
