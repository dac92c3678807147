import type { Side } from '../../domain/roles.ts';
import type { ActedBy } from '../../store/audit.ts';
import type { Tx } from '../../store/database.ts';
import { namesOfPeople } from '../../store/mappings.ts';
import { companyOf } from '../../store/partners.ts';
import type { Context } from '../context.ts';

/** Whoever does something to a mapping. */
export interface Who extends ActedBy {
  readonly side: Side;
}

/** The id of a person; null for a command. */
export const personOf = ({ by }: ActedBy): string | null => (by.kind === 'person' ? (by.id ?? null) : null);

/** What a person is called, for a reader. */
export type NameOf = (by: string, byId: string | null) => string;

/** Names as the reader may know them: a partner knows its own people, and of ours the company. */
export async function namesFor(context: Pick<Context, 'db'>, tx: Tx, side: Side): Promise<NameOf> {
  const names = await namesOfPeople(tx);
  const company = side === 'team' ? undefined : (await companyOf(context.db.system))?.name;
  return (by, byId) => names.get(byId ?? '') ?? names.get(by.toLowerCase()) ?? company ?? by;
}

/** Whether somebody is the one who wrote a version. */
export const isSame = (who: ActedBy, { by, byId }: { readonly by: string; readonly byId: string | null }): boolean =>
  (byId !== null && byId === personOf(who)) || by.toLowerCase() === who.actor.toLowerCase();
