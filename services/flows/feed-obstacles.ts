import type { FeedObstacle } from '../odoo/feed.ts';
import { openCase, openFingerprints, resolveCasesOf } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { ownOrganisation } from '../store/partners.ts';
import type { Context } from './context.ts';
import type { OdooConnection } from './odoo-connection.ts';

const kinds = {
  'carrier-code': {
    title: (name: string) => `No carrier code for ${name}`,
    remedy: (name: string) =>
      `Say which code (SCAC) the trade knows “${name}” by: in the portal under Odoo, or with \`crossdock odoo carrier set\`. What waits for it then goes out by itself.`,
  },
  'unit-code': {
    title: (name: string) => `No X12 unit for ${name}`,
    remedy: (name: string) =>
      `Say which unit code “${name}” is in the partner's look-up odoo-units (a line such as \`PK,${name}\`). What waits for it then goes out by itself.`,
  },
} as const;

/** One case for each entry that is missing, whatever number of transfers wait for it; closed when none waits any more. */
export async function keepObstacles(
  context: Context,
  tx: Tx,
  connection: OdooConnection,
  obstacles: readonly FeedObstacle[],
): Promise<void> {
  const prefix = `odoo.feed/${connection.id}/`;
  const byEntry = new Map<string, FeedObstacle[]>();
  for (const one of obstacles) {
    const key = `${prefix}${one.kind}/${one.id}`;
    byEntry.set(key, [...(byEntry.get(key) ?? []), one]);
  }
  for (const open of await openFingerprints(tx, prefix))
    if (!byEntry.has(open)) await resolveCasesOf(tx, open, context.now());
  for (const [fingerprint, [first, ...others]] of byEntry) {
    if (!first) continue;
    const { title, remedy } = kinds[first.kind];
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    await openCase(tx, {
      id: context.newId(),
      orgId: await ownOrganisation(tx),
      environment: connection.environment,
      fingerprint,
      title: title(first.name),
      detail: `${first.subject}${more} cannot be sent. ${remedy(first.name)}`,
      at: context.now(),
    });
  }
}
