import type { components } from '../../../specs/generated/openapi.ts';
import type { Tx } from '../database.ts';

type Standing = components['schemas']['Standing'];

interface Row {
  id: string;
  name: string;
  kind: Standing['partner']['kind'];
  stage: Standing['stage'];
  turn: Standing['turn'];
  entered_at: Date;
  reason: string;
  next: Standing['next'] | null;
  standing: {
    documents?: (Omit<Standing['documents'][number], 'direction'> & { direction: 'inbound' | 'outbound' })[];
    turns?: Standing['turns'];
    pastDue?: number;
    errors?: number;
    forecast?: string;
  };
}

export interface StandingFilter {
  readonly stage?: string | undefined;
  readonly turn?: 'partner' | 'team' | undefined;
  readonly q?: string | undefined;
  readonly sort?: 'turn' | 'age' | 'name' | undefined;
}

const orders = {
  turn: `(e.standing -> 'turns') @> '"team"' desc, e.turn = 'nobody', e.entered_at, lower(o.name), o.id`,
  age: 'e.entered_at, lower(o.name), o.id',
  name: 'lower(o.name), o.id',
} as const;

/** Where all partners stand, as it was computed last. */
export async function listStandings(tx: Tx, { stage, turn, q, sort = 'turn' }: StandingFilter): Promise<Standing[]> {
  const part = q?.trim() ? `%${q.trim().replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await tx.raw<{ rows: Row[] }>(
    `select o.id, o.name, o.kind, e.stage, e.turn, e.entered_at, e.reason, e.next, e.standing
     from organization o join stage_entry e on e.org_id = o.id and e.left_at is null
     where o.kind <> 'owner' and (:stage::text is null or e.stage = :stage) and (:part::text is null or o.name ilike :part)
       and (:turn::text is null or (e.standing -> 'turns') @> to_jsonb(:turn::text))
     order by ${orders[sort]}`,
    { stage: stage ?? null, turn: turn ?? null, part },
  );
  return rows.map(({ id, name, kind, entered_at, next, standing, ...row }) => ({
    ...row,
    partner: { id, name, kind },
    since: entered_at.toISOString(),
    ...(next && { next }),
    turns: standing.turns ?? [],
    documents: (standing.documents ?? []).map((one) => ({
      ...one,
      direction: one.direction === 'inbound' ? 'in' : 'out',
    })),
    pastDue: standing.pastDue ?? 0,
    errors: standing.errors ?? 0,
    ...(standing.forecast !== undefined && { forecast: standing.forecast }),
  }));
}
