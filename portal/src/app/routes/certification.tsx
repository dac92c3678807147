import { Button } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import classes from '../../features/certification/certification.module.css';
import { useCertification, useOpenRuns } from '../../features/certification/certification-query.ts';
import { ChaosPanel } from '../../features/certification/chaos-panel.tsx';
import { DocumentFilter } from '../../features/certification/document-filter.tsx';
import { Matrix } from '../../features/certification/matrix.tsx';
import { Summary } from '../../features/certification/summary.tsx';
import { useJourney } from '../../features/journey/journey-query.ts';
import { useSession } from '../../features/session/session.ts';
import type { Journey } from '../../lib/contract.ts';
import { may } from '../../lib/roles.ts';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import { PartnerFrame, useOfPartner } from './partner-frame.tsx';

/** Stages at which nobody asks for tests any more. */
const past: ReadonlySet<string> = new Set(['hypercare', 'live']);
const keyOf = ({ set, direction, version }: Journey['documents'][number]) =>
  [direction === 'in' ? 'inbound' : 'outbound', set, ...(version === '' ? [] : [version])].join('/');

/** Which tests are left: documents against the scenarios that certify each. */
export function CertificationPage() {
  const of = useOfPartner();
  const { partnerId, reader } = of;
  const { partner, document: only } = useSearch({ from: '/shell/certification' });
  const { data, isPending, error, refetch } = useCertification(partnerId);
  const runs = useOpenRuns(partnerId).data?.runs ?? [];
  const journey = useJourney(partnerId).data;
  const live = new Set(journey?.documents.filter(({ stage }) => past.has(stage)).map(keyOf));
  const mayWork = may(useSession(), 'startScenarioRun');
  const chosen = data?.documents.find(({ key }) => key === only);
  const documents = chosen === undefined ? (data?.documents ?? []) : [chosen];
  return (
    <PartnerFrame of={of} title="Certification">
      {isPending && <Loading lines={10} label="Loading the tests" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.documents.every(({ state }) => state === 'none') && (
        <Nothing
          icon={<IconCertificate size={20} stroke={1.7} />}
          title="Nothing to certify yet"
          action={
            <Button renderRoot={(props) => <Link to="/" {...props} />}>
              {reader.side === 'partner' ? 'See what is next' : 'Back to the overview'}
            </Button>
          }
        >
          Tests come with the documents that are agreed on in the sandbox. Agree on one that has tests, such as 945 or
          990.
        </Nothing>
      )}
      {data?.documents.some(({ state }) => state !== 'none') && (
        <div className={classes.page}>
          <div className={classes.top}>
            <Summary
              {...{ partnerId, certification: data, documents, only: chosen, side: reader.side, other: reader.other }}
              {...{ partner, mayWork, runs }}
              isLive={documents.every(({ key, state }) => state === 'none' || live.has(key))}
            />
            <DocumentFilter documents={data.documents} only={chosen?.key} side={reader.side} />
          </div>
          <div className={classes.column}>
            <Matrix
              scenarios={data.scenarios}
              documents={data.documents}
              runs={runs}
              side={reader.side}
              other={reader.other}
              partner={partner}
              only={chosen?.key}
            />
          </div>
          <div className={classes.column}>
            <ChaosPanel partnerId={partnerId} chaos={data.chaos} mayWork={mayWork} />
          </div>
        </div>
      )}
    </PartnerFrame>
  );
}
