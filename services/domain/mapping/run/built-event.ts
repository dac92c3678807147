import type { EventType, MappedEvent, Provenance } from '../../events.ts';
import { type PackedOrigins, unpackOrigins } from './origin-tape.ts';

/**
 * An event as a mapping made it. Its provenance is spelled out when somebody first reads it: most of what is mapped is read for its data first, and
 * a hundred places cost more than the values. Copying, comparing and writing as JSON all read it.
 */
export class BuiltEvent implements MappedEvent {
  readonly type: EventType;
  readonly subject: string;
  readonly time?: string;
  readonly data: Record<string, unknown>;
  declare readonly provenance: Provenance;
  #origins: PackedOrigins | undefined;

  static readonly #lazy: PropertyDescriptor & ThisType<BuiltEvent> = {
    enumerable: true,
    configurable: true,
    get() {
      const value = unpackOrigins(this.#origins!);
      this.#origins = undefined;
      Object.defineProperty(this, 'provenance', { enumerable: true, value });
      return value;
    },
  };

  constructor(
    about: { readonly type: EventType; readonly subject: string; readonly time: string | undefined },
    data: Record<string, unknown>,
    origins: PackedOrigins,
  ) {
    this.type = about.type;
    this.subject = about.subject;
    if (about.time !== undefined) this.time = about.time;
    this.data = data;
    this.#origins = origins;
    Object.defineProperty(this, 'provenance', BuiltEvent.#lazy);
  }
}
