import type { TransactionSet } from '../../x12/model.ts';
import { isPlaced } from '../../x12/read/views.ts';
import { newRun } from './emit.ts';
import { PreparedParts } from './prepared-parts.ts';
import { type MappingContext, type Run, type TakesFindings, unheard } from './run.ts';
import type { Budget } from './source.ts';
import { X12Source } from './source-x12.ts';
import { bindX12 } from './x12-path.ts';
import { X12Values } from './x12-values.ts';

/** The scope of a whole set. */
export const wholeSet = 0;

const prepared = new PreparedParts<number>(bindX12);

/** A run over a checked set, whose values know which of them reached an event. */
export interface SetRun extends Run<number> {
  readonly values: X12Values;
}

/**
 * A run over a checked set that has not begun; scopes are numbers of segments, counted from 0. Undefined where `check` found no definition of the set.
 * @param budget the steps for a set of so many segments
 * @param findings gets what is found, as it is found
 */
export function startSetRun(
  set: TransactionSet,
  budget: (segments: number) => Budget,
  context: MappingContext,
  findings: TakesFindings = unheard,
): SetRun | undefined {
  if (!isPlaced(set) || set.placement === undefined) return undefined;
  const { place, placement } = set;
  const steps = budget(place.last - place.first + 1);
  const values = new X12Values(set, placement, steps);
  const source = new X12Source(values);
  return newRun<number, X12Values>({ source, values, prepared, budget: steps, context, findings });
}
