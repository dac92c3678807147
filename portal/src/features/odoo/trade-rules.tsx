import { Checkbox, NumberInput, Select } from '@mantine/core';
import type { OdooRules } from '../../lib/contract.ts';
import classes from './odoo.module.css';

type Trade = NonNullable<OdooRules['trade']>;
type Named = readonly { readonly id: number; readonly name: string }[];

const picks = [
  {
    key: 'vendorId',
    from: 'contacts',
    label: 'As a vendor it is',
    description: 'Its invoices (210, 810) become draft bills of this contact.',
    placeholder: 'nobody: hold its invoices',
    what: 'Contact',
  },
  {
    key: 'customerId',
    from: 'contacts',
    label: 'As a customer it is',
    description: 'Its purchase orders (850) become quotations of this contact.',
    placeholder: 'nobody: hold its purchase orders',
    what: 'Contact',
  },
  {
    key: 'journalId',
    from: 'journals',
    label: 'Journal of its bills',
    description: undefined,
    placeholder: 'the one that Odoo takes',
    what: 'Journal',
  },
  {
    key: 'freightProductId',
    from: 'services',
    label: 'Product of the lines of freight',
    description: 'It says the account. Without one the account is that of the journal.',
    placeholder: 'none: a text only',
    what: 'Product',
  },
] as const;

/** Who a partner is in Odoo's books, and how its orders and invoices are taken. */
export function TradeRules({
  trade,
  choices,
  onChange,
}: {
  readonly trade: Trade;
  readonly choices: { readonly contacts: Named; readonly journals: Named; readonly services: Named };
  readonly onChange: (trade: Trade) => void;
}) {
  return (
    <fieldset className={classes.field}>
      <legend>Orders and invoices</legend>
      {picks.map(({ key, from, what, ...text }) => (
        <Pick
          key={key}
          {...text}
          what={what}
          all={choices[from]}
          chosen={trade[key]}
          onChange={(id) => {
            const { [key]: _, ...rest } = trade;
            onChange(id === undefined ? rest : { ...rest, [key]: id });
          }}
        />
      ))}
      <NumberInput
        size="xs"
        label="Tolerance of an invoice"
        description="How far it may be from what was agreed, in its currency. What is beyond is held, with both figures."
        min={0}
        max={1_000_000}
        step={1}
        value={trade.tolerance ?? 0}
        onChange={(value) => onChange({ ...trade, tolerance: Number(value) || 0 })}
      />
      <Checkbox
        size="xs"
        label="Bill freight that Odoo knows no price for, with a remark; else it is held"
        checked={trade.unpricedFreight === 'apply'}
        onChange={(change) => onChange({ ...trade, unpricedFreight: change.currentTarget.checked ? 'apply' : 'hold' })}
      />
    </fieldset>
  );
}

function Pick({
  label,
  description,
  placeholder,
  what,
  all,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly description: string | undefined;
  readonly placeholder: string;
  readonly what: string;
  readonly all: Named;
  readonly chosen: number | undefined;
  readonly onChange: (id: number | undefined) => void;
}) {
  const known = chosen === undefined || all.some(({ id }) => id === chosen);
  const shown = known ? all : [...all, { id: chosen, name: `${what} ${chosen}` }];
  return (
    <Select
      size="xs"
      label={label}
      description={description}
      placeholder={placeholder}
      clearable
      searchable
      limit={100}
      data={shown.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={chosen === undefined ? null : String(chosen)}
      onChange={(value) => onChange(value === null ? undefined : Number(value))}
    />
  );
}
