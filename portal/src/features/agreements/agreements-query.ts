import { useQueryClient } from '@tanstack/react-query';
import type { operations } from '../../../../specs/generated/openapi.ts';
import { api, client, must } from '../../lib/api.ts';
import type { Agreement, Agreements } from '../../lib/contract.ts';
import { tellDone } from '../../ui/undo.tsx';

/** What a configuration of the partner agrees on. @param of `draft`, or an environment for what it runs */
export function useAgreements(partnerId: string, of: string) {
  return api.useQuery('get', '/v1/partners/{partnerId}/agreements', {
    params: { path: { partnerId }, query: { of } },
  });
}

/** What endpoints of the partner are called that carry documents, in either environment; with the one that is agreed, though there be none of this name. */
export function useEndpointNames(partnerId: string, agreed: string): readonly string[] {
  const { data } = api.useQuery('get', '/v1/partners/{partnerId}/endpoints', { params: { path: { partnerId } } });
  const names = data?.endpoints.filter(({ carries }) => carries === 'documents').map(({ name }) => name) ?? [];
  return [...new Set([agreed, ...names])];
}

export type AgreementChange = operations['changeAgreement']['requestBody']['content']['application/json'];

/** Everything that can be changed of a partner's draft, document by document. Each can be taken back. */
export function useAgreementChanges(partnerId: string) {
  const queries = useQueryClient();
  const renew = async () => {
    for (const part of ['agreements', 'agreement', 'journey', 'profile', 'releases', 'differences'])
      await queries.invalidateQueries({ queryKey: ['get', `/v1/partners/{partnerId}/${part}`] });
    await queries.invalidateQueries({ queryKey: ['get', '/v1/partners/{partnerId}'] });
  };
  const path = { partnerId };
  const done = async (title: string, answer: Promise<{ data?: Agreements; error?: unknown }>) => {
    // Whoever is refused because of what somebody else changed is shown that.
    const { change } = await must(answer).finally(renew);
    const back =
      change &&
      (async () => {
        const body = { configuration: change.before, insteadOf: change.after };
        await must(client.PUT('/v1/partners/{partnerId}/draft', { params: { path }, body })).finally(renew);
      });
    tellDone(title, back);
  };
  return {
    add: (body: { set: string; direction: Agreement['direction']; template: string }) =>
      done(
        `The ${body.set} is agreed in the draft`,
        client.POST('/v1/partners/{partnerId}/agreements', { params: { path }, body }),
      ),
    change: ({ set, direction }: Agreement, body: AgreementChange) =>
      done(
        `The ${set} is changed in the draft`,
        client.PUT('/v1/partners/{partnerId}/agreements/{direction}/{set}', {
          params: { path: { ...path, direction, set } },
          body,
        }),
      ),
    remove: ({ set, direction }: Agreement) =>
      done(
        `The ${set} is taken out of the draft`,
        client.DELETE('/v1/partners/{partnerId}/agreements/{direction}/{set}', {
          params: { path: { ...path, direction, set } },
        }),
      ),
  };
}

export type AgreementChanges = ReturnType<typeof useAgreementChanges>;
