import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { MappingDetail } from '../../lib/contract.ts';
import { mayPass, toProblem } from '../../lib/problem.ts';
import { useFlush } from '../../lib/use-flush.ts';
import { keepUnsaved, type MappingKey, readMapping } from './mappings-query.ts';

export type Unsaved = NonNullable<MappingDetail['unsaved']>;

const restMs = 2_000;
const againMs = 5_000;

interface Typed {
  readonly text: string;
  /** Hash of the version that it began from. */
  readonly basedOn: string;
  readonly isDirty: boolean;
  /** Another text is to be decided on first: it is not written over. */
  readonly isHeld: boolean;
}

/** Keeps what is typed at the hub, for the same person on every device, until it is saved or dropped. */
export function useUnsaved(path: MappingKey, opened: Unsaved | undefined, { text, basedOn, isDirty, isHeld }: Typed) {
  const [kept, setKept] = useState({ text: opened?.text, revision: opened?.revision ?? 0 });
  const [elsewhere, setElsewhere] = useState<Unsaved>();
  const send = async (what: string | null) => {
    try {
      return await keepUnsaved(path, { text: what, basedOn, revision: kept.revision });
    } catch (error) {
      if (toProblem(error).status !== 409) throw error;
      const { unsaved } = await readMapping(path);
      if (unsaved !== undefined && unsaved.text !== what) {
        if (what !== null) setElsewhere(unsaved);
        throw error;
      }
      // It was dropped on the other device, or is the same there.
      return keepUnsaved(path, { text: what, basedOn, revision: unsaved?.revision ?? 0 });
    }
  };
  const keep = useMutation({
    mutationFn: send,
    onSuccess: ({ revision }, what) => setKept({ text: what ?? undefined, revision }),
    retry: (_, error) => mayPass(error),
    retryDelay: againMs,
  });
  const isOpen = isDirty && !isHeld && elsewhere === undefined && text !== kept.text;
  const failed = keep.isError && keep.variables === text;
  const isDue = isOpen && !keep.isPending && !failed;
  const keepNow = useEffectEvent(() => keep.mutate(text));
  useEffect(() => {
    if (!isDue) return;
    const timer = setTimeout(keepNow, restMs, text);
    return () => clearTimeout(timer);
  }, [isDue, text]);
  useFlush(() => (isOpen ? keepUnsaved(path, { text, basedOn, revision: kept.revision }, true) : undefined));
  return {
    isKept: isDirty && text === kept.text,
    /** What another device kept meanwhile; nothing of either is lost until one is chosen. */
    elsewhere,
    /** The other one may be written over, or stands here from now on. */
    settle: () => {
      if (elsewhere !== undefined) setKept({ text: elsewhere.text, revision: elsewhere.revision });
      setElsewhere(undefined);
    },
    drop: () => {
      if (kept.revision > 0) keep.mutate(null);
    },
  };
}
