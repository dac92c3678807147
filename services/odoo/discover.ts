import type { ServerVersion } from './client.ts';
import { OdooError } from './error.ts';
import { rpc } from './rpc.ts';
import { openTransport, type Transport, type TransportOptions } from './transport.ts';
import { type MajorVersion, majorOf } from './version.ts';

/** `common.version`: works in every version and without a login. */
export async function serverVersion(transport: Transport): Promise<ServerVersion> {
  const answer = await rpc(transport, 'common', 'version', [], false);
  const { server_version: text, server_version_info: info } = (answer ?? {}) as {
    server_version?: unknown;
    server_version_info?: unknown;
  };
  const major = Array.isArray(info) ? Number(/\d+/.exec(String(info[0]))?.[0]) : Number.NaN;
  if (typeof text !== 'string' || Number.isNaN(major))
    throw new OdooError('bad-request', 'crossdock.NotOdoo', 'There is no Odoo at this address.');
  return { text, major };
}

export interface Discovery extends ServerVersion {
  /** The version whose client fits; undefined for one that the hub does not speak with. */
  readonly fits: MajorVersion | undefined;
}

/** Asks an address whether there is an Odoo, and which. @throws OdooError */
export async function discoverOdoo(options: TransportOptions): Promise<Discovery> {
  const version = await serverVersion(openTransport(options));
  return { ...version, fits: majorOf(version.major) };
}
