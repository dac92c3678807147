import type { Version } from './schema.ts';

/** What the twin answers when Odoo would have raised an exception. Rolls the call back. */
export class Fault extends Error {
  readonly fault: string;
  constructor(fault: string, message: string) {
    super(message);
    this.name = 'Fault';
    this.fault = fault;
  }
}

export const userError = (message: string) => new Fault('odoo.exceptions.UserError', message);
export const validationError = (message: string) => new Fault('odoo.exceptions.ValidationError', message);
export const accessError = (message: string) => new Fault('odoo.exceptions.AccessError', message);
export const accessDenied = () => new Fault('odoo.exceptions.AccessDenied', 'Access Denied');
export const valueError = (message: string) => new Fault('builtins.ValueError', message);
export const keyError = (message: string) => new Fault('builtins.KeyError', message);
export const typeError = (message: string) => new Fault('builtins.TypeError', message);
export const missingError = (model: string, id: number, uid: number) =>
  new Fault(
    'odoo.exceptions.MissingError',
    `Record does not exist or has been deleted.\n(Record: ${model}(${id},), User: ${uid})`,
  );

/** Something of Odoo that the twin does not have. It says so and does not guess. */
export const notModelled = (what: string) =>
  new Fault('crossdock.twin.NotModelled', `The Crossdock twin does not model ${what}.`);

/** SQLSTATE class 22: a value that PostgreSQL does not take, such as text with a NUL or a number out of range. The caller's affair, and no fault of the twin. */
export const unfit = (error: unknown): Fault | undefined =>
  error instanceof Error && 'code' in error && /^22/.test(String(error.code))
    ? new Fault('psycopg2.DataError', error.message)
    : undefined;

const statuses: Record<string, number> = {
  'psycopg2.DataError': 400,
  'odoo.exceptions.UserError': 422,
  'odoo.exceptions.ValidationError': 422,
  'odoo.exceptions.AccessError': 403,
  'odoo.exceptions.AccessDenied': 401,
  'odoo.exceptions.MissingError': 404,
  'werkzeug.exceptions.NotFound': 404,
  'werkzeug.exceptions.Unauthorized': 401,
  'werkzeug.exceptions.BadRequest': 400,
  'werkzeug.exceptions.UnprocessableEntity': 422,
};

/** HTTP status of a fault over JSON-2; whatever Odoo has no status for is a 500. */
export const statusOf = (fault: Fault) => statuses[fault.fault] ?? 500;

/** The `data` object of an error answer. `debug` is a traceback in Odoo; the twin keeps the field and its last line. */
export function faultBody(fault: Fault): Record<string, unknown> {
  const code = fault.fault.startsWith('werkzeug.') ? [statusOf(fault)] : [];
  return {
    name: fault.fault,
    message: fault.message,
    arguments: [fault.message, ...code],
    context: {},
    debug: `Traceback (most recent call last):\n${fault.fault}: ${fault.message}`,
  };
}

/** The wording of a field that a model does not have: it differs by version and by the place it was used in. */
export function unknownField(
  version: Version,
  model: string,
  field: string,
  where: 'read' | 'write' | 'create' | 'domain',
  leaf = '',
): Fault {
  if (where === 'domain')
    return valueError(`Invalid field ${model}.${field} in ${version >= 19 ? 'condition' : 'leaf'} ${leaf}`);
  if (version < 19) return valueError(`Invalid field '${field}' on model '${model}'`);
  // A transfer looks at what it is given before it writes.
  if (where === 'write' && model !== 'stock.picking') return keyError(field);
  return valueError(`Invalid field '${field}' ${where === 'create' ? 'in' : 'on'} '${model}'`);
}
