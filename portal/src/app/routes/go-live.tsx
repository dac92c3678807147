import { useSearch } from '@tanstack/react-router';
import { useGoLive } from '../../features/go-live/go-live-query.ts';
import { GoLiveView } from '../../features/go-live/go-live-view.tsx';
import { HoldActions } from '../../features/go-live/hold-panel.tsx';
import { useSession } from '../../features/session/session.ts';
import { may } from '../../lib/roles.ts';
import { PartnerFrame, useOfPartner } from './partner-frame.tsx';

/** What is missing before a document goes live, and when it does. */
export function GoLivePage() {
  const of = useOfPartner();
  const session = useSession();
  const { document } = useSearch({ from: '/shell/go-live' });
  const { data } = useGoLive(of.partnerId);
  const isTeam = of.reader.side === 'team';
  return (
    <PartnerFrame
      of={of}
      title="Go-live"
      actions={
        data && (
          <HoldActions of={data} maySuspend={may(session, 'suspendPartner')} mayEnd={may(session, 'offBoardPartner')} />
        )
      }
    >
      <GoLiveView
        partnerId={of.partnerId}
        document={document}
        rights={{
          ...{ isTeam, mayAsk: may(session, 'askForGoLive'), mayStart: may(session, 'startParallelRun') },
          ...{ mayRollBack: may(session, 'rollBackGoLive'), mayResume: may(session, 'resumePartner') },
        }}
      />
    </PartnerFrame>
  );
}
