import { eventTypes, isEventType } from '../domain/events.ts';
import type { Context } from '../flows/context.ts';
import { eventEndpoint } from '../flows/event-endpoint.ts';
import { replay as begin, type WantedReplay } from '../flows/replay.ts';
import { sendTestEvent } from '../flows/send-test-event.ts';
import { addWebhookSecret, retireWebhookSecrets } from '../flows/webhook-secrets.ts';
import { outcomeOfBulkRetry } from '../store/bulk-retries.ts';
import { listExchanges } from '../store/exchanges.ts';
import { listWebhookDeliveries, type WebhookState, webhookStates } from '../store/webhook-deliveries.ts';
import { UsageError } from './command-input.ts';
import type { EndpointOptions } from './endpoint-commands.ts';
import { by, found } from './endpoint-work.ts';
import { exitCodes } from './exit-codes.ts';
import { textTable } from './text-table.ts';
import { runRefusable } from './user-work.ts';
import type { DeliveriesOptions, ReplayOptions } from './webhook-commands.ts';

/** An endpoint that events are posted to. */
async function webhook(context: Context, name: string, options: EndpointOptions) {
  const { key } = await found(context, name, options);
  await context.db.system.transaction((tx) => eventEndpoint(context, tx, key));
  return key;
}

const say = (json: boolean | undefined, value: object, text: string) =>
  console.log(json ? JSON.stringify(value) : text);

export const deliveries = (name: string, options: DeliveriesOptions) =>
  runRefusable(async (context) => {
    const { endpointId } = await webhook(context, name, options);
    const limit = Number(options.limit);
    if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
      throw new UsageError(`--limit is "${options.limit}"; it must be a whole number from 1 to 1000.`);
    const of = { endpointId, state: stateOf(options.state), limit };
    const rows = await listWebhookDeliveries(context.db.system, of);
    const table = textTable(
      ['id', 'event', 'about', 'state', 'tries', 'next try', 'last answer'],
      rows.map((row) => [
        ...[row.id, row.type, row.subject, row.state, String(row.attempts)],
        ...[row.state === 'pending' ? (row.dueAt?.toISOString() ?? 'soon') : '', row.reason ?? ''],
      ]),
    );
    say(options.json, { deliveries: rows }, rows.length === 0 ? 'There is none.' : table);
    const hasDead = rows.some(({ state }) => webhookStates.dead.some((one) => one === state));
    return hasDead ? exitCodes.findings : exitCodes.fine;
  });

function stateOf(state: string | undefined): WebhookState | undefined {
  if (state === undefined || Object.hasOwn(webhookStates, state)) return state as WebhookState | undefined;
  throw new UsageError(`--state is "${state}"; it must be ${Object.keys(webhookStates).join(', ')}.`);
}

const newest = 50;

export const log = (name: string, options: EndpointOptions) =>
  runRefusable(async (context) => {
    const { endpointId } = await webhook(context, name, options);
    const rows = await listExchanges(context.db.system, { endpointId, limit: newest });
    const exchanges = rows.map(({ body, ...row }) => ({ ...row, ...(body && { body: body.toString('utf8') }) }));
    const table = textTable(
      ['at', 'webhook-id', 'event', 'state', 'what came of it'],
      exchanges.map(({ at, transportId, detail, state, summary }) => [
        ...[at.toISOString(), transportId ?? '', String(detail.event ?? ''), state, summary],
      ]),
    );
    say(options.json, { exchanges }, exchanges.length === 0 ? 'Nothing was posted yet.' : table);
    return exitCodes.fine;
  });

function wantedOf({ delivery, dead, from, to }: ReplayOptions): WantedReplay {
  const said = [delivery !== undefined, dead === true, from !== undefined].filter(Boolean).length;
  if (said !== 1 || (to !== undefined && from === undefined))
    throw new UsageError('Say one of --delivery, --dead or --from (with --to if you like).');
  if (delivery !== undefined) return { deliveryId: delivery };
  if (from === undefined) return { dead: true };
  return { from: timeOf('--from', from), ...(to !== undefined && { to: timeOf('--to', to) }) };
}

function timeOf(option: string, text: string): Date {
  const time = new Date(text);
  if (!Number.isNaN(time.getTime())) return time;
  throw new UsageError(`${option} is "${text}"; it must be a time such as 2026-11-23T12:00:00Z.`);
}

export const replay = (name: string, options: ReplayOptions) =>
  runRefusable(async (context) => {
    const wanted = wantedOf(options);
    const { id, total, done } = await begin(context, await webhook(context, name, options), wanted, by());
    const text = total === 0 ? 'There is nothing to post again.' : `${done} of ${total} events are posted once more.`;
    say(options.json, { id, total, done, ...(await outcomeOfBulkRetry(context.db.system, id)) }, text);
    return exitCodes.fine;
  });

export const test = (name: string, options: EndpointOptions & { readonly type: string }) =>
  runRefusable(async (context) => {
    const { type } = options;
    if (!isEventType(type)) throw new UsageError(`--type is "${type}"; there are ${eventTypes.join(', ')}.`);
    const { works, says, exchange } = await sendTestEvent(context, await webhook(context, name, options), type);
    say(options.json, { works, says, detail: exchange.detail ?? {} }, says);
    return works ? exitCodes.fine : exitCodes.findings;
  });

export const rotate = (name: string, options: EndpointOptions) =>
  runRefusable(async (context) => {
    const secret = await addWebhookSecret(context, await webhook(context, name, options), by());
    const text = `${secret}\nIt is shown this once. The former ones sign too until \`crossdock webhook retire\`.`;
    say(options.json, { secret }, text);
    return exitCodes.fine;
  });

export const retire = (name: string, options: EndpointOptions) =>
  runRefusable(async (context) => {
    const retired = await retireWebhookSecrets(context, await webhook(context, name, options), by());
    say(
      options.json,
      { retired },
      retired === 0 ? 'One secret is in use, and stays.' : `${retired} retired; the newest one signs.`,
    );
    return exitCodes.fine;
  });
