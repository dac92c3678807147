import type { components } from '../../../specs/generated/openapi.ts';
import type { Tx } from '../database.ts';
import type { Environment } from '../documents.ts';
import { rungs } from '../ladder.ts';
import { auditLines } from './audit-lines.ts';
import { eventViews } from './events.ts';

export type Message = components['schemas']['Message'];
type Rung = components['schemas']['Rung'];
type Found = components['schemas']['Finding'];

interface DocumentRow {
  id: string;
  environment: Environment;
  direction: 'in' | 'out';
  channel: 'https';
  outcome: Message['outcome'];
  headline: string | null;
  org_id: string;
  partner_name: string;
  file_name: string | null;
  size_bytes: number;
  sha256: Buffer;
  created_at: Date;
  answers: string | null;
  findings: Found[];
  finding_totals: Message['findingTotals'];
}

/**
 * A document with everything that became of it; undefined when the caller sees none with this id.
 * @param environment for API keys, which are bound to one.
 */
export async function readMessage(tx: Tx, id: string, environment?: Environment): Promise<Message | undefined> {
  const row = await tx('document as d')
    .join('organization as o', 'o.id', 'd.org_id')
    .where({ 'd.id': id, ...(environment && { 'd.environment': environment }) })
    .first<DocumentRow | undefined>('d.*', 'o.name as partner_name');
  if (!row) return undefined;
  const { events, count } = await eventViews(tx, id);
  return {
    id: row.id,
    environment: row.environment,
    direction: row.direction,
    channel: row.channel,
    outcome: row.outcome,
    ...(row.headline !== null && { headline: row.headline }),
    partner: { id: row.org_id, name: row.partner_name },
    ...(row.file_name !== null && { fileName: row.file_name }),
    sizeBytes: row.size_bytes,
    sha256: row.sha256.toString('hex'),
    at: row.created_at.toISOString(),
    ...(row.answers !== null && { answers: row.answers }),
    ladder: await ladder(tx, id),
    interchanges: await interchanges(tx, id),
    findings: row.findings,
    findingTotals: row.finding_totals,
    events,
    eventCount: count,
    audit: await auditLines(tx, id),
  };
}

interface RungRow {
  rung: Rung['rung'];
  state: Rung['state'];
  at: Date | null;
  due_at: Date | null;
  detail: string | null;
  by_document_id: string | null;
}

/** All rungs from the bottom up; those that nothing is known of are not expected. */
async function ladder(tx: Tx, documentId: string): Promise<Rung[]> {
  const rows = await tx('ladder_rung').where({ document_id: documentId }).select<RungRow[]>();
  const known = new Map(rows.map((row) => [row.rung, row]));
  return rungs.map((rung) => {
    const row = known.get(rung);
    if (!row) return { rung, state: 'not-expected' };
    return {
      rung,
      state: row.state,
      ...(row.at && { at: row.at.toISOString() }),
      ...(row.due_at && { dueAt: row.due_at.toISOString() }),
      ...(row.detail !== null && { detail: row.detail }),
      ...(row.by_document_id !== null && { documentId: row.by_document_id }),
    };
  });
}

interface InterchangeRow {
  id: string;
  sender: string;
  receiver: string;
  control: string;
  usage: string;
  findings: Found[];
}
interface GroupRow {
  id: string;
  interchange_id: string;
  functional_id: string;
  version: string;
  control: string;
  status: 'A' | 'E' | 'P' | 'R';
  findings: Found[];
}
interface SetRow {
  id: string;
  group_id: string;
  code: string;
  control: string;
  status: 'A' | 'E' | 'R';
  findings: Found[];
}

async function interchanges(tx: Tx, documentId: string): Promise<Message['interchanges']> {
  const of = { document_id: documentId };
  const outer = await tx('interchange').where(of).orderBy('ordinal').select<InterchangeRow[]>();
  const groups = Map.groupBy(
    await tx('functional_group').where(of).orderBy('ordinal').select<GroupRow[]>(),
    (g) => g.interchange_id,
  );
  const sets = Map.groupBy(
    await tx('transaction_set').where(of).orderBy('ordinal').select<SetRow[]>(),
    (s) => s.group_id,
  );
  return outer.map(({ id, sender, receiver, control, usage, findings }) => ({
    ...{ sender, receiver, control, usage, findings },
    groups: (groups.get(id) ?? []).map((group) => ({
      functionalId: group.functional_id,
      version: group.version,
      control: group.control,
      status: group.status,
      findings: group.findings,
      sets: (sets.get(group.id) ?? []).map((set) => ({
        id: set.id,
        code: set.code,
        control: set.control,
        status: set.status,
        findings: set.findings,
      })),
    })),
  }));
}

export interface StoredBytes {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** The bytes of a document as received or sent; undefined when the caller sees none with this id. */
export async function readBytes(tx: Tx, id: string): Promise<StoredBytes | undefined> {
  const row = await tx('document as d')
    .join('document_raw as r', 'r.document_id', 'd.id')
    .where({ 'd.id': id })
    .first<{ file_name: string | null; content: Buffer } | undefined>('d.file_name', 'r.content');
  return row && { fileName: row.file_name ?? `${id}.x12`, bytes: row.content };
}
