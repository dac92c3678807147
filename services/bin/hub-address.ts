import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveHome } from '../embedded/home.ts';
import { readConfig } from './config.ts';

const addressFile = (home: string) => join(home, 'hub.json');

/** Notes where the hub of this home answers, for commands beside it. */
export function noteAddress(home: string, url: string): void {
  writeFileSync(addressFile(home), `${JSON.stringify({ url })}\n`);
}

/** Where the hub answers: CROSSDOCK_URL, else what the last start of this home noted, else the port that is configured. */
export function hubAddress(env: NodeJS.ProcessEnv): string {
  const { baseUrl, givenUrl } = readConfig(env);
  const file = addressFile(resolveHome(env));
  if (givenUrl || !existsSync(file)) return baseUrl;
  return (JSON.parse(readFileSync(file, 'utf8')) as { url: string }).url;
}
