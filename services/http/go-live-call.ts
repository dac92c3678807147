import type { components } from '../../specs/generated/openapi.ts';
import type { Context } from '../flows/context.ts';
import type { Wish } from '../flows/go-live/ask.ts';
import { readDossier, readGoLive } from '../flows/go-live/read.ts';
import type { Tx } from '../store/database.ts';
import { emailsOf } from '../store/users.ts';
import type { SessionCaller } from './caller.ts';
import { knownPartner, refusalOf } from './change-configuration.ts';
import { type Called, dossierView, goLiveView } from './go-live-view.ts';

/** How the documents of a partner stand; the request has named an organisation of the caller's. */
export const goLiveAnswer = (
  context: Context,
  orgId: string,
  { side }: Pick<SessionCaller, 'side'>,
): Promise<components['schemas']['GoLive']> =>
  context.db.screens('*', async (tx) => {
    await knownPartner(tx, orgId);
    const called = side === 'team' ? (name: string) => name : await ownNames(tx, orgId);
    return goLiveView(await readGoLive(context, tx, orgId), Math.max(1, context.approvals), called);
  });

async function ownNames(tx: Tx, orgId: string): Promise<Called> {
  const own = new Set(await emailsOf(tx, orgId));
  return (name) => (own.has(name) ? name : name === 'hub' ? 'the hub' : 'the integration team');
}

/** A request as its approver sees it. */
export const dossierAnswer = (
  context: Context,
  id: string,
  { userId, actor }: SessionCaller,
): Promise<components['schemas']['GoLiveDossier']> =>
  context.db.scoped('*', async (tx) => dossierView(await readDossier(context, tx, id, { userId, actor })));

/** @throws CodedError `http.not-found` */
export const requirePartner = (context: Context, orgId: string): Promise<string> =>
  context.db.screens('*', (tx) => knownPartner(tx, orgId));

/** Does something of a go-live, with what it refuses as the contract answers it. */
export async function doing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refusalOf(error);
  }
}

type WishBody = components['schemas']['GoLiveWish'];

/** A wish as the flow takes it. */
export const wishOf = ({ goLiveAt, ...wish }: WishBody): Wish => ({
  ...(wish as Omit<Wish, 'goLiveAt'>),
  ...(goLiveAt !== undefined && { goLiveAt: new Date(goLiveAt) }),
});
