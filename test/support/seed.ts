import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { type DemoAccess, seedDemo } from '../../services/bin/seed.ts';
import { loadCatalog } from '../../services/library/catalog.ts';
import { openDatabase } from '../../services/store/database.ts';
import type { Logins } from '../../services/store/logins.ts';
import { secretBox } from '../../services/store/secret-box.ts';

// Nothing here needs a test runner: `npm run soak` uses it as well.

export const testKeys = [Buffer.alloc(32, 7).toString('base64')];

/** Settings of a hub under test: how fast the machine is must not matter. */
export const patience = {
  CROSSDOCK_REQUEST_SECONDS: '600',
  CROSSDOCK_BODY_SECONDS: '600',
  CROSSDOCK_SCREEN_SECONDS: '600',
};

/** Makes the demo company in a database of the tests. */
export async function seedForTest({ logins }: { readonly logins: Logins }, transfers?: number): Promise<DemoAccess> {
  const home = mkdtempSync(join(tmpdir(), 'crossdock-home-'));
  const db = openDatabase({ logins, keys: testKeys, maxConnections: 4 });
  try {
    const access = await seedDemo(
      {
        db: db.system,
        twin: db.twin,
        catalog: loadCatalog(),
        secrets: secretBox(testKeys),
        newId: uuidv7,
        now: () => new Date(),
        ...(transfers ? { transfers } : {}),
      },
      home,
    );
    return access!;
  } finally {
    await db.close();
    rmSync(home, { recursive: true });
  }
}
