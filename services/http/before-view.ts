import type { components } from '../../specs/generated/openapi.ts';
import { headlineForPartner } from '../domain/partner-words.ts';
import type { Received } from '../flows/receive.ts';

type First = components['schemas']['First'];

/** Whoever sends the same again is told how the first one stands: it may have come to nothing since. */
export function firstOf({ before }: Pick<Received, 'before'>): { readonly first?: First } {
  if (!before) return {};
  const { id, outcome, headline, reason, receivedAt } = before;
  const isGood = outcome === 'done' || outcome === 'kept';
  const words = headlineForPartner({ direction: 'in', outcome, headline: headline ?? '' });
  const why = [words, isGood ? null : reason].filter((text) => text !== null && text !== '').join(': ');
  return {
    first: { outcome, reason: why, status: `/v1/messages/${id}`, receivedAt: receivedAt.toISOString() },
  };
}

/** Whether nothing was made of the first one: it could not be read, or was set aside for a person. */
export const cameToNothing = ({ before }: Pick<Received, 'before'>): boolean =>
  before !== undefined && (before.state === 'quarantined' || before.state === 'unreadable');
