import type { Text } from './evaluate-leaf.ts';
import type { Lookup } from './plan.ts';
import { placeName, type Run, report } from './run.ts';

/** What the partner's cross reference says for a key. A key that it does not know is a finding, as loud as the mapping says. */
export function resolveLookup<S>(run: Run<S>, lookup: Lookup, raw: Text): Text | undefined {
  const { name, otherwise, unmapped } = lookup;
  const { text: key, traces } = raw;
  const value = run.context.lookups?.get(name)?.get(key);
  if (value !== undefined) return { text: value, traces };
  if (unmapped !== 'silent') {
    const rest = otherwise === undefined ? 'the field stays empty' : `\`${otherwise}\` stands in`;
    const explanation = `${placeName(traces[0]) ?? 'A value'} says ${key.slice(0, 80)}, which the look-up \`${name}\` of this partner does not know; ${rest}. Add the key (crossdock lookups import) and replay the document.`;
    report(run, { code: 'mapping.lookup-missing', level: unmapped, said: key, explanation }, traces[0]);
  }
  return otherwise === undefined ? undefined : { text: otherwise, traces };
}
