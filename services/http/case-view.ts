import { CodedError } from '../domain/errors.ts';
import type { Context } from '../flows/context.ts';
import { type CaseDetail, readCase } from '../store/read/case.ts';
import { remedyOf } from './remedies.ts';

/** A case with what to do about it. @throws CodedError `http.not-found` */
export async function caseView({ db }: Context, caseId: string, visibility: string): Promise<CaseDetail> {
  const found = await db.screens(visibility, (tx) => readCase(tx, caseId));
  if (!found) throw new CodedError('http.not-found', { detail: 'No case has this id.' });
  const remedy = remedyOf(found.code);
  return { ...found, ...(remedy !== undefined && { remedy }) };
}
