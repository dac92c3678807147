import type { OdooClient } from './client.ts';
import { OdooError } from './error.ts';
import { json2Client } from './json2.ts';
import { jsonRpcClient } from './jsonrpc.ts';
import { openTransport, type TransportOptions } from './transport.ts';
import { majorOf } from './version.ts';

export interface ConnectOptions extends TransportOptions {
  readonly database: string;
  /** Needed before 19, where the key alone does not say whose it is. */
  readonly login: string;
  readonly apiKey: string;
  /** `17`, `18` or `19`. */
  readonly version: string | number;
}

/** A client for one Odoo database: JSON-2 from 19 on, JSON-RPC before. Connects at the first call. @throws OdooError for a version below 17. */
export function connectOdoo({ database, login, apiKey, version, ...rest }: ConnectOptions): OdooClient {
  const majorVersion = majorOf(version);
  if (majorVersion === undefined)
    throw new OdooError(
      'bad-request',
      'crossdock.VersionUnknown',
      `The hub speaks with Odoo 17, 18 and 19, not with ${version}.`,
    );
  const transport = openTransport(rest);
  return majorVersion >= 19
    ? json2Client({ transport, database, apiKey })
    : jsonRpcClient({ transport, database, login, apiKey, majorVersion });
}
