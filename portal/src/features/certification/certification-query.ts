import { useQueryClient } from '@tanstack/react-query';
import { api, client, must } from '../../lib/api.ts';
import type { Certification, RunDetail } from '../../lib/contract.ts';

const path = '/v1/partners/{partnerId}/certification';

export const useCertification = (partnerId: string) => api.useQuery('get', path, { params: { path: { partnerId } } });

export function useRun(partnerId: string, runId: string | undefined) {
  return api.useQuery(
    'get',
    `${path}/runs/{runId}`,
    { params: { path: { partnerId, runId: runId ?? '' } } },
    { enabled: runId !== undefined },
  );
}

/** The runs of a scenario, newest first. */
export function useRuns(partnerId: string, scenario: string) {
  return api.useQuery('get', `${path}/runs`, { params: { path: { partnerId }, query: { scenario, limit: 50 } } });
}

/** The runs under way, newest first: what each waits for, from whom and until when. */
export function useOpenRuns(partnerId: string) {
  return api.useQuery('get', `${path}/runs`, { params: { path: { partnerId }, query: { state: 'open', limit: 100 } } });
}

function useRenew() {
  const queries = useQueryClient();
  return async () => {
    for (const one of [path, `${path}/runs`, `${path}/runs/{runId}`])
      await queries.invalidateQueries({ queryKey: ['get', one] });
  };
}

const startedHere = new Set<string>();
/** Whether a run was started in this window, however fast it was over; said once of each. */
export const isNewHere = (runId: string): boolean => startedHere.delete(runId);

export type ChaosName = Certification['chaos'][number]['name'];

/** Everything that can be done here. Each throws the problem. */
export function useCertificationChanges(partnerId: string) {
  const renew = useRenew();
  const renewed = <T>(answer: Promise<{ data?: T; error?: unknown }>): Promise<T> => must(answer).finally(renew);
  const at = (runId: string) => ({ params: { path: { partnerId, runId } } });
  const of = { params: { path: { partnerId } } };
  return {
    start: async (scenario: string): Promise<RunDetail> => {
      try {
        const run = await must(client.POST(`${path}/runs`, { ...of, body: { scenario } }));
        startedHere.add(run.id);
        return run;
      } finally {
        await renew();
      }
    },
    /** Every run that is under way; one that ends by itself meanwhile stays as it ended. */
    cancelAll: async (): Promise<number> => {
      const query = { state: 'open' as const, limit: 100 };
      const { runs } = await must(client.GET(`${path}/runs`, { params: { path: { partnerId }, query } }));
      const ends = await Promise.allSettled(
        runs.map(({ id }) => must(client.POST(`${path}/runs/{runId}/cancel`, at(id)))),
      );
      await renew();
      return ends.filter(({ status }) => status === 'fulfilled').length;
    },
    cancel: (runId: string) => renewed(client.POST(`${path}/runs/{runId}/cancel`, at(runId))),
    answer: (runId: string, frame: string, fields: Record<string, string>) =>
      renewed(client.POST(`${path}/runs/{runId}/answer`, { ...at(runId), body: { frame, fields } })),
    startNeeded: (document: string | undefined) =>
      renewed(client.POST(`${path}/needed-runs`, { ...of, body: document === undefined ? {} : { document } })),
    recertify: (document: string | undefined) =>
      renewed(client.POST(`${path}/recertification`, { ...of, body: document === undefined ? {} : { document } })),
    setChaos: (chaos: ChaosName, isOn: boolean) =>
      renewed(client.PUT(`${path}/chaos/{chaos}`, { params: { path: { partnerId, chaos } }, body: { isOn } })),
    keepFile: (file: File) =>
      must(
        client.POST('/v1/partners/{partnerId}/sandbox/files', {
          params: { path: { partnerId }, header: { 'X-File-Name': encodeURIComponent(file.name).slice(0, 255) } },
          headers: { 'Content-Type': 'application/octet-stream' },
          body: file as never,
          bodySerializer: (body: unknown) => body as Blob,
        }),
      ),
  };
}
