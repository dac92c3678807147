import { hash } from 'node:crypto';
import type { Knex } from 'knex';
import type pg from 'pg';
import type { Tx } from './database.ts';

/** Files of a configuration by path, as they are. */
export type ConfigurationFiles = ReadonlyMap<string, Buffer>;

// Latin-1 keeps every byte of an X12 sample; the other files are ASCII or UTF-8.
const encodingOf = (path: string) => (path.endsWith('.x12') ? 'latin1' : 'utf8');

export function textsOf(files: ConfigurationFiles): ReadonlyMap<string, string> {
  return new Map([...files].map(([path, bytes]) => [path, bytes.toString(encodingOf(path))] as const));
}

export function bytesOf(texts: ReadonlyMap<string, string>): ConfigurationFiles {
  return new Map([...texts].map(([path, text]) => [path, Buffer.from(text, encodingOf(path))] as const));
}

const fileHash = (content: Buffer): string => hash('sha256', content, 'hex');

/** Which versions of files belong together: hashes by path, in the order of the paths. */
export const manifestOf = (files: ConfigurationFiles): Readonly<Record<string, string>> =>
  Object.fromEntries([...files.keys()].sort().map((path) => [path, fileHash(files.get(path)!)]));

/** The hash that names a configuration: SHA-256 over the paths and hashes of its files. */
export function configurationHash(files: ConfigurationFiles): string {
  const lines = Object.entries(manifestOf(files)).map(([path, of]) => `${path}\0${of}\n`);
  return hash('sha256', lines.join(''), 'hex');
}

/** Keeps a configuration: versions of files that are there already are not written again. @returns its hash. */
export async function saveConfiguration(
  tx: Tx,
  of: { readonly orgId: string; readonly files: ConfigurationFiles; readonly at: Date; readonly actor: string },
): Promise<string> {
  const { orgId, files, at, actor } = of;
  const manifest = manifestOf(files);
  const name = configurationHash(files);
  const paths = Object.keys(manifest);
  const known = await tx('configuration_file')
    .where({ org_id: orgId })
    .whereIn('hash', Object.values(manifest))
    .select<{ path: string; hash: string }[]>('path', 'hash');
  const there = new Set(known.map((file) => `${file.path}\0${file.hash}`));
  const fresh = paths.filter((path) => !there.has(`${path}\0${manifest[path]}`));
  const common = { org_id: orgId, created_at: at, created_by: actor };
  if (fresh.length > 0)
    await tx('configuration_file')
      .insert(fresh.map((path) => ({ ...common, path, hash: manifest[path], content: files.get(path)! })))
      .onConflict()
      .ignore();
  await tx('configuration')
    .insert({ ...common, hash: name, files: JSON.stringify(manifest) })
    .onConflict()
    .ignore();
  return name;
}

const filesSql = (orgId: string, name: string) => `
  select f.path, f.content from configuration c, jsonb_each_text(c.files) e, configuration_file f
  where c.org_id = ${orgId} and c.hash = ${name} and f.org_id = c.org_id and f.path = e.key and f.hash = e.value order by f.path`;

/** The files of a configuration, in the order of their paths; none when there is no such configuration. */
export async function configurationFiles(db: pg.Pool | Knex, orgId: string, name: string): Promise<ConfigurationFiles> {
  const { rows }: { rows: { path: string; content: Buffer }[] } =
    'query' in db && 'totalCount' in db
      ? await db.query(filesSql('$1', '$2'), [orgId, name])
      : await (db as Knex).raw(filesSql('?', '?'), [orgId, name]);
  return new Map(rows.map(({ path, content }) => [path, content] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Hashes of the files of a configuration by path; none when there is no such configuration. */
export async function manifestNamed(db: Knex, orgId: string, name: string): Promise<Readonly<Record<string, string>>> {
  const row = await db('configuration')
    .where({ org_id: orgId, hash: name })
    .first<{ files: Record<string, string> } | undefined>('files');
  return row?.files ?? {};
}
