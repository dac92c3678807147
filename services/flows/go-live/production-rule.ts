import type { DocumentKey } from '../../domain/configuration/document-key.ts';
import { type Canary, isInCanary, sitesIn } from '../../domain/go-live/canary.ts';
import type { EventHead } from '../../store/deliveries.ts';
import type { HoldRow, Mode } from '../../store/go-live/production.ts';
import type { Context } from '../context.ts';

/** What may be done with a delivery of production at this moment. */
export type Rule =
  | { readonly kind: 'live' }
  /** The partner is held: it waits. */
  | { readonly kind: 'held'; readonly reason: string }
  /** Worked on and compared; nothing is written or sent. */
  | { readonly kind: 'withheld'; readonly key: DocumentKey };

const live: Rule = { kind: 'live' };

interface Said {
  readonly direction: DocumentKey['direction'];
  readonly set: string;
  readonly version: string;
  readonly types: readonly string[];
  readonly mode: Mode;
  readonly canary: Canary | null;
}

/** Held partners and documents that are not live: nearly always none, and one look tells. */
const ruleSql = `select
  (select jsonb_build_object('kind', h.kind, 'reason', h.reason) from partner_hold h where h.org_id = $1 and h.ended_at is null) as hold,
  coalesce((select jsonb_agg(jsonb_build_object('direction', p.direction, 'set', p.set_code, 'version', p.version, 'types', p.event_types, 'mode', p.mode, 'canary', p.canary))
    from document_in_production p where p.org_id = $1 and p.mode <> 'live'), '[]') as said,
  (select t.code from event e join transaction_set t on t.id = e.set_id where e.id = $2) as code`;

/**
 * What production may do with an event now: read from the rows at each attempt, so that no memory of a process can write what is withheld. The sandbox has no such
 * rules.
 */
export async function ruleFor(context: Context, head: EventHead): Promise<Rule> {
  if (head.environment !== 'production') return live;
  const { rows } = await context.db.pool.query<{
    hold: Pick<HoldRow, 'kind' | 'reason'> | null;
    said: readonly Said[];
    code: string | null;
  }>({ name: 'production-rule', text: ruleSql, values: [head.orgId, head.event.id] });
  const { hold, said, code } = rows[0]!;
  if (hold) return { kind: 'held', reason: heldWords(hold) };
  const found = said.find((one) => isAbout(one, head, code));
  if (!found) return live;
  const { direction, set, version, mode, canary } = found;
  if (mode === 'canary' && canary && isInCanary(canary, head.event.subject, sitesIn(head.event.data))) return live;
  return { kind: 'withheld', key: { direction, set, version } };
}

const heldWords = ({ kind, reason }: Pick<HoldRow, 'kind' | 'reason'>): string =>
  kind === 'suspended'
    ? `The partner is suspended: ${reason} It waits, and goes on by itself when the partner is resumed.`
    : 'The partner was off-boarded. Nothing of it goes on.';

/** An event that was read from a set is that document's; one that came as it is belongs to every document that becomes such events. */
function isAbout(
  { direction, set, types }: Said,
  { destination, place, event }: EventHead,
  code: string | null,
): boolean {
  if (destination === 'document')
    return direction === 'outbound' && (place === '' ? types.includes(event.type) : place === set);
  if (direction !== 'inbound') return false;
  return code === null ? types.includes(event.type) : code === set;
}
