import type { components } from '../../specs/generated/openapi.ts';
import type { ExchangeRow } from '../store/exchanges.ts';

type Page = components['schemas']['ExchangePage'];

/** A page of the log of an endpoint, as people and machines see it. @param rows one more than `limit`, where there are more */
export function exchangePage(rows: readonly ExchangeRow[], limit: number): Page {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    exchanges: shown.map(({ at, transportId, detail, body, documentIds, eventId, ...rest }) => ({
      ...{ ...rest, at: at.toISOString(), detail: { ...detail }, documentIds: [...documentIds] },
      ...(transportId !== null && { transportId }),
      ...(body !== null && { body: body.toString('utf8') }),
      ...(eventId !== null && { eventId }),
    })),
    ...(rows.length > limit && last && { next: last.id }),
  };
}
