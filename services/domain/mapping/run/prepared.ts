import type { Path } from '../../language/path.ts';
import type { Condition, InboundMapping, Value } from '../language/plan.ts';
import type { Program } from './program.ts';
import type { Run } from './run.ts';
import type { BoundPath } from './source.ts';

/** Answers the text of a single value; its traces stand on top of the source's stack. Undefined, with nothing on the stack, where there is none. */
export type ReadText<S> = (run: Run<S>, scope: S) => string | undefined;

/** Whether a condition holds at a scope. Leaves neither traces nor findings. */
export type Test<S> = (run: Run<S>, scope: S) => boolean;

/**
 * Parts of mappings as functions for one kind of source: what can be decided once (which path, which conversion, which table) is decided when a part
 * is first used.
 */
export interface Prepared<S> {
  bind(path: Path): BoundPath;
  text(value: Value): ReadText<S>;
  test(condition: Condition): Test<S>;
  program(mapping: InboundMapping): Program<S>;
}
