import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import classes from './guides.module.css';
import type { PreviewedGuide } from './guides-query.ts';
import { Rows } from './rows.tsx';
import { originText } from './words.ts';

type Differences = PreviewedGuide['differences'];

const kinds = {
  required: 'Required',
  'not-used': 'Not used',
  codes: 'Codes',
  length: 'Lengths',
  often: 'How often',
  rule: 'Rules',
  note: 'Notes',
} as const satisfies Partial<Record<Differences[number]['kind'], string>>;

/** How a guide differs from the standard, all of it or one kind. */
export function DifferenceList({ differences }: { readonly differences: Differences }) {
  const [kind, setKind] = useState('all');
  const counts = Object.groupBy(differences, (one) => one.kind);
  const shown = kind === 'all' ? differences : differences.filter((one) => one.kind === kind);
  const choices = Object.entries(kinds)
    .filter(([value]) => counts[value as keyof typeof kinds] !== undefined)
    .map(([value, label]) => ({ value, label: `${label} ${counts[value as keyof typeof kinds]!.length}` }));
  return (
    <>
      {choices.length > 1 && (
        <div className={classes.filter}>
          <SegmentedControl
            aria-label="Which differences"
            data={[{ value: 'all', label: `All ${differences.length}` }, ...choices]}
            value={kind}
            onChange={setKind}
          />
        </div>
      )}
      <Rows
        key={kind}
        empty="It asks for nothing beyond the standard."
        rows={shown.map(({ place, text, origin }) => ({ lead: place, text, end: originText(origin) }))}
      />
    </>
  );
}
