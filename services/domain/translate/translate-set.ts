import type { Configuration } from '../configuration/configuration.ts';
import type { MappedEvent } from '../events.ts';
import type { Finding } from '../finding.ts';
import { withoutKnown } from '../lint/without-known.ts';
import type { InboundMapping } from '../mapping/language/plan.ts';
import { mapSet } from '../mapping/run/map-set.ts';
import type { MappingContext } from '../mapping/run/run.ts';
import { validEvents } from '../mapping/run/valid-events.ts';
import type { FunctionalGroup, Interchange, TransactionSet } from '../x12/model.ts';

/** What became of a set. */
export interface TranslatedSet {
  readonly events: readonly MappedEvent[];
  /** Of the mapping, without what the check had found already. */
  readonly findings: readonly Finding[];
  /** Nothing is made of a set that is rejected, by itself or with its group. */
  readonly isRejected: boolean;
}

const rejected: TranslatedSet = { events: [], findings: [], isRejected: true };
const isRejected = (set: TransactionSet, group: FunctionalGroup) => group.status === 'R' || set.status === 'R';

/** Makes events of a checked set, by the mapping that the configuration has for it. The look-ups in the context take the place of its own. */
export function translateSet(
  set: TransactionSet,
  group: FunctionalGroup,
  configuration: Configuration,
  context: MappingContext,
): TranslatedSet {
  if (isRejected(set, group)) return rejected;
  const mapping = mappingFor(set, configuration);
  if (!mapping) {
    const explanation = `No mapping for ${set.code} is agreed with the partner; nothing was made of the set. Add one, release it and send the document again.`;
    const finding: Finding = { code: 'mapping.none', level: 'business', explanation };
    return { events: [], findings: [context.listed?.admit(finding) ?? finding], isRejected: false };
  }
  const { zone, lookups } = configuration;
  const made = validEvents(
    mapSet(set, mapping, { lookups, ...(zone !== undefined && { partnerZone: zone }), ...context }),
  );
  return { events: made.events, findings: withoutKnown(made.findings, set.findings), isRejected: false };
}

function mappingFor(set: TransactionSet, { documents }: Configuration): InboundMapping | undefined {
  const found = documents.find((one) => one.direction === 'inbound' && one.set === set.code)?.compiled;
  return found?.direction === 'inbound' ? found : undefined;
}

/** The sets that are going to be mapped, each with its mapping: what has to be looked up before is asked of these. */
export function mappableSets(
  interchanges: readonly Interchange[],
  configuration: Configuration,
): readonly { readonly set: TransactionSet; readonly mapping: InboundMapping }[] {
  return interchanges.flatMap(({ groups }) =>
    groups.flatMap((group) =>
      group.sets.flatMap((set) => {
        const mapping = isRejected(set, group) ? undefined : mappingFor(set, configuration);
        return mapping ? [{ set, mapping }] : [];
      }),
    ),
  );
}
