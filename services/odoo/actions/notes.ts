import type { OdooClient } from '../client.ts';

/** What a note was left for; part of its marker. */
export type NoteTopic = 'milestone' | 'announcement' | 'answer';

/**
 * A note ends in a marker, so that a repeated action finds what an earlier try left and an older fact finds the newer one:
 * `[crossdock milestone 2026-12-15T15:42:00Z 0192…]`. Visible text, since Odoo's sanitiser drops everything invisible.
 */
export interface Marker {
  readonly topic: NoteTopic;
  /** When it happened, ISO 8601 UTC. */
  readonly at: string;
  readonly eventId: string;
  /** What else the topic keeps, such as the number of the notice. No spaces. */
  readonly key?: string;
}

const written = ({ topic, at, eventId, key }: Marker): string =>
  `[crossdock ${topic} ${at} ${eventId}${key ? ` ${encodeURIComponent(key)}` : ''}]`;
const shape = /\[crossdock (milestone|announcement|answer) (\S+) ([^\s\]]+)(?: ([^\s\]]+))?\]/g;

/** Markers of all notes on a transfer for one topic. */
export async function markersOn(client: OdooClient, pickingId: number, topic: NoteTopic): Promise<readonly Marker[]> {
  const domain = [
    ['model', '=', 'stock.picking'],
    ['res_id', '=', pickingId],
    ['body', 'like', `[crossdock ${topic} `],
  ];
  const notes = await client.searchRead('mail.message', domain, ['body'], { order: 'id' });
  return notes.flatMap(({ body }) =>
    [...String(body).matchAll(shape)].map((found) => ({
      topic: found[1] as NoteTopic,
      at: found[2]!,
      eventId: found[3]!,
      ...(found[4] && { key: decodeURIComponent(found[4]) }),
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

/** Gives a person something to do on a transfer, once for each event. */
export async function askPerson(
  client: OdooClient,
  pickingId: number,
  summary: string,
  eventId: string,
  userId: number | false,
): Promise<void> {
  const marked = `${summary} [crossdock ${eventId}]`;
  const there = await client.searchRead(
    'mail.activity',
    [
      ['res_model', '=', 'stock.picking'],
      ['res_id', '=', pickingId],
      ['summary', 'like', `[crossdock ${eventId}]`],
    ],
    ['summary'],
    { limit: 1 },
  );
  if (there.length > 0) return;
  const args = { act_type_xmlid: 'mail.mail_activity_data_todo', summary: marked, ...(userId && { user_id: userId }) };
  await client.call('stock.picking', 'activity_schedule', { ids: [pickingId], args });
}
