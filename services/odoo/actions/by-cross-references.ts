import type { CanonicalEvent } from '../../domain/events.ts';
import type { Action, ActionContext, ActionResult, OdooWrite, Together } from './contract.ts';
import { inOurWords, type Meanings, partiesOf, wantedKeys } from './in-our-words.ts';
import { asksForKeys, unknownKeys, withMeanings } from './unknown-keys.ts';

const meaningsFor = async (events: readonly CanonicalEvent[], { partner }: ActionContext): Promise<Meanings> => {
  const wanted = wantedKeys(events);
  return wanted.size === 0 ? new Map() : partner.meanings(wanted);
};

/** The same event, with what the partner's cross references say in place of its own keys. */
export async function translated<E extends CanonicalEvent>(event: E, context: ActionContext): Promise<E> {
  return inOurWords(event, await meaningsFor([event], context)) as E;
}

/** An action that finds things by what the partner's cross references say of them, and tells which keys it would need one for. */
export const byCrossReferences =
  (action: Action): Action =>
  async (event, context) => {
    const ours = await translated(event, context);
    const result = placesOf(event, await action(ours, context));
    if (!asksForKeys(result.code)) return result;
    // In their words: what a party is called there is its key.
    const parties = result.code === 'odoo.site-unknown' || result.code === 'odoo.address-unknown';
    const awaits = await withMeanings(await unknownKeys(parties ? event : ours, result.code, context), context);
    return awaits.length === 0 ? result : { ...result, awaits };
  };

/** The same for many; what may wait for a cross reference goes alone, where it is found out. */
export const togetherByCrossReferences =
  (together: Together): Together =>
  async (events, context) => {
    const meanings = await meaningsFor(events, context);
    const outcomes = await together(
      events.map((event) => inOurWords(event, meanings)),
      context,
    );
    return outcomes.map((one, at) => {
      if (one === undefined || !('outcome' in one)) return one;
      return asksForKeys(one.code) ? undefined : placesOf(events[at]!, one);
    });
  };

/** A party that the document calls by its name only has no number that a write could point to. */
function placesOf(event: CanonicalEvent, result: ActionResult): ActionResult {
  const parties = partiesOf(event.data);
  if (parties.length === 0 || result.writes.length === 0) return result;
  const writes = result.writes.map((write): OdooWrite => {
    const [, at, field] = /^\/parties\/(\d+)\/(id)$/.exec(write.pointer ?? '') ?? [];
    return field && parties[Number(at)]?.id === undefined ? { ...write, pointer: `/parties/${at}/name` } : write;
  });
  return { ...result, writes };
}
