import type { Handler, OperationId } from '../operation.ts';
import * as all from './all.ts';

/** One handler for each operation of the contract; an operation without one does not compile. */
export const handlers: { readonly [Id in OperationId]: Handler<Id> } = all;
