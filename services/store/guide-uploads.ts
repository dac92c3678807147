import type { Tx } from './database.ts';

/** A specification as it was uploaded. */
export interface GuideUpload {
  readonly id: string;
  /** The guide that it became, and its version; null for a document for people. */
  readonly path: string | null;
  readonly guideHash: string | null;
  readonly set: string | null;
  readonly fileName: string;
  readonly format: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly at: Date;
  readonly by: string;
}

interface Row {
  readonly id: string;
  readonly path: string | null;
  readonly guide_hash: string | null;
  readonly set_code: string | null;
  readonly file_name: string;
  readonly format: string;
  readonly media_type: string;
  readonly size_bytes: number;
  readonly sha256: string;
  readonly created_at: Date;
  readonly created_by: string;
}

const columns = [
  ...['id', 'path', 'guide_hash', 'set_code', 'file_name', 'format'],
  ...['media_type', 'size_bytes', 'sha256', 'created_at', 'created_by'],
] as const;

const uploadOf = (row: Row): GuideUpload => ({
  id: row.id,
  path: row.path,
  guideHash: row.guide_hash,
  set: row.set_code,
  fileName: row.file_name,
  format: row.format,
  mediaType: row.media_type,
  sizeBytes: row.size_bytes,
  sha256: row.sha256,
  at: row.created_at,
  by: row.created_by,
});

export async function insertGuideUpload(
  tx: Tx,
  { orgId, content, ...upload }: GuideUpload & { readonly orgId: string; readonly content: Buffer },
): Promise<void> {
  await tx('guide_upload').insert({
    ...{ id: upload.id, org_id: orgId, path: upload.path, guide_hash: upload.guideHash, set_code: upload.set },
    ...{
      file_name: upload.fileName,
      format: upload.format,
      media_type: upload.mediaType,
      size_bytes: upload.sizeBytes,
    },
    ...{ sha256: upload.sha256, content, created_at: upload.at, created_by: upload.by },
  });
}

/** What a partner has uploaded, the newest first. */
export async function guideUploads(tx: Tx, orgId: string): Promise<readonly GuideUpload[]> {
  const rows = await tx('guide_upload').where({ org_id: orgId }).orderBy('id', 'desc').select<Row[]>(columns);
  return rows.map(uploadOf);
}

export async function guideUpload(
  tx: Tx,
  orgId: string,
  id: string,
): Promise<(GuideUpload & { readonly content: Buffer }) | undefined> {
  const row = await tx('guide_upload')
    .where({ org_id: orgId, id })
    .first<(Row & { content: Buffer }) | undefined>([...columns, 'content']);
  return row && { ...uploadOf(row), content: row.content };
}

/** Who made the version of a file of a configuration, and when. */
export async function fileAuthors(
  tx: Tx,
  orgId: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, { readonly by: string; readonly at: Date }>> {
  const rows = await tx('configuration_file')
    .where({ org_id: orgId })
    .whereIn('hash', hashes)
    .select<{ path: string; hash: string; created_by: string; created_at: Date }[]>(
      'path',
      'hash',
      'created_by',
      'created_at',
    );
  return new Map(rows.map((row) => [`${row.path} ${row.hash}`, { by: row.created_by, at: row.created_at }]));
}
