import { NativeSelect, Radio, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Likeness, Registration, RegistrationForm } from '../../lib/contract.ts';
import { tradeNumber } from '../../lib/trade-number.ts';
import classes from './entry.module.css';

export interface StepProps {
  readonly form: RegistrationForm;
  readonly onChange: (form: RegistrationForm) => void;
  /** What is wrong with each part, once somebody wanted to go on. */
  readonly wrong: Readonly<Record<string, string | undefined>>;
}

const kinds = [
  { value: '', label: 'Choose' },
  { value: 'carrier', label: 'Carrier' },
  { value: '3pl', label: 'Warehouse (3PL)' },
  { value: 'carrier-3pl', label: 'Carrier and warehouse' },
];
const numbers = [
  { name: 'scac', label: 'SCAC', placeholder: 'HRST', help: '2 to 4 letters', most: 4 },
  { name: 'duns', label: 'DUNS', placeholder: '123456789', help: '9 digits', most: 9 },
  { name: 'gln', label: 'GLN', placeholder: '4012345000009', help: '13 digits', most: 13 },
] as const;

export function CompanyStep({
  form,
  onChange,
  wrong,
  likenesses,
}: StepProps & { readonly likenesses: readonly Likeness[] }) {
  const company = form.company ?? {};
  const set = (part: Partial<typeof company>) => onChange({ ...form, company: { ...company, ...part } });
  return (
    <>
      <TextInput
        label="Name"
        description="As people say it."
        autoComplete="organization"
        maxLength={120}
        value={company.name ?? ''}
        error={wrong.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label="What you do"
        data={kinds}
        value={company.kind ?? ''}
        error={wrong.kind}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const { kind: _, ...rest } = company;
          onChange({ ...form, company: value === '' ? rest : { ...company, kind: value as 'carrier' } });
        }}
      />
      <div className={classes.two}>
        {numbers.map(({ name, label, placeholder, help, most }) => (
          <TextInput
            key={name}
            label={label}
            description={`${help}, if any`}
            placeholder={placeholder}
            value={company[name] ?? ''}
            error={wrong[name]}
            onChange={(event) => set({ [name]: tradeNumber(event.currentTarget.value).slice(0, most) })}
          />
        ))}
      </div>
      {likenesses.map(({ reason, message }) => (
        <div key={reason + message} className={classes.hint} role="alert">
          <IconAlertTriangle size={16} aria-hidden="true" />
          <p>{message}</p>
        </div>
      ))}
    </>
  );
}

export function DocumentsStep({
  form,
  onChange,
  wrong,
  templates,
}: StepProps & { readonly templates: Registration['templates'] }) {
  const kind = form.company?.kind;
  const fits = templates.filter((one) => kind === undefined || kind === 'carrier-3pl' || one.kind === kind);
  return (
    <Radio.Group
      aria-label="Documents"
      value={form.template ?? ''}
      error={wrong.template}
      onChange={(template) => onChange({ ...form, template })}
    >
      <div className={classes.templates}>
        {(fits.length > 0 ? fits : templates).map(({ name, title, description }) => (
          <Radio.Card key={name} value={name} className={classes.template ?? ''}>
            <Radio.Indicator />
            <span>
              <b>{title}</b>
              <small>{description}</small>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}

export function IdsStep({ form, onChange, wrong }: StepProps) {
  const { identity = {}, company = {} } = form;
  const byScac = company.scac !== undefined && company.scac !== '';
  return (
    <>
      <div className={classes.two}>
        <TextInput
          label="Qualifier (ISA05)"
          placeholder={byScac ? '02' : 'ZZ'}
          maxLength={2}
          value={identity.qualifier ?? ''}
          error={wrong.qualifier}
          onChange={(event) =>
            onChange({ ...form, identity: { ...identity, qualifier: event.currentTarget.value.toUpperCase() } })
          }
        />
        <TextInput
          label="Id (ISA06 and GS02)"
          placeholder={byScac ? company.scac?.toUpperCase() : 'HARBOURROW'}
          maxLength={15}
          value={identity.id ?? ''}
          error={wrong.id}
          onChange={(event) => onChange({ ...form, identity: { ...identity, id: event.currentTarget.value } })}
        />
      </div>
      <TextInput
        label="Time zone"
        description="Of local times whose place is unknown."
        placeholder="America/Chicago"
        maxLength={60}
        value={company.timeZone ?? ''}
        error={wrong.timeZone}
        onChange={(event) => {
          const { timeZone: _, ...rest } = company;
          const timeZone = event.currentTarget.value.trim();
          onChange({ ...form, company: timeZone === '' ? rest : { ...company, timeZone } });
        }}
      />
    </>
  );
}
