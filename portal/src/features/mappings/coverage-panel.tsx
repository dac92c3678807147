import type { MappingCoverage } from '../../lib/contract.ts';
import classes from './workbench.module.css';

function Part({
  title,
  rows,
  none,
  left = 0,
}: {
  readonly title: string;
  readonly rows: readonly string[];
  readonly none: string;
  readonly left?: number;
}) {
  return (
    <section>
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p className={classes.faint}>{none}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <li key={row}>{row}</li>
          ))}
        </ul>
      )}
      {left > 0 && <p className={classes.faint}>{left} more are not listed.</p>}
    </section>
  );
}

/** What is not covered, by name: elements, fields, and what the sample has for nobody. */
export function CoveragePanel({
  coverage,
  direction,
}: {
  readonly coverage: MappingCoverage | undefined;
  readonly direction: 'in' | 'out';
}) {
  if (coverage === undefined)
    return <p className={classes.quiet}>The mapping does not compile, so nothing can be said of its coverage.</p>;
  const { mandatory, fields, dropped, left } = coverage;
  const reads = direction === 'in' ? 'read' : 'written';
  return (
    <div className={classes.two}>
      {mandatory.of > 0 && (
        <Part
          title={`Mandatory elements ${reads}: ${mandatory.covered} of ${mandatory.of}`}
          rows={mandatory.missing}
          none="Every element that standard and guide always want."
        />
      )}
      {direction === 'in' && (
        <Part
          title="In the sample, and in no field"
          rows={dropped.map(
            ({ place, dropped: count, of, examples }) => `${place}: ${count} of ${of}, such as ${examples.join(', ')}`,
          )}
          none="Every value of the sample reaches a field, or there is no sample."
          left={left.dropped}
        />
      )}
      <Part
        title={`Fields ${direction === 'in' ? 'filled' : 'used'}: ${fields.mapped} of ${fields.of}`}
        rows={fields.missing.map(({ field, event, required }) => `${field}${required ? ' (required)' : ''} · ${event}`)}
        none="Every field of the event."
        left={left.fields}
      />
    </div>
  );
}
