import { Link } from '@tanstack/react-router';
import type { Channel, Session } from '../../lib/contract.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { ChannelIcon } from './channel-icon.tsx';
import classes from './channels.module.css';
import { useChannels } from './channels-query.ts';

/** Whether endpoints of a channel are added here: those that have settings, by whoever sets them up. */
export const isOffered = ({ setUpBy }: Channel, side: Session['side']) => setUpBy === 'both' || side === 'team';

/** How the systems talk: the first step of an endpoint. */
export function ChannelChoice({ side }: { readonly side: Session['side'] }) {
  const { data, isPending, error, refetch } = useChannels();
  if (isPending) return <Loading lines={6} label="Loading the channels" />;
  if (data === undefined) return <Failed error={error} onRetry={() => void refetch()} />;
  const offered = data.channels.filter((one) => isOffered(one, side));
  const others = data.channels.filter((one) => !isOffered(one, side));
  return (
    <>
      <p className={classes.lead}>How do the systems talk? Each way can be tried before anything is sent over it.</p>
      <ul className={classes.choices} aria-label="Channels">
        {offered.map(({ name, title, description }) => (
          <li key={name}>
            <Link to="/channels/new" search={{ channel: name }} className={classes.choice ?? ''}>
              <b>
                <ChannelIcon channel={name} />
                {title}
              </b>
              <span>{description}</span>
            </Link>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <p className={classes.faint}>
          {others.map(({ title }) => title).join(', ')}: set up by the integration team, since it lies on their machine.
        </p>
      )}
    </>
  );
}
