import { IconPlugConnectedX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Environment, PartnerSummary } from '../../lib/contract.ts';
import { StateTag } from '../../ui/connection-state.tsx';
import { NoPartner } from '../../ui/no-partner.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import classes from './overview.module.css';
import { useOverview, usePartnerTraffic } from './overview-query.ts';

function PartnerLine({ partner, most }: { readonly partner: PartnerSummary; readonly most: number }) {
  const { received, sent, attention } = partner.traffic;
  const share = (part: number) => `${most === 0 ? 0 : (part / most) * 100}%`;
  return (
    <li>
      <Link to="/partners/$partnerId" params={{ partnerId: partner.id }} className={classes.partner ?? ''}>
        <span className={classes.partnerHead}>
          <b>{partner.name}</b>
          {attention > 0 && <span className={classes.count}>{attention}</span>}
          {partner.lastAt !== undefined && <RelativeTime at={partner.lastAt} className={classes.last} />}
        </span>
        <span className={classes.bars} aria-hidden="true">
          <span style={{ width: share(received) }} data-way="in" />
          <span style={{ width: share(sent) }} data-way="out" />
        </span>
        <span className={classes.traffic}>
          {received} received, {sent} sent
        </span>
      </Link>
    </li>
  );
}

/** The partners by how much passes between us. */
export function PartnersPanel({
  environment,
  mayAdd,
}: {
  readonly environment: Environment;
  readonly mayAdd: boolean;
}) {
  const { data, isPending, error, refetch } = usePartnerTraffic(environment);
  const volume = ({ traffic }: PartnerSummary) => traffic.received + traffic.sent;
  const partners = (data?.partners ?? []).toSorted((a, b) => volume(b) - volume(a)).slice(0, 6);
  const most = Math.max(0, ...partners.map(volume));
  return (
    <Panel
      title="Partners"
      note="24 hours"
      action={
        <Link to="/partners" className={classes.all ?? ''}>
          Show all
        </Link>
      }
    >
      {isPending && <Loading lines={4} />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.partners.length === 0 && <NoPartner mayAdd={mayAdd} />}
      <ul className={classes.partners}>
        {partners.map((partner) => (
          <PartnerLine key={partner.id} partner={partner} most={most} />
        ))}
      </ul>
    </Panel>
  );
}

/** The Odoo databases that this environment reaches; a twin is named as such. */
export function OdooPanel({ environment }: { readonly environment: Environment }) {
  const { data, isPending } = useOverview(environment);
  const connections = data?.odoo ?? [];
  return (
    <Panel
      title="Odoo"
      action={
        <Link to="/odoo" className={classes.all ?? ''}>
          Settings
        </Link>
      }
    >
      {isPending && <Loading lines={2} />}
      {data !== undefined && connections.length === 0 && (
        <Nothing icon={<IconPlugConnectedX size={20} stroke={1.7} />} title="No Odoo is connected">
          Events wait in their lanes until a connection for this environment exists.
        </Nothing>
      )}
      <ul className={classes.connections}>
        {connections.map((connection) => (
          <li key={connection.id}>
            <Link to="/odoo/$connectionId" params={{ connectionId: connection.id }}>
              <b>{connection.name}</b>
            </Link>
            <StateTag state={connection.state} />
            {connection.kind === 'twin' && (
              <Tag tone="violet" title="A stand-in that speaks the protocol of Odoo, for sandbox and demo">
                Twin, not a real Odoo
              </Tag>
            )}
            <span className={classes.version}>version {connection.version}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
