import type { components } from '../../specs/generated/openapi.ts';
import type { ConfiguredDocument } from '../domain/configuration/configuration.ts';
import type { Trial } from '../flows/mappings/bench.ts';
import type { MappingRow } from '../flows/mappings/list.ts';
import { type MappingDetail, readMapping } from '../flows/mappings/read.ts';
import type { WhatIf } from '../flows/mappings/what-if.ts';
import type { Who } from '../flows/mappings/who.ts';
import type { SessionCaller } from './caller.ts';
import { knownPartner, refusalOf } from './change-configuration.ts';
import type { ApiContext } from './operation.ts';

// What the operations on mappings share.

type Schemas = components['schemas'];

export const whoOf = ({ actor, by, side }: SessionCaller): Who => ({ actor, by, side });

const way = (direction: ConfiguredDocument['direction']) => (direction === 'inbound' ? 'in' : 'out');

/** A row of the list as the contract has it. */
export const rowView = ({ direction, at, review, ...row }: MappingRow): Schemas['MappingRow'] =>
  contractual({
    ...row,
    ...{ direction: way(direction), at: at.toISOString() },
    review: { ...review, ...(review.at && { at: review.at.toISOString() }) },
  });

/** Dates as text, and the same objects otherwise: the contract's types only know no `readonly`. */
const contractual = <T>(value: unknown): T => value as T;

/** A mapping as the contract has it. @throws CodedError `http.not-found` */
export async function mappingView(
  { context }: Pick<ApiContext, 'context'>,
  caller: SessionCaller,
  of: { readonly partnerId: string; readonly mapping: string },
): Promise<Schemas['MappingDetail']> {
  try {
    const found = await context.db.screens(caller.visibility, async (tx) => {
      await knownPartner(tx, of.partnerId);
      return readMapping(context, tx, {
        orgId: of.partnerId,
        name: of.mapping,
        who: whoOf(caller),
        userId: caller.userId,
      });
    });
    return detailView(found);
  } catch (error) {
    throw refusalOf(error);
  }
}

function detailView(of: MappingDetail): Schemas['MappingDetail'] {
  const { text, configuration, history, comments, words, noReview, unsaved, ...row } = of;
  const dated = JSON.parse(JSON.stringify({ history, comments })) as unknown;
  return {
    ...{ mapping: rowView(row), text, configuration, ...(noReview !== undefined && { noReview }) },
    ...contractual<Pick<Schemas['MappingDetail'], 'history' | 'comments'>>(dated),
    words: contractual(words),
    ...(unsaved && { unsaved: { ...unsaved, keptAt: unsaved.keptAt.toISOString() } }),
  };
}

export const trialView = (trial: Trial): Schemas['MappingTrial'] => contractual(trial);
export const whatIfView = (whatIf: WhatIf): Schemas['WhatIf'] => contractual(whatIf);
