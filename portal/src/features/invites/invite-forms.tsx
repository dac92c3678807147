import { Modal, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '../../lib/api.ts';
import type { Role } from '../../lib/contract.ts';
import { Form } from '../../ui/form.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { RoleChoice } from '../../ui/role-choice.tsx';
import classes from './invites.module.css';
import { useInviteCompany, useInvitePerson } from './invites-query.ts';

const isEmail = (text: string) => /^[^\s@]+@[^\s@]+$/.test(text);
const names = { email: 'E-mail', name: 'Name', roles: 'Roles', company: 'Company', template: 'template' };

function WhoInputs({
  email,
  name,
  error,
  onEmail,
  onName,
}: {
  readonly email: string;
  readonly name: string;
  readonly error: string | false;
  readonly onEmail: (email: string) => void;
  readonly onName: (name: string) => void;
}) {
  return (
    <>
      <TextInput
        label="E-mail"
        description="A link goes there. It is good for a week, and once."
        type="email"
        maxLength={254}
        value={email}
        error={error}
        onChange={(event) => onEmail(event.currentTarget.value)}
      />
      <TextInput
        label="Name"
        description="If you know it; they can correct it."
        maxLength={120}
        value={name}
        onChange={(event) => onName(event.currentTarget.value)}
      />
    </>
  );
}

/** Invites a company that is not here yet. */
export function InviteCompany({ onClose }: { readonly onClose: () => void }) {
  const [company, setCompany] = useState('');
  const [template, setTemplate] = useState('');
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const { data } = api.useQuery('get', '/v1/templates');
  const invite = useInviteCompany(onClose);
  const wrong = {
    company: company.trim() === '' && 'Enter the name of the company',
    template: template === '' && 'Choose a template',
    email: !isEmail(email.trim()) && 'Enter an address such as ana@company.example',
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.company || wrong.template || wrong.email) return;
    const who = { email: email.trim(), ...(name.trim() !== '' && { name: name.trim() }) };
    invite.mutate({ ...who, company: { name: company.trim(), template } });
  };
  const templates = (data?.templates ?? []).map((one) => ({ value: one.name, label: one.title }));
  return (
    <Modal opened onClose={onClose} title="Invite a company" centered>
      <Form className={classes.form} noValidate onSubmit={submit}>
        <ProblemList error={invite.error} names={names} />
        <TextInput
          label="Company"
          data-autofocus
          maxLength={120}
          value={company}
          error={tried && wrong.company}
          onChange={(event) => setCompany(event.currentTarget.value)}
        />
        <NativeSelect
          label="Template"
          description="What it begins with: documents, mappings, guides."
          data={[{ value: '', label: 'Choose' }, ...templates]}
          value={template}
          error={tried && wrong.template}
          onChange={(event) => setTemplate(event.currentTarget.value)}
        />
        <WhoInputs email={email} name={name} error={tried && wrong.email} onEmail={setEmail} onName={setName} />
        <FormButtons label="Send the invite" busy={invite.isPending} onClose={onClose} />
      </Form>
    </Modal>
  );
}

/** Invites a person into an organisation. */
export function InvitePerson({
  organization,
  side,
  onClose,
}: {
  readonly organization: { readonly id: string; readonly name: string };
  readonly side: 'team' | 'partner';
  readonly onClose: () => void;
}) {
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<Role[]>([]);
  const [tried, setTried] = useState(false);
  const invite = useInvitePerson(onClose);
  const wrong = {
    email: !isEmail(email.trim()) && 'Enter an address such as lena@company.example',
    roles: roles.length === 0 && 'Choose at least one role',
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.email || wrong.roles) return;
    const who = { email: email.trim(), ...(name.trim() !== '' && { name: name.trim() }) };
    invite.mutate({ ...who, organizationId: organization.id, roles });
  };
  return (
    <Modal opened onClose={onClose} title={`Invite a person to ${organization.name}`} centered>
      <Form className={classes.form} noValidate onSubmit={submit}>
        <ProblemList error={invite.error} names={names} />
        <WhoInputs email={email} name={name} error={tried && wrong.email} onEmail={setEmail} onName={setName} />
        <RoleChoice side={side} value={roles} onChange={setRoles} />
        {tried && wrong.roles && (
          <p className={classes.wrong} role="alert">
            {wrong.roles}
          </p>
        )}
        <FormButtons label="Send the invite" busy={invite.isPending} onClose={onClose} />
      </Form>
    </Modal>
  );
}
