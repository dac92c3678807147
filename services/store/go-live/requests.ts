import type { Knex } from 'knex';
import type { DocumentKey } from '../../domain/configuration/document-key.ts';
import type { Bundle } from '../../domain/go-live/bundle.ts';
import type { Canary } from '../../domain/go-live/canary.ts';
import type { Decided, Decision } from '../../domain/go-live/request.ts';
import type { Tx } from '../database.ts';
import { toJson } from '../json.ts';

// Requests for go-lives, their versions and what was decided. Rows are written and never changed.

export interface RequestRow {
  readonly id: string;
  /** For people: rises with each request of the hub. */
  readonly number: number;
  readonly orgId: string;
  readonly key: DocumentKey;
  readonly approvalsNeeded: number;
  readonly createdAt: Date;
  /** The oldest first. */
  readonly decisions: readonly Decision[];
}

/** A check as it stood when it was asked for. */
export interface KeptCheck {
  readonly id: string;
  readonly title: string;
  readonly isMet: boolean;
  readonly says: string;
  readonly link?: string;
}

export interface VersionRow {
  readonly requestId: string;
  readonly version: number;
  readonly orgId: string;
  readonly at: Date;
  readonly askedBy: string;
  readonly askedById: string | null;
  readonly note: string;
  readonly goLiveAt: Date | null;
  readonly bundle: Bundle;
  readonly bundleHash: string;
  readonly draftHash: string;
  readonly configurationHash: string;
  readonly fromRelease: number;
  /** As `documentKeyText` writes them. */
  readonly covers: readonly string[];
  readonly canary: Canary | null;
  readonly promotion: Promotion;
  readonly checks: readonly KeptCheck[];
  readonly authors: readonly string[];
}

/** By the name of the endpoint: what is another setting in production than in the sandbox; secrets sealed. */
export type Promotion = Readonly<
  Record<
    string,
    { readonly settings: Readonly<Record<string, unknown>>; readonly secrets: Readonly<Record<string, string>> }
  >
>;

interface RawRequest {
  id: string;
  number: number;
  org_id: string;
  direction: DocumentKey['direction'];
  set_code: string;
  version: string;
  approvals_needed: number;
  created_at: Date;
}

interface RawDecision {
  request_id: string;
  version: number;
  kind: Decision['kind'];
  at: Date;
  by_name: string;
  by_id: string | null;
  bundle_hash: string | null;
  detail: Record<string, unknown>;
}

export async function insertRequest(
  tx: Tx,
  of: Pick<RequestRow, 'id' | 'orgId' | 'key' | 'approvalsNeeded' | 'createdAt'>,
): Promise<void> {
  const { id, orgId, key, approvalsNeeded, createdAt } = of;
  await tx('go_live_request').insert({
    ...{ id, org_id: orgId, direction: key.direction, set_code: key.set, version: key.version },
    ...{ approvals_needed: approvalsNeeded, created_at: createdAt },
  });
}

/** @param of.freshFiles paths of files that go live anew with it: who wrote them is its author, whatever production runs beside it already */
export async function insertVersion(
  tx: Tx,
  of: Omit<VersionRow, 'authors'> & { readonly freshFiles: readonly string[] },
): Promise<void> {
  await tx('go_live_version').insert({
    ...{ request_id: of.requestId, version: of.version, org_id: of.orgId, at: of.at },
    ...{ asked_by: of.askedBy, asked_by_id: of.askedById, note: of.note, go_live_at: of.goLiveAt },
    ...{ bundle: toJson(of.bundle), bundle_hash: of.bundleHash, draft_hash: of.draftHash },
    ...{ configuration_hash: of.configurationHash, from_release: of.fromRelease, covers: of.covers },
    fresh_files: of.freshFiles,
    ...{
      canary: of.canary === null ? null : toJson(of.canary),
      promotion: toJson(of.promotion),
      checks: toJson(of.checks),
    },
  });
}

export async function insertDecision(
  tx: Tx,
  of: {
    readonly requestId: string;
    readonly orgId: string;
    readonly version: number;
    readonly at: Date;
    readonly by: string;
    readonly byId?: string | undefined;
  },
  decided: Decided,
): Promise<void> {
  const { kind, hash, ...detail } = { hash: undefined, ...decided };
  await tx('go_live_decision').insert({
    ...{ request_id: of.requestId, org_id: of.orgId, version: of.version, kind, at: of.at, by_name: of.by },
    ...{ by_id: of.byId ?? null, bundle_hash: hash ?? null, detail: toJson(detail) },
  });
}

const detailDates = new Set(['goLiveAt', 'editUntil']);

function decisionOf({ version, kind, at, by_name: by, by_id: byId, bundle_hash: hash, detail }: RawDecision): Decision {
  const dated = Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [
      name,
      detailDates.has(name) && typeof value === 'string' ? new Date(value) : value,
    ]),
  );
  return {
    ...dated,
    version,
    kind,
    at,
    by,
    ...(byId !== null && { byId }),
    ...(hash !== null && { hash }),
  } as Decision;
}

export interface RequestFilter {
  readonly id?: string;
  readonly orgId?: string;
  /** Only those of which something may still be decided. */
  readonly open?: boolean;
}

/** Requests with their decisions, the newest first. */
export async function requestsOf(
  db: Knex,
  { id, orgId, open }: RequestFilter,
  most = 500,
): Promise<readonly RequestRow[]> {
  const query = db('go_live_request as r').orderBy('r.number', 'desc').limit(most);
  if (id !== undefined) query.where({ 'r.id': id });
  if (orgId !== undefined) query.where({ 'r.org_id': orgId });
  if (open)
    query.whereNotExists(
      db('go_live_decision as d')
        .whereRaw('d.request_id = r.id')
        .whereIn('d.kind', ['live', 'cancelled'])
        .select(db.raw('1')),
    );
  const rows = await query.select<RawRequest[]>('r.*');
  const decisions = await db('go_live_decision')
    .whereIn(
      'request_id',
      rows.map((row) => row.id),
    )
    .orderBy('id')
    .select<RawDecision[]>();
  const byRequest = Map.groupBy(decisions, (one) => one.request_id);
  return rows.map((row) => ({
    ...{ id: row.id, number: row.number, orgId: row.org_id, createdAt: row.created_at },
    key: { direction: row.direction, set: row.set_code, version: row.version },
    approvalsNeeded: row.approvals_needed,
    decisions: (byRequest.get(row.id) ?? []).map(decisionOf),
  }));
}

/** One request; nobody else decides about it until the transaction ends. */
export async function lockRequest(tx: Tx, id: string): Promise<RequestRow | undefined> {
  const locked = await tx('go_live_request').where({ id }).forUpdate().first('id');
  return locked && (await requestsOf(tx, { id }))[0];
}

export async function versionsOf(db: Knex, requestIds: readonly string[]): Promise<readonly VersionRow[]> {
  if (requestIds.length === 0) return [];
  return db('go_live_version')
    .whereIn('request_id', requestIds)
    .orderBy(['request_id', 'version'])
    .select<VersionRow[]>({
      ...{ requestId: 'request_id', version: 'version', orgId: 'org_id', at: 'at', askedBy: 'asked_by' },
      ...{
        askedById: 'asked_by_id',
        note: 'note',
        goLiveAt: 'go_live_at',
        bundle: 'bundle',
        bundleHash: 'bundle_hash',
      },
      ...{
        draftHash: 'draft_hash',
        configurationHash: 'configuration_hash',
        fromRelease: 'from_release',
        covers: 'covers',
      },
      ...{ canary: 'canary', promotion: 'promotion', checks: 'checks', authors: 'authors' },
    });
}

export async function versionOf(db: Knex, requestId: string, version: number): Promise<VersionRow> {
  const found = (await versionsOf(db, [requestId])).find((one) => one.version === version);
  if (!found) throw new Error(`Request ${requestId} has no version ${version}.`);
  return found;
}
