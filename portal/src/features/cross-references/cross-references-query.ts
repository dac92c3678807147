import { keepPreviousData, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '../../../../specs/generated/openapi.ts';
import { api, client, must } from '../../lib/api.ts';
import type { Environment } from '../../lib/contract.ts';
import { tellDone } from '../../ui/undo.tsx';

type Schemas = components['schemas'];
export type KeyKind = Schemas['KeyKind'];
export type KeyQuestion = Schemas['KeyQuestion'];
export type Suggestion = Schemas['Suggestion'];
export type KeyAnswer = Schemas['KeyAnswer'];
export type KeysAnswered = Schemas['KeysAnswered'];
export type MasterRow = Schemas['MasterData']['rows'][number];

export const kindWords: Readonly<
  Record<KeyKind, { readonly one: string; readonly many: string; readonly in: string }>
> = {
  item: { one: 'Item', many: 'Items', in: 'Internal reference or barcode' },
  location: { one: 'Location', many: 'Locations', in: 'Short name of the warehouse' },
  unit: { one: 'Unit', many: 'Units', in: 'Unit, pieces or packaging' },
  partner: { one: 'Contact', many: 'Contacts', in: 'Reference, or id:42' },
};

/** `300 events`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export interface Asked {
  readonly partnerId: string;
  readonly environment: Environment;
  readonly kind?: KeyKind | undefined;
  readonly q: string;
  readonly offset: number;
}

export const pageSize = 50;
const lookEveryMs = 10_000;

const queryOf = ({ environment, kind, q, offset }: Asked) => ({
  ...{ environment, limit: pageSize, offset },
  ...(kind && { kind }),
  ...(q !== '' && { q }),
});

/** Open questions, those that most waits for first. */
export function useQuestions(asked: Asked) {
  const of = { params: { path: { partnerId: asked.partnerId }, query: queryOf(asked) } };
  return api.useQuery('get', '/v1/partners/{partnerId}/cross-references', of, {
    placeholderData: keepPreviousData,
    refetchInterval: lookEveryMs,
  });
}

/** What Odoo has for the same questions, asked once for each page of them. */
export function useSuggestions(asked: Asked, isAsked: boolean) {
  const of = { params: { path: { partnerId: asked.partnerId }, query: queryOf(asked) } };
  return api.useQuery('get', '/v1/partners/{partnerId}/cross-references/suggestions', of, {
    enabled: isAsked,
    staleTime: 60_000,
  });
}

export interface MasterAsked {
  readonly partnerId: string;
  readonly environment: Environment;
  readonly kind: 'item' | 'location';
  readonly q: string;
  readonly missing: boolean;
  readonly offset: number;
}

/** Products or warehouses of Odoo with the keys that mean them. */
export function useMasterData({ partnerId, q, ...asked }: MasterAsked) {
  const query = { ...asked, limit: pageSize, ...(q !== '' && { q }) };
  return api.useQuery(
    'get',
    '/v1/partners/{partnerId}/cross-references/master-data',
    { params: { path: { partnerId }, query } },
    { placeholderData: keepPreviousData, staleTime: 60_000 },
  );
}

/** Products of Odoo that have words in their name or number; none until there are two letters. */
export function useProductsLike({ partnerId, environment, q }: Pick<MasterAsked, 'partnerId' | 'environment' | 'q'>) {
  const query = { environment, kind: 'item', q: q === '' ? '-' : q, limit: 8 } as const;
  return api.useQuery(
    'get',
    '/v1/partners/{partnerId}/cross-references/master-data',
    { params: { path: { partnerId }, query } },
    { enabled: q.length > 1, staleTime: 60_000 },
  );
}

/** All open questions, for a file. */
export const allQuestions = async (partnerId: string, environment: Environment): Promise<readonly KeyQuestion[]> => {
  const all: KeyQuestion[] = [];
  for (;;) {
    const query = { environment, limit: 1000, offset: all.length };
    const { questions, total } = await must(
      client.GET('/v1/partners/{partnerId}/cross-references', { params: { path: { partnerId }, query } }),
    );
    all.push(...questions);
    if (questions.length === 0 || all.length >= total) return all;
  }
};

const resumedOf = ({ resumed }: KeysAnswered): number => resumed.reduce((sum, { total }) => sum + total, 0);

/** What an answer brought about, in one sentence: only what was done by then. */
function toldOf(title: string, answered: KeysAnswered): string {
  const resumed = resumedOf(answered);
  const { deliveries } = answered.waiting;
  const going = resumed === 0 ? 'nothing waited for it alone' : `${counted(resumed, 'event')} on the way again`;
  return `${title}; ${going}${deliveries > 0 ? `, ${counted(deliveries, 'event')} still wait` : ''}`;
}

/** Answers questions; what went on stays on screen with what became of it. Each answer can be taken back, for what comes from then on. */
export function useAnswers(partnerId: string, environment: Environment) {
  const queries = useQueryClient();
  const [resumed, setResumed] = useState<readonly string[]>([]);
  const renew = async () => {
    for (const part of ['cross-references', 'cross-references/master-data', 'lookups', 'lookups/{lookup}'])
      await queries.invalidateQueries({ queryKey: ['get', `/v1/partners/{partnerId}/${part}`] });
    await queries.invalidateQueries({ queryKey: ['get', '/v1/cases'] });
  };
  const send = (answers: readonly KeyAnswer[]) =>
    must(
      client.POST('/v1/partners/{partnerId}/cross-references', {
        params: { path: { partnerId } },
        body: { environment, answers: [...answers] },
      }),
    ).finally(renew);
  const answer = async (title: string, answers: readonly KeyAnswer[]): Promise<void> => {
    const done = await send(answers);
    setResumed((before) => [...done.resumed.map(({ id }) => id), ...before].slice(0, 4));
    tellDone(toldOf(title, done), done.before.length === 0 ? undefined : () => send(done.before));
  };
  return { resumed, answer };
}
