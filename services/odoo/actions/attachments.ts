import { createHash } from 'node:crypto';
import type { OdooClient } from '../client.ts';

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
  'image/gif': 'gif',
};

/** `POD WH-OUT-00001 2026-12-15.pdf`. */
export function podName(pickingName: string, local: string, contentType = 'application/octet-stream'): string {
  return `POD ${pickingName.replaceAll('/', '-')} ${local.slice(0, 10)}.${extensions[contentType] ?? 'bin'}`;
}

export interface ProofFile {
  readonly name: string;
  readonly base64: string;
  readonly contentType?: string | undefined;
}

/** Attaches a file to a transfer unless the same content is there already. @returns its id. */
export const attachOnce = async (client: OdooClient, pickingId: number, file: ProofFile): Promise<number> =>
  (await attachEachOnce(client, [{ pickingId, file }]))[0]!;

/** Attaches files to transfers, each unless the same content is there already: Odoo keeps the SHA-1 of every attachment. @returns their ids, in the order given. */
export async function attachEachOnce(
  client: OdooClient,
  files: readonly { readonly pickingId: number; readonly file: ProofFile }[],
): Promise<readonly number[]> {
  if (files.length === 0) return [];
  const wanted = files.map(({ pickingId, file }) => ({
    pickingId,
    file,
    checksum: createHash('sha1').update(Buffer.from(file.base64, 'base64')).digest('hex'),
  }));
  const where = [
    ['res_model', '=', 'stock.picking'],
    ['res_id', 'in', [...new Set(wanted.map(({ pickingId }) => pickingId))]],
    ['checksum', 'in', [...new Set(wanted.map(({ checksum }) => checksum))]],
  ];
  const there = await client.searchRead('ir.attachment', where, ['res_id', 'checksum'], { order: 'id desc' });
  const known = new Map(there.map(({ id, res_id, checksum }) => [`${Number(res_id)}/${String(checksum)}`, id]));
  const missing = wanted.filter(({ pickingId, checksum }) => !known.has(`${pickingId}/${checksum}`));
  const made = await client.create(
    'ir.attachment',
    missing.map(({ pickingId, file }) => ({
      ...{ name: file.name, datas: file.base64, res_model: 'stock.picking', res_id: pickingId },
      ...(file.contentType && { mimetype: file.contentType }),
    })),
  );
  for (const [at, { pickingId, checksum }] of missing.entries()) known.set(`${pickingId}/${checksum}`, made[at]!);
  return wanted.map(({ pickingId, checksum }) => known.get(`${pickingId}/${checksum}`)!);
}
