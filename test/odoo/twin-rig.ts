import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Knex } from 'knex';
import { type Seeded, seedTwin, type TwinSeed } from '../../services/twins/odoo/seed.ts';
import { createTwin } from '../../services/twins/odoo/twin.ts';

export interface TwinServer {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  readonly crashes: unknown[];
  close(): Promise<void>;
}

/** The twin on a port of its own. */
export async function serveTwin(db: Knex, now?: () => Date): Promise<TwinServer> {
  const crashes: unknown[] = [];
  const server = createServer(createTwin({ db, onCrash: (error) => crashes.push(error), ...(now && { now }) }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    crashes,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const versions = [17, 18, 19] as const;

/** One seeded twin database for each version. */
export async function seedAll(db: Knex, seed: Partial<TwinSeed> = {}): Promise<Record<17 | 18 | 19, Seeded>> {
  const seeded = {} as Record<17 | 18 | 19, Seeded>;
  for (const version of versions)
    seeded[version] = await seedTwin(db, { database: `northgate-${version}`, version, ...seed });
  return seeded;
}
