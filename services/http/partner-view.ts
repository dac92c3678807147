import { CodedError } from '../domain/errors.ts';
import type { Context } from '../flows/context.ts';
import type { Environment } from '../store/documents.ts';
import { readPartner } from '../store/read/partner.ts';
import type { SessionCaller } from './caller.ts';

/** A partner as the contract shows it, with the standard's names of its documents. @throws CodedError `http.not-found` */
export async function partnerView(
  context: Context,
  caller: SessionCaller,
  { id, environment }: { readonly id: string; readonly environment?: Environment | undefined },
) {
  const view = { environment, now: context.now() };
  const partner = await context.db.screens(caller.visibility, (tx) => readPartner(tx, id, view));
  if (!partner) throw new CodedError('http.not-found', { detail: 'No partner has this id.' });
  const { standards } = context.catalog;
  const agreements = partner.agreements.map((agreement) => ({
    ...agreement,
    name: standards.forVersion(agreement.version)?.definition.sets.get(agreement.set)?.name ?? agreement.set,
  }));
  return { ...partner, agreements };
}
