import type { Lookup } from '../language/plan.ts';
import { firstTrace, placeName, quoted, type Run, report } from './run.ts';

/** What the partner's cross reference says for a key, whose traces stand on the stack from `mark` on. A key that it does not know is a finding, as loud as the mapping says. */
export function resolveLookup<S>(run: Run<S>, lookup: Lookup, key: string, mark: number): string | undefined {
  const { name, otherwise, unmapped } = lookup;
  const value = run.context.lookups?.get(name)?.get(key);
  if (value !== undefined) return value;
  if (unmapped !== 'silent' && run.quiet === 0) {
    const trace = firstTrace(run, mark);
    const rest = otherwise === undefined ? 'the field stays empty' : `\`${otherwise}\` stands in`;
    const explanation = `${placeName(trace) ?? 'A value'} says ${quoted(key)}, which the look-up \`${name}\` of this partner does not know; ${rest}. Add the key (crossdock lookups import) and replay the document.`;
    report(run, { code: 'mapping.lookup-missing', level: unmapped, received: key, explanation }, trace);
  }
  return otherwise;
}
