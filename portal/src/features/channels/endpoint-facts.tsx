import { Link } from '@tanstack/react-router';
import type { Endpoint } from '../../lib/contract.ts';
import { Ending } from '../../ui/ending.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ToldList } from '../../ui/told-list.tsx';
import classes from './channels.module.css';

/** What is known of the other side from the settings, to compare with what it says itself, and when it ends. */
export function EndpointFacts({ endpoint: { facts, expires } }: { readonly endpoint: Endpoint }) {
  if (facts.length === 0 && expires.length === 0) return null;
  return (
    <Panel
      title="To compare"
      note="with the other side"
      action={
        expires.length > 0 && (
          <Link to="/keys" className={classes.all ?? ''}>
            Keys and certificates
          </Link>
        )
      }
    >
      <ToldList items={facts} />
      {expires.length > 0 && (
        <dl className={classes.ends}>
          {expires.map(({ what, at }) => (
            <div key={what}>
              <dt>{what} ends</dt>
              <dd>
                <Ending at={at} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}
