import { CodedError } from '../domain/errors.ts';
import { AccessFault } from '../flows/odoo-access.ts';

/** An access that does not open Odoo is a fault of the form: it is told at its field. */
export async function atField<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof AccessFault)) throw cause;
    throw new CodedError('http.request-invalid', {
      cause,
      errors: [{ place: `body/${cause.field}`, message: cause.advice }],
      detail: `${cause.field} ${cause.advice} Nothing was saved.`,
    });
  }
}
