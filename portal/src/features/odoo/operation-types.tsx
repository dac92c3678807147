import { Checkbox } from '@mantine/core';
import type { OdooChoices } from '../../lib/contract.ts';
import classes from './odoo.module.css';

/** Which operation types are meant. Those that Odoo does not tell of at the moment keep their mark by number. */
export function OperationTypes({
  types,
  chosen,
  onChange,
}: {
  readonly types: OdooChoices['operationTypes'] | undefined;
  readonly chosen: readonly number[];
  readonly onChange: (ids: number[]) => void;
}) {
  const shown = new Map(
    (types ?? []).map((type) => [type.id, `${type.name}${type.warehouse ? ` · ${type.warehouse}` : ''}`]),
  );
  for (const id of chosen) if (!shown.has(id)) shown.set(id, `Operation type ${id}`);
  if (shown.size === 0) return <p>Odoo could not be asked for its operation types.</p>;
  return (
    <div className={classes.checks}>
      {[...shown].map(([id, label]) => (
        <Checkbox
          key={id}
          size="xs"
          label={label}
          checked={chosen.includes(id)}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
          }
        />
      ))}
    </div>
  );
}
