import type { Channels } from '../channels/registry.ts';
import type { Entry } from '../domain/identity/entry.ts';
import type { Limits } from '../domain/limits.ts';
import type { Catalog } from '../library/catalog.ts';
import type { Database } from '../store/database.ts';
import type { SecretBox } from '../store/secret-box.ts';
import type { ApartEnd } from './translate-apart.ts';

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

/** Translates documents in a process of its own, one at a time: one that takes long, or all the memory there is, hurts nobody else. */
export interface ApartTranslator {
  /** Resolves when the process is there. @throws CodedError when it cannot be had */
  ready(): Promise<void>;
  translate(documentId: string): Promise<ApartEnd>;
}

/** What flows get from outside: everything that is not a pure function of their input. */
export interface Context {
  readonly db: Database;
  /** Standards and trade rules. */
  readonly catalog: Catalog;
  readonly secrets: SecretBox;
  /** Ways to move bytes between partners and this hub. */
  readonly channels: Channels;
  /** What one document may hold, and how much of it is kept, as the operator set it. */
  readonly limits: Limits;
  /** How people come in. */
  readonly entry: Entry;
  /** How many people approve a go-live; 0 lets whoever may make releases make them. */
  readonly approvals: number;
  /** Base address of the Odoo twin, for connections of kind `twin`. */
  readonly twinUrl: string;
  /** The database's time, which all processes share; an argument like any other: tests turn it by hand. */
  readonly now: () => Date;
  /** The newest jump of the database's clock that `now` takes account of; goes with every deadline that is written. */
  readonly knownJump: () => number;
  /** A new UUID, rising with time (version 7). */
  readonly newId: () => string;
  readonly log: Log;
  readonly changes: Changes;
  /** There are new `wake_up` rows: look now and not at the next poll. */
  readonly wakeRelay: () => void;
  /** Without it, as in a process that is itself one, everything is translated here. */
  readonly apart?: ApartTranslator;
  /** The process is to end: finish what is begun, and begin nothing more. */
  readonly closing?: AbortSignal;
}
