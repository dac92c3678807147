import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { MappingDetail } from '../../lib/contract.ts';
import { toProblem } from '../../lib/problem.ts';
import { tellDone } from '../../ui/undo.tsx';
import { dropCopy, keepCopy, type LocalCopy, readCopy } from './local-copy.ts';
import { type MappingKey, readMapping, saveMapping } from './mappings-query.ts';

const keepAfterMs = 700;

/** Somebody saved another version meanwhile. */
export interface Conflict {
  readonly words: string;
  readonly theirs: MappingDetail;
}

/** The text under work: what it began from, whether it is saved, what this browser keeps of it. */
export function useDraftText(path: MappingKey, detail: MappingDetail, reload: () => Promise<MappingDetail>) {
  const [text, setText] = useState(detail.text);
  const [base, setBase] = useState({ hash: detail.mapping.hash, text: detail.text });
  const [copy, setCopy] = useState<LocalCopy | undefined>(() => {
    const kept = readCopy(path.partnerId, path.mapping);
    return kept && kept.text !== detail.text ? kept : undefined;
  });
  const [conflict, setConflict] = useState<Conflict>();
  const [keptAt, setKeptAt] = useState<string>();
  const isDirty = text !== base.text;
  const dirty = useRef(isDirty);
  dirty.current = isDirty;
  useEffect(() => {
    if (!isDirty) return;
    const timer = setTimeout(() => {
      const at = new Date().toISOString();
      if (keepCopy(path.partnerId, path.mapping, { text, from: base.hash, at })) setKeptAt(at);
    }, keepAfterMs);
    return () => clearTimeout(timer);
  }, [isDirty, text, base.hash, path.partnerId, path.mapping]);
  const forget = () => {
    dropCopy(path.partnerId, path.mapping);
    setCopy(undefined);
    setKeptAt(undefined);
  };
  const save = useMutation({
    mutationFn: async ({ text: now, insteadOf }: { readonly text: string; readonly insteadOf: string }) => {
      const saved = await saveMapping(path, { text: now, insteadOf });
      return { ...saved, text: now };
    },
    onSuccess: async ({ hash, text: now, changed }) => {
      setBase({ hash, text: now });
      setConflict(undefined);
      forget();
      await reload();
      tellDone(changed ? 'Saved in the draft' : 'The draft has this text already');
    },
    onError: async (error) => {
      const problem = toProblem(error);
      if (problem.status !== 409) return;
      setConflict({ words: problem.detail, theirs: await readMapping(path) });
    },
  });
  return {
    ...{ text, setText, base, isDirty, keptAt, save, conflict },
    isDirtyNow: () => dirty.current,
    saveNow: () => save.mutate({ text, insteadOf: base.hash }),
    /** An unsaved text of before. */
    copy,
    takeCopy: () => {
      if (copy) setText(copy.text);
      setCopy(undefined);
    },
    dropCopy: forget,
    /** Goes on from what the other one saved: with one's own text, or with theirs. */
    goOnFrom: async ({ theirs }: Conflict, keepMine: boolean) => {
      setBase({ hash: theirs.mapping.hash, text: theirs.text });
      if (!keepMine) {
        setText(theirs.text);
        forget();
      }
      setConflict(undefined);
      save.reset();
      await reload();
    },
  };
}
