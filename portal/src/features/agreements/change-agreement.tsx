import { Checkbox, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Agreement } from '../../lib/contract.ts';
import { Form } from '../../ui/form.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import classes from './agreements.module.css';
import { type AgreementChange, type AgreementChanges, placeOf, usePlaces } from './agreements-query.ts';
import { minutesCode } from './words.ts';

/** What takes a deadline away that need not be there. */
const none = 'none';
/** Such a deadline as it is typed. */
const orNothing = (minutes: number | undefined) => (minutes === undefined ? '' : minutesCode(minutes));
const isTime = (text: string) => /^[1-9][0-9]{0,5}[mhd]$/.test(text);

/** What differs from what is agreed, as the contract takes it. */
function differing(agreement: Agreement, typed: Typed): AgreementChange {
  const { acknowledgement: before, sla, resend } = agreement;
  const acknowledgement = {
    ...(typed.functional !== before.functional && { functional: typed.functional }),
    ...(typed.ta1 !== before.ta1 && { ta1: typed.ta1 }),
    ...(typed.accepted !== before.includeAcceptedSets && { includeAcceptedSets: typed.accepted }),
  };
  const times = {
    ...(typed.collected !== minutesCode(sla.collectedWithinMinutes) && { collected: typed.collected }),
    ...(typed.receipt !== orNothing(sla.receiptWithinMinutes) && { receipt: typed.receipt || none }),
    ...(typed.ta1Within !== orNothing(sla.ta1WithinMinutes) && { ta1: typed.ta1Within || none }),
    ...(typed.acknowledged !== minutesCode(sla.acknowledgedWithinMinutes) && { acknowledged: typed.acknowledged }),
    ...(typed.answered !== minutesCode(sla.answeredWithinMinutes) && { answered: typed.answered }),
  };
  const again = {
    ...(typed.numbers !== resend.numbers && { numbers: typed.numbers }),
    ...(typed.configuration !== resend.configuration && { configuration: typed.configuration }),
  };
  return {
    ...(typed.version !== agreement.version && { version: typed.version }),
    ...(typed.endpoint !== agreement.endpoint && placeOf(typed.endpoint)),
    ...(Object.keys(acknowledgement).length > 0 && { acknowledgement }),
    ...(Object.keys(times).length > 0 && { sla: times }),
    ...(Object.keys(again).length > 0 && { resend: again }),
  };
}

interface Typed {
  readonly version: string;
  readonly endpoint: string;
  readonly functional: Agreement['acknowledgement']['functional'];
  readonly ta1: Agreement['acknowledgement']['ta1'];
  readonly accepted: boolean;
  readonly collected: string;
  readonly receipt: string;
  readonly ta1Within: string;
  readonly acknowledged: string;
  readonly answered: string;
  readonly numbers: Agreement['resend']['numbers'];
  readonly configuration: Agreement['resend']['configuration'];
}

const ta1Words = { never: 'Never', 'when-requested': 'When ISA14 asks for it', always: 'Always' } as const;

const numbersWords = {
  either: 'As it is, or with new control numbers',
  same: 'As it is, byte for byte',
  new: 'With new control numbers',
} as const;
const configurationWords = { present: 'What is agreed then', original: 'What it was written with before' } as const;
const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** The terms of one document. What we send has deadlines for the partner; what we receive has our acknowledgement. */
export function ChangeAgreement({
  partnerId,
  agreement,
  configuration,
  newest,
  changes,
  onClose,
}: {
  readonly partnerId: string;
  readonly agreement: Agreement;
  /** Hash of the draft that it is of. */
  readonly configuration: string;
  /** Of the draft as it is by now. */
  readonly newest: string;
  readonly changes: AgreementChanges;
  readonly onClose: () => void;
}) {
  const { set, name, direction, versions, acknowledgement, sla, resend } = agreement;
  const places = usePlaces(partnerId, agreement);
  const [typed, setTyped] = useState<Typed>({
    version: agreement.version,
    endpoint: agreement.endpoint,
    functional: acknowledgement.functional,
    ta1: acknowledgement.ta1,
    accepted: acknowledgement.includeAcceptedSets,
    collected: minutesCode(sla.collectedWithinMinutes),
    receipt: orNothing(sla.receiptWithinMinutes),
    ta1Within: orNothing(sla.ta1WithinMinutes),
    acknowledged: minutesCode(sla.acknowledgedWithinMinutes),
    answered: minutesCode(sla.answeredWithinMinutes),
    ...resend,
  });
  const put = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const change = differing(agreement, typed);
  const save = useMutation({
    mutationFn: (insteadOf: string) => changes.change(agreement, { ...change, insteadOf }),
    onSuccess: onClose,
  });
  // Whoever was told what somebody else has changed since writes over it with open eyes.
  const isTold = (save.error as { status?: number } | null)?.status === 409;
  const wrong = (text: string) => !isTime(text) && 'A number with m, h or d, such as 90m, 24h or 2d';
  const wrongOrNothing = (text: string) => text !== '' && wrong(text);
  const [receiptFault, ta1Fault] = [wrongOrNothing(typed.receipt), wrongOrNothing(typed.ta1Within)];
  const isGood = [typed.collected, typed.acknowledged, typed.answered].every(isTime) && !receiptFault && !ta1Fault;
  const fits = direction === 'in' || isGood;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!fits) return;
    if (Object.keys(change).length === 0) onClose();
    else save.mutate(isTold ? newest : configuration);
  };
  return (
    <Modal opened onClose={onClose} title={`${set} ${name === set ? '' : name}`}>
      <Form className={classes.form} noValidate onSubmit={submit}>
        <ProblemList error={save.error} />
        {versions.length > 0 && (
          <NativeSelect
            label="Version"
            description="Those that its mapping serves."
            data={[...versions]}
            value={typed.version}
            onChange={(event) => put({ version: event.currentTarget.value })}
          />
        )}
        {places.length > 1 && (
          <NativeSelect
            label="Exchanged at"
            description="An endpoint, by its name: each environment has its own of that name. Or a channel that is set up after the agreement is signed."
            data={places}
            value={typed.endpoint}
            onChange={(event) => put({ endpoint: event.currentTarget.value })}
          />
        )}
        {direction === 'in' ? (
          <>
            <NativeSelect
              label="We acknowledge it with"
              description="A 999 also reports what the guide wants."
              data={['997', '999']}
              value={typed.functional}
              onChange={(event) => put({ functional: event.currentTarget.value as Typed['functional'] })}
            />
            <Checkbox
              size="xs"
              label="It lists accepted sets too"
              checked={typed.accepted}
              onChange={(event) => put({ accepted: event.currentTarget.checked })}
            />
            <NativeSelect
              label="A TA1 is sent"
              data={options(ta1Words)}
              value={typed.ta1}
              onChange={(event) => put({ ta1: event.currentTarget.value as Typed['ta1'] })}
            />
          </>
        ) : (
          <>
            <TextInput
              label="The partner collects it within"
              description="From its mailbox. Minutes, hours or days: 90m, 24h, 2d."
              value={typed.collected}
              error={wrong(typed.collected)}
              onChange={(event) => put({ collected: event.currentTarget.value.trim() })}
            />
            <TextInput
              label="Sends the receipt (MDN) within"
              description="Of a message by AS2. Empty: what its endpoint says."
              placeholder="2h"
              value={typed.receipt}
              error={receiptFault}
              onChange={(event) => put({ receipt: event.currentTarget.value.trim() })}
            />
            {agreement.format === 'x12' && (
              <TextInput
                label="Sends a TA1 within"
                description="We ask for one then (ISA14). Empty: none is asked for."
                placeholder="4h"
                value={typed.ta1Within}
                error={ta1Fault}
                onChange={(event) => put({ ta1Within: event.currentTarget.value.trim() })}
              />
            )}
            <TextInput
              label="Acknowledges it within"
              description="From when it has it."
              value={typed.acknowledged}
              error={wrong(typed.acknowledged)}
              onChange={(event) => put({ acknowledged: event.currentTarget.value.trim() })}
            />
            <TextInput
              label="And answers it within"
              value={typed.answered}
              error={wrong(typed.answered)}
              onChange={(event) => put({ answered: event.currentTarget.value.trim() })}
            />
            <NativeSelect
              label="It may be sent once more"
              data={options(numbersWords)}
              value={typed.numbers}
              onChange={(event) => put({ numbers: event.currentTarget.value as Typed['numbers'] })}
            />
            {typed.numbers !== 'same' && (
              <NativeSelect
                label="With new numbers it is written with"
                data={options(configurationWords)}
                value={typed.configuration}
                onChange={(event) => put({ configuration: event.currentTarget.value as Typed['configuration'] })}
              />
            )}
          </>
        )}
        <FormButtons label="Save in the draft" busy={save.isPending} onClose={onClose} />
      </Form>
    </Modal>
  );
}
