/**
 * What an error of Odoo's means to the caller:
 * - `refused`: a business rule says no; the same again is refused again, a person decides.
 * - `access`: the integration user lacks a right, or the address is not allowed.
 * - `authentication`: the key is wrong or has expired.
 * - `wrong-address`: there is no such database, or no Odoo, at the address.
 * - `missing`: a record is gone; read again, then decide.
 * - `bad-request`: a fault in the hub or in its settings; never helps to repeat.
 * - `retry`: Odoo took everything back (concurrency, overload); the same again may succeed.
 * - `unknown-outcome`: sent, and no answer came; Odoo may have done it. Read before repeating.
 * - `unreachable`: nothing reached Odoo, or only something that changes nothing.
 */
export type OdooErrorKind =
  | 'refused'
  | 'access'
  | 'authentication'
  | 'wrong-address'
  | 'missing'
  | 'bad-request'
  | 'retry'
  | 'unknown-outcome'
  | 'unreachable';

/** An error of Odoo or of the way to it. Keeps Odoo's own `name` for the class and its message, never the traceback. */
export class OdooError extends Error {
  override readonly name = 'OdooError';
  readonly kind: OdooErrorKind;
  /** Odoo's name of the exception, such as `odoo.exceptions.UserError`; `crossdock.…` for the hub's own. */
  readonly fault: string;

  constructor(kind: OdooErrorKind, fault: string, message: string) {
    super(message);
    this.kind = kind;
    this.fault = fault;
  }
}

const kinds: Readonly<Record<string, OdooErrorKind>> = {
  'odoo.exceptions.UserError': 'refused',
  'odoo.exceptions.ValidationError': 'refused',
  'odoo.exceptions.RedirectWarning': 'refused',
  'odoo.exceptions.AccessError': 'access',
  'odoo.exceptions.AccessDenied': 'authentication',
  'odoo.http.SessionExpiredException': 'authentication',
  'werkzeug.exceptions.Unauthorized': 'authentication',
  'odoo.exceptions.MissingError': 'missing',
  'psycopg2.errors.SerializationFailure': 'retry',
  'psycopg2.errors.LockNotAvailable': 'retry',
  'psycopg2.errors.DeadlockDetected': 'retry',
  'psycopg2.errors.QueryCanceled': 'retry',
  'psycopg2.errors.AdminShutdown': 'retry',
  'psycopg2.errors.TooManyConnections': 'retry',
  'psycopg2.pool.PoolError': 'retry',
  'psycopg2.InterfaceError': 'retry',
  'psycopg2.OperationalError': 'retry',
};

/** Classifies an error object of either protocol by its name: messages are translated and differ by version, and JSON-2 says 500 to a wrong field name. */
export function odooError(data: { readonly name?: unknown; readonly message?: unknown }): OdooError {
  const fault = typeof data.name === 'string' ? data.name : 'unknown';
  const message = typeof data.message === 'string' && data.message ? data.message : fault;
  // The only way in which 17 and 18 say that they have no database of that name.
  if (fault === 'psycopg2.OperationalError' && /database ".*" does not exist/.test(message))
    return new OdooError('wrong-address', fault, 'Odoo has no database of that name.');
  return new OdooError(kinds[fault] ?? 'bad-request', fault, message);
}
