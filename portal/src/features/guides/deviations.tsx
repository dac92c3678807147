import { Panel } from '../../ui/panel.tsx';
import { SetCode } from '../../ui/small.tsx';
import { Tag } from '../../ui/tag.tsx';
import classes from './guides.module.css';
import { type Guides, useGuides } from './guides-query.ts';

type Deviation = Guides['deviations'][number];

/** What was agreed against the standard, each with its reason. */
export function DeviationList({ deviations }: { readonly deviations: readonly Deviation[] }) {
  return (
    <ul className={classes.rows}>
      {deviations.map((one) => (
        <li key={`${one.path} ${one.version} ${one.place} ${one.text}`}>
          <span className={classes.lead}>
            <SetCode code={one.set} /> {one.place}
          </span>
          <span className={classes.words}>
            {one.text} <span className={classes.faint}>{one.reason}</span>
          </span>
          <span className={classes.end}>
            {one.agreed ? <Tag tone="green">agreed</Tag> : <Tag tone="amber">in the sandbox only, until a release</Tag>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The deviations of a partner beside its agreements; nothing where there are none. */
export function DeviationsPanel({ partnerId }: { readonly partnerId: string }) {
  const { data } = useGuides(partnerId);
  if (data === undefined || data.deviations.length === 0) return null;
  return (
    <Panel title="Deviations from the standard" note="no fault is reported for them, and no 997 rejects them">
      <DeviationList deviations={data.deviations} />
    </Panel>
  );
}

/** The same inside of a panel of agreements. */
export function DeviationsNote({ partnerId }: { readonly partnerId: string }) {
  const { data } = useGuides(partnerId);
  if (data === undefined || data.deviations.length === 0) return null;
  return (
    <section className={classes.within} aria-label="Deviations from the standard">
      <h3>Deviations from the standard</h3>
      <DeviationList deviations={data.deviations} />
    </section>
  );
}
