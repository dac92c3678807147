import type pg from 'pg';

/**
 * Claims the next round of something that is done again and again, for one of all workers: when the last began `everyMs` ago, by the database's clock.
 * One that began at a time yet to come began before the clock was set back.
 */
export async function claimRound(pool: pg.Pool, id: string, everyMs: number): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'claim-round',
    text: `insert into schedule as s (id, started_at) values ($1, clock_timestamp())
           on conflict (id) do update set started_at = excluded.started_at
           where s.started_at <= excluded.started_at - make_interval(secs => $2::float8 / 1000) or s.started_at > excluded.started_at`,
    values: [id, everyMs],
  });
  return (rowCount ?? 0) > 0;
}

/** A round goes on: for as long as this is said, nobody else begins one. */
export async function holdRound(pool: pg.Pool, id: string): Promise<void> {
  await pool.query({
    name: 'hold-round',
    text: 'update schedule set started_at = clock_timestamp() where id = $1',
    values: [id],
  });
}
