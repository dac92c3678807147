import { OdooError } from '../error.ts';

/** Runs a read-then-write again, once, when a record vanished in between: somebody in Odoo was faster, and what was read is stale. */
export async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OdooError && error.kind === 'missing') return work();
    throw error;
  }
}
