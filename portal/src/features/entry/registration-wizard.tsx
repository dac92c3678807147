import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { client, must } from '../../lib/api.ts';
import type { Registration, RegistrationForm, Session } from '../../lib/contract.ts';
import { errorsByPlace } from '../../lib/errors-by-place.ts';
import { Flow } from '../../ui/flow.tsx';
import { Form } from '../../ui/form.tsx';
import { NewPassword, wrongPassword } from '../../ui/new-password.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Loading } from '../../ui/states.tsx';
import { useStep } from '../../ui/use-step.ts';
import classes from './entry.module.css';
import { LinkProblem } from './link-problem.tsx';
import { type KeptForm, useKeptForm, useLikenesses, useRegistration } from './registration-query.ts';
import { CompanyStep, DocumentsStep, IdsStep } from './registration-steps.tsx';

interface WizardProps {
  readonly token: string;
  /** What stands where the link opens nothing. */
  readonly whenClosed: (problem: ReactNode) => ReactNode;
  readonly onIn: (session: Session) => void;
  /** What stands above the form, such as who is signed in by now. */
  readonly above?: ReactNode;
}

/** Registers a company. Left at any time and gone on with on any device: the form lies under the address that was proven. */
export function RegistrationWizard(props: WizardProps) {
  const { data, isPending, error } = useRegistration(props.token);
  if (isPending) return <Loading lines={8} label="Opening your registration" />;
  if (data === undefined) return props.whenClosed(<LinkProblem error={error} />);
  return <Wizard {...props} opened={data} />;
}

type StepId = 'company' | 'documents' | 'ids' | 'you';
const order: readonly StepId[] = ['company', 'documents', 'ids', 'you'];
const words: Readonly<Record<StepId, { readonly label: string; readonly title: string; readonly lead: string }>> = {
  company: {
    label: 'Company',
    title: 'Who are you?',
    lead: 'The numbers tell your company from others. None of them is needed.',
  },
  documents: {
    label: 'Documents',
    title: 'What do you exchange?',
    lead: 'A template to begin with; each document can be changed later.',
  },
  ids: {
    label: 'Ids',
    title: 'How are you called in envelopes?',
    lead: 'For tests. You may leave this empty and say it later.',
  },
  you: { label: 'You', title: 'Who signs in?', lead: 'You are the first admin and invite your colleagues yourself.' },
};

/** What is missing of each step. */
function missingOf({ company = {}, template, identity = {} }: RegistrationForm, step: StepId) {
  if (step === 'company')
    return {
      ...((company.name ?? '').trim() === '' && { name: 'Enter the name of your company' }),
      ...(company.kind === undefined && { kind: 'Choose what you do' }),
      ...(company.scac && !/^[A-Za-z]{2,4}$/.test(company.scac) && { scac: 'Two to four letters' }),
      ...(company.duns && !/^\d{9}$/.test(company.duns) && { duns: 'Nine digits' }),
      ...(company.gln && !/^\d{13}$/.test(company.gln) && { gln: 'Thirteen digits' }),
    };
  if (step === 'documents') return template === undefined ? { template: 'Choose one' } : {};
  if (step === 'ids') return identity.id && !identity.qualifier ? { qualifier: 'Enter the qualifier' } : {};
  return {};
}

const isDone = (form: RegistrationForm, step: StepId) =>
  step !== 'you' && Object.keys(missingOf(form, step)).length === 0;

function Wizard({ token, opened, onIn, above }: WizardProps & { readonly opened: Registration }) {
  const kept = useKeptForm(token, opened);
  const { form } = kept;
  const first = order.find((one) => !isDone(form, one)) ?? 'you';
  const [chosen, setStep] = useStep<StepId>(order, () => (opened.revision === 0 ? 'company' : first));
  const [tried, setTried] = useState(false);
  const [isAnother, setAnother] = useState(false);
  const likenesses = useLikenesses(token, form);
  const stopped = likenesses.some(({ mayDiffer }) => !(mayDiffer && isAnother));
  // Nothing else is worth filling in while the company seems to be here already.
  const step = stopped ? 'company' : order.indexOf(chosen) > order.indexOf(first) ? first : chosen;
  const wrong = tried ? missingOf(form, step) : {};
  const go = (to: StepId) => {
    setTried(false);
    setStep(to);
  };
  const next = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isDone(form, step) || (step === 'company' && stopped)) return;
    go(order[order.indexOf(step) + 1]!);
  };
  const steps = order.map((id, nth) => ({
    ...{ id, label: words[id].label, isDone: isDone(form, id) && (nth < 2 || order.indexOf(step) > nth) },
    isOpen: order.slice(0, nth).every((before) => isDone(form, before)) && !(nth > 0 && stopped),
  }));
  const parts = { form, onChange: kept.change, wrong };
  const { title, lead } = words[step];
  return (
    <Flow
      title="Registration"
      lead={`With ${opened.organization}. About 6 minutes; leave and come back by the link, on any device.`}
      steps={steps}
      current={step}
      onGo={go}
      saved={<Saved kept={kept} />}
    >
      <h2>{title}</h2>
      <p>{lead}</p>
      {above}
      <Conflict kept={kept} />
      {step === 'you' ? (
        <YouStep {...{ token, opened, kept, isAnother, onIn }} onBack={() => go('ids')} />
      ) : (
        <Form className={classes.form} noValidate onSubmit={next}>
          {step === 'company' && <CompanyStep {...parts} likenesses={likenesses} />}
          {step === 'company' && likenesses.some(({ mayDiffer }) => mayDiffer) && (
            <Checkbox
              label="It is another company"
              checked={isAnother}
              onChange={(event) => setAnother(event.currentTarget.checked)}
            />
          )}
          {step === 'documents' && <DocumentsStep {...parts} templates={opened.templates} />}
          {step === 'ids' && <IdsStep {...parts} />}
          <div className={classes.buttons}>
            <Button type="submit" size="sm">
              Continue
            </Button>
            {step !== 'company' && (
              <Button variant="default" size="sm" onClick={() => go(order[order.indexOf(step) - 1]!)}>
                Back
              </Button>
            )}
          </div>
        </Form>
      )}
    </Flow>
  );
}

function Saved({ kept }: { readonly kept: KeptForm }) {
  if (kept.error) return 'Not saved: the hub did not take it. It is tried again with the next change.';
  if (kept.isSaving) return 'Saving …';
  if (kept.savedAt === undefined) return 'Saved as you type';
  return (
    <>
      Saved <RelativeTime at={kept.savedAt} />
    </>
  );
}

/** Another device saved meanwhile: one of the two is chosen, nothing is written over unseen. */
function Conflict({ kept }: { readonly kept: KeptForm }) {
  if (kept.other === undefined) return null;
  const { company, template } = kept.other.form;
  return (
    <div className={classes.hint} role="alert">
      <div>
        <p>
          This form was filled in on another device since. There it says: {company?.name ?? 'no name'}
          {template !== undefined && `, ${template}`}.
        </p>
        <div className={classes.buttons}>
          <Button size="xs" variant="default" onClick={kept.takeOther}>
            Take what is there
          </Button>
          <Button size="xs" variant="default" onClick={kept.keepMine}>
            Keep what is here
          </Button>
        </div>
      </div>
    </div>
  );
}

const names = {
  form: 'Form',
  company: 'Company',
  person: 'You',
  name: 'name',
  template: 'Documents',
  identity: 'Ids',
  scac: 'SCAC',
  duns: 'DUNS',
  gln: 'GLN',
  timeZone: 'time zone',
  password: 'Password',
};

function YouStep({
  token,
  opened,
  kept,
  isAnother,
  onIn,
  onBack,
}: {
  readonly token: string;
  readonly opened: Registration;
  readonly kept: KeptForm;
  readonly isAnother: boolean;
  readonly onIn: (session: Session) => void;
  readonly onBack: () => void;
}) {
  const { form, change } = kept;
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const finish = useMutation({
    mutationFn: () => must(client.POST('/v1/registrations/finish', { body: { token, form, password, isAnother } })),
    onSuccess: onIn,
  });
  const name = form.person?.name ?? '';
  const wrong = { name: name.trim() === '' && 'Enter your name', password: wrongPassword(password) };
  const errors = errorsByPlace(finish.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!wrong.name && !wrong.password) finish.mutate();
  };
  return (
    <Form className={classes.form} noValidate onSubmit={submit}>
      <dl className={classes.facts}>
        <dt>Sign in as</dt>
        <dd>{opened.email}</dd>
        <dt>Company</dt>
        <dd>{form.company?.name}</dd>
      </dl>
      <ProblemList error={finish.error} names={names} />
      <input type="text" autoComplete="username" value={opened.email} readOnly hidden />
      <TextInput
        label="Your name"
        autoComplete="name"
        maxLength={120}
        value={name}
        error={(tried && wrong.name) || errors['body/form/person/name']}
        onChange={(event) => change({ ...form, person: { name: event.currentTarget.value } })}
      />
      <NewPassword value={password} error={tried && wrong.password} onChange={setPassword} />
      <div className={classes.buttons}>
        <Button type="submit" size="sm" loading={finish.isPending} disabled={kept.other !== undefined}>
          Register and sign in
        </Button>
        <Button variant="default" size="sm" onClick={onBack}>
          Back
        </Button>
      </div>
    </Form>
  );
}
