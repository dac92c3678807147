import { useSearch } from '@tanstack/react-router';
import { DropZone } from '../../features/sandbox/drop-zone.tsx';
import { Result } from '../../features/sandbox/result.tsx';
import classes from '../../features/sandbox/sandbox.module.css';
import { Twins } from '../../features/sandbox/twins.tsx';
import { usePreview } from '../../features/sandbox/use-preview.ts';
import { useSession } from '../../features/session/session.ts';
import { may } from '../../lib/roles.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { PartnerFrame, useOfPartner } from './partner-frame.tsx';

const ofWhom = (name: string) => (name.endsWith('s') ? `${name}'` : `${name}'s`);

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
          <DropZone
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
          <Result looked={looked} control={control} whose={reader.side === 'partner' ? ofWhom(reader.other) : 'our'} />
        )}
      </div>
    </PartnerFrame>
  );
}
