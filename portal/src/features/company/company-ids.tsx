import { Button, Modal } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Company, Environment } from '../../lib/contract.ts';
import { errorsByPlace } from '../../lib/errors-by-place.ts';
import { Form } from '../../ui/form.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { IdentityInputs, noIdentity, type TypedIdentity, typedList } from '../../ui/identity-inputs.tsx';
import { IdentityList } from '../../ui/identity-list.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import classes from './company.module.css';
import { useCompany, useSetIdentities } from './company-query.ts';

const environments = ['production', 'sandbox'] as const;

const typed = (company: Company, environment: Environment): TypedIdentity => {
  const [first] = company.identities[environment];
  return first ? { ...first, groupId: first.groupId === first.id ? '' : (first.groupId ?? '') } : noIdentity;
};

function ChangeIds({ company, onClose }: { readonly company: Company; readonly onClose: () => void }) {
  const [production, setProduction] = useState(typed(company, 'production'));
  const [sandbox, setSandbox] = useState(typed(company, 'sandbox'));
  const save = useMutation({ mutationFn: useSetIdentities(company.identities), onSuccess: onClose });
  const errors = errorsByPlace(save.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // What was agreed with partners beside the first id stays.
    const rest = (environment: Environment) => company.identities[environment].slice(1);
    save.mutate({
      production: [...typedList(production), ...rest('production')],
      sandbox: [...typedList(sandbox), ...rest('sandbox')],
    });
  };
  const of = (environment: Environment) =>
    Object.fromEntries(
      (['qualifier', 'id', 'group'] as const).map((part) => [part, errors[`body/${environment}/0/${part}`]]),
    );
  return (
    <Modal opened onClose={onClose} title={`How ${company.name} is called in envelopes`} size="lg">
      <Form className={classes.form} noValidate onSubmit={submit}>
        {Object.keys(errors).length === 0 && <ProblemList error={save.error} />}
        <p className={classes.faint}>
          Partners write these as the receiver, and we send under them. A change holds at once: agree it with every
          partner first.
        </p>
        <IdentityInputs legend="Production" value={production} onChange={setProduction} errors={of('production')} />
        <div>
          <IdentityInputs legend="Sandbox" value={sandbox} onChange={setSandbox} errors={of('sandbox')} />
          {sandbox.id === '' && production.id !== '' && (
            <Button variant="subtle" size="compact-xs" mt={8} onClick={() => setSandbox(production)}>
              Same as production
            </Button>
          )}
        </div>
        <FormButtons label="Save" busy={save.isPending} onClose={onClose} />
      </Form>
    </Modal>
  );
}

/** How we are called in envelopes, by environment, ready to copy for a partner. */
export function CompanyIds({
  mayChange,
  environments: shown = environments,
}: {
  readonly mayChange: boolean;
  readonly environments?: readonly Environment[];
}) {
  const { data: company } = useCompany();
  const [changing, setChanging] = useState(false);
  if (company === undefined) return null;
  const none = shown.every((environment) => company.identities[environment].length === 0);
  return (
    <div className={classes.ids}>
      {none && (
        <p className={classes.missing}>
          {company.name} has no trading ids yet: partners cannot address it
          {mayChange ? '.' : '. An admin or integrator of the team sets them.'}
        </p>
      )}
      {shown.map(
        (environment) =>
          company.identities[environment].length > 0 && (
            <div key={environment}>
              {shown.length > 1 && <h3 className={classes.environment}>{environment}</h3>}
              <IdentityList identities={company.identities[environment]} whose={`our ${environment}`} />
            </div>
          ),
      )}
      {mayChange && (
        <Button
          variant={none ? 'filled' : 'default'}
          size="compact-xs"
          leftSection={<IconPencil size={13} />}
          onClick={() => setChanging(true)}
        >
          {none ? 'Set our ids' : 'Change our ids'}
        </Button>
      )}
      {changing && <ChangeIds company={company} onClose={() => setChanging(false)} />}
    </div>
  );
}
