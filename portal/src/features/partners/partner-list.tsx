import { Button } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../lib/api.ts';
import type { Environment, PartnerSummary } from '../../lib/contract.ts';
import { NoPartner } from '../../ui/no-partner.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { SetCode } from '../../ui/small.tsx';
import { kinds, stageTone, stageWords } from '../../ui/stage-words.ts';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import classes from './partner-list.module.css';

interface PartnerListProps {
  readonly environment: Environment;
  readonly q: string | undefined;
  readonly onClear: () => void;
  readonly mayAdd: boolean;
}

function Row({ partner, most }: { readonly partner: PartnerSummary; readonly most: number }) {
  const { received, sent, attention } = partner.traffic;
  const width = (part: number) => `${most === 0 ? 0 : (part / most) * 100}%`;
  return (
    <tr className={classes.row}>
      <td className={classes.name}>
        <Link to="/partners/$partnerId" params={{ partnerId: partner.id }} data-row-link className={classes.link ?? ''}>
          {partner.name}
        </Link>
        <span>{kinds[partner.kind]}</span>
      </td>
      <td>
        <Tag tone={stageTone(partner.stage)} look={partner.stage === 'live' ? 'plain' : 'soft'}>
          {stageWords(partner.stage)}
        </Tag>
      </td>
      <td className={classes.sets}>
        {partner.documents.map((code) => (
          <SetCode key={code} code={code} />
        ))}
      </td>
      <td className={classes.traffic}>
        <span className={classes.bars} aria-hidden="true">
          <span data-way="in" style={{ width: width(received) }} />
          <span data-way="out" style={{ width: width(sent) }} />
        </span>
        {received} in, {sent} out
      </td>
      <td className={classes.attention}>{attention > 0 && <span className={classes.count}>{attention}</span>}</td>
      <td className={classes.last}>
        {partner.lastAt === undefined ? 'no traffic' : <RelativeTime at={partner.lastAt} />}
      </td>
    </tr>
  );
}

/** Who we exchange documents with, and how much of late. */
export function PartnerList({ environment, q, onClear, mayAdd }: PartnerListProps) {
  const { data, isPending, error, refetch } = api.useQuery(
    'get',
    '/v1/partners',
    { params: { query: { environment, ...(q === undefined ? {} : { q }) } } },
    { placeholderData: keepPreviousData },
  );
  if (isPending) return <Loading lines={8} label="Loading the partners" />;
  if (data === undefined) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data.partners.length === 0) {
    return q === undefined ? (
      <NoPartner mayAdd={mayAdd} />
    ) : (
      <Nothing
        icon={<IconFilterOff size={20} stroke={1.7} />}
        title={`No partner is called “${q}”`}
        action={
          <Button variant="default" onClick={onClear}>
            Show all partners
          </Button>
        }
      >
        The search looks at names and trading ids.
      </Nothing>
    );
  }
  const most = Math.max(...data.partners.map(({ traffic }) => traffic.received + traffic.sent));
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">Partners by name</caption>
      <thead>
        <tr>
          <th scope="col">Partner</th>
          <th scope="col">Stage</th>
          <th scope="col">Documents</th>
          <th scope="col">Last 24 hours</th>
          <th scope="col">Attention</th>
          <th scope="col">Last document</th>
        </tr>
      </thead>
      <tbody>
        {data.partners.map((partner) => (
          <Row key={partner.id} partner={partner} most={most} />
        ))}
      </tbody>
    </table>
  );
}
