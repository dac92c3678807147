import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import type { EventView, Message, WholeEvent } from '../../lib/contract.ts';
import { isTouched, overlaps, type Range, selectionOf } from './selection.ts';
import type { MessageView } from './view.ts';

/** An event never changes; what was written to Odoo for it does. */
const stateOf = ({ id, deliveries }: EventView): string =>
  [id, ...deliveries.map(({ state, attempts, writeCount }) => `${state} ${attempts} ${writeCount}`)].join('/');

const eventQuery = (message: Message, event: EventView | undefined, provenance: 'first' | 'all') =>
  queryOptions({
    queryKey: ['event', message.id, event === undefined ? '' : stateOf(event), provenance],
    enabled: event !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<WholeEvent> => {
      const ordinal = message.events.findIndex(({ id }) => id === event?.id) + 1;
      const { data, error } = await client.GET('/v1/messages/{documentId}/events/{ordinal}', {
        params: { path: { documentId: message.id, ordinal }, query: { provenance } },
        signal,
      });
      if (data === undefined) throw error;
      return { ...data, data: data.data ?? {}, provenance: data.provenance ?? {} };
    },
  });
const wholeEvent = (message: Message, event: EventView | undefined) => eventQuery(message, event, 'all');

/**
 * An event of the document with data, provenance and writes: only the one on screen is fetched. Of a large one the first entries of its lists come with their
 * provenance (`provenanceCut`), which is a tenth of it; all of it is fetched when `isWanted`: something is selected, or a further entry is in sight.
 */
export function useWholeEvent(message: Message, event: EventView | undefined, isWanted: boolean) {
  // While a delivery moves on, what was there stays.
  const placeholderData = (former: WholeEvent | undefined) => (former?.id === event?.id ? former : undefined);
  const first = useQuery({ ...eventQuery(message, event, 'first'), placeholderData });
  const isCut = first.data?.provenanceCut === true;
  const whole = useQuery({ ...wholeEvent(message, event), enabled: isCut && isWanted, placeholderData });
  return isCut && (whole.data !== undefined || whole.isError) ? whole : first;
}

/** Whether a field is one of the further entries, whose provenance comes later. */
export const isFurther = (pointer: string): boolean => /\/\d{3,}(\/|$)/.test(pointer);

/** Sets that made several events are few and small. */
const mostCandidates = 12;

/** The events that some bytes may have been read into: those of their set, or that came with no set. */
const readFrom = (message: Message, range: Range): readonly EventView[] =>
  message.events.filter(({ bytes: [start = 0, end = 0] = range }) => overlaps(range, [start, end + 1]));

/** The whole events that were read from some bytes; `isPending` while some that may have been are on their way. */
export function useEventsReadFrom(
  message: Message,
  range: Range | undefined,
): { readonly events: readonly WholeEvent[]; readonly isPending: boolean } {
  const candidates = range === undefined ? [] : readFrom(message, range).slice(0, mostCandidates);
  return useQueries({
    queries: candidates.map((event) => wholeEvent(message, event)),
    combine: (results) => ({
      events: results.flatMap(({ data }) =>
        data !== undefined && range !== undefined && isTouched(data, { kind: 'bytes', range }) ? data : [],
      ),
      isPending: results.some((result) => result.isPending),
    }),
  });
}

/** The event on screen: the one that the address names, else the one that the selection touches, else the first. */
export function useShownEvent(message: Message, view: MessageView): EventView | undefined {
  const selection = selectionOf(view);
  const named = view.event === undefined ? undefined : message.events[Number(view.event) - 1];
  const range = named === undefined && selection?.kind === 'bytes' ? selection.range : undefined;
  const [touched] = useEventsReadFrom(message, range).events;
  if (named !== undefined) return named;
  if (selection?.kind === 'write') {
    const [deliveryId] = selection.key.split('.');
    const event = message.events.find(({ deliveries }) => deliveries.some(({ id }) => id === deliveryId));
    if (event !== undefined) return event;
  }
  return message.events.find(({ id }) => id === touched?.id) ?? message.events[0];
}
