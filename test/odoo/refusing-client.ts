import { type CallOptions, conveniences, type Json, type OdooClient } from '../../services/odoo/client.ts';
import { OdooError, type OdooErrorKind } from '../../services/odoo/error.ts';

/** A client whose user may not make one call: `model.method`, where it writes a field if one is named. */
export function refusing(
  client: OdooClient,
  named: string,
  field: string | undefined,
  kind: OdooErrorKind,
): OdooClient {
  async function call(model: string, method: string, options: CallOptions = {}): Promise<Json> {
    const values = options.args?.vals;
    const writes = field === undefined || (typeof values === 'object' && values !== null && field in values);
    if (`${model}.${method}` === named && writes) throw new OdooError(kind, 'test.Refused', 'not by this user');
    return client.call(model, method, options);
  }
  return { majorVersion: client.majorVersion, version: () => client.version(), call, ...conveniences(call) };
}
