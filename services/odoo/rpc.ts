import type { Json } from './client.ts';
import { odooError } from './error.ts';
import { plainFailure, type Transport } from './transport.ts';

let requests = 0;

/** One call of the envelope that `common`, `db` and `object` share. HTTP says 200 to errors too. */
export async function rpc(
  transport: Transport,
  service: string,
  method: string,
  args: readonly Json[],
  changes: boolean,
): Promise<Json> {
  requests += 1;
  const body = { jsonrpc: '2.0', method: 'call', id: requests, params: { service, method, args } };
  const answer = await transport.post('/jsonrpc', body, { changes });
  if (answer.status !== 200 || !answer.contentType.startsWith('application/json')) throw plainFailure(answer, changes);
  let envelope: {
    readonly result?: Json;
    readonly error?: { readonly data?: { readonly name?: unknown; readonly message?: unknown } };
  };
  try {
    envelope = JSON.parse(answer.text);
  } catch {
    throw plainFailure({ ...answer, status: 502 }, changes);
  }
  if (envelope.error) throw odooError(envelope.error.data ?? {});
  return envelope.result ?? null;
}
