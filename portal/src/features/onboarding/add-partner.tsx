import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, client, must } from '../../lib/api.ts';
import type { Partner, Template } from '../../lib/contract.ts';
import { errorsByPlace } from '../../lib/errors-by-place.ts';
import { toProblem } from '../../lib/problem.ts';
import { Form } from '../../ui/form.tsx';
import { IdentityInputs, noIdentity, typedList } from '../../ui/identity-inputs.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import classes from './onboarding.module.css';
import { TemplateDocuments } from './template-documents.tsx';

interface AddPartnerProps {
  /** Our own trading ids, to hand over to the partner. */
  readonly ourIds: ReactNode;
  readonly onMade: (partner: Partner) => void;
  readonly onCancel: () => void;
}

/** Makes a partner from templates: who it is, what is exchanged, how both sides are called in envelopes. */
export function AddPartner(props: AddPartnerProps) {
  const { data, isPending, error, refetch } = api.useQuery('get', '/v1/templates');
  if (isPending) return <Loading lines={8} label="Loading the templates" />;
  if (data === undefined) return <Failed error={error} onRetry={() => void refetch()} />;
  return <PartnerForm {...props} templates={data.templates} />;
}

const kinds = { carrier: 'Carrier', '3pl': '3PL', 'carrier-3pl': 'Carrier and 3PL' } as const;

function TemplateChoice({
  template,
  place,
  onToggle,
}: {
  readonly template: Template;
  /** How many were chosen before; undefined for one that is not chosen. */
  readonly place: number | undefined;
  readonly onToggle: () => void;
}) {
  return (
    <Checkbox.Card className={classes.template ?? ''} checked={place !== undefined} onChange={onToggle}>
      <Checkbox.Indicator />
      <span className={classes.templateWords}>
        <span className={classes.templateHead}>
          <b>{template.title}</b>
          <span className={classes.faint}>{kinds[template.kind]}</span>
        </span>
        <span className={classes.faint}>{template.description}</span>
      </span>
    </Checkbox.Card>
  );
}

function PartnerForm({
  templates,
  ourIds,
  onMade,
  onCancel,
}: AddPartnerProps & { readonly templates: readonly Template[] }) {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [timeZone, setTimeZone] = useState('');
  const [production, setProduction] = useState(noIdentity);
  const [other, setOther] = useState(noIdentity);
  const [same, setSame] = useState(true);
  const [tried, setTried] = useState(false);
  const sandbox = same ? production : other;
  const create = useMutation({
    mutationFn: () =>
      must(
        client.POST('/v1/partners', {
          body: {
            ...{ name: name.trim(), templates: [...chosen] },
            ...(timeZone.trim() !== '' && { timeZone: timeZone.trim() }),
            identities: { production: typedList(production), sandbox: typedList(sandbox) },
          },
        }),
      ),
    onSuccess: async (partner) => {
      await queries.invalidateQueries({ queryKey: ['get', '/v1/partners'] });
      onMade(partner);
    },
  });
  const errors = errorsByPlace(create.error);
  const problem = create.error ? toProblem(create.error) : undefined;
  // A name that is taken is the one conflict that names no place.
  const nameTaken = problem?.status === 409 && Object.keys(errors).length === 0 ? problem.detail : undefined;
  const placed = nameTaken !== undefined || Object.keys(errors).some((place) => place.startsWith('body/'));
  const missing = {
    name: name.trim() === '' ? 'Enter the name' : undefined,
    templates: chosen.length === 0 ? 'Choose at least one template' : undefined,
    id: production.id.trim() === '' ? 'Enter the id that the partner sends under' : undefined,
    sandboxId: !same && other.id.trim() === '' ? 'Enter the id for the sandbox, or use the same' : undefined,
  };
  const of = (environment: 'production' | 'sandbox', own: string | undefined) => {
    const at = (part: string) => errors[`body/identities/${environment}/0/${part}`];
    return { qualifier: at('qualifier'), id: (tried ? own : undefined) ?? at('id'), group: at('group') };
  };
  const picked = chosen.flatMap((one) => templates.find(({ name: each }) => each === one) ?? []);
  const toggle = (one: string) =>
    setChosen(chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(missing).every((each) => each === undefined)) create.mutate();
  };
  return (
    <Form className={classes.page} noValidate onSubmit={submit}>
      <div className={classes.main}>
        <Panel title="Who it is">
          <div className={classes.block}>
            <TextInput
              label="Name"
              description="As people say it; messages, cases and releases show it."
              data-autofocus
              maxLength={120}
              value={name}
              error={(tried ? missing.name : undefined) ?? nameTaken ?? errors['body/name']}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          </div>
        </Panel>
        <Panel title="What is exchanged" note="one template or several: a carrier may be a warehouse too">
          <div className={classes.block}>
            <fieldset className={classes.templates} aria-label="Templates">
              {templates.map((template) => (
                <TemplateChoice
                  key={template.name}
                  template={template}
                  place={chosen.includes(template.name) ? chosen.indexOf(template.name) : undefined}
                  onToggle={() => toggle(template.name)}
                />
              ))}
            </fieldset>
            {tried && missing.templates !== undefined && (
              <p className={classes.wrong} role="alert">
                {missing.templates}
              </p>
            )}
            {picked.length > 0 && <TemplateDocuments templates={picked} />}
          </div>
        </Panel>
        <Panel title="How it is called in envelopes">
          <div className={classes.block}>
            <IdentityInputs
              legend="Production"
              value={production}
              onChange={setProduction}
              errors={of('production', missing.id)}
            />
            <Checkbox
              size="xs"
              label="The same in the sandbox"
              checked={same}
              onChange={(event) => setSame(event.currentTarget.checked)}
            />
            {same && errors['body/identities/sandbox/0/id'] !== undefined && (
              <p className={classes.wrong} role="alert">
                {errors['body/identities/sandbox/0/id']}
              </p>
            )}
            {!same && (
              <IdentityInputs
                legend="Sandbox"
                value={other}
                onChange={setOther}
                errors={of('sandbox', missing.sandboxId)}
              />
            )}
            <TextInput
              label="Time zone"
              description="Of local times whose place is unknown."
              placeholder={picked[0]?.timeZone ?? 'America/Chicago'}
              maxLength={60}
              value={timeZone}
              error={errors['body/timeZone']}
              onChange={(event) => setTimeZone(event.currentTarget.value)}
            />
          </div>
        </Panel>
        {!placed && <ProblemList error={create.error} />}
        {placed && (
          <p className={classes.wrong} role="alert">
            Nothing was made yet: correct what is marked above.
          </p>
        )}
        <div className={classes.buttons}>
          <Button type="submit" size="sm" loading={create.isPending}>
            Create the partner
          </Button>
          <Button variant="default" size="sm" onClick={onCancel}>
            Cancel
          </Button>
        </div>
      </div>
      <div className={classes.side}>
        <Panel title="Our ids" note="for the partner, as the receiver">
          <div className={classes.block}>{ourIds}</div>
        </Panel>
        <Panel title="What happens then">
          <ol className={classes.then}>
            <li>The sandbox takes its test documents at once.</li>
            <li>You give its machine a key, and add its first person.</li>
            <li>You release it: from then on production runs it.</li>
          </ol>
        </Panel>
      </div>
    </Form>
  );
}
