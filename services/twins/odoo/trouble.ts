import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { Fault } from './fault.ts';

/**
 * Trouble that a twin database makes on purpose, to show what the hub does about it:
 * `down` closes the connection before anything is done, `slow` answers after `seconds`, `serialization` answers as Odoo does after its last vain try,
 * `cut` does the work, commits it and closes the connection.
 */
export interface Trouble {
  readonly kind: (typeof troubleKinds)[number];
  /** Only calls of this method, such as `button_validate`; all requests unless given. */
  readonly method?: string;
  /** How often; until it is switched off unless given. */
  readonly times?: number;
  /** For `slow`; 5 unless given. */
  readonly seconds?: number;
}

export const troubleKinds = ['down', 'slow', 'serialization', 'cut'] as const;

/** The connection is closed without an answer. */
export class HangUp extends Error {}

export const serializationFailure = () =>
  new Fault('psycopg2.errors.SerializationFailure', 'could not serialize access due to concurrent update');

/** A trouble out of a request. @throws Fault what is wrong with it. */
export function troubleFrom(value: unknown): Trouble | null {
  if (value === null) return null;
  const { kind, method, times, seconds } = (typeof value === 'object' ? value : {}) as Record<string, unknown>;
  const known = troubleKinds.find((one) => one === kind);
  const count = (one: unknown) => one === undefined || (typeof one === 'number' && one > 0);
  if (!known || !count(times) || !count(seconds) || !(method === undefined || typeof method === 'string'))
    throw new Fault(
      'werkzeug.exceptions.UnprocessableEntity',
      `A trouble is {"kind": ${troubleKinds.map((one) => `"${one}"`).join(' | ')}, "method"?: text, "times"?: number, "seconds"?: number}, or null for none.`,
    );
  return {
    kind: known,
    ...(typeof method === 'string' && { method }),
    ...(typeof times === 'number' && { times }),
    ...(typeof seconds === 'number' && { seconds }),
  };
}

/** Switches the trouble of a twin database on, or off with null. A twin that runs elsewhere hears of it within two seconds. */
export async function setTrouble(db: Knex, database: string, trouble: Trouble | null): Promise<void> {
  await db('odoo_twin.database')
    .where({ name: database })
    .update({ trouble: trouble && JSON.stringify(trouble) });
}

/** Counts one use. @returns false where it has been used up. */
async function spend(db: Knex, databaseId: number): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { times: number | null }[] }>(
    `update odoo_twin.database d set trouble = case when o.times = 1 then null else d.trouble || jsonb_build_object('times', o.times - 1) end
     from (select id, (trouble ->> 'times')::integer as times from odoo_twin.database where id = ? and trouble is not null for update) o
     where d.id = o.id returning o.times`,
    [databaseId],
  );
  return rows.length > 0;
}

/** Whether the trouble is that of a whole request; the others are those of a call, which knows how to answer. */
const ofRequest = ({ kind, method }: Trouble) => method === undefined && (kind === 'down' || kind === 'slow');

/**
 * Lets work through the trouble of its database: first as a request, then, with the name of its method, as a call.
 * @throws HangUp @throws Fault
 */
export async function withTrouble<T>(
  db: Knex,
  { id, trouble }: { readonly id: number; readonly trouble: Trouble | null },
  method: string | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (!trouble || ofRequest(trouble) !== (method === undefined)) return work();
  if (trouble.method !== undefined && trouble.method !== method) return work();
  if (trouble.times !== undefined && !(await spend(db, id))) return work();
  if (trouble.kind === 'down') throw new HangUp();
  if (trouble.kind === 'serialization') throw serializationFailure();
  if (trouble.kind === 'slow') await sleep((trouble.seconds ?? 5) * 1000);
  const result = await work();
  if (trouble.kind === 'cut') throw new HangUp();
  return result;
}
