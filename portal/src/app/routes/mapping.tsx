import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useMapping } from '../../features/mappings/mappings-query.ts';
import { useSession } from '../../features/session/session.ts';
import { may } from '../../lib/roles.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { PartnerFrame, useOfPartner } from './partner-frame.tsx';

// The editor comes when it is needed and not before.
const Workbench = lazy(() => import('../../features/mappings/workbench.tsx'));

/** One mapping on the bench. */
export function MappingPage() {
  const of = useOfPartner();
  const session = useSession();
  const { mapping } = useParams({ from: '/shell/mappings/$mapping' });
  const path = { partnerId: of.partnerId, mapping };
  const { data, isPending, error, refetch } = useMapping(path);
  const { set, setName } = data?.mapping ?? {};
  const title = set === undefined || setName === set ? mapping : `${set} ${setName}`;
  const back = (
    <Button variant="default" renderRoot={(props) => <Link to="/mappings" {...props} />}>
      Back to the mappings
    </Button>
  );
  return (
    <PartnerFrame of={of} title={title} under={{ to: '/mappings', label: 'Mappings' }} layout="fill">
      {isPending && <Loading lines={10} label="Loading the mapping" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} way={back} />}
      {data !== undefined && (
        <Suspense fallback={<Loading lines={10} label="Loading the editor" />}>
          <Workbench
            key={`${path.partnerId} ${mapping}`}
            path={path}
            detail={data}
            environment={of.environment}
            may={{
              change: may(session, 'saveMapping'),
              review: may(session, 'reviewMapping'),
              whatIf: may(session, 'whatIfMapping'),
            }}
          />
        </Suspense>
      )}
    </PartnerFrame>
  );
}
