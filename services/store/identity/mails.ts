import type { Knex } from 'knex';

export type MailState = 'queued' | 'kept' | 'sending' | 'sent' | 'failed' | 'unknown';

export interface NewMail {
  readonly id: string;
  readonly at: Date;
  readonly purpose: string;
  readonly recipient: string;
  readonly subject: string;
  readonly sealedText: string;
}

export interface MailRow extends Omit<NewMail, 'sealedText'> {
  readonly sealedText: string | null;
  readonly state: MailState;
  readonly attempts: number;
  readonly dueAt: Date;
  readonly sentAt: Date | null;
  readonly lastError: string | null;
}

const columns = {
  ...{ id: 'id', at: 'at', purpose: 'purpose', recipient: 'recipient', subject: 'subject', sealedText: 'sealed_text' },
  ...{ state: 'state', attempts: 'attempts', dueAt: 'due_at', sentAt: 'sent_at', lastError: 'last_error' },
} as const;

export async function insertMail(db: Knex, { sealedText, ...mail }: NewMail): Promise<void> {
  await db('mail').insert({ ...mail, sealed_text: sealedText, due_at: mail.at });
}

/** Newest first. */
export async function mails(
  db: Knex,
  {
    limit,
    before,
    state,
  }: { readonly limit: number; readonly before?: string | undefined; readonly state?: MailState | undefined },
): Promise<readonly MailRow[]> {
  const query = db('mail').orderBy('id', 'desc').limit(limit);
  if (before !== undefined) void query.where('id', '<', before);
  if (state !== undefined) void query.where({ state });
  return query.select<MailRow[]>(columns);
}

export const mailById = async (db: Knex, id: string): Promise<MailRow | undefined> =>
  db('mail').where({ id }).first<MailRow | undefined>(columns);

/** What no server takes stays for the mailbox page. */
export async function keepQueued(db: Knex): Promise<void> {
  await db('mail').where({ state: 'queued' }).update({ state: 'kept' });
}

/** Takes the next mail that is due for one that sends: on record before a byte goes out. */
export async function claimMail(db: Knex, now: Date, givenUpAt: Date): Promise<MailRow | undefined> {
  const { rows } = await db.raw<{ rows: MailRow[] }>(
    `update mail set state = 'sending', attempts = attempts + 1, due_at = ?
     where id = (select id from mail where state = 'queued' and due_at <= ? order by due_at limit 1 for update skip locked)
     returning id, at, purpose, recipient, subject, sealed_text as "sealedText", state, attempts, due_at as "dueAt", sent_at as "sentAt", last_error as "lastError"`,
    [givenUpAt, now],
  );
  return rows[0];
}

/** What a sender has begun and never ended: whether the server took it nobody knows. @returns their ids */
export async function giveUpSending(db: Knex, now: Date): Promise<readonly string[]> {
  const rows = (await db('mail')
    .where({ state: 'sending' })
    .where('due_at', '<=', now)
    .update({ state: 'unknown', last_error: 'The hub ended while it handed the mail over.' }, ['id'])) as {
    id: string;
  }[];
  return rows.map(({ id }) => id);
}

export async function saveSent(db: Knex, id: string, at: Date): Promise<void> {
  await db('mail').where({ id }).update({ state: 'sent', sent_at: at, sealed_text: null, last_error: null });
}

export async function saveNotSent(
  db: Knex,
  id: string,
  of: { readonly state: 'queued' | 'failed' | 'unknown'; readonly error: string; readonly dueAt: Date },
): Promise<void> {
  await db('mail').where({ id }).update({ state: of.state, last_error: of.error, due_at: of.dueAt });
}

/** Puts a mail that failed back into the queue. @returns false where it is in no such state */
export async function requeueMail(db: Knex, id: string, at: Date): Promise<boolean> {
  const changed = await db('mail')
    .where({ id })
    .whereIn('state', ['failed', 'unknown', 'kept'])
    .whereNotNull('sealed_text')
    .update({ state: 'queued', attempts: 0, due_at: at });
  return changed > 0;
}

/** What failed and waits for a person. */
export const failedMails = async (db: Knex): Promise<readonly MailRow[]> =>
  db('mail').whereIn('state', ['failed', 'unknown']).orderBy('id').limit(200).select<MailRow[]>(columns);
