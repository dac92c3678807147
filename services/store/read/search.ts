import type { Knex } from 'knex';
import { soughtForms } from '../../domain/numbers.ts';
import type { Tx } from '../database.ts';

/** What a search found before any document was looked at. */
export interface Found {
  /** Documents with a number that begins so. */
  readonly documentIds: readonly string[];
  /** More have one than were listed: they are recognised one by one, of which a page is soon full. */
  readonly prefixes: readonly string[];
  readonly orgIds: readonly string[];
  /** The first and the last document id that begin so. */
  readonly ids: readonly [string, string] | undefined;
  /** No number begins so and no partner is called so: part of a subject, control number or file name then, in any document. */
  readonly part: string | undefined;
}

const mostListed = 1000;

/** What comes after everything that begins so: numbers are of capitals and digits. */
const after = (form: string): string => `${form}~`;

/** Documents with a number that begins so, the newest first: ids are made in the order of time. Its operators are those that row-level security lets use an index. */
export const numberedSql = `select distinct n.document_id as id from unnest(?::text[], ?::text[]) p(low, high) join document_number n
  on n.number >= p.low collate "C" and n.number < p.high collate "C" order by 1 desc limit ${mostListed + 1}`;

/**
 * Looks words up among the numbers of documents (orders, shipments, bills of lading, PROs, SSCCs, tracking and control numbers), the names of partners and the ids
 * of documents; in none of them, part of a subject, control number or file name is looked for in all documents that the caller sees.
 */
export async function findBy(tx: Tx, words: string): Promise<Found> {
  const forms = soughtForms(words);
  const { rows } = await tx.raw<{ rows: { id: string }[] }>(numberedSql, [[...forms], forms.map(after)]);
  const escaped = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const partners = await tx('organization')
    .whereRaw("kind <> 'owner' and lower(name) like lower(?)", [escaped])
    .pluck<string[]>('id');
  const ids = idsThatBegin(words.toLowerCase());
  const none = rows.length === 0 && partners.length === 0;
  const many = rows.length > mostListed;
  return {
    ...{ documentIds: many ? [] : rows.map(({ id }) => id), prefixes: many ? forms : [], orgIds: partners, ids },
    part: none ? escaped : undefined,
  };
}

/** Leaves only what was found. */
export function narrow(query: Knex.QueryBuilder, { documentIds, prefixes, orgIds, ids, part }: Found): void {
  query.where((any) => {
    if (part !== undefined) any.orWhereRaw('d.search_text like lower(?)', [part]);
    if (documentIds.length > 0) any.orWhereIn('d.id', documentIds);
    if (orgIds.length > 0) any.orWhereIn('d.org_id', orgIds);
    if (ids) any.orWhereBetween('d.id', [...ids]);
    for (const prefix of prefixes)
      any.orWhereRaw(
        `exists (select from document_number n where n.document_id = d.id and n.number >= ? collate "C" and n.number < ? collate "C")`,
        [prefix, after(prefix)],
      );
  });
}

/** Shorter ones are numbers: an id begins with the time, so that many begin alike. */
const shortestId = 8;

/** The first and the last id that begin so; undefined when none can. */
function idsThatBegin(text: string): readonly [string, string] | undefined {
  const filled = (digit: string) => {
    const hex = text.replaceAll('-', '').padEnd(32, digit);
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  };
  const fits = text.length >= shortestId && /^[0-9a-f-]{1,36}$/.test(text) && filled('0').startsWith(text);
  return fits ? [filled('0'), filled('f')] : undefined;
}
