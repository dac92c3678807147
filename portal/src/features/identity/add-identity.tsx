import {
  Button,
  FileButton,
  Modal,
  NativeSelect,
  PasswordInput,
  SegmentedControl,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from '../../ui/form.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import classes from './identity.module.css';
import type { IdentityChanges, NewIdentity } from './identity-query.ts';

type Way = 'make' | 'pem' | 'pfx';
const ways: { value: Way; label: string }[] = [
  { value: 'make', label: 'Make one here' },
  { value: 'pem', label: 'Upload PEM' },
  { value: 'pfx', label: 'Upload PFX' },
];

interface Typed {
  readonly name: string;
  readonly bits: 2048 | 3072 | 4096;
  readonly years: string;
  readonly pem: string;
  readonly pfx: string;
  readonly fileName: string;
  readonly password: string;
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function partOf(way: Way, { name, bits, years, pem, pfx, password }: Typed) {
  const locked = password !== '' && { password };
  if (way === 'make') return { make: { name: name.trim(), bits, years: Number(years) } };
  return way === 'pem' ? { pem, ...locked } : { pfx, ...locked };
}

function missing(way: Way, { name, pem, pfx }: Typed): string | false {
  if (way === 'make') return name.trim() === '' && 'Enter a name';
  if (way === 'pem') return pem.trim() === '' && 'Paste certificate, chain and private key';
  return pfx === '' && 'Choose the file';
}

/** A key and certificate of ours for AS2: made here, or brought along. */
export function AddIdentity({
  isFirst,
  changes,
  onClose,
}: {
  /** There is none yet: it is used at once. */
  readonly isFirst: boolean;
  readonly changes: IdentityChanges;
  readonly onClose: () => void;
}) {
  const [way, setWay] = useState<Way>('make');
  const [as, setAs] = useState<NewIdentity['as']>(isFirst ? 'current' : 'next');
  const [isTried, setTried] = useState(false);
  const [typed, setTyped] = useState<Typed>({
    ...{ name: '', bits: 3072, years: '3', pem: '', pfx: '', fileName: '', password: '' },
  });
  const put = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const add = useMutation({
    mutationFn: () => changes.add({ as, ...partOf(way, typed) }),
    onSuccess: onClose,
  });
  const wrong = isTried && missing(way, typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing(way, typed) === false) add.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={isFirst ? 'Our AS2 identity' : 'Our next AS2 identity'} size="lg">
      <Form className={classes.form} noValidate onSubmit={submit}>
        <ProblemList
          error={add.error}
          names={{ pem: 'PEM', pfx: 'PFX', make: '', name: 'Name', password: 'Password' }}
        />
        <SegmentedControl
          aria-label="Where it comes from"
          data={ways}
          value={way}
          onChange={(next) => setWay(next as Way)}
        />
        {way === 'make' && (
          <>
            <TextInput
              label="Name"
              description="Stands in the certificate; partners see it."
              maxLength={64}
              data-autofocus
              value={typed.name}
              error={wrong}
              onChange={(event) => put({ name: event.currentTarget.value })}
            />
            <NativeSelect
              label="Size of the key"
              data={['2048', '3072', '4096']}
              value={String(typed.bits)}
              onChange={(event) => put({ bits: Number(event.currentTarget.value) as Typed['bits'] })}
            />
            <NativeSelect
              label="Valid for"
              data={[1, 2, 3, 5, 10].map((years) => ({
                value: String(years),
                label: `${years} ${years === 1 ? 'year' : 'years'}`,
              }))}
              value={typed.years}
              onChange={(event) => put({ years: event.currentTarget.value })}
            />
          </>
        )}
        {way === 'pem' && (
          <Textarea
            label="Certificate, its chain, and the private key"
            autosize
            minRows={5}
            maxRows={12}
            spellCheck={false}
            autoComplete="off"
            classNames={{ input: classes.code ?? '' }}
            value={typed.pem}
            error={wrong}
            onChange={(event) => put({ pem: event.currentTarget.value })}
          />
        )}
        {way === 'pfx' && (
          <div>
            <FileButton
              onChange={(file) => file !== null && void base64Of(file).then((pfx) => put({ pfx, fileName: file.name }))}
              accept=".pfx,.p12"
            >
              {(props) => (
                <Button variant="default" leftSection={<IconFileUpload size={14} />} {...props}>
                  Choose the file
                </Button>
              )}
            </FileButton>{' '}
            <span className={classes.faint}>{typed.fileName}</span>
            {wrong !== false && <p className={classes.wrong}>{wrong}</p>}
          </div>
        )}
        {way !== 'make' && (
          <PasswordInput
            label="Password"
            description="Of the private key or the file, where it has one."
            autoComplete="new-password"
            value={typed.password}
            onChange={(event) => put({ password: event.currentTarget.value })}
          />
        )}
        {!isFirst && (
          <NativeSelect
            label="When it is used"
            description="As the next one, partners get it first, and nothing changes until you switch."
            data={[
              { value: 'next', label: 'As the next one, after a switch' },
              { value: 'current', label: 'At once' },
            ]}
            value={as}
            onChange={(event) => setAs(event.currentTarget.value as NewIdentity['as'])}
          />
        )}
        <FormButtons label={way === 'make' ? 'Make it' : 'Upload it'} busy={add.isPending} onClose={onClose} />
      </Form>
    </Modal>
  );
}
