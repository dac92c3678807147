import { Checkbox, Select } from '@mantine/core';
import type { OdooRules } from '../../lib/contract.ts';
import classes from './odoo.module.css';

/** What becomes of goods that do not come or go as they were ordered. */
export function GoodsRules({
  rules,
  locations,
  set,
}: {
  readonly rules: OdooRules;
  readonly locations: readonly { readonly id: number; readonly name: string }[];
  readonly set: <Key extends keyof OdooRules>(key: Key) => (value: OdooRules[Key]) => void;
}) {
  const chosen = rules.quarantineLocationId;
  const known = locations.some(({ id }) => id === chosen);
  const all = chosen === undefined || known ? locations : [...locations, { id: chosen, name: `Location ${chosen}` }];
  return (
    <fieldset className={classes.field}>
      <legend>Goods</legend>
      <Select
        size="xs"
        label="Damaged goods and goods on hold lie in"
        description="A location outside of the stock, or the next order reserves them. Without one they are held for a person."
        placeholder="nowhere: hold them"
        clearable
        searchable
        data={all.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={chosen === undefined ? null : String(chosen)}
        onChange={(value) => set('quarantineLocationId')(value === null ? undefined : Number(value))}
      />
      <div className={classes.checks}>
        <Checkbox
          size="xs"
          label="Hold what is more than was ordered"
          checked={rules.overs === 'hold'}
          onChange={(change) => set('overs')(change.currentTarget.checked ? 'hold' : 'apply')}
        />
        <Checkbox
          size="xs"
          label="Cancel a transfer in Odoo that the warehouse cancels; else a person is told"
          checked={rules.warehouseCancels === 'apply'}
          onChange={(change) => set('warehouseCancels')(change.currentTarget.checked ? 'apply' : 'hold')}
        />
      </div>
    </fieldset>
  );
}
