import type { Journey } from '../../lib/contract.ts';
import { absoluteTime, useNow } from '../../lib/time.ts';
import { whose } from '../../lib/whose.ts';
import { stageTone, stageWords } from '../../ui/stage-words.ts';
import { Tag } from '../../ui/tag.tsx';
import classes from './journey.module.css';
import { useJourney } from './journey-query.ts';
import { RemindButton } from './remind-button.tsx';
import { RequirementLink } from './requirement-link.tsx';
import { ageWords } from './words.ts';

interface PartnerSentenceProps {
  readonly partnerId: string;
  readonly mayRemind: boolean;
}

/** The first line of a partner's page, for the team: state, reason, whose turn, next action. */
export function PartnerSentence({ partnerId, mayRemind }: PartnerSentenceProps) {
  const { data: journey } = useJourney(partnerId);
  if (journey === undefined) return <div className={classes.sentence} aria-hidden="true" />;
  const ours = journey.requirements.currentlyDue.find(({ turn }) => turn === 'team');
  const next = ours ?? journey.next;
  return (
    <section className={classes.sentence} aria-label="Where it stands">
      <Tag tone={stageTone(journey.stage)}>{stageWords(journey.stage)}</Tag>
      <p>
        <Whose journey={journey} next={next} /> {next === undefined ? journey.reason : next.reason}
      </p>
      {next !== undefined && next.turn === 'team' && <RequirementLink action={next.action} partnerId={partnerId} />}
      {next !== undefined && next.turn === 'partner' && mayRemind && (
        <RemindButton journey={journey} side="partner" other={journey.partner.name} />
      )}
    </section>
  );
}

function Whose({ journey, next }: { readonly journey: Journey; readonly next: Journey['next'] }) {
  const now = useNow();
  if (next === undefined) return null;
  return (
    <b>
      {next.turn === 'team' ? 'Our turn' : `${whose(journey.partner.name)} turn`}{' '}
      <time dateTime={next.since} title={absoluteTime(next.since)}>
        for {ageWords(now - Date.parse(next.since))}
      </time>
      : {next.title}.
    </b>
  );
}
