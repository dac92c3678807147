import type { Knex } from 'knex';
import type { components } from '../../../specs/generated/openapi.ts';
import type { Tx } from '../database.ts';

type Message = components['schemas']['Message'];
type Found = components['schemas']['Finding'];

/** Which sets of a document are listed, in its order. */
export interface SetPage {
  readonly offset: number;
  readonly limit: number;
}

interface InterchangeRow {
  id: string;
  ordinal: number;
  sender: string;
  receiver: string;
  control: string;
  usage: string;
  findings: Found[];
}
interface GroupRow {
  id: string;
  interchange_id: string;
  outer: number;
  ordinal: number;
  functional_id: string;
  version: string;
  control: string;
  status: 'A' | 'E' | 'P' | 'R';
  findings: Found[];
}
interface SetRow {
  id: string;
  group_id: string;
  start_byte: number;
  code: string;
  control: string;
  status: 'A' | 'E' | 'R';
  findings: Found[];
}

const first = 200;

/** Interchanges and groups of a document with a page of its sets; on the first page also sets with findings that come later. However much a document holds, the answer is bounded. */
export async function envelopes(
  tx: Tx,
  documentId: string,
  page: SetPage,
): Promise<Pick<Message, 'interchanges' | 'interchangeCount'>> {
  const of = { document_id: documentId };
  const sets = await setsOf(tx, of, page);
  const groups = await groupsOf(tx, documentId, [...new Set(sets.map((set) => set.group_id))]);
  const outer = await interchangesOf(tx, of, [...new Set(groups.map((group) => group.interchange_id))]);
  const setCounts = await counts(tx, 'transaction_set', 'group_id', groups);
  const groupCounts = await counts(tx, 'functional_group', 'interchange_id', outer);
  const [{ count }] = (await tx('interchange').where(of).count()) as [{ count: number }];
  const byGroup = Map.groupBy(sets, (set) => set.group_id);
  const byInterchange = Map.groupBy(groups, (group) => group.interchange_id);
  const interchanges = outer.map(({ id, sender, receiver, control, usage, findings }) => ({
    ...{ sender, receiver, control, usage, findings },
    groups: (byInterchange.get(id) ?? []).map((group) => ({
      functionalId: group.functional_id,
      version: group.version,
      control: group.control,
      status: group.status,
      findings: group.findings,
      sets: (byGroup.get(group.id) ?? []).map(({ group_id: _, start_byte: __, ...set }) => set),
      setCount: setCounts.get(group.id) ?? 0,
    })),
    groupCount: groupCounts.get(id) ?? 0,
  }));
  return { interchanges, interchangeCount: count };
}

/** Rows of several queries, each once. */
async function once<Row extends { readonly id: string }>(queries: readonly Knex.QueryBuilder[]): Promise<Row[]> {
  const rows = new Map<string, Row>();
  for (const query of queries) for (const row of (await query) as Row[]) rows.set(row.id, row);
  return [...rows.values()];
}

async function setsOf(tx: Tx, of: object, { offset, limit }: SetPage): Promise<SetRow[]> {
  const columns = ['id', 'group_id', 'start_byte', 'code', 'control', 'status', 'findings'];
  const all = tx('transaction_set').where(of).orderBy(['start_byte', 'ordinal']).select(columns);
  const withFindings = all.clone().whereRaw(`findings <> '[]'::jsonb`).limit(first);
  const queries = [all.clone().offset(offset).limit(limit), ...(offset === 0 ? [withFindings] : [])];
  return (await once<SetRow>(queries)).sort((a, b) => a.start_byte - b.start_byte);
}

async function groupsOf(tx: Tx, documentId: string, ids: readonly string[]): Promise<GroupRow[]> {
  const all = tx('functional_group as g')
    .join('interchange as i', 'i.id', 'g.interchange_id')
    .where({ 'g.document_id': documentId })
    .orderBy(['i.ordinal', 'g.ordinal'])
    .select({
      ...named('g', ['id', 'interchange_id', 'ordinal', 'functional_id', 'version', 'control', 'status', 'findings']),
    })
    .select('i.ordinal as outer');
  const queries = [
    all.clone().limit(first),
    all.clone().whereRaw(`g.findings <> '[]'::jsonb`).limit(first),
    all.clone().whereIn('g.id', ids),
  ];
  return (await once<GroupRow>(queries)).sort((a, b) => a.outer - b.outer || a.ordinal - b.ordinal);
}

const named = (table: string, columns: readonly string[]) =>
  Object.fromEntries(columns.map((column) => [column, `${table}.${column}`]));

async function interchangesOf(tx: Tx, of: object, ids: readonly string[]): Promise<InterchangeRow[]> {
  const all = tx('interchange')
    .where(of)
    .orderBy('ordinal')
    .select('id', 'ordinal', 'sender', 'receiver', 'control', 'usage', 'findings');
  const queries = [
    all.clone().limit(first),
    all.clone().whereRaw(`findings <> '[]'::jsonb`).limit(first),
    all.clone().whereIn('id', ids),
  ];
  return (await once<InterchangeRow>(queries)).sort((a, b) => a.ordinal - b.ordinal);
}

/** How many rows there are inside of each of these. */
async function counts(
  tx: Tx,
  table: string,
  by: string,
  outer: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, number>> {
  const ids = outer.map(({ id }) => id);
  const rows = await tx(table)
    .whereIn(by, ids)
    .groupBy(by)
    .select<{ id: string; n: number }[]>({ id: by }, tx.raw('count(*)::int as n'));
  return new Map(rows.map(({ id, n }) => [id, n]));
}
