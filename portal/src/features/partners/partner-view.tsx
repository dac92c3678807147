import type { Environment, Partner } from '../../lib/contract.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { PartnerDetail, type PartnerParts } from './partner-detail.tsx';
import { usePartner } from './partner-query.ts';

/** The partner in whichever of the four states it is. */
export function PartnerView({
  partnerId,
  environment,
  parts,
}: {
  readonly partnerId: string;
  readonly environment: Environment;
  /** What the page adds for who looks at it. */
  readonly parts: (partner: Partner) => PartnerParts;
}) {
  const { data, isPending, error, refetch } = usePartner(partnerId, environment);
  if (isPending) return <Loading lines={10} label="Loading the partner" />;
  if (data === undefined) return <Failed error={error} onRetry={() => void refetch()} />;
  return <PartnerDetail partner={data} environment={environment} parts={parts(data)} />;
}
