import { type CallOptions, conveniences, type Json, type OdooClient } from '../../services/odoo/client.ts';
import { OdooError } from '../../services/odoo/error.ts';

const reads = /search|read|fields_get|check_object/;

/** Names a changing call by its method and the fields that it writes. */
function nameOf(model: string, method: string, { args = {} }: CallOptions): string {
  const values = args.vals ?? args.vals_list;
  const fields = typeof values === 'object' && values !== null && !Array.isArray(values) ? Object.keys(values) : [];
  return [`${model}.${method}`, ...fields].join(' ');
}

/**
 * A client that loses the answer to one changing call after the server has committed it, as when the hub is killed at that point: the first whose
 * name is not in `survived`, which then takes it in. Every further call fails too: a killed process asks nothing more.
 */
export function losing(client: OdooClient, survived: Set<string>): OdooClient {
  let dead = false;
  async function call(model: string, method: string, options: CallOptions = {}): Promise<Json> {
    if (dead) throw new OdooError('unreachable', 'test.Killed', 'The hub was killed.');
    const answer = await client.call(model, method, options);
    const name = nameOf(model, method, options);
    if (reads.test(method) || survived.has(name)) return answer;
    survived.add(name);
    dead = true;
    throw new OdooError('unknown-outcome', 'test.Killed', 'The hub was killed.');
  }
  return { majorVersion: client.majorVersion, version: () => client.version(), call, ...conveniences(call) };
}
