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

/** Attaches a file to a transfer unless the same content is there already: Odoo keeps the SHA-1 of every attachment. @returns its id. */
export async function attachOnce(
  client: OdooClient,
  pickingId: number,
  file: { readonly name: string; readonly base64: string; readonly contentType?: string | undefined },
): Promise<number> {
  const checksum = createHash('sha1').update(Buffer.from(file.base64, 'base64')).digest('hex');
  const where = [
    ['res_model', '=', 'stock.picking'],
    ['res_id', '=', pickingId],
    ['checksum', '=', checksum],
  ];
  const [there] = await client.searchRead('ir.attachment', where, ['name'], { limit: 1, order: 'id' });
  if (there) return there.id;
  const values = {
    name: file.name,
    datas: file.base64,
    res_model: 'stock.picking',
    res_id: pickingId,
    ...(file.contentType && { mimetype: file.contentType }),
  };
  const [id] = await client.create('ir.attachment', [values]);
  return id!;
}
