import type { Limits } from '../domain/limits.ts';
import type { Catalog } from '../store/catalog.ts';
import type { Database } from '../store/database.ts';
import type { SecretBox } from '../store/secret-box.ts';

/** Structured log without payloads: fields are ids, counts, codes and durations. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Tells whoever watches that a document has moved on. Called after the commit; losing a call costs a screen its live update, nothing else. */
export interface Changes {
  moved(orgId: string, documentId: string): void;
}

/** What flows get from outside: everything that is not a pure function of their input. */
export interface Context {
  readonly db: Database;
  /** Standards, partner profiles and their mappings. */
  readonly catalog: Catalog;
  readonly secrets: SecretBox;
  /** How much of one document is kept, as the operator set it. */
  readonly limits: Limits;
  /** Base address of the Odoo twin, for connections of kind `twin`. */
  readonly twinUrl: string;
  /** The time, an argument like any other: tests turn it by hand. */
  readonly now: () => Date;
  /** A new UUID, rising with time (version 7). */
  readonly newId: () => string;
  readonly log: Log;
  readonly changes: Changes;
  /** There are new `wake_up` rows: look now and not at the next poll. */
  readonly nudge: () => void;
  /** The process is to end: finish what is begun, and begin nothing more. */
  readonly closing?: AbortSignal;
}
