import { changesSomething, type Json, type OdooClient, type Values } from './client.ts';

/** A call that would change something in Odoo. */
export interface WithheldCall {
  readonly model: string;
  readonly method: string;
  readonly ids: readonly number[];
  readonly values?: Json;
}

/** What an action wanted to change while that is withheld. It ends the action: what comes after would depend on it. */
export class Withheld extends Error {
  override readonly name = 'Withheld';
  readonly call: WithheldCall;

  constructor(call: WithheldCall) {
    super(`${call.model}.${call.method} is withheld`);
    this.call = call;
  }
}

// What the hub adds for people: where something else writes to Odoo too, it leaves notes of its own.
const noting = new Set(['message_post', 'activity_schedule']);
const noteModels = new Set(['mail.message', 'mail.activity']);
export const isNote = ({ model, method }: WithheldCall): boolean => noting.has(method) || noteModels.has(model);

/** A call that changes nothing but when something was booked: whoever books by hand does it at another minute than the document says. */
export const isBookingTime = ({ model, method, values }: WithheldCall): boolean =>
  model === 'stock.picking' && method === 'write' && Object.keys(values ?? {}).join() === 'date_done';

/**
 * The client while nothing may be written: methods that are known to read go through, and whatever else never leaves this process. Notes and booking times differ between
 * any two ways of working, so they do not end the action: they are passed over, and what it would do after them is seen.
 * @param passed gets what was passed over
 */
export function withholding(client: OdooClient, passed: WithheldCall[] = []): OdooClient {
  const refuse = (call: WithheldCall): Promise<never> => Promise.reject(new Withheld(call));
  const orPass = <T>(call: WithheldCall, answer: T): Promise<T> => {
    if (!isNote(call) && !isBookingTime(call)) return refuse(call);
    passed.push(call);
    return Promise.resolve(answer);
  };
  return {
    majorVersion: client.majorVersion,
    version: () => client.version(),
    call: (model, method, options = {}) =>
      changesSomething(method)
        ? orPass(
            { model, method, ids: options.ids ?? [], ...(options.args && { values: options.args }) },
            false as Json,
          )
        : client.call(model, method, options),
    searchRead: (model, domain, fields, slice) => client.searchRead(model, domain, fields, slice),
    read: (model, ids, fields) => client.read(model, ids, fields),
    webSearchRead: (model, domain, specification, slice) => client.webSearchRead(model, domain, specification, slice),
    create: (model, values: readonly Values[]) =>
      orPass(
        { model, method: 'create', ids: [], values },
        values.map(() => 0),
      ),
    write: (model, ids, values) => orPass({ model, method: 'write', ids, values }, undefined),
  };
}
