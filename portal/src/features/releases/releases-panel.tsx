import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Release, Releases } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Differences } from './differences.tsx';
import { MakeRelease } from './make-release.tsx';
import classes from './releases.module.css';
import { useReleases } from './releases-query.ts';

interface ReleasesPanelProps {
  readonly partner: { readonly id: string; readonly name: string };
  readonly mayRelease: boolean;
}

/** Whether production runs what the draft says, in one sentence. */
function sentence({ draft, releases }: Releases, name: string): { tone: 'amber' | 'slate'; words: string } {
  const [newest] = releases;
  if (draft === undefined)
    return { tone: 'amber', words: 'Nothing is agreed yet: import a folder, `crossdock partner import`.' };
  if (newest === undefined)
    return { tone: 'amber', words: `Nothing is released yet: production takes no documents of ${name}.` };
  return draft.released
    ? { tone: 'slate', words: 'Production runs what the draft says.' }
    : { tone: 'amber', words: `The draft has changes that production does not run; it runs release ${newest.number}.` };
}

function Row({
  release,
  former,
  onCompare,
  onRestore,
}: {
  readonly release: Release;
  readonly former: Release | undefined;
  readonly onCompare: () => void;
  readonly onRestore: (() => void) | undefined;
}) {
  return (
    <li>
      <div className={classes.head}>
        <b>Release {release.number}</b>
        {release.inUse && (
          <Tag tone="green" look="plain">
            in production
          </Tag>
        )}
        <span className={classes.actions}>
          {former !== undefined && (
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={`Compare release ${release.number} with release ${former.number}`}
              onClick={onCompare}
            >
              Compare
            </Button>
          )}
          {onRestore !== undefined && (
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={`Restore release ${release.number}`}
              onClick={onRestore}
            >
              Restore
            </Button>
          )}
        </span>
      </div>
      <p className={classes.note}>{release.note}</p>
      <p className={classes.faint}>
        <RelativeTime at={release.at} /> by {release.by}
      </p>
    </li>
  );
}

type Open =
  | { readonly kind: 'make'; readonly of: string }
  | { readonly kind: 'compare'; readonly from?: string; readonly to: string };

function Compare({
  partnerId,
  from,
  to,
  onClose,
}: {
  partnerId: string;
  from?: string;
  to: string;
  onClose: () => void;
}) {
  const name = (which: string) => (which === 'draft' ? 'the draft' : `release ${which}`);
  return (
    <Modal
      opened
      onClose={onClose}
      title={from === undefined ? 'What the draft changes' : `From ${name(from)} to ${name(to)}`}
      size="xl"
    >
      <Differences partnerId={partnerId} to={to} {...(from !== undefined && { from })} />
    </Modal>
  );
}

/** What production runs and ran, and what the draft would change. */
export function ReleasesPanel({ partner, mayRelease }: ReleasesPanelProps) {
  const { data, isPending, error, refetch } = useReleases(partner.id);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  if (isPending || data === undefined)
    return (
      <Panel title="Releases">
        {isPending ? (
          <Loading lines={3} label="Loading the releases" />
        ) : (
          <Failed error={error} onRetry={() => void refetch()} />
        )}
      </Panel>
    );
  const { draft, releases, candidates, sandbox } = data;
  const { tone, words } = sentence(data, partner.name);
  const isOpen = draft !== undefined && !draft.released;
  return (
    <Panel title="Releases" note={sandbox && `the sandbox runs ${sandbox === 'draft' ? 'the draft' : sandbox}`}>
      <div className={classes.state} data-tone={tone}>
        <p>{words}</p>
        {isOpen && (
          <span className={classes.buttons}>
            <Button variant="default" size="xs" onClick={() => setOpen({ kind: 'compare', to: 'draft' })}>
              See the differences
            </Button>
            {mayRelease && (
              <Button size="xs" onClick={() => setOpen({ kind: 'make', of: 'draft' })}>
                Release the draft
              </Button>
            )}
          </span>
        )}
      </div>
      <ul className={classes.rows} aria-label="Candidates and releases">
        {candidates.map(({ name, at, by }) => (
          <li key={name}>
            <div className={classes.head}>
              <b>Candidate {name}</b>
              {sandbox === name && <Tag tone="accent">in the sandbox</Tag>}
              {mayRelease && (
                <span className={classes.actions}>
                  <Button variant="subtle" size="compact-xs" onClick={() => setOpen({ kind: 'make', of: name })}>
                    Release
                  </Button>
                </span>
              )}
            </div>
            <p className={classes.faint}>
              <RelativeTime at={at} /> by {by}
            </p>
          </li>
        ))}
        {releases.map((release, nth) => {
          const former = releases[nth + 1];
          return (
            <Row
              key={release.number}
              release={release}
              former={former}
              onCompare={() => setOpen({ kind: 'compare', from: String(former?.number), to: String(release.number) })}
              onRestore={
                mayRelease && release.configuration !== releases[0]?.configuration
                  ? () => setOpen({ kind: 'make', of: String(release.number) })
                  : undefined
              }
            />
          );
        })}
      </ul>
      {open?.kind === 'make' && <MakeRelease partnerId={partner.id} of={open.of} onClose={close} />}
      {open?.kind === 'compare' && <Compare partnerId={partner.id} {...open} onClose={close} />}
    </Panel>
  );
}
