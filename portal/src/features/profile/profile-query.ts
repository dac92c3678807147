import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { api, client, must } from '../../lib/api.ts';
import type { Profile, ProfileForm } from '../../lib/contract.ts';
import { useJourneyChanged } from '../../lib/journey-changed.ts';
import { mayPass } from '../../lib/problem.ts';
import { flushed, useFlush } from '../../lib/use-flush.ts';

const restMs = 800;
const againMs = 3_000;

/** The profile as the hub has it when the page opens, never as it was remembered: the form begins with it. */
export function useProfile(partnerId: string) {
  const { queryKey } = api.queryOptions('get', '/v1/partners/{partnerId}/profile', { params: { path: { partnerId } } });
  const { data, isFetchedAfterMount, error, refetch } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      await flushed();
      return must(client.GET('/v1/partners/{partnerId}/profile', { params: { path: { partnerId } }, signal }));
    },
    // The form on screen is the newest there is: it is compared when it is saved.
    ...{ staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, refetchOnMount: 'always', gcTime: 0 },
  });
  return { data: isFetchedAfterMount ? data : undefined, isPending: !isFetchedAfterMount, error, refetch };
}

export const parts = ['role', 'numbers', 'freight', 'documents', 'ids', 'contacts', 'hours', 'volumes'] as const;
export type Part = (typeof parts)[number];

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const only = (form: ProfileForm, wanted: readonly Part[]): ProfileForm =>
  Object.fromEntries(wanted.flatMap((part) => (form[part] === undefined ? [] : [[part, form[part]]])));

export interface KeptProfile {
  readonly form: ProfileForm;
  readonly profile: Profile;
  readonly change: (said: ProfileForm) => void;
  readonly isSaving: boolean;
  readonly error: unknown;
  /** Parts that somebody else saved while they were changed here, with what was saved; both are there until one is chosen. */
  readonly conflicts: readonly { readonly part: Part; readonly theirs: ProfileForm; readonly by: string }[];
  readonly choose: (part: Part, which: 'mine' | 'theirs') => void;
  /** Ends a step: what is wrong is refused, ids and documents go into the draft. */
  readonly finish: (step: readonly Part[], then: () => void) => void;
  readonly finishing: { readonly isPending: boolean; readonly error: unknown };
}

/** The profile, saved part by part a moment after each change. */
export function useKeptProfile(partnerId: string, opened: Profile): KeptProfile {
  const [form, setForm] = useState(opened.form);
  /** As the hub has it, as far as is known here. */
  const [kept, setKept] = useState(opened);
  const [other, setOther] = useState<Profile>();
  const changed = useJourneyChanged();
  const differing = parts.filter((part) => !same(form[part], kept.form[part]));
  const path = { partnerId };

  /** What the hub has now, under what is being changed here. */
  const takeIn = (newest: Profile, sent: ProfileForm) => {
    setForm((here) => ({
      ...newest.form,
      ...only(
        here,
        parts.filter((part) => !same(here[part], sent[part])),
      ),
    }));
    setKept(newest);
  };
  /** What is being saved, and the form as the hub has it then. */
  const underWay = useRef<{ readonly sending: ReturnType<typeof send>; readonly form: ProfileForm }>(undefined);
  const send = async (wanted: readonly Part[], done: boolean) => {
    const body = { change: only(form, wanted), insteadOf: only(kept.form, wanted), ...(done && { done }) };
    const { data, error } = await client.PATCH('/v1/partners/{partnerId}/profile', {
      ...{ params: { path }, keepalive: true },
      body,
    });
    if (data !== undefined) return { data, sent: { ...kept.form, ...body.change } };
    if (error.status === 409)
      setOther(await must(client.GET('/v1/partners/{partnerId}/profile', { params: { path } })));
    throw error;
  };
  const onSuccess = ({ data, sent }: Awaited<ReturnType<typeof send>>) => {
    takeIn(data, sent);
    changed();
  };
  const save = useMutation({
    mutationFn: (wanted: readonly Part[]) => {
      const sending = send(wanted, false);
      underWay.current = { sending, form: { ...kept.form, ...only(form, wanted) } };
      return sending;
    },
    onSuccess,
    // The line is down, or the session has ended: it is tried with what stands there by then.
    retry: (_, error) => mayPass(error),
    retryDelay: againMs,
  });
  // Whoever leaves at once has typed it all the same: it goes out after what is under way.
  useFlush((isClosing) => {
    if (differing.length === 0 || other !== undefined) return undefined;
    const change = only(form, differing);
    const keepNow = (before: ProfileForm) =>
      client.PATCH('/v1/partners/{partnerId}/profile', {
        ...{ params: { path }, keepalive: true },
        body: { change, insteadOf: only(before, differing) },
      });
    const first = save.isPending ? underWay.current : undefined;
    if (first === undefined) return keepNow(kept.form);
    return isClosing ? keepNow(first.form) : first.sending.then(({ data }) => keepNow(data.form));
  });
  const end = useMutation({ mutationFn: (wanted: readonly Part[]) => send(wanted, true), onSuccess });
  const conflicts = (other === undefined ? [] : differing).flatMap((part) =>
    same(other!.form[part], kept.form[part]) || same(other!.form[part], form[part])
      ? []
      : [{ part, theirs: other!.form, by: other!.savedBy ?? 'Somebody' }],
  );
  /** A step that somebody wants to end: what is being saved arrives first, else the two would contradict each other. */
  const [ending, setEnding] = useState<{ readonly step: readonly Part[]; readonly then: () => void }>();
  const endStep = useEffectEvent(() => {
    setEnding(undefined);
    if (ending !== undefined && other === undefined) end.mutate(ending.step, { onSuccess: ending.then });
  });
  const mayEnd = ending !== undefined && !save.isPending;
  useEffect(() => {
    if (mayEnd) endStep();
  }, [mayEnd]);
  const isFinishing = ending !== undefined || end.isPending;
  const isDue = differing.length > 0 && other === undefined && !save.isPending && !isFinishing && !save.isError;
  const keep = useEffectEvent(() => save.mutate(differing));
  const text = JSON.stringify(form);
  useEffect(() => {
    if (!isDue) return;
    const timer = setTimeout(keep, restMs, text);
    return () => clearTimeout(timer);
  }, [isDue, text]);
  // What nobody else touched is no conflict: it goes on by itself.
  const isSettled = other !== undefined && conflicts.length === 0;
  const settle = useEffectEvent(() => {
    if (other === undefined) return;
    takeIn(other, kept.form);
    setOther(undefined);
    save.reset();
  });
  useEffect(() => {
    if (isSettled) settle();
  }, [isSettled]);
  return {
    form,
    profile: kept,
    change: (said) => {
      if (save.isError && other === undefined) save.reset();
      setForm((here) => ({ ...here, ...said }));
    },
    isSaving: save.isPending || isDue,
    error: other === undefined ? save.error : null,
    conflicts,
    choose: (part, which) => {
      if (other === undefined) return;
      if (which === 'theirs') setForm((here) => ({ ...here, [part]: other.form[part] }));
      setKept((here) => ({ ...here, form: { ...here.form, [part]: other.form[part] } }));
    },
    finish: (step, then) => setEnding({ step, then }),
    finishing: { isPending: isFinishing, error: other === undefined ? end.error : null },
  };
}
