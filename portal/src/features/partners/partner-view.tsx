import { api } from '../../lib/api.ts';
import type { Environment } from '../../lib/contract.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { PartnerDetail } from './partner-detail.tsx';

/** One partner as the hub answers it, for the environment on screen. */
export function usePartner(partnerId: string, environment: Environment) {
  return api.useQuery('get', '/v1/partners/{partnerId}', {
    params: { path: { partnerId }, query: { environment } },
  });
}

/** The partner in whichever of the four states it is. */
export function PartnerView({
  partnerId,
  environment,
}: {
  readonly partnerId: string;
  readonly environment: Environment;
}) {
  const { data, isPending, error, refetch } = usePartner(partnerId, environment);
  if (isPending) return <Loading lines={10} label="Loading the partner" />;
  if (data === undefined) return <Failed error={error} onRetry={() => void refetch()} />;
  return <PartnerDetail partner={data} environment={environment} />;
}
