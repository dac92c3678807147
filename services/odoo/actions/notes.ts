import type { OdooClient } from '../client.ts';
import type { ActionContext, OdooWrite } from './contract.ts';
import type { PickingHead } from './pickings.ts';

/** What a note was left for; part of its marker. */
export type NoteTopic =
  | 'milestone'
  | 'announcement'
  | 'answer'
  | 'tracking'
  | 'receipt'
  | 'cancellation'
  | 'appointment'
  | 'advice';

/**
 * A note ends in a marker, so that a repeated action finds what an earlier try left and an older fact finds the newer one:
 * `[crossdock milestone 2026-12-15T15:42:00Z D1.2]`. Visible text, since Odoo's sanitiser drops everything invisible.
 */
export interface Marker {
  readonly topic: NoteTopic;
  /** When it happened, ISO 8601 UTC. */
  readonly at: string;
  /** What happened, in the words of the document: the same fact in a new envelope has the same marker. Before, the id of the event stood here. */
  readonly fact: string;
  /** What else the topic keeps, such as the number of the notice. */
  readonly key?: string;
  /** What the note says before its marker; known of a note that was read. */
  readonly text?: string;
}

const written = ({ topic, at, fact, key }: Marker): string =>
  `[crossdock ${topic} ${at} ${encodeURIComponent(fact)}${key ? ` ${encodeURIComponent(key)}` : ''}]`;
const shape =
  /\[crossdock (milestone|announcement|answer|tracking|receipt|cancellation|appointment|advice) (\S+) ([^\s\]]+)(?: ([^\s\]]+))?\]/g;

/** Text of a note as Odoo gives it back, with the entities of its HTML. */
const plain = (body: unknown) => String(body).replaceAll('&amp;', '&').replaceAll('&#39;', "'");
/** The same without its mark-up. */
const textOf = (body: unknown) =>
  plain(
    String(body)
      .replace(/<[^<>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>'),
  );

/** Markers of all notes on a transfer for one topic. */
export const markersOn = async (client: OdooClient, pickingId: number, topic: NoteTopic): Promise<readonly Marker[]> =>
  (await markersOnEach(client, [pickingId], topic)).get(pickingId) ?? [];

/** The same for several transfers, by their ids. */
export async function markersOnEach(
  client: OdooClient,
  pickingIds: readonly number[],
  topic: NoteTopic,
): Promise<ReadonlyMap<number, readonly Marker[]>> {
  if (pickingIds.length === 0) return new Map();
  const domain = [
    ['model', '=', 'stock.picking'],
    ['res_id', 'in', [...pickingIds]],
    ['body', 'like', `[crossdock ${topic} `],
  ];
  const notes = await client.searchRead('mail.message', domain, ['body', 'res_id'], { order: 'id' });
  const found = notes.flatMap(({ body, res_id }) =>
    [...plain(body).matchAll(shape)].map(([, of, at, fact, key]) => ({
      on: Number(res_id),
      marker: {
        topic: of as NoteTopic,
        at: at!,
        fact: decodeURIComponent(fact!),
        ...(key && { key: decodeURIComponent(key) }),
        text: textOf(body).split(' [crossdock ', 1)[0]!,
      },
    })),
  );
  const byTransfer = Map.groupBy(found, ({ on }) => on);
  return new Map([...byTransfer].map(([on, some]) => [on, some.map(({ marker }) => marker)]));
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A note for one of several transfers. */
export interface Note {
  readonly pickingId: number;
  readonly text: string;
  readonly marker: Marker;
  readonly attachmentIds: readonly number[];
}

/** Leaves several notes as `leaveNote` would, in one call: made as records they notify nobody, as notes do not anyway. */
export async function leaveNotes(client: OdooClient, subtypeId: number, notes: readonly Note[]): Promise<void> {
  await client.create(
    'mail.message',
    notes.map(({ pickingId, text, marker, attachmentIds }) => ({
      ...{ model: 'stock.picking', res_id: pickingId, body: `<p>${escaped(`${text} ${written(marker)}`)}</p>` },
      ...{ message_type: 'comment', subtype_id: subtypeId },
      ...(attachmentIds.length > 0 && { attachment_ids: [[6, 0, [...attachmentIds]]] }),
    })),
  );
}

/** Leaves a note that only people in Odoo see. Plain text: Odoo escapes it. */
export async function leaveNote(
  client: OdooClient,
  pickingId: number,
  text: string,
  marker: Marker,
  attachmentIds: readonly number[] = [],
): Promise<void> {
  await client.call('stock.picking', 'message_post', {
    ids: [pickingId],
    args: {
      body: `${text} ${written(marker)}`,
      message_type: 'comment',
      subtype_xmlid: 'mail.mt_note',
      ...(attachmentIds.length > 0 && { attachment_ids: attachmentIds }),
    },
  });
}

/** Gives a person something to do on a transfer, once for each fact: the transfer's own responsible, else the one that the connection names. */
export async function requestAction(
  picking: Pick<PickingHead, 'id' | 'user_id'>,
  summary: string,
  fact: string,
  { client, partner }: ActionContext,
): Promise<void> {
  const marker = `[crossdock ${encodeURIComponent(fact)}]`;
  const there = await client.searchRead(
    'mail.activity',
    [
      ['res_model', '=', 'stock.picking'],
      ['res_id', '=', picking.id],
      ['summary', 'like', marker],
    ],
    ['summary'],
    { limit: 1 },
  );
  if (there.length > 0) return;
  const userId = picking.user_id || partner.responsibleId;
  const args = {
    act_type_xmlid: 'mail.mail_activity_data_todo',
    summary: `${summary} ${marker}`,
    ...(userId && { user_id: userId }),
  };
  await client.call('stock.picking', 'activity_schedule', { ids: [picking.id], args });
}

/** Leaves the carrier's number as a note where the Odoo has no field for it. @returns the note, with `before` when it is new. */
export async function noteTracking(
  picking: PickingHead,
  tracking: { readonly value: string; readonly pointer: string } | undefined,
  { client, capabilities, now }: ActionContext,
): Promise<readonly OdooWrite[]> {
  if (capabilities.delivery || !tracking) return [];
  const text = `Tracking number ${tracking.value}`;
  const write = {
    model: 'stock.picking',
    recordId: picking.id,
    recordName: picking.name,
    field: 'message_ids',
    after: text,
    pointer: tracking.pointer,
    method: 'message_post',
  };
  const markers = await markersOn(client, picking.id, 'tracking');
  if (markers.some(({ fact }) => fact === tracking.value)) return [write];
  await leaveNote(client, picking.id, text, { topic: 'tracking', at: now(), fact: tracking.value });
  return [{ ...write, before: false }];
}
