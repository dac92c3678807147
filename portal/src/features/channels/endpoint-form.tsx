import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Channel, Endpoint } from '../../lib/contract.ts';
import { errorsByPlace } from '../../lib/errors-by-place.ts';
import { draftOf, isChanged, offeredSettings, settingsOf, wrongIn } from '../../lib/setting-draft.ts';
import { fieldsOf } from '../../lib/setting-fields.ts';
import { Form } from '../../ui/form.tsx';
import { LeaveGuard } from '../../ui/leave-guard.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { SettingsFields } from '../../ui/settings/settings-fields.tsx';
import classes from './channels.module.css';
import type { EndpointChange } from './channels-query.ts';

interface EndpointFormProps {
  readonly channel: Channel;
  /** What is changed; undefined for a new one. */
  readonly endpoint?: Endpoint;
  /** What a new one is called unless somebody says otherwise. */
  readonly usualName: string;
  /** What a new one begins with, where its schema asks for it. */
  readonly offers?: Readonly<Record<string, string | undefined>>;
  readonly save: (change: EndpointChange & { readonly name: string }) => Promise<Endpoint>;
  readonly onSaved: (endpoint: Endpoint) => void;
  readonly onCancel: () => void;
}

const nameRule = /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}$/;
const isName = (name: string) => nameRule.test(name);
const nowhere: readonly string[] = [];

/** What the hub says, by the names of the settings; the rest stands above the form. */
function serverErrors(error: unknown, known: ReadonlySet<string>) {
  const bySetting: Record<string, string> = {};
  const others: { place: string; message: string }[] = [];
  for (const [place, message] of Object.entries(errorsByPlace(error))) {
    const [, part, setting = ''] = place.split('/');
    if (part === 'settings' && known.has(setting)) bySetting[setting] = message;
    else if (part !== 'name') others.push({ place, message });
  }
  return { bySetting, others, name: errorsByPlace(error)['body/name'] };
}

/** Name and settings of an endpoint, as the schema of its channel asks for them. */
export function EndpointForm({ channel, endpoint, usualName, offers, save, onSaved, onCancel }: EndpointFormProps) {
  const fields = useMemo(() => fieldsOf(channel.schema), [channel]);
  const secrets = endpoint?.secrets ?? nowhere;
  const [before, setBefore] = useState(() =>
    draftOf(fields, endpoint?.settings ?? offeredSettings(fields, offers ?? {}), secrets),
  );
  const [draft, setDraft] = useState(before);
  const [name, setName] = useState(endpoint?.name ?? usualName);
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const isSaved = useRef(false);
  const [first, setFirst] = useState(endpoint);
  const saving = useMutation({
    mutationFn: save,
    onSuccess: (saved) => {
      isSaved.current = true;
      onSaved(saved);
    },
  });
  const local = wrongIn(fields, draft);
  const hub = serverErrors(saving.error, new Set(fields.map((field) => field.name)));
  const errors = { ...hub.bySetting, ...(isTried && local) };
  const wrongName = isTried && !isName(name.trim()) ? 'Letters, digits, blanks, and . _ - only; 60 at most.' : hub.name;
  const isDirty = () => !isSaved.current && (isChanged(before, draft) || name !== (endpoint?.name ?? usualName));
  const showFirst = () =>
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the hub says moves the focus
  useEffect(() => {
    if (saving.error) showFirst();
  }, [saving.error]);
  const isOvertaken = (saving.error as { status?: number } | null)?.status === 409 && endpoint !== first;
  // After a conflict what nobody touched here follows, what was typed stays, and it is compared with what is there now.
  useEffect(() => {
    if (!isOvertaken || !endpoint) return;
    const now = draftOf(fields, endpoint.settings, endpoint.secrets);
    setDraft((mine) =>
      Object.fromEntries(
        fields.map(({ name: one }) => [
          one,
          isChanged({ [one]: before[one]! }, { [one]: mine[one]! }) ? mine[one]! : now[one]!,
        ]),
      ),
    );
    setName((mine) => (mine === first?.name ? endpoint.name : mine));
    setBefore(now);
    setFirst(endpoint);
  }, [isOvertaken, endpoint, fields, before, first]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(local).length > 0 || !isName(name.trim())) return showFirst();
    const insteadOf = first && { name: first.name, settings: first.settings };
    saving.mutate({
      ...{ name: name.trim(), settings: settingsOf(fields, draft, first?.settings) },
      ...(insteadOf && { insteadOf }),
    });
  };
  return (
    <div ref={form}>
      <LeaveGuard isDirty={isDirty} />
      <Form className={classes.form} noValidate onSubmit={submit}>
        {(hub.others.length > 0 || (Object.keys(hub.bySetting).length === 0 && hub.name === undefined)) && (
          <ProblemList error={hub.others.length > 0 ? { errors: hub.others } : saving.error} />
        )}
        <TextInput
          label="Name"
          description="What agreements and messages call it."
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          maxLength={60}
          value={name}
          error={wrongName}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {fields.length === 0 && <p className={classes.faint}>There is nothing else to set up.</p>}
        <SettingsFields
          fields={fields}
          draft={draft}
          errors={errors}
          secrets={secrets}
          onChange={(next) => {
            setDraft(next);
            // What the hub found wrong with a former try says nothing of this one.
            if (saving.error) saving.reset();
          }}
        />
        <div className={classes.buttons}>
          <Button type="submit" loading={saving.isPending}>
            {endpoint === undefined ? 'Add the endpoint' : 'Save'}
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </div>
      </Form>
    </div>
  );
}
