import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { oneOf } from '../lib/search-params.ts';

/** Where a flow stands. It is in the address: the browser's Back undoes one step, and a page that is loaded again stands where it was. @param begin where it opens; the step stays that until one is chosen */
export function useStep<Id extends string>(order: readonly Id[], begin: () => Id): readonly [Id, (to: Id) => void] {
  const [first] = useState(begin);
  const { step } = useSearch({ strict: false }) as { step?: string };
  const navigate = useNavigate();
  const go = (to: Id) =>
    void navigate({ to: '.', hash: true, search: ((before: object) => ({ ...before, step: to })) as never });
  return [oneOf(step, order) ?? first, go];
}
