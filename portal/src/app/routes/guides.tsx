import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { DeviationsPanel } from '../../features/guides/deviations.tsx';
import { Attachments, GuideTable } from '../../features/guides/guide-table.tsx';
import classes from '../../features/guides/guides.module.css';
import { type Chosen, previewOf, useGuides } from '../../features/guides/guides-query.ts';
import { PreviewView } from '../../features/guides/preview-view.tsx';
import { UploadPanel } from '../../features/guides/upload-panel.tsx';
import { useSession } from '../../features/session/session.ts';
import { may } from '../../lib/roles.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { PartnerFrame, useOfPartner } from './partner-frame.tsx';

/** By what documents are checked: the guides of a partner, and a place for the specification that it has. */
export function GuidesPage() {
  const of = useOfPartner();
  const { partnerId } = of;
  const mayImport = may(useSession(), 'importGuide');
  const { data, isPending, error, refetch } = useGuides(partnerId);
  const [chosen, setChosen] = useState<Chosen>();
  const reading = useMutation({ mutationFn: (one: Chosen) => previewOf(partnerId, one) });
  const choose = (one: Chosen) => {
    setChosen(one);
    reading.mutate(one);
  };
  const done = () => {
    setChosen(undefined);
    reading.reset();
  };
  const isShown = chosen !== undefined && reading.data !== undefined;
  return (
    <PartnerFrame of={of} title="Guides">
      <div className={classes.page}>
        {mayImport && !isShown && (
          <UploadPanel isReading={reading.isPending} error={reading.error} chosen={chosen} onChoose={choose} />
        )}
        {isShown && (
          <PreviewView
            key={`${chosen.name} ${reading.data.guide?.set}`}
            partnerId={partnerId}
            chosen={chosen}
            preview={reading.data}
            mayAccept={mayImport}
            isReading={reading.isPending}
            onChoose={choose}
            onDone={done}
          />
        )}
        {isPending && <Loading lines={6} label="Loading the guides" />}
        {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
        {data !== undefined && (
          <>
            <GuideTable partnerId={partnerId} guides={data} />
            <DeviationsPanel partnerId={partnerId} />
            <Attachments partnerId={partnerId} files={data.attachments} />
          </>
        )}
      </div>
    </PartnerFrame>
  );
}
