import type { CanonicalEvent, MappedEvent } from '../../domain/events.ts';
import { type ActionContext, actionOf } from '../../odoo/actions/index.ts';
import { pickingTrees } from '../../odoo/actions/pickings.ts';
import { reachable } from '../../odoo/actions/scope.ts';
import { OdooError } from '../../odoo/error.ts';
import { Withheld, withholding } from '../../odoo/withholding.ts';
import { envelope } from '../../store/deliveries.ts';
import type { Context } from '../context.ts';
import { type OdooConnection, odooFor } from '../odoo-connection.ts';
import { mayTry } from '../odoo-health.ts';
import { partnerRules } from '../partner-rules.ts';
import { afterWords, beforeWords, stoppedWords, type TransferBefore } from './odoo-words.ts';

/** What an event would do in the Odoo of the sandbox, in words. */
export interface InTheirOdoo {
  readonly type: string;
  readonly subject: string;
  /** `changes`: something would be written. `nothing`: it is there already. `stopped`: it would not be taken, and why. `kept`: Odoo does nothing with it. `unknown`: it could not be asked. */
  readonly state: 'changes' | 'nothing' | 'stopped' | 'kept' | 'unknown';
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const most = 20;

/**
 * What the Odoo of the sandbox would look like before and after: the same actions as ever, with a client that writes nothing. Each event is held against Odoo as it is now, and
 * not as the one before would leave it.
 */
export async function inTheirOdoo(
  context: Context,
  orgId: string,
  events: readonly MappedEvent[],
): Promise<readonly InTheirOdoo[]> {
  const looked: InTheirOdoo[] = [];
  const connection = await odooFor(context, { environment: 'sandbox', orgId });
  for (const event of events.slice(0, most)) looked.push(await lookAt(context, orgId, connection, event));
  return looked;
}

async function lookAt(
  context: Context,
  orgId: string,
  connection: OdooConnection | undefined,
  mapped: MappedEvent,
): Promise<InTheirOdoo> {
  const { type, subject } = mapped;
  const of = { type, subject };
  const action = actionOf(type);
  const nothing = { before: [], after: [] };
  if (!action) return { ...of, state: 'kept', before: [], after: ['It is kept as an event, and changes nothing.'] };
  if (!connection || !mayTry(context, connection))
    return { ...of, ...nothing, state: 'unknown', after: ['It cannot be asked at the moment. Try again later.'] };
  const event = envelope({
    ...{ id: context.newId(), orgId, type, subject, data: mapped.data },
    occurredAt: mapped.time === undefined ? context.now() : new Date(mapped.time),
  }) as CanonicalEvent;
  let before: TransferBefore | undefined;
  try {
    const capabilities = await connection.capabilities();
    const rules: ActionContext = {
      client: withholding(connection.client),
      now: () => context.now().toISOString(),
      version: connection.client.majorVersion,
      capabilities,
      partner: await partnerRules(context, connection, orgId),
    };
    before = await transferOf(rules, subject);
    const { outcome, code } = await action(event, rules);
    if (outcome === 'applied' || outcome === 'already-applied')
      return { ...of, state: 'nothing', before: beforeWords(before), after: ['All of it is there already.'] };
    return { ...of, state: 'stopped', before: beforeWords(before), after: [stoppedWords(code, event)] };
  } catch (error) {
    if (error instanceof Withheld)
      return { ...of, state: 'changes', before: beforeWords(before), after: afterWords(event, before) };
    if (!(error instanceof OdooError)) throw error;
    context.log.warn({ err: error }, 'a look at what a document would do in the sandbox came to nothing');
    return { ...of, ...nothing, state: 'unknown', after: ['It cannot be asked at the moment. Try again later.'] };
  }
}

/** The transfer that an event names, as it is; one that is none of the partner's is not looked at. */
async function transferOf(context: ActionContext, name: string): Promise<TransferBefore | undefined> {
  const { client, capabilities } = context;
  const named = ['|', ['name', '=', name], ['origin', '=', name]];
  const [found] = await reachable(await pickingTrees(client, capabilities, named, 5), context);
  if (!found) return undefined;
  return {
    name: found.name,
    state: found.state,
    carrierNumber: found.carrier_tracking_ref || undefined,
    lines: found.move_ids
      .filter(({ state }) => state !== 'cancel')
      .map(({ product_id, product_uom_qty }) => ({
        product: product_id.default_code || product_id.display_name,
        wanted: product_uom_qty,
      })),
  };
}
