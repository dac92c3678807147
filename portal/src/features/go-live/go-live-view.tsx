import { IconRocket } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { GoLive } from '../../lib/contract.ts';
import { useLiveTraffic } from '../../lib/live-traffic.ts';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { DocumentPanel, type GoLiveRights } from './document-panel.tsx';
import classes from './go-live.module.css';
import { movedByTraffic, useGoLive } from './go-live-query.ts';
import { HoldBanner } from './hold-panel.tsx';
import { documentWords, keyWords, requestOf } from './words.ts';

interface GoLiveViewProps {
  readonly partnerId: string;
  /** The document that is on screen; the first unless named. */
  readonly document: string | undefined;
  readonly rights: GoLiveRights & { readonly mayResume: boolean };
}

/** What is missing, and when: every document of a partner on its way to production. */
export function GoLiveView({ partnerId, document: named, rights }: GoLiveViewProps) {
  const { data, isPending, error, refetch } = useGoLive(partnerId);
  useLiveTraffic(movedByTraffic);
  if (isPending) return <Loading lines={6} label="Loading the go-live" />;
  if (data === undefined) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data.documents.length === 0)
    return (
      <Nothing icon={<IconRocket size={20} stroke={1.7} />} title="No document is agreed yet">
        Agree on the first document; then this page says what is missing before it goes live.
      </Nothing>
    );
  const sorted = inOrder(data);
  const chosen = sorted.find(({ document }) => document === named) ?? sorted[0]!;
  return (
    <div className={classes.page}>
      {data.hold && (
        <div className={classes.whole}>
          <HoldBanner of={data} mayResume={rights.mayResume} isTeam={rights.isTeam} />
        </div>
      )}
      <Panel title="Documents" note={`${live(data)} of ${data.documents.length} live`}>
        <ul className={classes.list} aria-label="Documents">
          {sorted.map((one) => {
            const { tone, label } = documentWords(one, requestOf(data, one));
            return (
              <li key={one.document}>
                <Link
                  to="/go-live"
                  search={{ ...(rights.isTeam && { partner: partnerId }), document: one.document }}
                  className={classes.item ?? ''}
                  aria-current={one === chosen ? 'true' : undefined}
                  activeProps={{}}
                >
                  <b>{one.name}</b>
                  <span className={classes.faint}>{keyWords(one.document, rights.isTeam)}</span>
                  <Tag tone={tone} look="plain">
                    {label}
                  </Tag>
                </Link>
              </li>
            );
          })}
        </ul>
      </Panel>
      <DocumentPanel key={chosen.document} of={data} document={chosen} rights={rights} />
    </div>
  );
}

const live = ({ documents }: GoLive) => documents.filter(({ production }) => production !== undefined).length;

/** What is under way first, then what is not in production, then what is live. */
const inOrder = (of: GoLive) => {
  const rank = (one: GoLive['documents'][number]) =>
    one.wentBack || requestOf(of, one)?.state === 'returned'
      ? 0
      : one.parallelRun && !one.production
        ? 1
        : one.production
          ? 3
          : 2;
  return of.documents.toSorted((a, b) => rank(a) - rank(b));
};
