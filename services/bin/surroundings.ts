import { join } from 'node:path';
import { openEgress } from '../channels/egress.ts';
import type { Surroundings } from '../channels/surroundings.ts';
import type { Context } from '../flows/context.ts';
import { openHubKeys } from '../flows/hub-keys.ts';
import type { Config } from './config.ts';

/** What channels get from this process. @param about.home the hub's own folder; `baseUrl` where partners reach it */
export const surroundingsOf = (
  {
    folders,
    ports,
    host,
    privateNetworks,
    limits,
  }: Pick<Config, 'folders' | 'ports' | 'host' | 'privateNetworks'> & {
    readonly limits: { readonly bodyLimitBytes: number };
  },
  parts: Pick<Context, 'db' | 'secrets' | 'newId' | 'now'> & { readonly log?: Context['log'] },
  { home, baseUrl }: { readonly home: string; readonly baseUrl: () => string },
): Surroundings => ({
  ...{ folders, ports, host, limitBytes: limits.bodyLimitBytes, spoolDir: join(home, 'spool') },
  baseUrl,
  egress: openEgress(privateNetworks),
  keys: openHubKeys(parts),
  newId: parts.newId,
  now: parts.now,
  onFault: (error) => parts.log?.error({ err: error }, 'a channel had a fault'),
});
