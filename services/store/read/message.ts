import type { components } from '../../../specs/generated/openapi.ts';
import { type StepFacts, stepOf, waitText } from '../../domain/next-step.ts';
import { rungs } from '../../domain/obligations/ladder.ts';
import type { Side } from '../../domain/roles.ts';
import { verdictOf } from '../../domain/verdict.ts';
import { type Content, fromContent } from '../contents.ts';
import type { Tx } from '../database.ts';
import type { Environment } from '../documents.ts';
import { auditLines } from './audit-lines.ts';
import { envelopes, type SetPage } from './envelopes.ts';
import { type EventDetail, eventViews } from './events.ts';
import { readStepFacts, workOf } from './steps.ts';

export type Message = components['schemas']['Message'];
type Rung = components['schemas']['Rung'];

interface DocumentRow {
  id: string;
  environment: Environment;
  direction: 'in' | 'out';
  channel: string;
  outcome: Message['outcome'];
  headline: string | null;
  org_id: string;
  partner_name: string;
  file_name: string | null;
  size_bytes: number;
  sha256: Buffer;
  created_at: Date;
  answers: string | null;
  replaces: string | null;
  release: number | null;
  configuration_hash: string | null;
  findings: Message['findings'];
  sets: Message['sets'];
  finding_totals: Message['findingTotals'];
}

export interface MessageView {
  /** In whose words its first line is. */
  readonly side: Side;
  readonly events?: EventDetail | undefined;
  /** For API keys, which are bound to one. */
  readonly environment?: Environment;
}

/**
 * A document with everything that became of it; undefined when the caller sees none with this id.
 * @param page which sets are listed.
 */
export async function readMessage(
  tx: Tx,
  id: string,
  page: SetPage,
  { side, events: detail = 'whole', environment }: MessageView,
): Promise<Message | undefined> {
  const row = await tx('document as d')
    .join('organization as o', 'o.id', 'd.org_id')
    .where({ 'd.id': id, ...(environment && { 'd.environment': environment }) })
    .leftJoin('release as r', 'r.id', 'd.release_id')
    .first<DocumentRow | undefined>('d.*', 'o.name as partner_name', 'r.number as release');
  if (!row) return undefined;
  const facts = (await readStepFacts(tx, [id])).get(id)!;
  const work = side === 'team' ? workOf(facts) : undefined;
  const { events, count } = await eventViews(tx, id, detail);
  return {
    id: row.id,
    environment: row.environment,
    direction: row.direction,
    channel: row.channel,
    outcome: row.outcome,
    step: stepOf(facts, side),
    ...(work && { work }),
    ...(row.headline !== null && { headline: row.headline }),
    partner: { id: row.org_id, name: row.partner_name },
    ...(row.file_name !== null && { fileName: row.file_name }),
    sizeBytes: row.size_bytes,
    sha256: row.sha256.toString('hex'),
    at: row.created_at.toISOString(),
    ...(row.answers !== null && { answers: row.answers }),
    ...(await lineage(tx, row)),
    ...(await sendings(tx, row)),
    ...(row.release !== null && { release: row.release }),
    ...(row.configuration_hash !== null && { configuration: row.configuration_hash }),
    ...(facts.handover && { endpoint: facts.handover.endpoint }),
    ladder: await ladder(tx, id, facts),
    sets: row.sets,
    setCount: row.sets.reduce((sum, { count }) => sum + count, 0),
    ...(await envelopes(tx, id, page)),
    findings: row.findings,
    findingTotals: row.finding_totals,
    events,
    eventCount: count,
    ...(await auditLines(tx, id, side)),
  };
}

interface RungRow {
  rung: Rung['rung'];
  state: Rung['state'];
  /** Text in a ladder that was put by. */
  at: Date | string | null;
  due_at: Date | string | null;
  detail: string | null;
  by_document_id: string | null;
}

/** All rungs from the bottom up; those that nothing is known of are not expected. */
async function ladder(tx: Tx, documentId: string, { handover }: StepFacts): Promise<Rung[]> {
  const rows = await tx('ladder_rung').where({ document_id: documentId }).select<RungRow[]>();
  return rungsOf(rows).map((rung) => {
    // Why it waits is the endpoint's to say, at this moment; the row keeps what was known when it was written.
    const waits = rung.rung === 'transport' && rung.state === 'pending' && handover && waitText(handover);
    return waits ? { ...rung, detail: waits } : rung;
  });
}

function rungsOf(rows: readonly RungRow[]): Rung[] {
  const known = new Map(rows.map((row) => [row.rung, row]));
  return rungs.map((rung) => {
    const row = known.get(rung);
    if (!row) return { rung, state: 'not-expected' };
    const verdict = verdictOf(row);
    return {
      rung,
      state: row.state,
      ...(row.at && { at: new Date(row.at).toISOString() }),
      ...(row.due_at && { dueAt: new Date(row.due_at).toISOString() }),
      ...(verdict && { verdict }),
      ...(row.detail !== null && { detail: row.detail }),
      ...(row.by_document_id !== null && { documentId: row.by_document_id }),
    };
  });
}

/** What a document was written anew for, and what it was reissued as. */
async function lineage(
  tx: Tx,
  { id, direction, replaces }: DocumentRow,
): Promise<Pick<Message, 'replaces' | 'replacedBy'>> {
  if (direction === 'in') return {};
  const rows = await tx('document')
    .where({ replaces: id })
    .orWhere(replaces === null ? { replaces: id } : { id: replaces })
    .select<{ id: string; file_name: string | null }[]>('id', 'file_name');
  const named = rows.map((row) => ({ id: row.id, name: row.file_name ?? row.id }));
  const [before, after] = [named.find((one) => one.id === replaces), named.find((one) => one.id !== replaces)];
  return { ...(before && { replaces: before }), ...(after && { replacedBy: after }) };
}

interface SendingRow {
  sending: number;
  at: Date;
  actor: string;
  endpoint: string | null;
  before: RungRow[];
}

/** All times that a document of ours was sent; nothing where it was once. */
async function sendings(tx: Tx, { id, direction, created_at }: DocumentRow): Promise<Pick<Message, 'sendings'>> {
  if (direction === 'in') return {};
  const rows = await tx('resending').where({ document_id: id }).orderBy('sending').select<SendingRow[]>();
  if (rows.length === 0) return {};
  const all = [{ sending: 1, at: created_at, actor: 'hub', endpoint: null }, ...rows];
  return {
    sendings: all.map(({ sending, at, actor, endpoint }, nth) => ({
      ...{ sending, at: at.toISOString(), by: actor },
      ...(endpoint !== null && { endpoint }),
      ...(rows[nth] && { ladder: rungsOf(rows[nth].before) }),
    })),
  };
}

/** Whether the caller sees a document with this id, in this environment if one is given. */
export async function isOf(tx: Tx, id: string, environment: Environment | undefined): Promise<boolean> {
  const row = await tx('document')
    .where({ id, ...(environment && { environment }) })
    .first('id');
  return row !== undefined;
}

/** What it takes to show a document; undefined when the caller sees none with this id. */
export async function sizeOf(tx: Tx, id: string): Promise<{ bytes: number; isTranslated: boolean } | undefined> {
  const row = await tx('document')
    .where({ id })
    .first<{ size_bytes: number; state: string } | undefined>('size_bytes', 'state');
  return row && { bytes: row.size_bytes, isTranslated: row.state !== 'received' };
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
    .first<({ file_name: string | null } & Content) | undefined>('d.file_name', 'r.content', 'r.compressed');
  return row && { fileName: row.file_name ?? `${id}.x12`, bytes: await fromContent(row) };
}
