import { ActionIcon, Button, Checkbox, NumberInput, Radio, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { OdooConnection, OdooRules } from '../../lib/contract.ts';
import { Form } from '../../ui/form.tsx';
import { FormErrors } from './form-errors.tsx';
import { GoodsRules } from './goods-rules.tsx';
import classes from './odoo.module.css';
import { type OdooChanges, useChoices } from './odoo-query.ts';
import { OperationTypes } from './operation-types.tsx';
import { TradeRules } from './trade-rules.tsx';

type Event = OdooRules['receives'][number]['event'];
const events: readonly { readonly event: Event; readonly label: string }[] = [
  { event: 'warehouse-order.released.v1', label: 'Orders to ship (940)' },
  { event: 'shipment.tendered.v1', label: 'Load tenders (204)' },
  { event: 'receipt.expected.v1', label: 'Expected receipts (943)' },
];

function Receives({
  value,
  onChange,
}: {
  readonly value: OdooRules['receives'];
  readonly onChange: Change<'receives'>;
}) {
  const tender = value.find(({ event }) => event === 'shipment.tendered.v1');
  const toggle = (event: Event, on: boolean) =>
    onChange(on ? [...value, { event }] : value.filter((one) => one.event !== event));
  const setCarrier = (carrier: string) =>
    onChange(
      value.map((one) =>
        one.event === 'shipment.tendered.v1' ? { event: one.event, ...(carrier !== '' && { carrier }) } : one,
      ),
    );
  return (
    <fieldset className={classes.field}>
      <legend>Gets from Odoo</legend>
      <div className={classes.checks}>
        {events.map(({ event, label }) => (
          <Checkbox
            key={event}
            size="xs"
            label={label}
            checked={value.some((one) => one.event === event)}
            onChange={(change) => toggle(event, change.currentTarget.checked)}
          />
        ))}
        {tender !== undefined && (
          <TextInput
            size="xs"
            label="Tenders for this carrier only (SCAC)"
            placeholder="all carriers"
            maxLength={4}
            value={tender.carrier ?? ''}
            onChange={(change) => setCarrier(change.currentTarget.value.toUpperCase())}
          />
        )}
      </div>
    </fieldset>
  );
}

function Units({
  value,
  known,
  onChange,
}: {
  readonly value: OdooRules['units'];
  readonly known: readonly string[];
  readonly onChange: Change<'units'>;
}) {
  const set = (nth: number, part: Partial<OdooRules['units'][number]>) =>
    onChange(value.map((unit, index) => (index === nth ? { ...unit, ...part } : unit)));
  return (
    <fieldset className={classes.field}>
      <legend>Units</legend>
      <p className={classes.hint}>
        What this partner’s unit codes are in Odoo: a number of pieces (12), a unit (Pack of 6), or “packaging” for each
        product’s own. Usual codes such as EA, DZ or KG need no line. The same in both environments.
      </p>
      <datalist id="odoo-units">
        {[...known, 'packaging'].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {value.map((unit, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own until it is typed
        <div key={nth} className={classes.unit}>
          <TextInput
            size="xs"
            aria-label={`Unit code, line ${nth + 1}`}
            placeholder="CA"
            maxLength={40}
            value={unit.code}
            onChange={(change) => set(nth, { code: change.currentTarget.value })}
          />
          <TextInput
            size="xs"
            aria-label={`What it is in Odoo, line ${nth + 1}`}
            placeholder="12"
            list="odoo-units"
            maxLength={100}
            value={unit.means}
            onChange={(change) => set(nth, { means: change.currentTarget.value })}
          />
          <ActionIcon
            aria-label={`Remove line ${nth + 1}`}
            onClick={() => onChange(value.filter((_, index) => index !== nth))}
          >
            <IconX size={15} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange([...value, { code: '', means: '' }])}
      >
        Add a unit
      </Button>
    </fieldset>
  );
}

export type Change<Key extends keyof OdooRules> = (value: OdooRules[Key]) => void;

/** All rules of one partner in one form; saved as a whole. */
export function RulesForm({
  connection,
  partner,
  changes,
  onDone,
}: {
  readonly connection: OdooConnection;
  readonly partner: OdooConnection['partners'][number];
  readonly changes: OdooChanges;
  readonly onDone: () => void;
}) {
  const { data } = useChoices(connection.id);
  const [rules, setRules] = useState(partner.rules);
  const set =
    <Key extends keyof OdooRules>(key: Key): Change<Key> =>
    (value) =>
      setRules((before) => ({ ...before, [key]: value }));
  const save = useMutation({ mutationFn: () => changes.setRules(partner, rules), onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Form className={classes.form} onSubmit={submit} noValidate>
      <Receives value={rules.receives} onChange={set('receives')} />
      <fieldset className={classes.field}>
        <legend>Its sites</legend>
        <p className={classes.hint}>
          It may speak of transfers of these operation types, and always of those that it was sent.
        </p>
        <OperationTypes
          types={data?.operationTypes}
          chosen={rules.operationTypeIds}
          onChange={set('operationTypeIds')}
        />
      </fieldset>
      <fieldset className={classes.field}>
        <legend>Without stock</legend>
        <p className={classes.hint}>What happens when it says that something left which Odoo has not reserved.</p>
        <Radio.Group
          value={rules.unreserved}
          onChange={(value) => set('unreserved')(value as OdooRules['unreserved'])}
          aria-label="Without stock"
        >
          <div className={classes.checks}>
            <Radio size="xs" value="reserve" label="Reserve it and go on; hold it where that cannot be done" />
            <Radio size="xs" value="hold" label="Hold it for a person" />
            <Radio size="xs" value="apply" label="Ship it all the same, with a remark: stock may go below zero" />
          </div>
        </Radio.Group>
      </fieldset>
      <Units value={rules.units} known={data?.units ?? []} onChange={set('units')} />
      <NumberInput
        size="xs"
        label="Tolerance for pieces that do not divide"
        description="10 pieces of a dozen are 0.83 in Odoo. How far such rounding may go, in the product’s unit; 0 holds it."
        min={0}
        max={1000}
        step={0.01}
        value={rules.unitTolerance}
        onChange={(value) => set('unitTolerance')(Number(value) || 0)}
      />
      <GoodsRules rules={rules} locations={data?.locations ?? []} set={set} />
      <TradeRules
        trade={rules.trade ?? {}}
        choices={data ?? { contacts: [], journals: [], services: [] }}
        onChange={set('trade')}
      />
      <Checkbox
        size="xs"
        label="A cancel in Odoo goes out: 940 F, 204 01, 943"
        checked={rules.sendCancels}
        onChange={(change) => set('sendCancels')(change.currentTarget.checked)}
      />
      <FormErrors error={save.error} />
      <div className={classes.buttons}>
        <Button type="submit" loading={save.isPending}>
          Save
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
