import { Button, Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Releases } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { Differences } from './differences.tsx';
import { MakeRelease } from './make-release.tsx';
import { NameCandidate } from './name-candidate.tsx';
import { CandidateRow, DraftRow, ReleaseRow } from './release-rows.tsx';
import classes from './releases.module.css';
import { useCandidates, useReleases } from './releases-query.ts';

interface ReleasesPanelProps {
  readonly partner: { readonly id: string; readonly name: string };
  readonly mayRelease: boolean;
  /** May name candidates and say what the sandbox runs. */
  readonly mayChange: boolean;
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

type Open =
  | { readonly kind: 'make'; readonly of: string }
  | { readonly kind: 'name' }
  | { readonly kind: 'compare'; readonly from?: string; readonly to: string };

const nameOf = (which: string) => {
  if (which === 'draft') return 'the draft';
  return /^\d+$/.test(which) ? `release ${which}` : `the candidate ${which}`;
};

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
  const title = from === undefined ? `What ${nameOf(to)} changes` : `From ${nameOf(from)} to ${nameOf(to)}`;
  return (
    <Modal opened onClose={onClose} title={title} size="xl">
      <Differences partnerId={partnerId} to={to} {...(from !== undefined && { from })} />
    </Modal>
  );
}

function Rows({
  partnerId,
  of,
  mayRelease,
  mayChange,
  onOpen,
}: {
  readonly partnerId: string;
  readonly of: Releases;
  readonly mayRelease: boolean;
  readonly mayChange: boolean;
  readonly onOpen: (open: Open) => void;
}) {
  const changes = useCandidates(partnerId, of);
  const { draft, candidates, sandbox, releases } = of;
  const newest = releases[0]?.configuration;
  return (
    <ul className={classes.rows} aria-label="Draft, candidates and releases">
      {draft && (
        <DraftRow
          {...{ draft, mayChange, changes }}
          isInSandbox={sandbox === 'draft'}
          onName={() => onOpen({ kind: 'name' })}
        />
      )}
      {candidates.map((candidate) => (
        <CandidateRow
          key={candidate.name}
          {...{ candidate, mayChange, changes }}
          isInSandbox={sandbox === candidate.name}
          isDraft={draft?.configuration === candidate.configuration}
          isReleased={newest === candidate.configuration}
          onCompare={() => onOpen({ kind: 'compare', to: candidate.name })}
          onRelease={
            mayRelease && of.approvals === 0 && newest !== candidate.configuration
              ? () => onOpen({ kind: 'make', of: candidate.name })
              : undefined
          }
        />
      ))}
      {releases.map((release, nth) => {
        const former = releases[nth + 1];
        return (
          <ReleaseRow
            key={release.number}
            release={release}
            former={former}
            onCompare={() => onOpen({ kind: 'compare', from: String(former?.number), to: String(release.number) })}
            onRestore={
              mayRelease && release.configuration !== newest
                ? () => onOpen({ kind: 'make', of: String(release.number) })
                : undefined
            }
          />
        );
      })}
    </ul>
  );
}

/** What production runs and ran, what the sandbox runs, and what the draft would change. */
export function ReleasesPanel({ partner, mayRelease, mayChange }: ReleasesPanelProps) {
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
  const { draft, sandbox } = data;
  const { tone, words } = sentence(data, partner.name);
  const isOpen = draft !== undefined && !draft.released;
  return (
    <Panel title="Releases" note={sandbox && `the sandbox runs ${nameOf(sandbox)}`}>
      <div className={classes.state} data-tone={tone}>
        <p>{words}</p>
        {isOpen && (
          <span className={classes.buttons}>
            <Button variant="default" size="xs" onClick={() => setOpen({ kind: 'compare', to: 'draft' })}>
              See the differences
            </Button>
            {data.approvals > 0 ? (
              <Button
                size="xs"
                renderRoot={(props) => <Link to="/go-live" search={{ partner: partner.id }} {...props} />}
              >
                To its go-live
              </Button>
            ) : (
              mayRelease && (
                <Button size="xs" onClick={() => setOpen({ kind: 'make', of: 'draft' })}>
                  Release the draft
                </Button>
              )
            )}
          </span>
        )}
      </div>
      <Rows partnerId={partner.id} of={data} onOpen={setOpen} {...{ mayRelease, mayChange }} />
      {open?.kind === 'make' && <MakeRelease partnerId={partner.id} of={open.of} releases={data} onClose={close} />}
      {open?.kind === 'name' && <NameCandidate partnerId={partner.id} of={data} onClose={close} />}
      {open?.kind === 'compare' && <Compare partnerId={partner.id} {...open} onClose={close} />}
    </Panel>
  );
}
