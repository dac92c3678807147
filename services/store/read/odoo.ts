import type { components } from '../../../specs/generated/openapi.ts';
import type { Tx } from '../database.ts';
import type { Environment } from '../documents.ts';
import type { ConnectionRow, ConnectionSettings } from '../odoo-connections.ts';
import { unitLookup } from '../odoo-partners.ts';

export type OdooConnectionView = components['schemas']['OdooConnection'];
export type OdooPartnerRules = components['schemas']['OdooPartnerRules'];

type Row = Pick<
  ConnectionRow,
  'id' | 'environment' | 'name' | 'kind' | 'version' | 'url' | 'database' | 'login' | 'state'
> & {
  settings: ConnectionSettings;
  state_reason: string | null;
  state_since: Date;
  last_contact_at: Date | null;
  responsible_user_id: number | null;
  lacks: string[];
  waiting: number;
};

/** Connections to Odoo with all that is set for them; for the integration team, who alone may see it. */
export async function readOdooConnections(
  tx: Tx,
  where: { readonly environment?: Environment | undefined; readonly id?: string },
): Promise<OdooConnectionView[]> {
  const { rows } = await tx.raw<{ rows: Row[] }>(
    `select c.id, c.environment, c.name, c.kind, c.version, c.url, c.database, c.login, c.state, c.settings, c.state_reason, c.state_since,
       c.last_contact_at, c.responsible_user_id, c.lacks,
       (select count(*) from delivery where state in ('pending', 'in-flight') and starts_with(lane, 'odoo/' || c.id || '/')) as waiting
     from odoo_connection c where (:environment::text is null or c.environment = :environment) and (:id::uuid is null or c.id = :id)
     order by c.environment, c.name`,
    { environment: where.environment ?? null, id: where.id ?? null },
  );
  const views: OdooConnectionView[] = [];
  for (const row of rows) views.push(await viewOf(tx, row));
  return views;
}

async function viewOf(tx: Tx, row: Row): Promise<OdooConnectionView> {
  const { id, environment, name, kind, version, url, database, login, state, settings, lacks, waiting } = row;
  const { pickingTypeIds = [], sendFrom } = settings;
  const carriers = await tx('odoo_carrier')
    .where({ connection_id: id })
    .orderBy('name')
    .select<{ id: number; name: string; scac: string }[]>({ id: 'carrier_id', name: 'name', scac: 'scac' });
  return {
    ...{ id, name, environment, kind, version, url, database, login, state, lacks, waiting, carriers },
    ...(row.state_reason !== null && { reason: row.state_reason }),
    since: row.state_since.toISOString(),
    ...(row.last_contact_at && { lastContactAt: row.last_contact_at.toISOString() }),
    ...(row.responsible_user_id !== null && { responsibleUserId: row.responsible_user_id }),
    feed: {
      begun: pickingTypeIds.length > 0,
      ...(sendFrom && { from: sendFrom.from, at: sendFrom.at }),
      operationTypeIds: [...pickingTypeIds],
    },
    missing: await missingEntries(tx, id),
    partners: await partnersOf(tx, row),
  };
}

/** What the open cases of the feed say is lacking: `odoo.feed/<connection>/carrier-code/<id>`. */
async function missingEntries(tx: Tx, connectionId: string): Promise<OdooConnectionView['missing']> {
  const prefix = `odoo.feed/${connectionId}/`;
  const cases = await tx('exception_case')
    .where({ state: 'open' })
    .whereRaw('starts_with(fingerprint, ?)', [prefix])
    .orderBy('opened_at')
    .select<{ fingerprint: string; title: string; detail: string; opened_at: Date }[]>();
  return cases.map(({ fingerprint, title, detail, opened_at }) => {
    const [kind, id] = fingerprint.slice(prefix.length).split('/');
    // The title ends with the name: "No carrier code for Ground".
    const name = title.slice(title.indexOf(' for ') + 5);
    return {
      kind: kind === 'carrier-code' ? kind : 'unit-code',
      ...{ id: Number(id), name, detail, since: opened_at.toISOString() },
    };
  });
}

interface PartnerRow {
  id: string;
  name: string;
  kind: string;
  picking_type_ids: number[] | null;
  unreserved: OdooPartnerRules['unreserved'] | null;
  unit_tolerance: number | null;
  send_cancels: boolean | null;
  overs: 'apply' | 'hold' | null;
  warehouse_cancels: 'apply' | 'hold' | null;
  quarantine_location_id: number | null;
  trade: NonNullable<OdooPartnerRules['trade']> | null;
  units: OdooPartnerRules['units'];
  elsewhere: { id: string; name: string } | null;
}

async function partnersOf(tx: Tx, { id, environment, settings }: Row): Promise<OdooConnectionView['partners']> {
  const { rows } = await tx.raw<{ rows: PartnerRow[] }>(
    `select o.id, o.name, o.kind, p.picking_type_ids, p.unreserved, p.unit_tolerance, p.send_cancels,
       p.overs, p.warehouse_cancels, p.quarantine_location_id, p.trade,
       (select coalesce(jsonb_agg(jsonb_build_object('code', key, 'means', value) order by key), '[]')
          from cross_reference where org_id = o.id and name = :unitLookup) as units,
       (select jsonb_build_object('id', c.id, 'name', c.name) from odoo_partner x join odoo_connection c on c.id = x.connection_id
          where x.org_id = o.id and c.environment = :environment and c.id <> :id order by c.created_at limit 1) as elsewhere
     from organization o left join odoo_partner p on p.org_id = o.id and p.connection_id = :id
     where o.kind <> 'owner' and (p.org_id is not null or exists (select from agreement a where a.org_id = o.id and a.environment = :environment))
     order by lower(o.name), o.id`,
    { id, environment, unitLookup },
  );
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, kind: row.kind, ...(row.elsewhere && { elsewhere: row.elsewhere }) },
    rules: {
      operationTypeIds: row.picking_type_ids ?? [],
      unreserved: row.unreserved ?? 'reserve',
      unitTolerance: row.unit_tolerance ?? 0,
      sendCancels: row.send_cancels ?? true,
      overs: row.overs ?? 'apply',
      warehouseCancels: row.warehouse_cancels ?? 'hold',
      ...(row.quarantine_location_id !== null && { quarantineLocationId: row.quarantine_location_id }),
      units: row.units,
      ...(row.trade && Object.keys(row.trade).length > 0 && { trade: row.trade }),
      receives: (settings.routes ?? [])
        .filter(({ orgId }) => orgId === row.id)
        .map(({ event, carrier }) => ({
          event: event as OdooPartnerRules['receives'][number]['event'],
          ...(carrier !== undefined && { carrier }),
        })),
    },
  }));
}
