import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { MappingDetail } from '../../lib/contract.ts';
import { toProblem } from '../../lib/problem.ts';
import { tellDone } from '../../ui/undo.tsx';
import { dropCopy, keepCopy, type LocalCopy, readCopy } from './local-copy.ts';
import { type MappingKey, readMapping, saveMapping } from './mappings-query.ts';
import { useUnsaved } from './use-unsaved.ts';

const keepAfterMs = 700;

/** Somebody saved another version meanwhile. */
export interface Conflict {
  readonly words: string;
  readonly theirs: MappingDetail;
}

/** What was typed last and not saved, in this browser or on another device. */
function unsavedBefore({ partnerId, mapping }: MappingKey, { text, unsaved }: MappingDetail): LocalCopy | undefined {
  const here = readCopy(partnerId, mapping);
  const there = unsaved && { text: unsaved.text, from: unsaved.basedOn, at: unsaved.keptAt };
  const [newest] = [here, there]
    .flatMap((one) => one ?? [])
    .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  return newest && newest.text !== text ? newest : undefined;
}

/** The text under work: what it began from, whether it is saved, what is kept of it. */
export function useDraftText(path: MappingKey, detail: MappingDetail, reload: () => Promise<MappingDetail>) {
  const [text, setText] = useState(detail.text);
  const [base, setBase] = useState({ hash: detail.mapping.hash, text: detail.text });
  const [copy, setCopy] = useState(() => unsavedBefore(path, detail));
  const [conflict, setConflict] = useState<Conflict>();
  const [keptAt, setKeptAt] = useState<string>();
  const isDirty = text !== base.text;
  const isHeld = copy !== undefined;
  const unsaved = useUnsaved(path, detail.unsaved, { text, basedOn: base.hash, isDirty, isHeld });
  const dirty = useRef(isDirty);
  dirty.current = isDirty;
  useEffect(() => {
    if (!isDirty || isHeld) return;
    const timer = setTimeout(() => {
      const at = new Date().toISOString();
      if (keepCopy(path.partnerId, path.mapping, { text, from: base.hash, at })) setKeptAt(at);
    }, keepAfterMs);
    return () => clearTimeout(timer);
  }, [isDirty, isHeld, text, base.hash, path.partnerId, path.mapping]);
  const forget = () => {
    dropCopy(path.partnerId, path.mapping);
    unsaved.drop();
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
      // What is still to be decided on stays.
      if (!isHeld) forget();
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
    ...{ text, setText, base, isDirty, keptAt, save, conflict, isKept: unsaved.isKept },
    isDirtyNow: () => dirty.current,
    saveNow: () => save.mutate({ text, insteadOf: base.hash }),
    /** An unsaved text of before. */
    copy,
    takeCopy: () => {
      if (copy) setText(copy.text);
      setCopy(undefined);
    },
    dropCopy: forget,
    /** Typed on another device meanwhile. */
    elsewhere: unsaved.elsewhere,
    takeElsewhere: () => {
      if (unsaved.elsewhere) setText(unsaved.elsewhere.text);
      unsaved.settle();
    },
    keepHere: unsaved.settle,
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
