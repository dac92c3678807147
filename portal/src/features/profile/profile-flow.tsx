import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import type { Profile } from '../../lib/contract.ts';
import { errorsByPlace } from '../../lib/errors-by-place.ts';
import { Flow } from '../../ui/flow.tsx';
import { Form } from '../../ui/form.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useStep } from '../../ui/use-step.ts';
import { Conflicts } from './conflicts.tsx';
import { ContactsStep } from './contacts-step.tsx';
import { HoursStep } from './hours-step.tsx';
import classes from './profile.module.css';
import { type KeptProfile, type Part, useKeptProfile } from './profile-query.ts';
import { CompanyStep, DocumentsStep, IdsStep, VolumesStep } from './profile-steps.tsx';

const order = ['company', 'documents', 'ids', 'contacts', 'hours', 'volumes'] as const;
type StepId = (typeof order)[number];

const steps: Readonly<
  Record<StepId, { label: string; title: string; lead: string; parts: readonly Part[]; lacks: readonly string[] }>
> = {
  company: {
    label: 'What you do',
    title: 'What do you do?',
    lead: 'What is known of you stands here already.',
    parts: ['role', 'numbers', 'freight'],
    lacks: ['the role', 'what is moved (TL or LTL)'],
  },
  documents: {
    label: 'Documents',
    title: 'Which documents do you want to exchange?',
    lead: 'You may begin with one: each goes live on its own. What you tick comes into the agreement and what you untick is taken out of it; what runs in production is taken out under Agreement.',
    parts: ['documents'],
    lacks: ['the documents'],
  },
  ids: {
    label: 'Trading ids',
    title: 'How are you called in envelopes?',
    lead: 'In ISA and GS, once for test and once for production; they may be the same.',
    parts: ['ids'],
    lacks: ['trading ids for the test', 'trading ids for production'],
  },
  contacts: {
    label: 'Contacts',
    title: 'Whom do we ask?',
    lead: 'One person for EDI and one for operations at least; it may be the same one.',
    parts: ['contacts'],
    lacks: ['a contact for EDI', 'a contact for operations'],
  },
  hours: {
    label: 'Hours',
    title: 'When do you work?',
    lead: 'Nobody waits for an answer on a day on which you are closed.',
    parts: ['hours'],
    lacks: ['working hours'],
  },
  volumes: {
    label: 'Volumes',
    title: 'How much goes through?',
    lead: 'A rough number is enough.',
    parts: ['volumes'],
    lacks: ['documents per day'],
  },
};

interface ProfileFlowProps {
  readonly partnerId: string;
  readonly opened: Profile;
  readonly mayChange: boolean;
}

/** What a partner says of itself, one decision a screen. Left at any time, gone on with on any device. */
export function ProfileFlow({ partnerId, opened, mayChange }: ProfileFlowProps) {
  const kept = useKeptProfile(partnerId, opened);
  const { profile } = kept;
  const isDone = (id: StepId) => !steps[id].lacks.some((one) => profile.lacks.includes(one));
  const [step, setStep] = useStep<StepId>(order, () => order.find((id) => !isDone(id)) ?? 'company');
  const { title, lead, parts } = steps[step];
  const next = order[order.indexOf(step) + 1];
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (mayChange) kept.finish(parts, () => next !== undefined && setStep(next));
  };
  const errors = errorsByPlace(kept.finishing.error);
  const part = { kept, errors };
  const complete = profile.lacks.length === 0;
  return (
    <Flow
      isInside
      title="Profile"
      lead={
        complete
          ? 'Complete. You may change it at any time.'
          : `About ${Math.max(1, profile.lacks.length)} minutes; leave and come back, on any device.`
      }
      steps={order.map((id) => ({ id, label: steps[id].label, isDone: isDone(id), isOpen: true }))}
      current={step}
      onGo={setStep}
      saved={<Saved kept={kept} mayChange={mayChange} />}
    >
      <h2>{title}</h2>
      <p>{lead}</p>
      <Conflicts kept={kept} />
      <Form className={classes.form} noValidate onSubmit={go}>
        <fieldset disabled={!mayChange} className={classes.fields}>
          {step === 'company' && <CompanyStep {...part} />}
          {step === 'documents' && <DocumentsStep {...part} />}
          {step === 'ids' && <IdsStep {...part} />}
          {step === 'contacts' && <ContactsStep {...part} />}
          {step === 'hours' && <HoursStep {...part} />}
          {step === 'volumes' && <VolumesStep {...part} />}
        </fieldset>
        {Object.keys(errors).length === 0 && <ProblemList error={kept.finishing.error} />}
        <div className={classes.buttons}>
          {mayChange && (
            <Button type="submit" size="sm" loading={kept.finishing.isPending} disabled={kept.conflicts.length > 0}>
              {next === undefined ? 'Done' : 'Continue'}
            </Button>
          )}
          {step !== 'company' && (
            <Button variant="default" size="sm" onClick={() => setStep(order[order.indexOf(step) - 1]!)}>
              Back
            </Button>
          )}
        </div>
      </Form>
      {complete && (
        <p className={classes.complete} role="status">
          The profile is complete.{' '}
          <Link to="/agreement" search={(search) => search}>
            On to the agreement <IconArrowRight size={14} aria-hidden="true" />
          </Link>
        </p>
      )}
    </Flow>
  );
}

function Saved({ kept, mayChange }: { readonly kept: KeptProfile; readonly mayChange: boolean }) {
  const { savedAt, savedBy } = kept.profile;
  if (!mayChange) return 'You may look at it; an admin or editor changes it.';
  if (kept.conflicts.length > 0) return 'Not saved: choose what holds.';
  if (kept.error) return 'Not saved: the hub did not take it. It is tried again with the next change.';
  if (kept.isSaving) return 'Saving …';
  if (savedAt === undefined) return 'Saved as you type';
  return (
    <>
      Saved <RelativeTime at={savedAt} />
      {savedBy !== undefined && `, by ${savedBy}`}
    </>
  );
}
