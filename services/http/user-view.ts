import { CodedError } from '../domain/errors.ts';
import type { Context } from '../flows/context.ts';
import { readUsers, type UserView } from '../store/read/people.ts';

/** A person as the contract shows them. @throws CodedError `http.not-found` */
export async function userView({ db }: Context, orgId: string, id: string): Promise<UserView> {
  const [user] = await db.scoped('*', (tx) => readUsers(tx, { orgId, id }));
  if (!user) throw new CodedError('http.not-found', { detail: 'No person of the organisation has this id.' });
  return user;
}
