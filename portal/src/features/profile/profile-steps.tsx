import { Button, Checkbox, NumberInput, Radio, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { tradeNumber } from '../../lib/trade-number.ts';
import { IdentityInputs } from '../../ui/identity-inputs.tsx';
import { DirectionMark, SetCode } from '../../ui/small.tsx';
import classes from './profile.module.css';
import type { KeptProfile } from './profile-query.ts';

export interface StepProps {
  readonly kept: KeptProfile;
  /** By place: `body/change/ids/sandbox/0/id`. */
  readonly errors: Readonly<Record<string, string>>;
}

const numbers = [
  { name: 'scac', label: 'SCAC', description: 'Two to four letters; loads and statuses name you by it', most: 4 },
  { name: 'duns', label: 'DUNS', description: 'Nine digits, if you have one', most: 9 },
  { name: 'gln', label: 'GLN', description: 'Thirteen digits, if you have one', most: 13 },
] as const;

export function CompanyStep({ kept: { form, profile, change }, errors }: StepProps) {
  const freight = form.freight ?? [];
  const toggle = (one: 'TL' | 'LTL') =>
    change({ freight: freight.includes(one) ? freight.filter((each) => each !== one) : [...freight, one] });
  return (
    <>
      <dl className={classes.facts}>
        <div>
          <dt>Company</dt>
          <dd>{profile.company.name}</dd>
        </div>
      </dl>
      <Radio.Group
        label="We are"
        value={form.role ?? ''}
        onChange={(role) => change({ role: role as NonNullable<typeof form.role> })}
      >
        <div className={classes.choices}>
          <Radio value="carrier" label="a carrier" />
          <Radio value="3pl" label="a warehouse (3PL)" />
          <Radio value="carrier-3pl" label="both" />
        </div>
      </Radio.Group>
      {form.role !== '3pl' && (
        <fieldset className={classes.group}>
          <legend>We move</legend>
          <Checkbox label="full truckloads (TL)" checked={freight.includes('TL')} onChange={() => toggle('TL')} />
          <Checkbox
            label="less than truckload (LTL)"
            checked={freight.includes('LTL')}
            onChange={() => toggle('LTL')}
          />
        </fieldset>
      )}
      <div className={classes.two}>
        {numbers
          .filter(({ name }) => name !== 'scac' || form.role !== '3pl')
          .map(({ name, label, description, most }) => (
            <TextInput
              key={name}
              {...{ label, description }}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={form.numbers?.[name] ?? ''}
              error={errors[`body/change/numbers/${name}`]}
              onChange={({ currentTarget: { value } }) => {
                const { [name]: _, ...rest } = form.numbers ?? {};
                change({ numbers: value === '' ? rest : { ...rest, [name]: tradeNumber(value).slice(0, most) } });
              }}
            />
          ))}
      </div>
    </>
  );
}

export function DocumentsStep({ kept: { form, profile, change } }: StepProps) {
  const wanted = form.documents ?? [];
  const has = (one: { set: string; direction: string }) =>
    wanted.some(({ set, direction }) => set === one.set && direction === one.direction);
  return (
    <>
      {(['inbound', 'outbound'] as const).map((way) => (
        <fieldset key={way} className={classes.group}>
          <legend>{way === 'inbound' ? 'You send' : 'You receive'}</legend>
          {profile.choices
            .filter(({ direction }) => direction === way)
            .map(({ set, direction, name, isAgreed }) => (
              <Checkbox
                key={set}
                checked={has({ set, direction })}
                label={
                  <span className={classes.document}>
                    <DirectionMark direction={way === 'inbound' ? 'in' : 'out'} words="" /> <SetCode code={set} />{' '}
                    {name === set ? '' : name} {isAgreed && <small>in the agreement</small>}
                  </span>
                }
                onChange={() =>
                  change({
                    documents: has({ set, direction })
                      ? wanted.filter((one) => !(one.set === set && one.direction === direction))
                      : [...wanted, { set, direction }],
                  })
                }
              />
            ))}
        </fieldset>
      ))}
    </>
  );
}

const environments = [
  { key: 'sandbox', words: 'For the test' },
  { key: 'production', words: 'For production' },
] as const;

export function IdsStep({ kept: { form, profile, change }, errors }: StepProps) {
  const ids = form.ids ?? {};
  return (
    <>
      {environments.map(({ key, words }) => {
        const list = ids[key] ?? [];
        const shown = list.length === 0 ? [{}] : list;
        const put = (next: typeof shown) => change({ ids: { ...ids, [key]: next } });
        return (
          <div key={key} className={classes.ids}>
            {shown.map((one, nth) => (
              <IdentityInputs
                // biome-ignore lint/suspicious/noArrayIndexKey: ids have no name but their place
                key={nth}
                legend={nth === 0 ? words : `${words}, also`}
                value={{ qualifier: one.qualifier ?? 'ZZ', id: one.id ?? '', groupId: one.group ?? '' }}
                errors={Object.fromEntries(
                  ['qualifier', 'id', 'group'].map((part) => [part, errors[`body/change/ids/${key}/${nth}/${part}`]]),
                )}
                onChange={({ qualifier, id, groupId }) => {
                  const typed = { qualifier, id, ...(groupId !== '' && { group: groupId }) };
                  const next = shown.map((each, at) => (at === nth ? typed : each));
                  put(next.filter(({ id: typedId = '' }) => typedId !== '' || next.length === 1));
                }}
              />
            ))}
            <div className={classes.buttons}>
              {list.length > 0 && list.length < 5 && (
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconPlus size={13} />}
                  onClick={() => put([...list, { qualifier: 'ZZ', id: '' }])}
                >
                  Another id
                </Button>
              )}
              {key === 'production' && (ids.sandbox ?? []).length > 0 && list.length === 0 && (
                <Button size="xs" variant="default" onClick={() => put([...(ids.sandbox ?? [])])}>
                  The same as for the test
                </Button>
              )}
            </div>
          </div>
        );
      })}
      {profile.notes.map((note) => (
        <p key={note} className={classes.note}>
          {note} The integration team changes that; what you say here is kept.
        </p>
      ))}
    </>
  );
}

export function VolumesStep({ kept: { form, change } }: StepProps) {
  const volumes = form.volumes ?? {};
  const set = (part: 'perDay' | 'perHour') => (value: string | number) => {
    const { [part]: _, ...rest } = volumes;
    change({ volumes: typeof value === 'number' ? { ...volumes, [part]: value } : rest });
  };
  const usual = { min: 0, max: 10_000_000, allowDecimal: false, allowNegative: false, hideControls: true } as const;
  return (
    <div className={classes.two}>
      <NumberInput {...usual} label="Documents on a usual day" value={volumes.perDay ?? ''} onChange={set('perDay')} />
      <NumberInput
        {...usual}
        label="In the busiest hour"
        description="Not needed"
        inputWrapperOrder={['label', 'input', 'description']}
        value={volumes.perHour ?? ''}
        onChange={set('perHour')}
      />
    </div>
  );
}
