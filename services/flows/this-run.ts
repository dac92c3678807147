import { randomUUID } from 'node:crypto';
import { classifyError } from '../domain/errors.ts';

/** Names this run of the process in what it has under way: what another run has there, and that run is gone, was cut off. */
export const thisRun = randomUUID();

/** The database is away or busy: no fault of what was being done. */
export const isTransient = (error: unknown): boolean => classifyError(error).http.code.startsWith('store.');
