import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';
import { parse, stringify } from 'yaml';

const tables = `
-- A version of one file of a partner's configuration. Never changed.
create table configuration_file (
  org_id uuid not null references organization,
  path text not null,
  hash text not null,
  kind text not null generated always as (case when path like 'mappings/%' then 'mapping' when path like 'guides/%' then 'guide'
    when path like 'samples/%' then 'sample' when path = 'partner.yaml' then 'partner' when path in ('tables.yaml', 'lookups.yaml') then 'table' else 'note' end) stored,
  content bytea not null,
  created_at timestamptz not null,
  created_by text not null,
  primary key (org_id, path, hash)
);
-- Which versions of files belong together, by path; its hash is over their paths and hashes. Never changed.
create table configuration (
  org_id uuid not null references organization,
  hash text not null,
  files jsonb not null,
  created_at timestamptz not null,
  created_by text not null,
  primary key (org_id, hash)
);
-- The configuration that is being worked on.
create table draft (
  org_id uuid primary key references organization,
  hash text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  foreign key (org_id, hash) references configuration
);
-- A configuration with a name, for the sandbox.
create table candidate (
  org_id uuid not null references organization,
  name text not null,
  hash text not null,
  created_at timestamptz not null,
  created_by text not null,
  primary key (org_id, name),
  foreign key (org_id, hash) references configuration
);
-- A decision that production runs a configuration. Never changed: rolling back is a new release of an older content.
create table release (
  id uuid primary key,
  org_id uuid not null references organization,
  number integer not null check (number > 0),
  hash text not null,
  note text not null,
  created_at timestamptz not null,
  created_by text not null,
  unique (org_id, number),
  foreign key (org_id, hash) references configuration
);
-- What an environment of a partner runs. The sandbox runs the draft unless it runs a candidate.
create table configuration_in_use (
  org_id uuid not null references organization,
  environment text not null check (environment in ('sandbox', 'production')),
  hash text not null,
  release_id uuid references release,
  candidate text,
  since timestamptz not null,
  primary key (org_id, environment),
  foreign key (org_id, hash) references configuration,
  check (environment = 'sandbox' or (release_id is not null and candidate is null))
);
-- Which configuration made them. No foreign keys: releases never go, and every document would lock the row of its release.
alter table document add column configuration_hash text;
alter table document add column release_id uuid;
alter table event add column release_id uuid;
-- What the first try began with; every further one takes the same.
alter table translation_try add column configuration_hash text;
alter table translation_try add column release_id uuid;

create function stays_as_it_is() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed', tg_table_name;
end $$;
`;

const walled = ['configuration_file', 'configuration', 'draft', 'candidate', 'release', 'configuration_in_use'];
const immutable = ['configuration_file', 'configuration', 'release'];

const walls = walled
  .map(
    (table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_rows on ${table} using ((select app_everything()) or org_id = (select app_org()));`,
  )
  .join('');
const guards = immutable
  .map(
    (table) => `
create trigger ${table}_immutable before update or delete on ${table} for each row execute function stays_as_it_is();
create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function stays_as_it_is();`,
  )
  .join('');

export async function up(knex: Knex): Promise<void> {
  await knex.raw(tables);
  await knex.raw(walls);
  await knex.raw(guards);
  const partners = await knex('organization').whereNotNull('profile').whereNot({ kind: 'owner' }).select<Partner[]>();
  for (const partner of partners) await adopt(knex, partner);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
alter table translation_try drop column release_id, drop column configuration_hash;
alter table event drop column release_id;
alter table document drop column release_id, drop column configuration_hash;
drop table configuration_in_use, release, candidate, draft, configuration, configuration_file;
drop function stays_as_it_is();
`);
}

interface Partner {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly profile: string;
  readonly time_zone: string;
}
interface Agreement {
  readonly environment: string;
  readonly direction: 'in' | 'out';
  readonly set_code: string;
  readonly version: string;
  readonly mapping: string;
  readonly channel: string;
  readonly acknowledgement: Readonly<Record<string, unknown>>;
}

const templates = fileURLToPath(new URL('../partners', import.meta.url));
const by = 'upgrade';

/** A partner of before gets the files of its template with what its rows say as release 1 and as draft, so that it goes on as it was. */
async function adopt(knex: Knex, partner: Partner): Promise<void> {
  const folder = join(templates, partner.profile);
  if (!existsSync(join(folder, 'partner.yaml'))) return;
  const of = { org_id: partner.id };
  const identities = await knex('trading_identity').where(of).orderBy('id');
  const agreements = await knex('agreement')
    .where({ ...of, active: true })
    .orderBy(['direction', 'set_code']);
  const hashes = new Map<string, string>();
  for (const environment of ['production', 'sandbox']) {
    const agreed = agreements.filter((one) => one.environment === environment);
    if (agreed.length === 0) continue;
    const files = filesOf(folder);
    files.set('partner.yaml', Buffer.from(headOf(partner, agreed, identities, files)));
    hashes.set(environment, await keep(knex, partner.id, files));
  }
  const now = new Date();
  const draft = hashes.get('sandbox') ?? hashes.get('production');
  if (draft === undefined) return;
  await knex('draft').insert({ ...of, hash: draft, updated_at: now, updated_by: by });
  await knex('configuration_in_use').insert({ ...of, environment: 'sandbox', hash: draft, since: now });
  const released = hashes.get('production');
  if (released === undefined) return;
  const id = randomUUID();
  const note = `As it was before configurations had releases: the template ${partner.profile}, and what was agreed.`;
  await knex('release').insert({ ...of, id, number: 1, hash: released, note, created_at: now, created_by: by });
  await knex('configuration_in_use').insert({
    ...{ ...of, environment: 'production', hash: released, release_id: id, since: now },
  });
}

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

/** As `services/store/configurations.ts` does it. */
async function keep(knex: Knex, orgId: string, files: ReadonlyMap<string, Buffer>): Promise<string> {
  const manifest = Object.fromEntries([...files.keys()].sort().map((path) => [path, sha256(files.get(path)!)]));
  const hash = sha256(
    Object.entries(manifest)
      .map(([path, of]) => `${path}\0${of}\n`)
      .join(''),
  );
  const common = { org_id: orgId, created_at: new Date(), created_by: by };
  const rows = Object.entries(manifest).map(([path, of]) => ({ ...common, path, hash: of, content: files.get(path)! }));
  await knex('configuration_file').insert(rows).onConflict().ignore();
  await knex('configuration')
    .insert({ ...common, hash, files: JSON.stringify(manifest) })
    .onConflict()
    .ignore();
  return hash;
}

/** The files of the template, and the guides of others that its own extend. */
function filesOf(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const files = new Map<string, Buffer>();
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).replaceAll('\\', '/'), readFileSync(path));
  }
  const open = [...files.keys()].filter((path) => path.startsWith('guides/'));
  for (let path = open.pop(); path; path = open.pop()) {
    const [, other, name] = /^extends:\s*([A-Za-z0-9-]+)\/([A-Za-z0-9-]+)/m.exec(files.get(path)!.toString()) ?? [];
    const base = `guides/${other}/${name}.yaml`;
    if (other === undefined || files.has(base)) continue;
    files.set(base, readFileSync(join(templates, other, 'guides', `${name}.yaml`)));
    open.push(base);
  }
  return files;
}

function headOf(
  partner: Partner,
  agreed: readonly Agreement[],
  identities: readonly { environment: string; qualifier: string; isa_id: string; gs_id: string }[],
  files: ReadonlyMap<string, Buffer>,
): string {
  const template = parse(files.get('partner.yaml')!.toString()) as { delimiters?: object };
  const named = (environment: string) =>
    identities
      .filter((one) => one.environment === environment)
      .map(({ qualifier, isa_id: id, gs_id: group }) => ({ qualifier, id, ...(group !== id && { group }) }));
  const byEnvironment = Object.fromEntries(
    ['production', 'sandbox'].map((one) => [one, named(one)] as const).filter(([, list]) => list.length > 0),
  );
  return stringify(
    {
      partner: partner.name,
      kind: partner.kind,
      templates: [partner.profile],
      ...(Object.keys(byEnvironment).length > 0 && { identities: byEnvironment }),
      zone: partner.time_zone,
      documents: agreed.filter(({ mapping }) => files.has(`mappings/${mapping}`)).map(documentOf),
      ...(template.delimiters && { delimiters: template.delimiters }),
    },
    { lineWidth: 0 },
  );
}

function documentOf({ set_code, direction, version, mapping, channel, acknowledgement: of }: Agreement): object {
  const { functional = '997', ta1 = 'when-requested', includeAcceptedSets = true } = of;
  const { ackWithinMinutes = 24 * 60, answerWithinMinutes = 48 * 60 } = of;
  return {
    ...(version === '' ? { document: set_code } : { set: set_code }),
    direction: direction === 'in' ? 'inbound' : 'outbound',
    ...(version !== '' && { version }),
    mapping,
    ...(channel !== 'https' && { endpoint: channel }),
    acknowledgement: { functional, ta1, includeAcceptedSets },
    sla: { acknowledged: `${ackWithinMinutes}m`, answered: `${answerWithinMinutes}m` },
  };
}
