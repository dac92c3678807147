import { type CallOptions, conveniences, type Json, type OdooClient } from '../../../services/odoo/client.ts';
import { OdooError } from '../../../services/odoo/error.ts';

/** A client that tells of each call, and lets something happen before it. */
export function watched(client: OdooClient, meet: (call: string) => unknown = () => undefined) {
  const calls: string[] = [];
  async function call(model: string, method: string, options: CallOptions = {}): Promise<Json> {
    await meet(`${model}.${method}`);
    calls.push(`${model}.${method}`);
    return client.call(model, method, options);
  }
  const all = { majorVersion: client.majorVersion, version: () => client.version(), call, ...conveniences(call) };
  return { client: all as OdooClient, calls };
}

/** Something that happens once. */
export function once(on: string, work: () => Promise<unknown>): (call: string) => Promise<void> {
  let done = false;
  return async (call) => {
    if (done || !call.endsWith(on)) return;
    done = true;
    await work();
  };
}

/** What came of each: `applied`, the kind of an error, or `alone`. */
export const outcomesOf = (results: readonly unknown[]) =>
  results.map((one) => (one instanceof OdooError ? one.kind : ((one as { outcome?: string })?.outcome ?? 'alone')));
