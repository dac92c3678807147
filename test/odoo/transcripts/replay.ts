import { compare } from './compare.ts';
import { type Ids, Unplayable } from './ids.ts';
import { outcomeOf, type RecordedCall, recordedCall, type Step } from './load.ts';
import { send, type Target } from './send.ts';
import { translate } from './translate.ts';

export interface Replay {
  readonly ids: Ids;
  readonly target: Target;
}

/** What became of a recorded request: the same answer, another one, or none since it could not be sent. */
export type Played =
  | { readonly kind: 'same' }
  | { readonly kind: 'differs'; readonly differences: readonly string[] }
  | { readonly kind: 'not played'; readonly reason: string };

/** Messages are translated and differ by build; counted, not insisted on. */
export const wording = { own: 0, errors: 0, dropped: new Set<string>() };

/** A request to Odoo: not a fact that was noted between them, nor what Odoo sent to a listener. */
export const isRequest = ({ request }: Step): boolean =>
  /^(GET|POST)$/.test(request.method) && !/^\/odoo\/|^\(/.test(String(request.path));

/** What the twin may leave out of its answer: fields that it was not asked for, and any where it was asked for all that there are. */
function absentFrom(translated: ReturnType<typeof translate> | undefined): ReadonlySet<string> {
  const all =
    translated?.call.method === 'read' && !translated.call.named.fields && translated.call.positional.length < 2;
  return new Set([...(all ? ['*'] : []), ...(translated?.dropped ?? []).map((field) => field.split('.').at(-1)!)]);
}

function learn(
  ids: Ids,
  { model, method }: RecordedCall,
  theirs: ReturnType<typeof outcomeOf>,
  ours: ReturnType<typeof outcomeOf>,
): void {
  if (!('result' in theirs && 'result' in ours) || !ids.schema.model(model)) return;
  const target = method === 'message_post' ? 'mail.message' : method === 'activity_schedule' ? 'mail.activity' : model;
  const list = (value: unknown) => {
    if (typeof value === 'number') return [value];
    // Before 19 a recordset is answered as Python writes it: `mail.activity(20,)`.
    const [, numbers] = /^[\w.]+\(([\d, ]+)\)$/.exec(typeof value === 'string' ? value : '') ?? [];
    if (numbers) return numbers.split(',').filter(Boolean).map(Number);
    return method === 'web_search_read' ? (value as { records: unknown }).records : value;
  };
  ids.learnRecords(ids.schema.model(target)?.name ?? target, list(theirs.result), list(ours.result));
  const made = [theirs.result, ours.result].map((one) => (one as { res_id?: unknown } | null)?.res_id);
  if (made[0] !== undefined) ids.learn('stock.picking', made[0], made[1]);
}

/** Sends one recorded request to the twin and compares the answers. */
export async function play({ ids, target }: Replay, step: Step, ignore: readonly string[] = []): Promise<Played> {
  try {
    const found = await differences({ ids, target }, step, ignore);
    return found.length === 0 ? { kind: 'same' } : { kind: 'differs', differences: found };
  } catch (error) {
    if (!(error instanceof Unplayable)) throw error;
    return { kind: 'not played', reason: error.message };
  }
}

async function differences({ ids, target }: Replay, step: Step, ignore: readonly string[]): Promise<string[]> {
  const recorded = recordedCall(step);
  const translated = recorded && translate(ids, recorded);
  for (const field of translated?.dropped ?? []) wording.dropped.add(field);
  const answer = await send(step, translated?.call, target);
  const [theirs, ours] = [outcomeOf(step.response.status, step.response.body), outcomeOf(answer.status, answer.body)];
  if ('error' in theirs && 'error' in ours) {
    wording.errors += 1;
    if (theirs.message.replace(/\d+/g, '#') === ours.message.replace(/\d+/g, '#')) wording.own += 1;
  }
  if (answer.status !== step.response.status)
    return [`HTTP ${step.response.status} was ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`];
  if (!recorded || typeof step.response.body === 'string')
    return typeof step.response.body === 'string' ? [] : compare(new Set(), theirs, ours, ['id', ...ignore]);
  learn(ids, recorded, theirs, ours);
  return compare(absentFrom(translated), theirs, ours, ignore);
}
