import type { Tone } from '../../ui/tag.tsx';
import type { PreviewedGuide } from './guides-query.ts';
import { Rows } from './rows.tsx';

type Affected = PreviewedGuide['affected'];
type Effect = Affected[number]['effect'];

/** What weighs most first. */
const effects = [
  { effect: 'unread', name: 'not mapped', tone: 'amber' },
  { effect: 'forbidden', name: 'reads what is not used', tone: 'amber' },
  { effect: 'restricted', name: 'restricted', tone: 'slate' },
  { effect: 'required', name: 'always there', tone: 'green' },
] as const satisfies readonly { effect: Effect; name: string; tone: Tone }[];

const weightOf = (effect: Effect) => effects.findIndex((one) => one.effect === effect);

/** One entry for each field of a mapping, with all that the guide says of its places; what weighs most first. */
export function fieldsOf(affected: Affected): readonly Affected[] {
  const groups = Map.groupBy(affected, ({ mapping, field, place }) => `${mapping} ${field ?? place}`);
  const sorted = [...groups.values()].map((group) =>
    group.toSorted((one, other) => weightOf(one.effect) - weightOf(other.effect)),
  );
  return sorted.sort(([one], [other]) => weightOf(one!.effect) - weightOf(other!.effect));
}

/** The fields of mappings that read or write places of which the guide speaks. */
export function AffectedFields({ affected }: { readonly affected: Affected }) {
  return (
    <Rows
      empty="No mapping of this partner reads or writes a place of which the guide speaks."
      rows={fieldsOf(affected).map((group) => {
        const [{ field, mapping, line, place, effect }] = group as [Affected[number]];
        const { name, tone } = effects[weightOf(effect)]!;
        return {
          lead: field ?? place,
          text: [...new Set(group.map(({ text }) => text))].join(' '),
          end: `${mapping.replace(/^mappings\//, '')}${line === undefined ? '' : `:${line}`}`,
          tag: name,
          tone,
        };
      })}
    />
  );
}
