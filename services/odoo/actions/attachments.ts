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

/** A file, and the transfer that it is for. */
export interface Paper {
  readonly pickingId: number;
  readonly file: ProofFile;
}

/** Attaches files to transfers, each unless the same content is there already. @returns their ids, in the order given. */
export async function attachEachOnce(client: OdooClient, papers: readonly Paper[]): Promise<readonly number[]> {
  const there = await attachedAmong(client, papers);
  const known = new Map(papers.flatMap((paper, at) => (there[at] === undefined ? [] : [[keyOf(paper), there[at]]])));
  const missing = [...new Map(papers.map((paper) => [keyOf(paper), paper]))].filter(([key]) => !known.has(key));
  const made = await client.create(
    'ir.attachment',
    missing.map(([, { pickingId, file }]) => ({
      ...{ name: file.name, datas: file.base64, res_model: 'stock.picking', res_id: pickingId },
      ...(file.contentType && { mimetype: file.contentType }),
    })),
  );
  for (const [at, [key]] of missing.entries()) known.set(key, made[at]!);
  return papers.map((paper) => known.get(keyOf(paper))!);
}

/** The ids of those whose content is attached to their transfers already, in the order given: Odoo keeps the SHA-1 of every attachment. */
export async function attachedAmong(
  client: OdooClient,
  papers: readonly Paper[],
): Promise<readonly (number | undefined)[]> {
  if (papers.length === 0) return [];
  const where = [
    ['res_model', '=', 'stock.picking'],
    ['res_id', 'in', [...new Set(papers.map(({ pickingId }) => pickingId))]],
    ['checksum', 'in', [...new Set(papers.map(({ file }) => checksumOf(file)))]],
  ];
  const there = await client.searchRead('ir.attachment', where, ['res_id', 'checksum'], { order: 'id desc' });
  const known = new Map(there.map(({ id, res_id, checksum }) => [`${Number(res_id)}/${String(checksum)}`, id]));
  return papers.map((paper) => known.get(keyOf(paper)));
}

const checksumOf = ({ base64 }: ProofFile) => createHash('sha1').update(Buffer.from(base64, 'base64')).digest('hex');
const keyOf = ({ pickingId, file }: Paper) => `${pickingId}/${checksumOf(file)}`;
