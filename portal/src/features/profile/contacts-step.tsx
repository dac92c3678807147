import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ProfileForm } from '../../lib/contract.ts';
import classes from './profile.module.css';
import type { StepProps } from './profile-steps.tsx';

type Contact = NonNullable<ProfileForm['contacts']>[number];

const roles: Readonly<Record<Contact['role'], string>> = {
  edi: 'EDI',
  operations: 'Operations',
  billing: 'Billing',
  emergency: 'Emergencies, at any hour',
};

/** Whom to ask, by role and zone. */
export function ContactsStep({ kept: { form, change }, errors }: StepProps) {
  const zone = form.hours?.timeZone ?? '';
  const contacts: readonly Contact[] =
    (form.contacts ?? []).length > 0
      ? form.contacts!
      : [
          { role: 'edi', ...(zone !== '' && { timeZone: zone }) },
          { role: 'operations', ...(zone !== '' && { timeZone: zone }) },
        ];
  const put = (nth: number, said: Partial<Contact>) =>
    change({ contacts: contacts.map((one, at) => (at === nth ? { ...one, ...said } : one)) });
  return (
    <>
      {contacts.map((one, nth) => {
        const error = (part: string) => errors[`body/change/contacts/${nth}/${part}`];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: contacts have no name but their place
          <fieldset key={nth} className={classes.contact}>
            <legend className="visually-hidden">Contact {nth + 1}</legend>
            <NativeSelect
              label="For"
              value={one.role}
              data={Object.entries(roles).map(([value, label]) => ({ value, label }))}
              onChange={(event) => put(nth, { role: event.currentTarget.value as Contact['role'] })}
            />
            <TextInput
              label="Name"
              maxLength={120}
              value={one.name ?? ''}
              onChange={(event) => put(nth, { name: event.currentTarget.value })}
            />
            <TextInput
              label="E-mail"
              type="email"
              maxLength={254}
              value={one.email ?? ''}
              error={error('email')}
              onChange={(event) => put(nth, { email: event.currentTarget.value })}
            />
            <TextInput
              label="Phone"
              maxLength={40}
              value={one.phone ?? ''}
              onChange={(event) => put(nth, { phone: event.currentTarget.value })}
            />
            <TextInput
              label="Zone"
              placeholder="America/Chicago"
              maxLength={60}
              value={one.timeZone ?? ''}
              error={error('timeZone')}
              onChange={(event) => put(nth, { timeZone: event.currentTarget.value })}
            />
            <ActionIcon
              aria-label={`Remove contact ${nth + 1}`}
              disabled={contacts.length === 1}
              onClick={() => change({ contacts: contacts.filter((_, at) => at !== nth) })}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </fieldset>
        );
      })}
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={13} />}
          disabled={contacts.length >= 20}
          onClick={() =>
            change({ contacts: [...contacts, { role: 'billing', ...(zone !== '' && { timeZone: zone }) }] })
          }
        >
          Another contact
        </Button>
      </div>
    </>
  );
}
