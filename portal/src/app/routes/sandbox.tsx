import { useSearch } from '@tanstack/react-router';
import { Twins } from '../../features/certification/twins.tsx';
import { DocumentDrop } from '../../features/message/preview/document-drop.tsx';
import { Result } from '../../features/message/preview/result.tsx';
import classes from '../../features/message/preview/sandbox.module.css';
import { usePreview } from '../../features/message/preview/use-preview.ts';
import { useSession } from '../../features/session/session.ts';
import { may } from '../../lib/roles.ts';
import { whose } from '../../lib/whose.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { PartnerFrame, useOfPartner } from './partner-frame.tsx';

/** What would happen if this were sent: nothing of it is. */
export function SandboxPage() {
  const of = useOfPartner();
  const { partnerId, reader } = of;
  const { partner } = useSearch({ from: '/shell/sandbox' });
  const control = usePreview(partnerId);
  const { looked, isLooking, error, take } = control;
  const mayWork = may(useSession(), 'startScenarioRun');
  return (
    <PartnerFrame of={of} title="Sandbox">
      <div className={classes.page}>
        <div className={mayWork ? classes.top : undefined}>
          <DocumentDrop
            onTake={take}
            busy={isLooking}
            small={looked !== undefined}
            note="See what would happen if it were sent to the sandbox. Nothing is sent, and nothing is kept; up to 5 MB."
          />
          {mayWork && <Twins partnerId={partnerId} side={reader.side} partner={partner} />}
        </div>
        {isLooking && <Loading lines={8} label="Looking at the document" />}
        {error !== null && <Failed error={error} />}
        {looked !== undefined && (
          <Result looked={looked} control={control} whose={reader.side === 'partner' ? whose(reader.other) : 'our'} />
        )}
      </div>
    </PartnerFrame>
  );
}
