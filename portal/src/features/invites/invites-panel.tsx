import { Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Invite } from '../../lib/contract.ts';
import { rolesText } from '../../lib/roles.ts';
import { Panel } from '../../ui/panel.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import classes from './invites.module.css';
import { useInviteChanges, useInvites } from './invites-query.ts';

const states = {
  open: { tone: 'amber', label: 'Waits for them' },
  accepted: { tone: 'green', label: 'Accepted' },
  revoked: { tone: 'slate', label: 'Taken back' },
  expired: { tone: 'red', label: 'Expired: send another one' },
} as const;

interface InvitesPanelProps {
  /** Whose invites; those of all organisations unless given. */
  readonly organizationId?: string;
  readonly mayChange: boolean;
  readonly actions: ReactNode;
  /** Leaves the panel away while there is nothing in it. */
  readonly quiet?: boolean;
}

/** Who was invited, and what became of it. */
export function InvitesPanel({ organizationId, mayChange, actions, quiet = false }: InvitesPanelProps) {
  const { data, isPending, error, refetch } = useInvites(organizationId);
  const changes = useInviteChanges();
  const invites = data?.invites ?? [];
  if (quiet && !mayChange && invites.length === 0) return null;
  return (
    <Panel title="Invites" note={invites.length > 0 ? 'newest first' : undefined} action={mayChange && actions}>
      {isPending && <Loading lines={3} label="Loading the invites" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && invites.length === 0 && (
        <Nothing icon={<IconMail size={20} stroke={1.7} />} title="Nobody is invited">
          {mayChange
            ? 'An invite goes by mail and leads to an account with the roles that you choose.'
            : 'An admin invites people by mail.'}
        </Nothing>
      )}
      <ul className={classes.rows} aria-label="Invites">
        {invites.map((invite) => (
          <Row
            key={invite.id}
            invite={invite}
            withOrganization={organizationId === undefined}
            changes={mayChange ? changes : undefined}
          />
        ))}
      </ul>
    </Panel>
  );
}

function Row({
  invite,
  withOrganization,
  changes,
}: {
  readonly invite: Invite;
  readonly withOrganization: boolean;
  readonly changes: ReturnType<typeof useInviteChanges> | undefined;
}) {
  const { email, name, state, company, organization, roles, createdBy, createdAt, expiresAt } = invite;
  const { tone, label } = states[state];
  return (
    <li>
      <div className={classes.words}>
        <div className={classes.head}>
          <b>{email}</b>
          <Tag tone={tone}>{label}</Tag>
        </div>
        <span className={classes.faint}>
          {name !== '' && `${name} · `}
          {company === undefined ? rolesText(roles) : `first admin of ${company.name}`}
        </span>
      </div>
      <span className={classes.words}>
        {company !== undefined ? `New company: ${company.name}` : withOrganization ? organization.name : ''}
      </span>
      <span className={classes.faint}>
        {state === 'open' ? (
          <>
            ends <RelativeTime at={expiresAt} />
          </>
        ) : (
          <>
            by {createdBy}, <RelativeTime at={createdAt} />
          </>
        )}
      </span>
      <span className={classes.acts}>
        {changes !== undefined && state !== 'accepted' && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`Send again to ${email}`}
            onClick={() => changes.again.mutate(invite)}
          >
            Send again
          </Button>
        )}
        {changes !== undefined && state === 'open' && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="red"
            aria-label={`Take back the invite of ${email}`}
            onClick={() => changes.revoke.mutate(invite)}
          >
            Take back
          </Button>
        )}
      </span>
    </li>
  );
}
