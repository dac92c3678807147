import { Modal, NativeSelect, Radio } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api, client, must } from '../../lib/api.ts';
import type { Message, ResendOffer } from '../../lib/contract.ts';
import { Form } from '../../ui/form.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import classes from '../work/work.module.css';

type Numbers = ResendOffer['numbers'][number];

const ways: Readonly<Record<Numbers, string>> = {
  same: 'Resend the same bytes',
  new: 'Reissue it with new control numbers',
};

const buttons: Readonly<Record<Numbers, string>> = { same: 'Resend', new: 'Reissue' };

/** What happens, word for word, before anybody does it. */
function Consequences({
  message,
  numbers,
  offer,
  to,
}: {
  readonly message: Message;
  readonly numbers: Numbers;
  readonly offer: ResendOffer;
  readonly to: string | undefined;
}) {
  const partner = message.partner.name;
  const name = message.fileName ?? 'the document';
  const place = to === undefined ? 'the mailbox of its API keys' : to;
  const isFetched = to === undefined || (to === offer.endpoint && !offer.isPushed);
  const arrives = isFetched ? `${partner} can fetch it at ${place}` : `The hub hands it over at ${place}`;
  if (numbers === 'same')
    return (
      <ul className={classes.consequences}>
        <li>
          {name} goes out byte for byte as it is, under the control numbers that it has. {arrives}.
        </li>
        <li>What was late or refused of the sending before is closed; its times begin anew when it is there.</li>
        <li>
          What the partner has acknowledged or answered by now stands. A partner who has it already gets it twice.
        </li>
      </ul>
    );
  return (
    <ul className={classes.consequences}>
      <li>
        A new document is written from the same event, with{' '}
        {offer.configuration === 'present' ? 'what is agreed now' : 'the configuration that it was written with before'}
        . {arrives}.
      </li>
      <li>{name} is replaced: it can no longer be fetched, nothing more is waited for, and its cases are closed.</li>
      <li>The partner takes it for a further document. One who has acted on the former one may do so again.</li>
    </ul>
  );
}

/** Sends a document of ours once more, after saying exactly what that does. */
export function ResendDialog({
  message,
  offer,
  onClose,
}: {
  readonly message: Message;
  readonly offer: ResendOffer;
  readonly onClose: () => void;
}) {
  const [numbers, setNumbers] = useState<Numbers>(offer.numbers[0] ?? 'same');
  const [chosen, setChosen] = useState('');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data: known } = api.useQuery('get', '/v1/partners/{partnerId}/endpoints', {
    params: { path: { partnerId: message.partner.id } },
  });
  const others = (known?.endpoints ?? []).filter(
    ({ environment, name }) => environment === message.environment && name !== offer.endpoint,
  );
  const isAdrift = offer.needsEndpoint;
  const to = chosen === '' ? offer.endpoint : chosen;
  const send = useMutation({
    mutationFn: () =>
      must(
        client.POST('/v1/messages/{documentId}/resend', {
          params: { path: { documentId: message.id } },
          body: { numbers, sending: offer.sending, ...(chosen !== '' && { endpoint: chosen }) },
        }),
      ),
    onSuccess: async ({ id }) => {
      onClose();
      for (const queryKey of [['messages'], ['get', '/v1/messages'], ['get', '/v1/messages/{documentId}']])
        void queries.invalidateQueries({ queryKey });
      if (id !== message.id) await navigate({ to: '/messages/$documentId', params: { documentId: id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <Modal opened onClose={onClose} title="Send it once more">
      <Form className={classes.form} onSubmit={submit}>
        <ProblemList error={send.error} />
        {isAdrift && <p className={classes.lead}>{offer.obstacle}</p>}
        {offer.numbers.length > 1 && (
          <Radio.Group label="How?" value={numbers} onChange={(value) => setNumbers(value as Numbers)}>
            <div className={classes.causes}>
              {offer.numbers.map((one, nth) => (
                <Radio
                  key={one}
                  value={one}
                  label={ways[one]}
                  size="sm"
                  {...(nth === 0 && { 'data-autofocus': true })}
                />
              ))}
            </div>
          </Radio.Group>
        )}
        {others.length > 0 && (
          <NativeSelect
            label="Where to"
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={[
              { value: '', label: offer.endpoint ?? 'The mailbox of its API keys' },
              ...others.map(({ name }) => ({ value: name, label: name })),
            ]}
          />
        )}
        <div className={classes.lead}>
          <b>{offer.numbers.length > 1 ? 'What happens' : ways[numbers]}</b>
          <Consequences message={message} numbers={numbers} offer={offer} to={to} />
        </div>
        <FormButtons
          label={buttons[numbers]}
          busy={send.isPending}
          disabled={isAdrift && chosen === ''}
          onClose={onClose}
        />
      </Form>
    </Modal>
  );
}
