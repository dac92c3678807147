import type { Env } from './env.ts';
import type { Json } from './records.ts';
import type { Model } from './schema.ts';

export type Arguments = Readonly<Record<string, Json>>;

/** A method that may be called from outside. */
export interface Method {
  /** Names of the arguments in their order, after the ids. */
  readonly params: readonly string[];
  readonly required?: readonly string[];
  /** Called on the model and not on records: takes no ids. */
  readonly onModel?: true;
  /** Takes any further named arguments, as Python's `**kwargs`. */
  readonly open?: true;
  readonly readOnly?: true;
  /** Looks itself whether its records are there. */
  readonly looks?: true;
  readonly until?: 17 | 18;
  readonly since?: 18 | 19;
  readonly run: (env: Env, model: Model, ids: readonly number[], args: Arguments) => Promise<Json>;
}
