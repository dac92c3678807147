import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { client, must } from '../../lib/api.ts';
import type { Registration, RegistrationForm } from '../../lib/contract.ts';
import { isTransient } from '../../lib/problem.ts';
import { useFlush } from '../../lib/use-flush.ts';

const restMs = 700;
const againMs = 3_000;

export function useRegistration(token: string) {
  return useQuery({
    queryKey: ['registration', token],
    queryFn: () => must(client.POST('/v1/registrations/read', { body: { token } })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
}

export interface KeptForm {
  readonly form: RegistrationForm;
  readonly change: (form: RegistrationForm) => void;
  readonly savedAt: string | undefined;
  readonly isSaving: boolean;
  readonly error: unknown;
  /** What another device saved meanwhile; nothing of either is lost until one is chosen. */
  readonly other: Registration | undefined;
  readonly takeOther: () => void;
  readonly keepMine: () => void;
}

/** The form, saved a moment after each change. */
export function useKeptForm(token: string, opened: Registration): KeptForm {
  const [form, setForm] = useState(opened.form);
  const [revision, setRevision] = useState(opened.revision);
  const [saved, setSaved] = useState({ form: opened.form, at: opened.revision > 0 ? opened.savedAt : undefined });
  const [other, setOther] = useState<Registration>();
  const underWay = useRef<ReturnType<typeof send>>(undefined);
  const send = async (of: { form: RegistrationForm; revision: number }) => {
    const { data, error } = await client.PUT('/v1/registrations', { keepalive: true, body: { token, ...of } });
    if (data !== undefined) return data;
    if (error.status === 409) setOther(await must(client.POST('/v1/registrations/read', { body: { token } })));
    throw error;
  };
  const save = useMutation({
    mutationFn: (of: { form: RegistrationForm; revision: number }) => {
      const sending = send(of);
      underWay.current = sending;
      return sending;
    },
    // The line may come back.
    retry: (_, error) => isTransient(error),
    retryDelay: againMs,
    onSuccess: (kept, of) => {
      setRevision(kept.revision);
      setSaved({ form: of.form, at: kept.savedAt });
    },
  });
  // Whoever leaves at once has typed it all the same: it goes out after what is under way.
  useFlush((isClosing) => {
    if (form === saved.form || other !== undefined) return undefined;
    const keepNow = (before: number) =>
      client.PUT('/v1/registrations', { keepalive: true, body: { token, form, revision: before } });
    const first = save.isPending ? underWay.current : undefined;
    if (first === undefined) return keepNow(revision);
    if (isClosing) return save.variables?.form === form ? first : keepNow(revision + 1);
    return first.then((kept) => keepNow(kept.revision));
  });
  const failed = save.isError && save.variables.form === form;
  const isDue = form !== saved.form && other === undefined && !save.isPending && !failed;
  const keep = useEffectEvent(() => save.mutate({ form, revision }));
  useEffect(() => {
    if (!isDue) return;
    const timer = setTimeout(keep, restMs, form);
    return () => clearTimeout(timer);
  }, [isDue, form]);
  return {
    form,
    change: setForm,
    savedAt: form === saved.form ? saved.at : undefined,
    isSaving: form !== saved.form,
    error: other === undefined ? save.error : null,
    other,
    takeOther: () => {
      if (other === undefined) return;
      setForm(other.form);
      setSaved({ form: other.form, at: other.savedAt });
      setRevision(other.revision);
      setOther(undefined);
    },
    keepMine: () => {
      if (other === undefined) return;
      setRevision(other.revision);
      setOther(undefined);
    },
  };
}

/** Whether the company of a form is here already; asked when the typing rests. */
export function useLikenesses(token: string, { company = {} }: RegistrationForm) {
  const { name = '', scac = '', duns = '', gln = '' } = company;
  const marks = { name: name.trim(), scac, duns, gln };
  const [rested, setRested] = useState(marks);
  const key = JSON.stringify(marks);
  useEffect(() => {
    const timer = setTimeout(() => setRested(JSON.parse(key) as typeof marks), restMs);
    return () => clearTimeout(timer);
  }, [key]);
  const { data } = useQuery({
    queryKey: ['likeness', token, rested],
    queryFn: () => must(client.POST('/v1/registrations/check', { body: { token, form: { company: rested } } })),
    enabled: rested.name.length > 2,
    retry: false,
    staleTime: 60_000,
  });
  return rested.name.length > 2 ? (data?.likenesses ?? []) : [];
}
