import { type Query, useQueryClient } from '@tanstack/react-query';
import { useGathered } from './gathered.ts';
import { usePartnerChanges } from './stream.ts';

/** Whatever happens comes in bursts, above all while tests run. */
const gatherMs = 250;

/** What is told of one partner. What is being written is not among it: those pages say by themselves that somebody else was faster. */
const ofPartner: ReadonlySet<string> = new Set(
  [
    ...['', '/journey', '/agreement', '/agreements', '/guides', '/mappings', '/releases', '/differences'],
    ...['/endpoints', '/endpoints/{endpointId}', '/endpoints/{endpointId}/connection-tests'],
    ...['/certification', '/certification/runs', '/certification/runs/{runId}'],
    ...['/go-live', '/go-live/preview', '/parallel-run'],
  ].map((part) => `/v1/partners/{partnerId}${part}`),
);
/** What is told of all of them. */
const ofAll: ReadonlySet<string> = new Set([
  ...['/v1/journeys', '/v1/go-live/requests', '/v1/go-live/requests/{requestId}'],
]);

const isAbout =
  (changed: ReadonlySet<string> | 'all') =>
  ({ queryKey: [, path, of] }: Query): boolean => {
    if (ofAll.has(path as string)) return true;
    if (!ofPartner.has(path as string)) return false;
    const { partnerId } = (of as { params: { path: { partnerId: string } } }).params.path;
    return changed === 'all' || changed.has(partnerId);
  };

/** Keeps what is on screen of partners true, whoever changes it. Called once, by the shell. */
export function useLivePartners(): void {
  const queries = useQueryClient();
  const renew = (changed: ReadonlySet<string> | 'all') => queries.invalidateQueries({ predicate: isAbout(changed) });
  const changed = useGathered(gatherMs, renew);
  usePartnerChanges(changed, () => void renew('all'));
}
