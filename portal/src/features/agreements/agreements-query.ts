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

/** Before the name of a channel: it is set up later, and agreed now. */
const later = 'later:';

/** Where a document can be exchanged: endpoints that carry documents, in either environment; the one that is agreed; and channels that are set up later. */
export function usePlaces(partnerId: string, agreement: Agreement) {
  const { data } = api.useQuery('get', '/v1/partners/{partnerId}/endpoints', { params: { path: { partnerId } } });
  const { data: all } = api.useQuery('get', '/v1/channels');
  const made = data?.endpoints.filter(({ carries }) => carries === 'documents') ?? [];
  const names = new Set(made.map(({ name }) => name));
  const kinds = new Set([...made.map(({ channel }) => channel), agreement.channel]);
  const { endpoint, isSetUp } = agreement;
  const own = { value: endpoint, label: isSetUp ? endpoint : `${endpoint} (to be set up)` };
  const others = [...names].filter((name) => name !== endpoint).map((name) => ({ value: name, label: name }));
  const offered = all?.channels.filter(({ name }) => isDocumentChannel(name) && !kinds.has(name) && !names.has(name));
  const items = offered?.map(({ name, title }) => ({ value: later + name, label: title })) ?? [];
  return [own, ...others, ...(items.length > 0 ? [{ group: 'Agreed now, set up later', items }] : [])];
}

type DocumentChannel = NonNullable<Agreement['channel']>;
/** A partner may agree on what it sets up itself; a folder lies on the hub's machine. */
const isDocumentChannel = (name: string): name is DocumentChannel =>
  ['https', 'as2', 'sftp', 'sftp-server'].includes(name);

/** What was chosen of the places, as a change says it. */
export function placeOf(value: string): Pick<AgreementChange, 'endpoint' | 'channel'> {
  const name = value.slice(later.length);
  return value.startsWith(later) && isDocumentChannel(name) ? { channel: name } : { endpoint: value };
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
