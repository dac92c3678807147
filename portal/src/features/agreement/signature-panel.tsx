import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconCheck, IconDownload } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { SignedAgreement, Turn } from '../../lib/contract.ts';
import { absoluteTime } from '../../lib/time.ts';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import classes from './agreement.module.css';
import { useSign } from './agreement-query.ts';
import { DifferenceList } from './difference-list.tsx';

interface SignaturePanelProps {
  readonly partnerId: string;
  readonly agreement: SignedAgreement;
  readonly side: Turn;
  readonly maySign: boolean;
  /** Of the person who is signed in. */
  readonly name: string;
}

/** Who has signed what stands on this page, and what differs from what was signed before. */
export function SignaturePanel({ partnerId, agreement, side, maySign, name }: SignaturePanelProps) {
  const { hash, signatures, signedBefore } = agreement;
  const isSigned = signatures.some((one) => one.side === side);
  const whole = signatures.length === 2;
  return (
    <Panel
      title="Signatures"
      note={whole ? 'signed by both' : signatures.length === 1 ? 'signed by one side' : 'not signed'}
      action={
        <Button
          component="a"
          href={`/v1/partners/${partnerId}/agreement/pdf`}
          download
          variant="default"
          leftSection={<IconDownload size={14} />}
        >
          PDF
        </Button>
      }
    >
      <div className={classes.signatures}>
        {(['partner', 'team'] as const).map((one) => (
          <Signed key={one} agreement={agreement} side={one} />
        ))}
      </div>
      {signedBefore.map((former) => (
        <div key={former.side} className={classes.before}>
          <p>
            {former.side === side ? 'You' : former.side === 'team' ? agreement.company : agreement.partner} signed
            another text on <time title={absoluteTime(former.at)}>{absoluteTime(former.at)}</time>. Since then:
          </p>
          <DifferenceList differences={former.differences} />
        </div>
      ))}
      {!isSigned && maySign && <SignForm key={hash} {...{ partnerId, hash, name }} />}
      {!isSigned && !maySign && (
        <p className={classes.note}>
          {side === 'partner'
            ? 'An admin of your organisation signs it.'
            : 'An admin or approver of the team countersigns it.'}
        </p>
      )}
      <p className={classes.hash}>
        SHA-256 of this text <code>{hash}</code>
      </p>
    </Panel>
  );
}

function Signed({ agreement, side }: { readonly agreement: SignedAgreement; readonly side: Turn }) {
  const found = agreement.signatures.find((one) => one.side === side);
  return (
    <div data-signed={found !== undefined || undefined}>
      <span>{side === 'team' ? agreement.company : agreement.partner}</span>
      {found === undefined ? (
        <p>not signed</p>
      ) : (
        <>
          <p className={classes.signed}>
            <IconCheck size={16} aria-hidden="true" /> {found.name}
          </p>
          <p>{found.title}</p>
          <time dateTime={found.at}>{absoluteTime(found.at)}</time>
        </>
      )}
    </div>
  );
}

const names = { name: 'Name', title: 'Title' };

function SignForm({
  partnerId,
  hash,
  name: known,
}: {
  readonly partnerId: string;
  readonly hash: string;
  readonly name: string;
}) {
  const sign = useSign(partnerId);
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const [mayBind, setMayBind] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && mayBind) sign.mutate({ hash, name: name.trim(), title: title.trim() });
  };
  return (
    <Form className={classes.sign} onSubmit={submit} aria-label="Sign the agreement">
      <ProblemList error={sign.error} names={names} />
      <div className={classes.two}>
        <TextInput
          label="Your name, as a signature"
          placeholder={known}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label="Title"
          placeholder="Head of Logistics"
          maxLength={120}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      </div>
      <Checkbox
        label="I have read this agreement and may sign it for my company"
        checked={mayBind}
        onChange={(event) => setMayBind(event.currentTarget.checked)}
      />
      <div>
        <Button type="submit" loading={sign.isPending} disabled={name.trim() === '' || !mayBind}>
          Sign
        </Button>
      </div>
    </Form>
  );
}
