import type { Value } from '../language/plan.ts';
import { type Run, report } from './run.ts';

/** A value that the mapping calls required and for which the event has nothing: a business matter. */
export function reportUnfilled<S>(run: Run<S>, value: Value, place: string): void {
  if (value.kind !== 'leaf' || !value.required) return;
  const from = value.source.kind === 'path' ? ` (\`${value.source.path.text}\`)` : '';
  const explanation = `The event gives nothing for ${place}${from}, which the partner needs.`;
  report(
    run,
    { code: 'mapping.value-missing', level: 'business', expected: `a value for ${place}`, explanation },
    undefined,
  );
}
