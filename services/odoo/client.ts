import { OdooError } from './error.ts';
import type { MajorVersion } from './version.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Values = { readonly [field: string]: Json };
export type OdooRecord = { readonly id: number } & { readonly [field: string]: Json };
/** `[['state', '=', 'assigned']]`, prefix operators allowed. */
export type Domain = readonly Json[];
/** What `web_search_read` is to bring: `{ name: {}, move_ids: { fields: { quantity: {} } } }`. */
export type Specification = { readonly [field: string]: { readonly fields?: Specification } };

export interface CallOptions {
  /** Records that the method is called on; must not be empty for a method of records. */
  readonly ids?: readonly number[];
  /** Arguments by name. */
  readonly args?: Values;
  readonly context?: Values;
}

export interface Slice {
  readonly limit?: number;
  readonly offset?: number;
  readonly order?: string;
}

/** One Odoo database, over the protocol of its version. Every method throws `OdooError`. */
export interface OdooClient {
  readonly majorVersion: MajorVersion;
  /** The server's own account of its version, without a login. */
  version(): Promise<ServerVersion>;
  call(model: string, method: string, options?: CallOptions): Promise<Json>;
  searchRead(model: string, domain: Domain, fields: readonly string[], slice?: Slice): Promise<readonly OdooRecord[]>;
  /** Missing records are left out, as in Odoo. */
  read(model: string, ids: readonly number[], fields: readonly string[]): Promise<readonly OdooRecord[]>;
  /** @returns ids in the order of `list`. */
  create(model: string, list: readonly Values[], context?: Values): Promise<readonly number[]>;
  write(model: string, ids: readonly number[], values: Values, context?: Values): Promise<void>;
  webSearchRead(
    model: string,
    domain: Domain,
    specification: Specification,
    slice?: Slice,
  ): Promise<readonly OdooRecord[]>;
}

export interface ServerVersion {
  readonly text: string;
  readonly major: number;
}

/** Methods of the model itself; every other one works on records and does nothing, silently, without ids. */
const onModel = new Set([
  'search_read',
  'search',
  'search_count',
  'web_search_read',
  'name_search',
  'fields_get',
  'create',
  'context_get',
  'default_get',
  'has_access',
  'check_access_rights',
  'load',
  'check_object_reference',
]);
const reading = new Set([
  'search_read',
  'search',
  'search_count',
  'web_search_read',
  'web_read',
  'name_search',
  'fields_get',
  'context_get',
  'read',
  'default_get',
  'has_access',
  'check_access_rights',
  'check_object_reference',
]);

export const changesSomething = (method: string): boolean => !reading.has(method);

/** Guards against the call that Odoo answers with `true` having done nothing. */
export function refuseEmptyIds(model: string, method: string, ids: readonly number[] | undefined): void {
  if (onModel.has(method) ? ids === undefined : ids !== undefined && ids.length > 0) return;
  const why = onModel.has(method) ? 'takes no ids' : 'needs ids: on none at all Odoo would answer as if it had worked';
  throw new OdooError('bad-request', 'crossdock.EmptyIds', `${model}.${method} ${why}.`);
}

type Caller = (model: string, method: string, options: CallOptions) => Promise<Json>;

const listOf = (answer: Json): readonly OdooRecord[] =>
  Array.isArray(answer) ? (answer as readonly OdooRecord[]) : [];

/** The typed conveniences, the same over both protocols. */
export function conveniences(call: Caller): Omit<OdooClient, 'majorVersion' | 'version' | 'call'> {
  const sliced = (slice: Slice = {}): Values => ({ ...slice });
  return {
    // Fields are always listed: without, Odoo reads all of them, and fails on those that a normal user may not see.
    searchRead: async (model, domain, fields, slice) =>
      listOf(await call(model, 'search_read', { args: { domain, fields, ...sliced(slice) } })),
    read: async (model, ids, fields) =>
      ids.length === 0 ? [] : listOf(await call(model, 'read', { ids, args: { fields } })),
    create: async (model, list, context) => {
      if (list.length === 0) return [];
      const answer = await call(model, 'create', { args: { vals_list: list }, ...(context && { context }) });
      return Array.isArray(answer) ? (answer as readonly number[]) : [answer as number];
    },
    write: async (model, ids, values, context) => {
      await call(model, 'write', { ids, args: { vals: values }, ...(context && { context }) });
    },
    webSearchRead: async (model, domain, specification, slice) => {
      const answer = await call(model, 'web_search_read', {
        args: { domain, specification: specification as Json, ...sliced(slice) },
      });
      return listOf((answer as { readonly records?: Json })?.records ?? []);
    },
  };
}
