import { DocumentStages } from '../../features/journey/document-stages.tsx';
import classes from '../../features/journey/journey.module.css';
import { JourneyLine } from '../../features/journey/journey-line.tsx';
import { useJourney } from '../../features/journey/journey-query.ts';
import { TurnCard } from '../../features/journey/turn-card.tsx';
import { Waive } from '../../features/journey/waive-dialog.tsx';
import { useSession } from '../../features/session/session.ts';
import { may } from '../../lib/roles.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { PartnerFrame, useOfPartner } from './partner-frame.tsx';

/** The way of one partner, for the team: what is asked for, of whom, with its evidence; what may be waived. */
export function JourneyPage() {
  const of = useOfPartner();
  const session = useSession();
  const { data, isPending, error, refetch } = useJourney(of.partnerId);
  const { other } = of.reader;
  const reader = { side: session.side, other, mayRemind: may(session, 'remind'), mayWork: of.reader.mayWork };
  return (
    <PartnerFrame of={of} title="Journey">
      <div className={classes.page} key={of.partnerId}>
        {isPending && <Loading lines={10} label="Loading the journey" />}
        {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
        {data !== undefined && (
          <>
            <TurnCard journey={data} reader={reader} />
            <JourneyLine
              journey={data}
              side={session.side}
              other={other}
              beside={
                may(session, 'waiveRequirement')
                  ? (requirement) => <Waive partnerId={of.partnerId} requirement={requirement} />
                  : undefined
              }
            />
            <DocumentStages journey={data} ways={{ in: 'from the partner', out: 'to the partner' }} />
          </>
        )}
      </div>
    </PartnerFrame>
  );
}
