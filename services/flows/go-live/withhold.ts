import type { Json, OdooClient } from '../../odoo/client.ts';
import { changesSomething } from '../../odoo/client.ts';
import type { WithheldCall } from '../../store/go-live/production.ts';

/** What an action wanted to change in Odoo while that is withheld. It ends the action: what comes after it would depend on it. */
export class WouldWrite extends Error {
  override readonly name = 'WouldWrite';
  readonly call: WithheldCall;

  constructor(call: WithheldCall) {
    super(`${call.model}.${call.method} is withheld`);
    this.call = call;
  }
}

// What the hub adds for people: the old way has left notes of its own.
const noting = new Set(['message_post', 'activity_schedule']);
const noteModels = new Set(['mail.message', 'mail.activity']);
export const isNote = ({ model, method }: WithheldCall): boolean => noting.has(method) || noteModels.has(model);

/**
 * The client while nothing may be written: reads go through, and whatever else never leaves this process. Only methods that are known to read are let through, so one that
 * nobody has thought of is withheld too.
 */
export function withholding(client: OdooClient): OdooClient {
  const refuse = (call: WithheldCall) => Promise.reject(new WouldWrite(call));
  return {
    majorVersion: client.majorVersion,
    version: () => client.version(),
    call: (model, method, options = {}) =>
      changesSomething(method)
        ? refuse({ model, method, ids: options.ids ?? [], ...(options.args && { values: options.args as Json }) })
        : client.call(model, method, options),
    searchRead: (model, domain, fields, slice) => client.searchRead(model, domain, fields, slice),
    read: (model, ids, fields) => client.read(model, ids, fields),
    webSearchRead: (model, domain, specification, slice) => client.webSearchRead(model, domain, specification, slice),
    create: (model, values) => refuse({ model, method: 'create', ids: [], values }),
    write: (model, ids, values) => refuse({ model, method: 'write', ids, values }),
  };
}
