import type { Knex } from 'knex';
import type { Tx } from '../database.ts';
import { toJson } from '../json.ts';

// Waivers, reminders and the stages that a partner has entered.

export interface WaiverRow {
  readonly id: string;
  readonly requirement: string;
  readonly why: string;
  readonly until: Date;
  readonly at: Date;
  readonly by: string;
}

/** Waivers of a partner, the newest first; of one requirement the newest holds. */
export const waiversOf = (db: Knex, orgId: string): Promise<readonly WaiverRow[]> =>
  db('requirement_waiver')
    .where({ org_id: orgId })
    .orderBy('id', 'desc')
    .select<WaiverRow[]>({
      ...{ id: 'id', requirement: 'requirement', why: 'why', until: 'until', at: 'waived_at', by: 'waived_by' },
    });

export async function insertWaiver(tx: Tx, orgId: string, of: WaiverRow): Promise<void> {
  await tx('requirement_waiver').insert({
    ...{ id: of.id, org_id: orgId, requirement: of.requirement, why: of.why, until: of.until },
    ...{ waived_at: of.at, waived_by: of.by },
  });
}

export interface ReminderRow {
  readonly id: string;
  readonly side: 'partner' | 'team';
  readonly at: Date;
  readonly bySide: 'partner' | 'team' | 'hub';
  readonly actor: string;
  readonly requirement: string | null;
}

/** The newest remind that a side got. */
export const lastReminder = (db: Knex, orgId: string, side: ReminderRow['side']): Promise<ReminderRow | undefined> =>
  db('reminder')
    .where({ org_id: orgId, side })
    .orderBy('at', 'desc')
    .first<ReminderRow | undefined>({
      ...{ id: 'id', side: 'side', at: 'at', bySide: 'by_side', actor: 'actor', requirement: 'requirement' },
    });

export async function insertReminder(tx: Tx, orgId: string, of: ReminderRow): Promise<void> {
  await tx('reminder').insert({
    ...{ id: of.id, org_id: orgId, side: of.side, at: of.at, by_side: of.bySide, actor: of.actor },
    requirement: of.requirement,
  });
}

export interface StageRow {
  readonly id: string;
  readonly stage: string;
  readonly turn: 'partner' | 'team' | 'nobody';
  readonly enteredAt: Date;
  readonly leftAt: Date | null;
}

/** What lists show of where a partner stands. */
export interface Present {
  readonly reason: string;
  readonly next: object | null;
  readonly standing: object;
}

/** Stages of a partner, the oldest first. */
export const stageEntries = (db: Knex, orgId: string): Promise<readonly StageRow[]> =>
  db('stage_entry')
    .where({ org_id: orgId })
    .orderBy(['entered_at', 'id'])
    .select<StageRow[]>({
      ...{ id: 'id', stage: 'stage', turn: 'turn', enteredAt: 'entered_at', leftAt: 'left_at' },
    });

/** Ends the present entry and begins another one; what the organisation says of its stage follows. */
export async function enterStage(
  tx: Tx,
  orgId: string,
  of: Omit<StageRow, 'leftAt' | 'enteredAt'> & Present & { readonly at: Date },
): Promise<void> {
  await tx('stage_entry').where({ org_id: orgId, left_at: null }).update({ left_at: of.at });
  await tx('stage_entry').insert({
    ...{ id: of.id, org_id: orgId, stage: of.stage, turn: of.turn, entered_at: of.at, reason: of.reason },
    ...{ next: of.next && toJson(of.next), standing: toJson(of.standing) },
  });
  await tx('organization').where({ id: orgId }).update({ stage: of.stage });
}

/** Says of the present entry what lists show now. */
export async function savePresent(tx: Tx, orgId: string, of: Present): Promise<void> {
  await tx('stage_entry')
    .where({ org_id: orgId, left_at: null })
    .update({ reason: of.reason, next: of.next && toJson(of.next), standing: toJson(of.standing) });
}

/** Days that the side had its turn for, at partners who have left that: how long it usually takes. */
export async function usualDays(db: Knex, side: 'partner' | 'team'): Promise<readonly number[]> {
  const rows = await db('stage_entry')
    .where({ turn: side })
    .whereNotNull('left_at')
    .orderBy('left_at', 'desc')
    .limit(50)
    .select<{ days: number }[]>(db.raw('extract(epoch from left_at - entered_at)::float8 / 86400 as days'));
  return rows.map(({ days }) => days);
}

/** Ids of all partners. */
export async function partnerIds(db: Knex): Promise<readonly string[]> {
  const rows = await db('organization').whereNot({ kind: 'owner' }).orderBy('id').select<{ id: string }[]>('id');
  return rows.map(({ id }) => id);
}

/** People of a partner who can sign in, invites that wait, and when the first came. */
export async function peopleOf(
  db: Knex,
  orgId: string,
  at: Date,
): Promise<{ readonly people: number; readonly invited: number }> {
  const { rows } = await db.raw<{ rows: { people: number; invited: number }[] }>(
    `select (select count(*)::int from membership m join app_user u on u.id = m.user_id where m.org_id = :orgId and u.disabled_at is null) as people,
       (select count(*)::int from invite where org_id = :orgId and accepted_at is null and revoked_at is null and expires_at > :at) as invited`,
    { orgId, at },
  );
  return rows[0]!;
}

/** Addresses of people with one of these roles who can sign in. */
export async function addressesOf(db: Knex, orgId: string, roles: readonly string[]): Promise<readonly string[]> {
  const { rows } = await db.raw<{ rows: { email: string }[] }>(
    `select u.email from membership m join app_user u on u.id = m.user_id where m.org_id = ? and u.disabled_at is null and m.roles && ?::text[] order by u.email limit 20`,
    // An array is a value of its own here; the types of knex know it as that of one column only.
    [orgId, [...roles]] as never,
  );
  return rows.map(({ email }) => email);
}

/** Partners about which something was put on record since, traffic aside, with the number of the newest entry before this round. */
export async function recordedSince(
  db: Knex,
  seen: number,
): Promise<{ readonly newest: number; readonly orgIds: readonly string[] }> {
  const { rows } = await db.raw<{ rows: { newest: number; ids: string[] }[] }>(
    `select coalesce((select max(id) from audit_entry), 0)::float8 as newest,
       array(select distinct a.org_id from audit_entry a join organization o on o.id = a.org_id
         where a.id > :seen and a.document_id is null and a.action <> 'audit.sealed' and o.kind <> 'owner') as ids`,
    { seen },
  );
  const { newest, ids } = rows[0]!;
  return { newest, orgIds: ids };
}
